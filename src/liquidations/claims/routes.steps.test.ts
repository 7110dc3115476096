import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../test/support/accounts.ts'
import {
  aReadySurvivorsClaim,
  beginClaim,
  claimRib,
  fillStep,
} from '../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { aProfile } from '../../../test/support/factories.ts'
import { aQuarterOf } from '../../../test/support/members.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

/** Their exit, as a declaration has it. */
async function leftOn(memberNumber: string, on: string, quarter: string): Promise<void> {
  const { site, atlas } = setting
  const [year, part] = quarter.split('T')
  const declarant = await aProfile(site, atlas)
  const [declaration] = await site.database.ownerQuery<{ id: string }>(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding, lines,
        accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at, receipt_number, sent_by,
        sent_at)
      values ($1, '01', $2, $3, 'sent', 'f', '\\x00', 'structure-190', 'utf-8', 1, 1, 0, 0, 0, $4, now(), $5, $4, now())
      returning id`,
    [atlas.id, year, part, declarant.id, `R-${randomUUID()}`],
  )
  await site.database.ownerQuery(
    `insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
        exit_on, employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes, sex, nationality,
        joined_on, born_on, marital_status, children)
      values ($1, $2, 1, '7', $3, 'BENNANI', 'YOUSSEF', $4, 600, 780, 0, 0, 0, 'M', 'M', '2020-01-01', '1966-11-30', 'C', 0)`,
    [declaration?.id, atlas.id, memberNumber, on],
  )
}

describe('each task (L2)', () => {
  it('compares the identity with the declarations', async () => {
    const { who, somebody } = setting
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const typed = { piece: 'cin', confirme: 'on' }
    const other = await fillStep(who, id, 'person', { ...typed, numero: 'ZZ999999' })
    expect([other.status, other.text]).toEqual([409, expect.stringContaining('n’est pas celui')])
    const shape = await fillStep(who, id, 'person', { piece: 'cin', numero: '12' })
    expect([shape.status, shape.mistakes.length]).toEqual([422, 2])
    const right = await fillStep(who, id, 'person', {
      ...typed,
      numero: `${person.cin.slice(0, 2)} ${person.cin.slice(2)}`,
    })
    expect(right.url).toBe(own.claim({ id }))
    const shown = await who.get(own.person({ id }))
    expect(shown.body).not.toContain(person.cin)
  })

  it('compares the end of employment with the exit that was declared, code 7', async () => {
    const { who, somebody } = setting
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const silent = await fillStep(who, id, 'end', { jour: '30/09/2026' })
    expect([silent.status, silent.mistakes]).toEqual([
      409,
      [expect.stringContaining('pas encore déclarée')],
    ])
    await leftOn(person.number, '2026-09-30', '2026T3')
    const differs = await fillStep(who, id, 'end', { jour: '31/08/2026' })
    expect([differs.status, differs.mistakes]).toEqual([
      409,
      [expect.stringContaining('une autre date')],
    ])
    const page = await who.get(own.end({ id }))
    expect(page.text).toContain('Sortie déclarée le 30 septembre 2026')
    const agrees = await fillStep(who, id, 'end', { jour: '30/09/2026', note: '' })
    expect(agrees.url).toBe(own.claim({ id }))
    expect((await who.get(own.check({ id }))).text).toContain('Conforme à vos déclarations')
    const noDay = await fillStep(who, id, 'end', { jour: '31/02/2026' })
    expect([noDay.status, noDay.text]).toEqual([
      422,
      expect.stringContaining('n’existe pas dans le calendrier'),
    ])
  })

  it('names gaps and unpaid quarters, and leads to the account', async () => {
    const { site, atlas, who, somebody } = setting
    const person = await somebody()
    for (const quarter of ['2025T3', '2026T1', '2026T2'])
      await aQuarterOf(site, atlas, [person.membershipId], { quarter, salary: '10000' })
    await paid(site, atlas, { amount: '2760', on: '2026-06-20' })
    const id = await beginClaim(who, person.membershipId, 'normal')
    await fillStep(who, id, 'end', { jour: '30/06/2026', note: 'Déclarée plus tard.' })
    const page = await who.get(own.career({ id }))
    const notes = page.document.querySelectorAll('.note').map((one) => one.text)
    expect(notes.find((text) => text.includes('sans salaire'))).toMatch(/4.{0,12}trimestre 2025/)
    const unpaid = notes.find((text) => text.includes('impayés'))
    expect(unpaid).toMatch(/trimestre 2026/)
    const account = paths.employerAccount.due({ category: '01', quarter: '2026T2' })
    const door = paths.signIn.service({ service: 'compte-adherent' })
    const due = `${door}?suite=${encodeURIComponent(account)}`
    expect(page.document.querySelector(`a[href="${due}"]`)).not.toBeNull()
    expect((await fillStep(who, id, 'career', {})).status).toBe(422)
    expect((await fillStep(who, id, 'career', { relue: 'on' })).url).toBe(own.claim({ id }))
  })

  it('names the same gaps in the claim as in the estimate of the person', async () => {
    const { site, atlas, who, somebody } = setting
    const person = await somebody()
    for (const quarter of ['2024T2', '2024T3', '2025T1'])
      await aQuarterOf(site, atlas, [person.membershipId], { quarter, salary: '10000' })
    const estimate = await who.get(paths.liquidations.estimate({ id: person.membershipId }))
    const table = estimate.document
      .querySelectorAll('table')
      .find((one) => one.querySelector('caption')?.text.includes('manquent à la carrière'))
    const missing = (table?.querySelectorAll('tbody tr') ?? []).map(
      (row) => row.querySelector('th')?.text.trim() ?? '',
    )
    const id = await beginClaim(who, person.membershipId, 'normal')
    const career = await who.get(own.career({ id }))
    const runs = career.document.querySelector('.note ul')?.querySelectorAll('li') ?? []
    expect(runs.map((run) => run.text.replace(/\s+/g, ' ').trim())).toEqual([
      missing[0],
      `Du ${missing[1]} au ${missing.at(-1)}`,
    ])
  })

  it('asks for the capital choice of a pension alone, and checks the key of the RIB', async () => {
    const { who, somebody } = setting
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    expect((await fillStep(who, id, 'capital', {})).status).toBe(422)
    expect((await fillStep(who, id, 'capital', { choix: 'capital' })).url).toBe(own.claim({ id }))
    const wrong = await fillStep(who, id, 'account', { rib: '007780000123456789012345' })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('clé de ce RIB')])
    expect(wrong.body).toContain('007780000123456789012345')
    await fillStep(who, id, 'account', { rib: claimRib })
    const shown = await who.get(own.account({ id }))
    expect(shown.text).toContain('Attijariwafa')
    expect(shown.body).not.toContain(claimRib)
    const other = await somebody()
    const single = await beginClaim(who, other.membershipId, 'single_payment')
    expect((await who.get(own.capital({ id: single }))).status).toBe(404)
  })

  it('says when the kind does not fit the age', async () => {
    const { who, somebody } = setting
    const young = await somebody({ bornOn: '1970-03-10' })
    const id = await beginClaim(who, young.membershipId, 'deferred')
    await fillStep(who, id, 'end', { jour: '31/12/2026', note: 'À venir.' })
    expect((await who.get(own.claim({ id }))).text).toContain('un départ anticipé conviendrait')
  })
})

describe('those who survive (L2)', () => {
  const spouse = {
    nom: 'El Amrani',
    prenom: 'Salma',
    naissance: '01/02/1970',
    piece: 'cin',
    numero: 'BK123456',
    mariage: '01/06/2025',
    rib: '230780000000000000000039',
  }

  it('are named with their account; a short marriage is said, not refused', async () => {
    const { who, somebody } = setting
    const dead = await somebody()
    const id = await beginClaim(who, dead.membershipId, 'reversion')
    expect((await fillStep(who, id, 'end', { jour: '01/12/2026' })).text).toContain('à venir')
    await fillStep(who, id, 'end', { jour: '01/09/2026' })
    const wrong = await fillStep(who, id, 'payees', { ...spouse, rib: '1', mariage: '' })
    expect([wrong.status, wrong.mistakes.length]).toEqual([422, 2])
    for (const change of [
      { mariage: '02/09/2026' },
      { mariage: '01/06/2030' },
      { mariage: '01/06/1975' },
      { naissance: '01/02/2030' },
    ])
      expect((await fillStep(who, id, 'payees', { ...spouse, ...change })).status).toBe(422)
    const added = await fillStep(who, id, 'payees', spouse)
    expect(added.text).toContain('EL AMRANI SALMA')
    const account = { ...spouse, numero: 'BK223456' }
    const shared = await fillStep(who, id, 'payees', account)
    expect(shared.mistakes).toEqual([
      expect.stringMatching(/autre bénéficiaire.*sur son compte\.$/),
    ])
    const twice = await fillStep(who, id, 'payees', { ...spouse, rib: claimRib })
    expect([twice.status, twice.mistakes]).toEqual([
      409,
      [expect.stringContaining('autre bénéficiaire')],
    ])
    const asDead = { ...spouse, numero: dead.cin, rib: claimRib }
    expect((await fillStep(who, id, 'payees', asDead)).mistakes).toEqual([
      expect.stringContaining('affilié décédé'),
    ])
    expect(added.text).toContain('Mariage de moins de 2 ans')
    expect((await who.get(own.account({ id }))).status).toBe(404)
  })

  it('a minor is paid on the account of who represents them by law, and of age on their own', async () => {
    const { who, somebody } = setting
    const dead = await somebody()
    const id = await beginClaim(who, dead.membershipId, 'death_capital')
    await fillStep(who, id, 'end', { jour: '01/09/2026' })
    await fillStep(who, id, 'payees', { ...spouse, lien: 'spouse' })
    const child = { ...spouse, prenom: 'Omar', lien: 'child', numero: '', mariage: '' }
    const minor = { ...child, naissance: '01/02/2012' }
    const taken = await fillStep(who, id, 'payees', minor)
    expect(taken.mistakes).toEqual([expect.stringContaining('représentant légal d’un enfant')])
    const represented = { titulaire: 'representative' }
    const added = await fillStep(who, id, 'payees', { ...minor, ...represented })
    expect(added.text).toContain('EL AMRANI OMAR')
    expect(added.text).toContain('compte de son représentant légal')
    const ofAge = { ...child, prenom: 'Ali', naissance: '01/02/2008' }
    expect((await fillStep(who, id, 'payees', ofAge)).mistakes).toHaveLength(1)
    // Whatever the account: a guardian's, which nobody else of the claim has.
    const guarded = { ...ofAge, ...represented, rib: claimRib }
    const refused = await fillStep(who, id, 'payees', guarded)
    expect([refused.status, refused.mistakes]).toEqual([
      422,
      [expect.stringContaining('est payé sur un compte à son nom')],
    ])
    const field = refused.document.querySelector('[name=titulaire]')?.closest('fieldset')
    expect(field?.text).toContain('est payé sur un compte à son nom')
    const disabled = await fillStep(who, id, 'payees', { ...guarded, handicap: 'on' })
    expect(disabled.text).toContain('EL AMRANI ALI')
  })

  it('a child who comes of age before the claim is sent needs an account of their own', async () => {
    const { site, who, somebody } = setting
    const dead = await somebody()
    const minor = {
      nom: 'El Amrani',
      prenom: 'Rim',
      naissance: '26/11/2008',
      rib: claimRib,
      titulaire: 'representative',
    } as const
    const id = await aReadySurvivorsClaim(who, {
      ...dead,
      kind: 'orphan',
      diedOn: '01/09/2026',
      survivors: [minor],
    })
    const bornOn = (day: string) =>
      site.database.ownerQuery('update claim_payees set born_on = $2 where claim_id = $1', [
        id,
        day,
      ])
    const send = async () => who.submit(await who.get(own.check({ id })), {}, own.send({ id }))
    // As time passes.
    await bornOn('2008-11-25')
    const refused = await send()
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('RIM EL AMRANI est maintenant majeur'),
    ])
    await bornOn('2008-11-26')
    expect((await send()).url).toBe(own.claim({ id }))
  })

  it('in two tabs: the second saves nothing over what the first did', async () => {
    const { site, who, somebody } = setting
    const dead = await somebody()
    const id = await beginClaim(who, dead.membershipId, 'reversion')
    await fillStep(who, id, 'end', { jour: '01/09/2026' })
    const tabs = [await who.get(own.payees({ id })), await who.get(own.payees({ id }))]
    const people = [spouse, { ...spouse, numero: 'BK223456' }]
    const answers = await Promise.all(
      tabs.map((tab, index) => who.submit(tab, people[index] ?? spouse, own.payees({ id }))),
    )
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)[0]).toBe(200)
    expect(
      await site.database.ownerQuery('select rib from claim_payees where claim_id = $1', [id]),
    ).toHaveLength(1)
  })

  it('may be children without a document, heirs of a capital, and are taken out again', async () => {
    const { who, somebody } = setting
    const dead = await somebody()
    const orphans = await beginClaim(who, dead.membershipId, 'orphan')
    const child = { ...spouse, numero: '', naissance: '01/02/2015', handicap: 'on' }
    const older = await fillStep(who, orphans, 'payees', { ...child, naissance: '01/02/1950' })
    expect(older.mistakes).toEqual([expect.stringContaining('né avant l’affilié')])
    const added = await fillStep(who, orphans, 'payees', child)
    expect(added.text).toContain('Enfant en situation de handicap')
    const capital = await beginClaim(who, dead.membershipId, 'death_capital')
    expect((await fillStep(who, capital, 'payees', spouse)).mistakes).toEqual([
      'Choisissez le lien.',
    ])
    const heir = await fillStep(who, capital, 'payees', { ...spouse, lien: 'heir' })
    expect(heir.text).toContain('Autre héritier')
    const remove = heir.document
      .querySelectorAll('form')
      .map((form) => form.getAttribute('action') ?? '')
      .find((action) => action.endsWith('/retrait'))
    expect((await who.submit(heir, {}, remove)).text).toContain('Aucun bénéficiaire')
  })
})
