import { describe, expect, it } from 'vitest'
import { confirmEverything, sendDeclared } from '../../../test/support/declaring.ts'
import { aDeskEachTime, addressOf } from '../../../test/support/desk.ts'
import type { Screen } from '../../../test/support/visitor.ts'

const { setting, line, send, known, contentOf } = aDeskEachTime()

describe('what the check found', () => {
  it('says first what is ready, and five thousand lines with one mistake as one (US17)', async () => {
    const members = await known(5002)
    const lines = members.map((one, index) =>
      line({ ...one, ...(index < 5000 ? { bornOn: '19850715' } : {}) }),
    )
    const check = await send(...lines)
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
    const check = await send(...members.map((one) => line({ ...one, sex: '1' })))
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
    const check = await send(line({ ...one, sex: '1' }), line({ ...two, salary: '0000000000' }))
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
      line({ ...one, bornOn: '19850715' }),
      line({ ...two, bornOn: '19850715', salary: 'O003600025' }),
      line(three),
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
    const check = await send(line({ ...one, bornOn: '19850715' }))
    const action = `${addressOf(check)}/constats/date_iso_order.bornOn/corriger`
    await setting.clerk.submit(check, {}, action)
    const again = await setting.clerk.submit(check, {}, action)
    expect(again.status).toBe(200)
    expect(again.text).toContain('Il n’y avait plus rien à corriger')
  })
})

describe('two tabs', () => {
  it('are not mistaken for each other: what was shown before is looked at again, what was typed stays', async () => {
    const [one = {}, two = {}] = await known(2)
    const check = await send(line({ ...one, sex: '1' }), line({ ...two, salary: '0000000000' }))
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
