import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  signedIn,
  type TestEmployer,
} from '../../test/support/factories.ts'
import { aRequestedLetter, letterNow } from '../../test/support/letters.ts'
import { aMember } from '../../test/support/members.ts'
import { aDrawnOrder, aPayingCompany, orderOf } from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

let site: TestSite
let agent: Visitor
let employer: TestEmployer

beforeAll(async () => {
  site = await openSite()
  agent = await signedIn(site, await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' }))
  employer = await anEmployer(site, { number: '005839', name: 'Atlas Textile SA' })
})
afterAll(() => site.close())

async function actionsOn(employerId: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    'select action from audit_events where employer_id = $1 order by sequence',
    [employerId],
  )
  return rows.map(({ action }) => action)
}

async function stateOf(delegateId: string): Promise<string | undefined> {
  const [row] = await site.database.ownerQuery<{ state: string }>(
    'select state from delegates where id = $1',
    [delegateId],
  )
  return row?.state
}

describe('companies', () => {
  it('are found by name and number, letters by code', async () => {
    const found = await agent.get(`${paths.agency.search()}?q=atlas%20TEXT`)
    expect(found.text).toContain('Atlas Textile SA')
    const letterId = await aRequestedLetter(site, employer, 'password_reset')
    const { reference } = await letterNow(site, letterId)
    expect((await agent.get(`${paths.agency.search()}?q=${reference}`)).text).toContain(reference)
    const nothing = await agent.get(`${paths.agency.search()}?q=${encodeURIComponent("%' or 1=1")}`)
    expect(nothing.text).toContain('Rien ne correspond')
  })

  it('have members who are found by number or the beginning of their name, in every company', async () => {
    const one = await anEmployer(site, { name: 'Rif Conserves SA' })
    const person = { lastName: 'BENJELLOUN', firstName: 'AMINA', bornOn: '1980-04-05' }
    await aMember(site, employer, { ...person, number: '000777001' })
    await aMember(site, one, { ...person, number: '900000777', state: 'provisional' })
    const byName = await agent.get(`${paths.agency.search()}?q=benjelloun%20am`)
    expect(byName.text).toContain('000777001')
    expect(byName.text).toContain('Rif Conserves SA')
    expect(byName.text).toContain('Provisoire')
    const turned = await agent.get(`${paths.agency.search()}?q=amina%20Benjelloun`)
    expect(turned.text).toContain('000777001')
    expect((await agent.get(`${paths.agency.search()}?q=777001`)).text).toContain(
      'BENJELLOUN AMINA',
    )
    expect((await agent.get(`${paths.agency.search()}?q=amina`)).text).toContain(
      'Rien ne correspond',
    )
    expect((await agent.get(`${paths.agency.search()}?q=be`)).text).not.toContain('BENJELLOUN')
  })

  it('are shown without a secret, and know that they were', async () => {
    const company = await anEmployer(site, { name: 'Souss Agrumes SARL' })
    const delegate = await aDelegate(site, company)
    const screen = await agent.get(paths.agency.employer({ id: company.id }))
    expect(screen.text).toContain('Souss Agrumes SARL')
    expect(screen.text).toContain(delegate.email)
    expect(screen.body).not.toMatch(/argon2|password_hash|totp/)
    expect(screen.body).not.toContain(delegate.cin)
    expect(await actionsOn(company.id)).toContain('employer.viewed')
    const trail = await agent.get(paths.agency.trail({ id: company.id }))
    expect(trail.text).toContain('A consulté la fiche de l’entreprise')
    expect(trail.text).toContain('Imane Zerouali')
    const at = paths.agency.trail({ id: company.id })
    const narrowed = await agent.get(`${at}?sorte=company&du=24/11/2026`)
    expect(narrowed.text).toContain('A consulté la fiche de l’entreprise')
    const refusals = await agent.get(`${at}?sorte=refused`)
    expect(refusals.text).not.toContain('A consulté la fiche de l’entreprise')
    expect(refusals.text).toContain('0 action')
    expect((await agent.raw(paths.agency.employer({ id: 'x' }))).status).toBe(404)
  })

  it('are shown with what they owe, their payment orders and their mandates, accounts masked', async () => {
    const paying = await aPayingCompany(site)
    const id = await aDrawnOrder(site, paying, 500_000n)
    const { reference } = await orderOf(site, paying, id)
    const screen = await agent.get(paths.agency.employer({ id: paying.company.id }))
    const part = (name: string) =>
      (screen.document.querySelector(`#${name}`)?.textContent ?? '').replace(/\s+/g, ' ')
    expect(part('compte')).toContain('14 490,11 DH')
    expect(part('compte')).toContain('3e trimestre 2026')
    expect(part('ordres')).toContain(reference)
    expect(part('ordres')).toContain('5 000,00 DH')
    expect(part('mandats')).toContain('Utilisable')
    expect(screen.body).not.toContain('0001234567890123')
    const empty = await agent.get(paths.agency.employer({ id: (await anEmployer(site)).id }))
    for (const said of ['Rien n’est à régler', 'Aucun ordre de paiement', 'Aucun compte bancaire'])
      expect(empty.text).toContain(said)
  })

  it('a signed letter suspends the delegate at once', async () => {
    const company = await anEmployer(site)
    const delegate = await aDelegate(site, company)
    const session = await signedIn(site, delegate)
    expect((await session.raw(paths.administration.information())).status).not.toBe(303)
    const path = paths.agency.suspendDelegate({ id: company.id })
    const screen = await agent.get(paths.agency.employer({ id: company.id }))
    const blank = await agent.submit(screen, {}, path)
    expect(blank.status).toBe(422)
    expect(blank.mistakes).toHaveLength(2)
    const order = { courrier: 'C-2026-1187', motif: 'Départ de l’entreprise' }
    const done = await agent.submit(screen, order, path)
    expect(done.text).toContain('La personne déléguée est suspendue.')
    expect((await session.raw(paths.administration.information())).status).toBe(303)
    const trail = await agent.get(paths.agency.trail({ id: company.id }))
    expect(trail.text).toContain('C-2026-1187')
    const csrf = screen.document.querySelector('[name="csrf"]')?.getAttribute('value') ?? ''
    expect((await agent.post(path, { csrf, delegue: delegate.id, ...order })).status).toBe(409)
  })

  it('a signed letter suspends the delegate that the page showed, and not one in function since', async () => {
    const company = await anEmployer(site)
    const former = await aDelegate(site, company)
    const screen = await agent.get(paths.agency.employer({ id: company.id }))
    await site.database.ownerQuery(
      `update delegates set state = 'replaced', ended_at = now() where id = $1`,
      [former.id],
    )
    const since = await aDelegate(site, company)
    const order = { courrier: 'C-2026-1188', motif: 'Départ de l’entreprise' }
    const path = paths.agency.suspendDelegate({ id: company.id })
    const stale = await agent.submit(screen, order, path)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain(since.email)
    expect(await stateOf(since.id)).toBe('active')
    // What was typed is kept, and the page now shows whom it is about.
    expect((await agent.submit(stale, {}, path)).text).toContain(
      'La personne déléguée est suspendue.',
    )
    expect(await stateOf(since.id)).toBe('suspended')
  })

  it('a signed letter gives the delegate their access back, by a supervisor', async () => {
    const company = await anEmployer(site)
    const delegate = await aDelegate(site, company)
    const at = paths.agency.employer({ id: company.id })
    const order = { courrier: 'C-2026-1189', motif: 'Reprise des fonctions' }
    await agent.submit(await agent.get(at), order, paths.agency.suspendDelegate({ id: company.id }))
    expect((await agent.get(at)).text).toContain('Un superviseur peut lui rendre son accès')
    const supervisor = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    const path = paths.agency.reactivateDelegate({ id: company.id })
    await site.runJobs()
    site.mails.length = 0
    const screen = await supervisor.get(at)
    const done = await supervisor.submit(screen, order, path)
    expect(done.text).toContain('La personne déléguée a de nouveau accès.')
    expect(await stateOf(delegate.id)).toBe('active')
    expect(await actionsOn(company.id)).toContain('delegate.reactivated')
    await site.runJobs()
    expect(site.mails.map(({ to }) => to)).toEqual([delegate.email])
    expect((await supervisor.submit(screen, order, path)).status).toBe(409)
  })
})
