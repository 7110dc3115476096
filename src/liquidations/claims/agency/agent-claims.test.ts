import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../../test/support/accounts.ts'
import {
  addScans,
  aSentClaim,
  beginClaim,
  claimRib,
  fillStep,
} from '../../../../test/support/claiming.ts'
import {
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../../test/support/factories.ts'
import { aMember, aQuarterOf } from '../../../../test/support/members.ts'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { openSite, type TestSite } from '../../../../test/support/site.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'
import { reviseClaims } from '../revise-claims.ts'
import { warnOfLimitation } from '../warn-of-limitation.ts'

const own = paths.agency
let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson
let who: Visitor
let agent: Visitor
let other: Visitor
let number = 500_000

beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-25T09:00:00Z')
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  clerk = await aProfile(site, atlas, { service: 'liquidation' })
  who = await signedIn(site, clerk, atlas)
  agent = await signedIn(site, await anAgent(site))
  other = await signedIn(site, await anAgent(site))
})
afterAll(() => site.close())

interface Wishes {
  readonly bornOn?: string
  readonly kind?: 'normal' | 'early' | 'single_payment'
  readonly endedOn?: string
  readonly capital?: 'capital' | 'pension'
}

async function aClaim({ bornOn = '1966-11-30', ...wishes }: Wishes = {}): Promise<{
  id: string
  membershipId: string
}> {
  number += 1
  const cin = `BE${number}`
  const membershipId = await aMember(site, atlas, {
    lastName: 'BENNANI',
    firstName: `YOUSSEF ${number}`,
    number: `000${number}`,
    bornOn,
    cin,
  })
  return { id: await aSentClaim(who, { membershipId, cin, ...wishes }), membershipId }
}

const required = ['signed_form', 'identity', 'bank_details', 'end_of_work']

async function review(by: Visitor, id: string, code: string, typed: Record<string, string>) {
  const address = own.claim({ id })
  return by.submit(await by.get(address), typed, own.reviewDocument({ id, code }))
}

async function acceptAll(by: Visitor, id: string): Promise<void> {
  for (const code of required) await review(by, id, code, { avis: 'accepted' })
}

async function decide(by: Visitor, id: string, typed: Record<string, string>) {
  return by.submit(await by.get(own.claim({ id })), typed, own.decideClaim({ id }))
}

const stateOf = async (id: string) =>
  (
    await site.database.ownerQuery<{ state: string }>('select state from claims where id = $1', [
      id,
    ])
  )[0]?.state
const waits = async (id: string) =>
  (
    await site.database.ownerQuery<{ rank: number }>(
      `select rank from work_items where subject_kind = 'claim' and subject_id = $1`,
      [id],
    )
  )[0]?.rank

describe('the agency examines (L5)', () => {
  it('what was sent, from the queue, and each opening is in the company’s trail', async () => {
    const { id } = await aClaim()
    expect(await waits(id)).toBe(1)
    const queue = await agent.get(`${own.queue()}?type=claim`)
    expect(queue.text).toContain('Dossier de pension')
    const page = await agent.get(own.claim({ id }))
    expect(page.text).toContain('Sortie pas encore déclarée')
    const file = page.document.querySelector('td a[download]')?.getAttribute('href') ?? ''
    expect((await agent.raw(file)).headers.get('content-disposition')).toMatch(/^attachment/)
    const events = await site.database.ownerQuery<{ action: string }>(
      `select action from audit_events where subject_id = $1 and actor_kind = 'agent' and employer_id = $2`,
      [id, atlas.id],
    )
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['claim.viewed', 'claim.page_viewed']),
    )
  })

  it('what it takes in hand: the company reads that the examination has begun, once', async () => {
    const { id } = await aClaim()
    const [item] = await site.database.ownerQuery<{ id: string }>(
      'select id from work_items where subject_id = $1',
      [id],
    )
    const address = own.takeWork({ id: item?.id ?? '' })
    const csrf =
      (await agent.get(own.queue())).document.querySelector('[name=csrf]')?.getAttribute('value') ??
      ''
    for (const geste of ['prendre', 'rendre', 'prendre']) {
      const [held] = await site.database.ownerQuery<{ taken_by: string | null }>(
        'select taken_by from work_items where subject_id = $1',
        [id],
      )
      await agent.post(address, { csrf, geste, detenteur: held?.taken_by ?? '' })
    }
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text.split('Examen commencé par l’Agence Virtuelle')).toHaveLength(2)
  })

  it('an identity that no declaration gave: nothing was compared, and the agent reads it', async () => {
    const compared = await aClaim()
    expect((await agent.get(own.claim({ id: compared.id }))).text).toContain(
      'Identique à celle des déclarations',
    )
    number += 1
    const undeclared = await aMember(site, atlas, {
      lastName: 'BENNANI',
      firstName: 'SANS PIÈCE',
      number: `000${number}`,
      bornOn: '1966-11-30',
    })
    await site.database.ownerQuery('update memberships set identity_key = null where id = $1', [
      undeclared,
    ])
    const id = await aSentClaim(who, { membershipId: undeclared, cin: `BE${number}` })
    expect((await agent.get(own.claim({ id }))).text).toContain('Non comparée')
  })

  it('nothing of a draft', async () => {
    number += 1
    const person = await aMember(site, atlas, {
      lastName: 'BROUILLON',
      firstName: 'SALMA',
      number: `000${number}`,
    })
    const draft = await beginClaim(who, person, 'normal')
    expect((await agent.get(own.claim({ id: draft }))).status).toBe(404)
    expect(await waits(draft)).toBeUndefined()
  })

  it('document by document, and a page added later undoes an opinion', async () => {
    const { id } = await aClaim()
    expect((await review(agent, id, 'identity', {})).status).toBe(422)
    expect((await review(agent, id, 'identity', { avis: 'refused' })).status).toBe(422)
    await review(agent, id, 'identity', { avis: 'refused', motif: 'illegible' })
    await review(agent, id, 'bank_details', { avis: 'accepted' })
    const asked = await agent.submit(await agent.get(own.claim({ id })), {}, own.askForMore({ id }))
    expect(asked.text).toContain('Le complément est demandé')
    expect([await stateOf(id), await waits(id)]).toEqual(['incomplete', 3])
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text).toContain('Illisible')
    expect(page.text).toContain('À reprendre')
    const settled = await addScans(who, id, 'identity')
    expect(settled.text).toContain('Fichier ajouté')
    expect(settled.document.querySelector(`form[action$="/pieces/bank_details"]`)).toBeNull()
    const check = await who.get(paths.claims.check({ id }))
    const again = await who.submit(check, {}, paths.claims.send({ id }))
    expect(again.text).toContain('renvoyé')
    expect([await stateOf(id), await waits(id)]).toEqual(['sent', 1])
    await site.runJobs()
    const mail = site.mails.findLast(
      ({ to, subject }) => to === clerk.email && subject.includes('complément'),
    )
    expect(mail?.text).not.toContain('BENNANI')
  })

  it('asks for nothing without saying what', async () => {
    const { id } = await aClaim()
    const silent = await agent.submit(
      await agent.get(own.claim({ id })),
      {},
      own.askForMore({ id }),
    )
    expect([silent.status, silent.text]).toEqual([
      409,
      expect.stringContaining('Dites ce qui manque'),
    ])
  })
})

describe('the agency decides (L5)', () => {
  it('only once every document is accepted, and a difference is explained', async () => {
    const { id } = await aClaim()
    const grant = { decision: 'granted', debut: '01/01/2027', annuelle: '12000' }
    const early = await decide(agent, id, grant)
    expect([early.status, early.text]).toEqual([
      409,
      expect.stringContaining('Acceptez chaque pièce'),
    ])
    await acceptAll(agent, id)
    const silent = await decide(agent, id, grant)
    expect([silent.status, silent.text]).toEqual([
      409,
      expect.stringContaining('diffère du calcul'),
    ])
    expect((await decide(agent, id, { decision: 'refused' })).status).toBe(422)
    expect((await decide(agent, id, { ...grant, annuelle: '-3' })).status).toBe(422)
    const done = await decide(agent, id, { ...grant, raison: 'Points du relevé de la caisse.' })
    expect(done.text).toContain('La décision est enregistrée')
    expect([await stateOf(id), await waits(id)]).toEqual(['granted', undefined])
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text.replace(/\s/g, ' ')).toContain('1 000,00')
    for (const language of ['fr', 'ar']) {
      const address = `${paths.claims.notification({ id, number: '1' })}?langue=${language}`
      const letter = await who.raw(address)
      expect(letter.headers.get('content-type')).toBe('application/pdf')
      expect(readPdf(letter.bytes).text).toMatch(/LQ-\d{6}-\d{6}/)
    }
    expect((await decide(agent, id, grant).catch(() => null))?.status ?? 404).toBe(404)
  })

  it('AT67: above the amount by two people, and never by an agent of the company', async () => {
    const { id } = await aClaim()
    await acceptAll(agent, id)
    await decide(agent, id, large)
    expect(await stateOf(id)).toBe('sent')
    expect((await who.get(paths.claims.notification({ id, number: '1' }))).status).toBe(404)
    const mine = await agent.get(own.claim({ id }))
    expect(mine.text).toContain('elle attend un second agent')
    const version = /name="version" value="(\d+)"/.exec(
      (await other.get(own.claim({ id }))).body,
    )?.[1]
    const csrf = mine.document.querySelector('[name=csrf]')?.getAttribute('value') ?? ''
    const alone = await agent.post(own.settleClaim({ id }), {
      csrf,
      version: version ?? '',
      accord: 'oui',
    })
    expect(alone.status).toBe(409)
    const insider = await signedIn(site, await anAgent(site, { ownEmployerNumber: atlas.number }))
    const theirs = await insider.get(own.claim({ id }))
    expect(theirs.text).toContain('un autre agent décide')
    const inside = await insider.post(own.settleClaim({ id }), {
      csrf: theirs.document.querySelector('[name=csrf]')?.getAttribute('value') ?? '',
      version: version ?? '',
      accord: 'oui',
    })
    expect(inside.status).toBe(409)
    const back = await other.submit(
      await other.get(own.claim({ id })),
      { accord: 'non' },
      own.settleClaim({ id }),
    )
    expect(back.text).toContain('Décision renvoyée à l’examen')
    await decide(agent, id, large)
    await other.submit(
      await other.get(own.claim({ id })),
      { accord: 'oui' },
      own.settleClaim({ id }),
    )
    expect(await stateOf(id)).toBe('granted')
  })

  it('what began before the known values, or on a birthday of fifty years', async () => {
    const old = await aClaim({ bornOn: '1935-03-10', endedOn: '31/12/1996' })
    const young = await aClaim({ bornOn: '1977-01-01', kind: 'early', endedOn: '31/10/2026' })
    const company = await who.get(paths.claims.claim({ id: old.id }))
    expect(company.status).toBe(200)
    const page = await agent.get(own.claim({ id: old.id }))
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('avant le 1')])
    expect(page.text).toContain('Rien ne se calcule')
    await decide(agent, old.id, { decision: 'refused', raison: 'Droits déjà servis.' })
    expect(await stateOf(old.id)).toBe('refused')
    const other = await agent.get(own.claim({ id: young.id }))
    expect([other.status, other.text]).toEqual([200, expect.stringContaining('aura 49 ans')])
  })

  const large = { decision: 'granted', debut: '01/01/2027', annuelle: '240000', raison: 'Relevé.' }

  it('nothing that a decision rests on changes while it waits for a second agent', async () => {
    const { id } = await aClaim()
    await acceptAll(agent, id)
    const before = await other.get(own.claim({ id }))
    await decide(agent, id, large)
    const version = (await other.get(own.claim({ id }))).document
      .querySelector('[name=version]')
      ?.getAttribute('value')
    const late = await other.submit(
      before,
      { avis: 'refused', motif: 'illegible', version: version ?? '' },
      own.reviewDocument({ id, code: 'identity' }),
    )
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining('attend déjà un second agent'),
    ])
  })

  it('the second agent confirms nothing whose documents or points have changed since', async () => {
    const infected = await aClaim()
    const paidSince = await aClaim()
    await aQuarterOf(site, atlas, [paidSince.membershipId], { quarter: '2025T4', salary: '30000' })
    for (const { id } of [infected, paidSince]) {
      await acceptAll(agent, id)
      await decide(agent, id, large)
    }
    await site.database.ownerQuery(
      `update claim_documents set removed_at = now() where claim_id = $1 and code = 'identity'`,
      [infected.id],
    )
    await paid(site, atlas, { amount: '4140', on: '2026-11-20' })
    for (const { id } of [infected, paidSince]) {
      const page = await other.get(own.claim({ id }))
      const settled = await other.submit(page, { accord: 'oui' }, own.settleClaim({ id }))
      expect([settled.status, settled.text]).toEqual([
        409,
        expect.stringContaining('Renvoyez-la à l’examen'),
      ])
      expect(await stateOf(id)).toBe('sent')
      const back = await other.submit(settled, { accord: 'non' }, own.settleClaim({ id }))
      expect(back.text).toContain('Décision renvoyée à l’examen')
    }
  })

  it('an amount paid at once is explained where the rules give none', async () => {
    const { id, membershipId } = await aClaim()
    await aQuarterOf(site, atlas, [membershipId], { quarter: '2025T3', salary: '30000' })
    await paid(site, atlas, { amount: '4140', on: '2026-11-20' })
    await acceptAll(agent, id)
    await site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
       values ('single_payment_points', '2026-12-01', '0', 'Sans seuil', true)`,
    )
    const page = await agent.get(own.claim({ id }))
    const typed = { decision: 'granted', unique: '9000' }
    const silent = await agent.submit(page, typed, own.decideClaim({ id }))
    expect([silent.status, silent.text]).toEqual([
      409,
      expect.stringContaining('diffère du calcul'),
    ])
    const said = await agent.submit(
      page,
      { ...typed, raison: 'Arriérés de la caisse.' },
      own.decideClaim({ id }),
    )
    expect(said.text).toContain('La décision est enregistrée')
  })

  it('refuses a claim that its company does not complete, and grants none', async () => {
    const { id } = await aClaim()
    const page = await agent.get(own.claim({ id }))
    await agent.submit(page, { note: 'La carte.' }, own.askForMore({ id }))
    const waiting = await agent.get(own.claim({ id }))
    expect(waiting.text).toContain('Clore le dossier')
    const silent = await agent.submit(waiting, { raison: '' }, own.decideClaim({ id }))
    expect([silent.status, silent.mistakes]).toEqual([
      422,
      ['Dites pourquoi la demande est refusée.'],
    ])
    const granted = await agent.submit(
      waiting,
      { decision: 'granted', debut: '01/01/2027', annuelle: '1200', raison: 'x' },
      own.decideClaim({ id }),
    )
    expect(granted.status).toBe(409)
    const done = await agent.submit(waiting, { raison: 'Sans réponse.' }, own.decideClaim({ id }))
    expect(done.text).toContain('La décision est enregistrée')
    expect([await stateOf(id), await waits(id)]).toEqual(['refused', undefined])
    expect((await who.get(paths.claims.claim({ id }))).text).toContain('Sans réponse.')
  })

  it('never the same points twice, and shows what else was sent for the person', async () => {
    const first = await aClaim()
    await site.database.ownerQuery(
      `update claims set state = 'withdrawn', ended_at = now() where id = $1`,
      [first.id],
    )
    const cin = `BE${number}`
    const second = await aSentClaim(who, { membershipId: first.membershipId, cin, kind: 'early' })
    await acceptAll(agent, second)
    await site.database.ownerQuery(`update claims set state = 'granted' where id = $1`, [first.id])
    const page = await agent.get(own.claim({ id: second }))
    expect(page.document.querySelector(`a[href="${own.claim({ id: first.id })}"]`)).not.toBeNull()
    const twice = await decide(agent, second, { decision: 'granted', raison: 'Demande.' })
    expect([twice.status, twice.text]).toEqual([
      409,
      expect.stringContaining('déjà donné une pension'),
    ])
    expect(await stateOf(second)).toBe('sent')
  })

  it('refuses with a reason that the company reads', async () => {
    const { id } = await aClaim()
    await decide(agent, id, { decision: 'refused', raison: 'La personne est encore en activité.' })
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text).toContain('encore en activité')
    expect(await stateOf(id)).toBe('refused')
  })
})

describe('arrears and limitation (L6)', () => {
  it('a pension is worked out again by itself once a quarter is paid, once', async () => {
    const { id, membershipId } = await aClaim()
    await aQuarterOf(site, atlas, [membershipId], { quarter: '2026T1', salary: '30000' })
    await acceptAll(agent, id)
    const page = await agent.get(own.claim({ id }))
    const done = await agent.submit(page, { decision: 'granted' }, own.decideClaim({ id }))
    expect(done.text).toContain('La décision est enregistrée')
    expect(await reviseClaims(site.app)).toBe(0)
    await paid(site, atlas, { amount: '4140', on: '2026-11-20' })
    expect(await reviseClaims(site.app)).toBe(1)
    expect(await reviseClaims(site.app)).toBe(0)
    const shown = await who.get(paths.claims.claim({ id }))
    expect(shown.text).toContain('Pension révisée')
    await site.runJobs()
    expect(site.mails.some(({ subject }) => subject.includes('pension révisée'))).toBe(true)
  })

  it('what was paid at once is left to an agent, and a claim that fails holds back no other', async () => {
    const [lump, shared, plain, faulty] = [
      await aClaim(),
      await aClaim({ capital: 'capital' }),
      await aClaim(),
      await aClaim(),
    ]
    const everybody = [lump, shared, plain, faulty]
    const people = everybody.map(({ membershipId }) => membershipId)
    await aQuarterOf(site, atlas, people, { quarter: '2026T2', salary: '30000' })
    const typed = { decision: 'granted', raison: 'Montant de la caisse.' }
    for (const { id } of everybody) await acceptAll(agent, id)
    await decide(agent, lump.id, { ...typed, annuelle: '', unique: '5000' })
    await decide(agent, shared.id, { ...typed, unique: '800' })
    await decide(agent, plain.id, { decision: 'granted' })
    await decide(agent, faulty.id, { decision: 'granted' })
    await site.database.ownerQuery(
      `alter table claim_decisions add constraint no_more check (claim_id <> '${faulty.id}') not valid`,
    )
    await paid(site, atlas, { amount: '16560', on: '2026-11-21' })
    expect(await reviseClaims(site.app)).toBe(1)
    expect(await reviseClaims(site.app)).toBe(0)
    expect(site.logged.join()).toContain('could not be worked out again')
    const decided = await site.database.ownerQuery<{ claim_id: string; verdict: string }>(
      `select claim_id, verdict from claim_decisions where claim_id = any($1) and verdict = 'revised'`,
      [everybody.map(({ id }) => id)],
    )
    expect(decided).toEqual([{ claim_id: plain.id, verdict: 'revised' }])
    for (const { id } of [lump, shared]) {
      const company = await who.get(paths.claims.claim({ id }))
      expect(company.text.split('fixe le complément')).toHaveLength(2)
      expect((await agent.get(own.claim({ id }))).text).toContain('points ont été réglés')
    }
    await site.runJobs()
    expect(site.mails.some(({ subject }) => subject.includes('complément reste'))).toBe(true)
  })

  it('who prepares a claim is warned a year before its rights lapse, once', async () => {
    number += 1
    const old = await aMember(site, atlas, {
      lastName: 'ANCIEN',
      firstName: 'OMAR',
      number: `000${number}`,
      bornOn: '1961-12-01',
    })
    const id = await beginClaim(who, old, 'deferred')
    await fillStep(who, id, 'end', { jour: '31/12/2020', note: 'Avant le portail.' })
    expect(await warnOfLimitation(site.app)).toBe(1)
    expect(await warnOfLimitation(site.app)).toBe(0)
    expect((await who.get(paths.claims.claim({ id }))).text).toContain('se prescrivent le 1')
  })

  it('the warning waits for somebody to read it, comes again for another date, and refuses no open form', async () => {
    number += 1
    const old = await aMember(site, atlas, {
      lastName: 'ANCIENNE',
      firstName: 'SALMA',
      number: `000${number}`,
      bornOn: '1961-12-01',
    })
    const id = await beginClaim(who, old, 'deferred')
    await fillStep(who, id, 'end', { jour: '31/12/2020', note: 'Avant le portail.' })
    const account = await who.get(paths.claims.account({ id }))
    const setClerk = (state: string) =>
      site.database.ownerQuery('update profiles set state = $2 where id = $1', [clerk.id, state])
    await setClerk('suspended')
    expect(await warnOfLimitation(site.app)).toBe(0)
    await setClerk('active')
    expect(await warnOfLimitation(site.app)).toBe(1)
    expect(await warnOfLimitation(site.app)).toBe(0)
    const saved = await who.submit(account, { rib: claimRib }, paths.claims.account({ id }))
    expect(saved.url).toBe(paths.claims.claim({ id }))
    await fillStep(who, id, 'end', { jour: '31/12/2020', note: 'Écrit autrement.' })
    expect(await warnOfLimitation(site.app)).toBe(0)
    await fillStep(who, id, 'end', { jour: '30/11/2020', note: 'Une autre date.' })
    expect(await warnOfLimitation(site.app)).toBe(1)
  })
})
