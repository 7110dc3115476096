import { describe, expect, it } from 'vitest'
import {
  aClerkEachTime,
  confirmEverything,
  sendDeclared,
  sendFile,
} from '../../../test/support/declaring.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { exampleLine } from '../checking/example-line.ts'
import type { RecordField } from '../checking/fields.ts'

const setting = aClerkEachTime()

const period = { category: '01', quarter: '2024T3' }

type Changes = Partial<Record<RecordField, string>>

function line(changes: Changes = {}): string {
  return exampleLine({ employerNumber: setting.atlas.number, ...changes })
}

function file(...lines: readonly string[]): string {
  return lines.map((one) => `${one}\r\n`).join('')
}

/** Everybody in it is known, so that nothing is asked about them. */
async function known(count: number): Promise<Changes[]> {
  const members = Array.from({ length: count }, (_, index) => ({
    memberNumber: String(200_001 + index).padStart(9, '0'),
    identityNumber: `BE${200_001 + index}`,
  }))
  await setting.site.database.ownerQuery(
    `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
       born_on, family_situation)
     select $1, '01', number, 'EL AMRANI', 'FATIMA ZAHRA', 'F', 'M', '2010-03-01', '1985-07-15', 'M'
     from unnest($2::text[]) as one (number)`,
    [setting.atlas.id, members.map(({ memberNumber }) => memberNumber)],
  )
  return members
}

const send = (text: string) => sendFile(setting.clerk, period, text)

function addressOf(check: Screen): string {
  return check.url.split('?')[0]?.replace(/(\/controles\/[^/]+).*/, '$1') ?? ''
}

async function contentOf(check: Screen): Promise<string[]> {
  const rows = await setting.site.database.ownerQuery<{ sha256: Buffer }>(
    `select f.sha256 from declarations d join files f on f.id = d.content_file_id where d.id = $1`,
    [addressOf(check).split('/').at(-1)],
  )
  const bytes = await setting.site.app.files.read(rows[0]?.sha256 ?? new Uint8Array())
  return bytes.toString('utf8').split('\r\n').slice(0, -1)
}

describe('what the check found', () => {
  it('says first what is ready, and five thousand lines with one mistake as one (US17)', async () => {
    const members = await known(5002)
    const lines = members.map((one, index) =>
      line({ ...one, ...(index < 5000 ? { bornOn: '19850715' } : {}) }),
    )
    const check = await send(file(...lines))
    expect(check.text).toContain('2 lignes sont prêtes. Il reste 5 000 lignes à corriger')
    const causes = check.document.querySelectorAll('.cause')
    expect(causes).toHaveLength(1)
    const told = causes[0]?.structuredText.replace(/\s+/g, ' ')
    expect(told).toContain('Date de naissance : écrite à l’envers')
    expect(told).toContain('Ligne 1, colonne 89')
    expect(causes[0]?.querySelector('button')?.text).toContain('Corriger les 5\u202f000 lignes')
  })

  it('shows the lines of a cause fifty at a time, and leads to any of them', async () => {
    const members = await known(120)
    const check = await send(file(...members.map((one) => line({ ...one, sex: '1' }))))
    const cause = `${addressOf(check)}/constats/sex_unknown.sex`
    const rows = (page: Screen) => page.document.querySelectorAll('.lines tbody tr').length
    const first = await setting.clerk.get(cause)
    expect(rows(first)).toBe(50)
    expect(first.text).toContain('EL AMRANI FATIMA ZAHRA')
    const next = first.document.querySelector('a[rel="next"]')?.getAttribute('href') ?? ''
    const second = await setting.clerk.get(next.replaceAll('&amp;', '&'))
    expect(second.text).toContain('51 EL AMRANI')
    const last = await setting.clerk.get(`${cause}?ligne=111`)
    expect(rows(last)).toBe(10)
    const before = last.document.querySelector('a[rel="prev"]')?.getAttribute('href') ?? ''
    expect((await setting.clerk.get(before.replaceAll('&amp;', '&'))).text).toContain(
      '110 EL AMRANI',
    )
    expect(rows(await setting.clerk.get(`${cause}?apres=x.y`))).toBe(50)
    expect((await setting.clerk.get(`${addressOf(check)}/constats/no_such_cause`)).url).toBe(
      check.url,
    )
  })

  it('shows one kind of finding when asked', async () => {
    const [one = {}, two = {}] = await known(2)
    const check = await send(
      file(line({ ...one, sex: '1' }), line({ ...two, salary: '0000000000' })),
    )
    const wrong = await setting.clerk.get(`${check.url}?voir=blocking`)
    expect(wrong.text).toContain('Sexe non reconnu')
    expect(wrong.text).not.toContain('Salaire de zéro')
    const none = await setting.clerk.get(`${check.url}?voir=information`)
    expect(none.text).toContain('Aucun constat de cette sorte.')
  })
})

describe('a correction applied to all alike', () => {
  it('is one gesture, told in the trail, and can be undone without touching the others', async () => {
    const [one = {}, two = {}, three = {}] = await known(3)
    const check = await send(
      file(
        line({ ...one, bornOn: '19850715' }),
        line({ ...two, bornOn: '19850715', salary: 'O003600025' }),
        line(three),
      ),
    )
    const dates = `${addressOf(check)}/constats/date_iso_order.bornOn/corriger`
    const corrected = await setting.clerk.submit(check, {}, dates)
    expect(corrected.text).toContain('2 lignes sont corrigées. Vous pouvez annuler')
    expect(corrected.text).toContain('2 lignes : Date de naissance : écrite à l’envers')
    const salaries = `${addressOf(check)}/constats/letter_in_number.salary/corriger`
    const ready = await setting.clerk.submit(corrected, {}, salaries)
    expect(ready.text).toContain('3 lignes sont prêtes.')
    const undo = ready.document.querySelectorAll('form[action*="/corrections/"]')
    const undone = await setting.clerk.submit(ready, {}, undo[1]?.getAttribute('action'))
    // The second line was changed once more since: it stays, and the first one is as it was.
    expect(undone.text).toContain('La correction est annulée.')
    expect(await contentOf(undone)).toEqual([
      line({ ...one, bornOn: '19850715' }),
      line(two),
      line(three),
    ])
    expect(undone.document.querySelectorAll('form[action*="/corrections/"]')).toHaveLength(1)
    const again = await setting.clerk.submit(ready, {}, undo[1]?.getAttribute('action'))
    expect(again.status).toBe(409)
    expect(again.mistakes).toEqual([
      'Cette correction est déjà annulée. Rien de plus à faire\u00a0: ses lignes sont comme avant.',
    ])
  })

  it('asked for twice is done once, and the second time says the same', async () => {
    const [one = {}] = await known(1)
    const check = await send(file(line({ ...one, bornOn: '19850715' })))
    const action = `${addressOf(check)}/constats/date_iso_order.bornOn/corriger`
    await setting.clerk.submit(check, {}, action)
    const again = await setting.clerk.submit(check, {}, action)
    expect(again.status).toBe(200)
    expect(again.text).toContain('Il n’y avait plus rien à corriger')
  })
})

describe('a line corrected in its place (US15)', () => {
  it('marks the wrong field with its sentence, and keeps what is typed until it is right', async () => {
    const [one = {}] = await known(1)
    const check = await send(file(line({ ...one, recordCode: '7', salary: 'O003600025' })))
    const address = `${addressOf(check)}/lignes/1`
    const page = await setting.clerk.get(address)
    expect(page.text).toContain('« O003600025 » contient une lettre O')
    expect(page.text).toContain('La correction proposée est déjà écrite')
    const salary = page.document.querySelector('input[name="salary"]')
    expect(salary?.getAttribute('value')).toBe('36\u202f000,25')
    const notAnAmount = await setting.clerk.submit(page, { salary: 'beaucoup' }, address)
    expect(notAnAmount.status).toBe(422)
    expect(notAnAmount.mistakes).toEqual([
      'Écrivez un montant en dirhams, par exemple 36\u202f000,25.',
    ])
    const wrong = await setting.clerk.submit(page, { salary: '24 000,50' }, address)
    expect(wrong.url).toBe(address)
    expect(wrong.text).toContain('La ligne 1 est enregistrée. Il y reste une erreur à corriger.')
    expect(wrong.text).toContain('Le code 7 annonce une sortie')
    const kept = wrong.document.querySelector('input[name="salary"]')
    expect(kept?.getAttribute('value')).toBe('24\u202f000,50')
    const right = await setting.clerk.submit(wrong, { leftOn: '31/8/2024' }, address)
    expect(right.text).toContain('La ligne 1 est corrigée.')
    expect(await contentOf(right)).toEqual([
      line({ ...one, recordCode: '7', salary: '0002400050', leftOn: '31082024' }),
    ])
  })

  it('keeps each mistake that is mended, and tells the others', async () => {
    const [one = {}] = await known(1)
    const check = await send(
      file(line({ ...one, sex: '1', joinedOn: '00000000', salary: 'O003600025' })),
    )
    const address = `${addressOf(check)}/lignes/1?constat=sex_unknown.sex`
    const page = await setting.clerk.get(address)
    const half = await setting.clerk.submit(
      page,
      { sex: 'F', salary: '', puis: 'suivante' },
      address,
    )
    expect(half.url).toBe(address)
    expect(half.text).toContain('La ligne 1 est enregistrée. Il y reste 2 erreurs à corriger.')
    expect(half.document.querySelector('select[name="sex"] option[selected]')?.text).toBe('Féminin')
    const rest = await setting.clerk.submit(
      half,
      { salary: 'beaucoup', joinedOn: '01/03/2010' },
      address,
    )
    expect(rest.status).toBe(422)
    expect(rest.text).toContain('Le reste de la ligne est enregistré')
    expect(rest.mistakes.join()).toContain('Écrivez un montant en dirhams')
    const typed = (name: string) =>
      rest.document.querySelector(`input[name="${name}"]`)?.getAttribute('value')
    expect([typed('salary'), typed('joinedOn')]).toEqual(['beaucoup', '01/03/2010'])
    const right = await setting.clerk.submit(rest, { salary: '36 000,25' }, address)
    expect(right.text).toContain('La ligne 1 est corrigée.')
    expect(right.text).toContain('Une ligne est prête.')
    expect(await contentOf(right)).toEqual([line({ ...one, sex: 'F', joinedOn: '01032010' })])
  })

  it('is not made wrong, or left as wrong as it was, unless one says so', async () => {
    const [one = {}, two = {}] = await known(2)
    const check = await send(file(line({ ...one, sex: '1' }), line(two)))
    const good = `${addressOf(check)}/lignes/2`
    const worse = await setting.clerk.submit(await setting.clerk.get(good), { joinedOn: '' }, good)
    expect(worse.status).toBe(422)
    const address = `${addressOf(check)}/lignes/1`
    const same = await setting.clerk.submit(
      await setting.clerk.get(address),
      { staffNumber: 'B77' },
      address,
    )
    expect(same.status).toBe(422)
    expect(same.text).toContain('Enregistrer ainsi, à corriger plus tard')
    const kept = await setting.clerk.submit(same, { staffNumber: 'B77', garder: 'oui' }, address)
    expect(kept.text).toContain('La ligne 1 est enregistrée ; elle reste à corriger.')
    expect(kept.text).toContain('Une ligne est prête.')
  })

  it('goes from one line to the next, and to the desk after the last', async () => {
    const members = await known(3)
    const check = await send(file(...members.map((one) => line({ ...one, sex: '1' }))))
    const at = (number: number) => `${addressOf(check)}/lignes/${number}?constat=sex_unknown.sex`
    const first = await setting.clerk.get(at(1))
    const second = await setting.clerk.submit(first, { sex: 'F', puis: 'suivante' }, at(1))
    expect(second.url).toBe(at(2))
    const list = await setting.clerk.submit(second, { sex: 'F' }, at(2))
    expect(list.url).toContain('/constats/sex_unknown.sex?ligne=2')
    const third = await setting.clerk.get(at(3))
    const done = await setting.clerk.submit(third, { sex: 'M', puis: 'suivante' }, at(3))
    expect(done.url).toBe(addressOf(check))
    expect(done.text).toContain('3 lignes sont prêtes.')
  })

  it('of the wrong length is cut where it fits best, and written at its length', async () => {
    const [one = {}] = await known(1)
    const good = line(one)
    // One space of the first name is lost: everything behind it stands one column too early.
    const check = await send(file(good, good.slice(0, 71) + good.slice(72)))
    const address = `${addressOf(check)}/lignes/2`
    const page = await setting.clerk.get(address)
    expect(page.document.querySelector('input[name="salary"]')?.getAttribute('value')).toBe(
      '36\u202f000,25',
    )
    const fixed = await setting.clerk.submit(page, { memberNumber: '777' }, address)
    expect((await contentOf(fixed))[1]).toBe(line({ ...one, memberNumber: '000000777' }))
  })

  it('is removed only after it is asked again, and the others keep their numbers', async () => {
    const members = await known(2)
    const [one = {}, two = {}] = members
    const check = await send(file(line(one), line(one), line({ ...two, sex: '1' })))
    const address = `${addressOf(check)}/lignes/2/retirer`
    const asked = await setting.clerk.get(address)
    expect(asked.text).toContain('EL AMRANI FATIMA ZAHRA ne sera pas déclarée')
    const removed = await setting.clerk.submit(asked, {}, address)
    expect(removed.text).toContain('La ligne 2 est retirée')
    expect(removed.text).toContain('Une ligne est prête.')
    expect(removed.text).toContain('Ligne 3, colonne 79')
    expect(removed.text).not.toContain('Lignes vides')
  })

  it('of somebody absent from the file is written from what the fund knows of them', async () => {
    const [one = {}, two = {}] = await known(2)
    const check = await send(file(line(one)))
    const absent = await setting.clerk.get(
      `${addressOf(check)}/constats/member_missing.memberNumber`,
    )
    const link = absent.document.querySelector('a[href*="nouvelle-ligne"]')
    const page = await setting.clerk.get(link?.getAttribute('href') ?? '')
    expect(page.url).not.toContain(two.memberNumber ?? '-')
    const number = page.document.querySelector('input[name="memberNumber"]')
    expect(number?.getAttribute('value')).toBe(two.memberNumber)
    const nothing = await setting.clerk.submit(page, {}, `${addressOf(check)}/nouvelle-ligne`)
    expect(nothing.status).toBe(422)
    expect(nothing.mistakes.join()).toContain('Le salaire du trimestre manque')
    const added = await setting.clerk.submit(
      nothing,
      { salary: '24000' },
      `${addressOf(check)}/nouvelle-ligne`,
    )
    expect(added.text).toContain('La ligne est ajoutée, sous le numéro 2.')
    expect(added.text).toContain('2 lignes sont prêtes.')
  })

  it('left empty says which field each sentence is about, in the writing of the form', async () => {
    const [one = {}] = await known(1)
    const address = `${addressOf(await send(file(line(one))))}/nouvelle-ligne`
    const { mistakes } = await setting.clerk.submit(await setting.clerk.get(address), {}, address)
    expect(mistakes.length).toBeGreaterThan(3)
    expect(new Set(mistakes).size).toBe(mistakes.length)
    expect(mistakes.join()).toMatch(/Sexe\s: ce champ est vide/)
    expect(mistakes.join()).toContain('en dirhams')
    expect(mistakes.join()).not.toMatch(/JJMMAAAA|centimes/)
  })

  it('of a table is written back into its cells', async () => {
    const [one = {}] = await known(1)
    const head =
      'Matricule;Nom;Prénom;Sexe;Nationalité;Date d’affiliation;Date de naissance;Salaire;N° CNIE'
    const row = (sex: string, salary: string) =>
      `${one.memberNumber};El Amrani;Fatima Zahra;${sex};M;01/03/2010;15/07/1985;${salary};BE123456`
    const check = await send(`${head}\r\n${row('1', '36000,25')}\r\n`)
    const address = `${addressOf(check)}/lignes/2`
    const page = await setting.clerk.get(address)
    expect(page.document.querySelector('input[name="salary"]')?.getAttribute('value')).toBe(
      '36\u202f000,25',
    )
    expect(page.document.querySelector('input[name="cnssNumber"]')).toBeNull()
    const fixed = await setting.clerk.submit(page, { sex: 'F', salary: '24 000' }, address)
    expect((await contentOf(fixed))[1]).toBe(row('F', '24000,00'))
  })
})

describe('a doubt', () => {
  it('is confirmed alone, with others or with all, for a reason that is offered again; or withdrawn', async () => {
    const members = await known(4)
    const check = await send(file(...members.map((one) => line({ ...one, salary: '0000000000' }))))
    const cause = `${addressOf(check)}/constats/salary_zero.salary`
    const confirm = `${addressOf(check)}/confirmer`
    const page = await setting.clerk.get(cause)
    const boxes = page.document.querySelectorAll('input[name="constat"]')
    const ids = boxes.map((box) => box.getAttribute('value') ?? '')
    const noReason = await setting.clerk.submit(
      page,
      { constat: ids.slice(0, 1), choix: 'coches' },
      confirm,
    )
    expect(noReason.status).toBe(422)
    expect(noReason.mistakes).toEqual(['Écrivez la raison en une phrase courte.'])
    for (const raison of ['x', '   x    x   ', 'Congé', 'a b c d e f', '……………… !']) {
      const short = await setting.clerk.submit(page, { raison, tous: 'oui' }, confirm)
      expect(short.status).toBe(422)
      expect(short.mistakes.join()).toContain('deux mots et dix lettres au moins')
    }
    const noneTicked = await setting.clerk.submit(
      page,
      { raison: 'Congé sans solde', choix: 'coches' },
      confirm,
    )
    expect(noneTicked.mistakes).toEqual(['Cochez au moins une ligne, ou confirmez-les toutes.'])
    const typed = { raison: 'Congé sans solde', constat: ids.slice(0, 2), choix: 'coches' }
    const some = await setting.clerk.submit(page, typed, confirm)
    expect(some.text).toContain('La raison est enregistrée pour 2 lignes.')
    expect(some.document.querySelectorAll('input[name="constat"]')).toHaveLength(2)
    expect(some.document.querySelector('datalist option')?.getAttribute('value')).toBe(
      'Congé sans solde',
    )
    const confirmed = await setting.clerk.get(`${cause}?etat=confirmes`)
    expect(confirmed.text).toContain('Congé sans solde')
    expect(confirmed.text).toContain('Salma Berrada')
    const [first] = confirmed.document.querySelectorAll('button[name="constat"]')
    const withdrawn = await setting.clerk.submit(
      confirmed,
      { constat: first?.getAttribute('value') ?? '' },
      `${cause}/retirer`,
    )
    expect(withdrawn.text).toContain('La confirmation est retirée')
    expect(withdrawn.document.querySelectorAll('input[name="constat"]')).toHaveLength(3)
    const all = await setting.clerk.submit(
      withdrawn,
      { raison: 'Grève du trimestre', tous: 'oui' },
      confirm,
    )
    expect(all.url).toBe(addressOf(check))
    expect(all.text).toContain('Les 4 sont confirmés.')
  })

  it('stays confirmed when another line is corrected', async () => {
    const [one = {}, two = {}] = await known(2)
    const check = await send(
      file(line({ ...one, salary: '0000000000' }), line({ ...two, sex: '1' })),
    )
    const confirmed = await confirmEverything(setting.clerk, check)
    const tabs = confirmed.document.querySelector('.tabs')?.text
    expect(tabs).toContain('Confirmés (1)')
    expect(tabs).not.toContain('à confirmer')
    expect(confirmed.document.querySelector('#constats-to_confirm')?.text).toBe('Confirmés')
    const address = `${addressOf(check)}/lignes/2`
    const done = await setting.clerk.submit(await setting.clerk.get(address), { sex: 'M' }, address)
    expect(done.text).toContain('2 lignes sont prêtes.')
    expect(confirmed.text).toContain('Confirmé : Vérifié avec la paie')
  })
})

describe('doubts of amounts', () => {
  it('are told line by line, and by the lead of the page where there is one alone', async () => {
    const [one = {}, two = {}] = await known(2)
    const check = await send(
      file(line({ ...one, salary: '360005    ' }), line({ ...two, salary: '20050     ' })),
    )
    const address = `${addressOf(check)}/constats/salary_left_aligned.salary`
    const both = await setting.clerk.get(address)
    const told = both.document.querySelectorAll('.lines tbody small').map(({ text }) => text)
    expect(told).toEqual([
      expect.stringMatching(/il est lu 3.600,05.DH/),
      expect.stringMatching(/il est lu 200,50.DH/),
    ])
    expect(both.text.split('est suivi d’espaces')).toHaveLength(3)
    const second = `${addressOf(check)}/lignes/2`
    await setting.clerk.submit(await setting.clerk.get(second), { salary: '36 000' }, second)
    const alone = await setting.clerk.get(address)
    expect(alone.document.querySelectorAll('.lines tbody small')).toHaveLength(0)
    expect(alone.text).toContain('il est lu 3 600,05 DH')
  })
})

describe('two tabs', () => {
  it('are not mistaken for each other: what was shown before is looked at again, what was typed stays', async () => {
    const [one = {}, two = {}] = await known(2)
    const check = await send(
      file(line({ ...one, sex: '1' }), line({ ...two, salary: '0000000000' })),
    )
    const address = `${addressOf(check)}/lignes/1`
    const old = await setting.clerk.get(address)
    const asked = await setting.clerk.get(`${addressOf(check)}/abandonner`)
    await confirmEverything(setting.clerk, check)
    const late = await setting.clerk.submit(old, { sex: 'F', staffNumber: 'B77' }, address)
    expect(late.status).toBe(409)
    expect(late.mistakes.join()).toContain('Quelqu’un a modifié ces informations')
    const kept = late.document.querySelector('input[name="staffNumber"]')
    expect(kept?.getAttribute('value')).toBe('B77')
    const given = await setting.clerk.submit(asked, {}, `${addressOf(check)}/abandonner`)
    expect(given.status).toBe(409)
    expect(asked.text).not.toContain('Votre travail ici')
    expect(given.text).toContain('une raison donnée')
    const now = await setting.clerk.submit(late, {}, address)
    expect(now.text).toContain('2 lignes sont prêtes.')
    const sent = await sendDeclared(setting.clerk, now)
    expect(sent.url).toContain('/recus/')
    const after = await setting.clerk.submit(late, {}, address)
    expect(after.status).toBe(409)
  })
})
