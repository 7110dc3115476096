import { describe, expect, it } from 'vitest'
import { confirmEverything } from '../../../test/support/declaring.ts'
import { aDeskEachTime, addressOf } from '../../../test/support/desk.ts'

const { setting, line, send, known } = aDeskEachTime()

describe('a doubt', () => {
  it('is confirmed alone, with others or with all, for a reason that is offered again; or withdrawn', async () => {
    const members = await known(4)
    const check = await send(...members.map((one) => line({ ...one, salary: '0000000000' })))
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
    const check = await send(line({ ...one, salary: '0000000000' }), line({ ...two, sex: '1' }))
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
      line({ ...one, salary: '360005    ' }),
      line({ ...two, salary: '20050     ' }),
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
