import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import {
  accept,
  agentActor,
  aSubscription,
  letterNow,
  newestProof,
  read,
  signedBack,
} from '../../test/support/letters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { guest } from '../actors/actor.ts'
import { withdrawRequest } from '../subscriptions/withdraw-request.ts'
import { paths } from '../web/paths.ts'
import { commonChecks } from './checklist.ts'

let site: TestSite
let first: TestPerson
let agent: Visitor
let employer: TestEmployer

beforeAll(async () => {
  site = await openSite()
  first = await anAgent(site)
  agent = await signedIn(site, first)
  employer = await anEmployer(site, { number: '005839', name: 'Atlas Textile SA' })
})
afterAll(() => site.close())

async function aReceived(number: string, employerId: string | null = null): Promise<string> {
  const letterId = await aSubscription(site, { number, employerId })
  await signedBack(site, letterId)
  return letterId
}

const caseOf = (id: string) => paths.agency.letter({ id })

async function actionsOn(employerId: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    'select action from audit_events where employer_id = $1 order by sequence',
    [employerId],
  )
  return rows.map(({ action }) => action)
}

describe('the scan', () => {
  it('is served so that it can do nothing, and its opening is in the employer’s trail', async () => {
    const company = await anEmployer(site)
    const letterId = await aReceived(company.number, company.id)
    const proof = await newestProof(site, letterId)
    const screen = await agent.get(caseOf(letterId))
    expect(await actionsOn(company.id)).toContain('letter.viewed')
    const address = paths.agency.proof({ id: letterId, proof: proof.id })
    expect(screen.document.querySelector('img')?.getAttribute('src')).toBe(address)
    const served = await agent.raw(address)
    const { reference } = await letterNow(site, letterId)
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('content-disposition')).toBe(
      `attachment; filename="${reference}-1.png"; filename*=UTF-8''${reference}-1.png`,
    )
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect(served.headers.get('cache-control')).toBe('no-store')
    expect(await actionsOn(company.id)).toContain('letter.proof_viewed')
  })

  it('is nobody else’s', async () => {
    const letterId = await aReceived('200006')
    const another = await aReceived('200007')
    const proof = await newestProof(site, letterId)
    const address = paths.agency.proof({ id: letterId, proof: proof.id })
    const delegate = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    expect((await delegate.raw(address)).status).toBe(403)
    const crossed = paths.agency.proof({ id: another, proof: proof.id })
    expect((await agent.raw(crossed)).status).toBe(404)
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect((await agent.raw(caseOf(id))).status).toBe(404)
    }
  })
})

describe('a file', () => {
  it('shows what was typed, what is known, and the identity number to compare', async () => {
    const letterId = await aReceived(employer.number, employer.id)
    const screen = await agent.get(caseOf(letterId))
    expect(screen.title).toContain('Abonnement')
    expect(screen.text).toContain('Youssef Alami')
    expect(screen.text).toContain('BE123456')
    expect(screen.text).toContain('Atlas Textile SA · N° Adhérent 005839')
    expect(screen.text).toContain('Le cachet de l’entreprise est apposé')
  })

  it('is accepted with every check ticked, once its scan was opened', async () => {
    const company = await anEmployer(site)
    const letterId = await aReceived(company.number, company.id)
    const decision = paths.agency.review({ id: letterId })
    const screen = await agent.get(caseOf(letterId))
    const unticked = await agent.submit(screen, { controles: ['number', 'stamp'] }, decision)
    expect(unticked.status).toBe(422)
    expect(unticked.mistakes.join()).toContain('Cochez tous les contrôles')
    const checked = { controles: ['number', 'signatory', 'signature', 'stamp', 'identity'] }
    const unseen = await agent.submit(screen, checked, decision)
    expect(unseen.status).toBe(409)
    expect(unseen.mistakes.join()).toContain('Vous n’avez pas ouvert ce document signé.')
    await read(site, agentActor(first), letterId)
    const accepted = await agent.submit(screen, checked, decision)
    expect(accepted.url).toBe(paths.agency.queue())
    expect(accepted.text).toContain('Le dossier est accepté.')
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
  })

  it('that changed since it was read is read again', async () => {
    const company = await anEmployer(site)
    const letterId = await aReceived(company.number, company.id)
    await read(site, agentActor(first), letterId)
    const screen = await agent.get(caseOf(letterId))
    await signedBack(site, letterId)
    const stale = await agent.submit(
      screen,
      { controles: ['number', 'signatory', 'signature', 'stamp', 'identity'] },
      paths.agency.review({ id: letterId }),
    )
    expect(stale.status).toBe(409)
    expect(stale.mistakes.join()).toContain('Quelqu’un a modifié ces informations')
    expect(stale.text).toContain('Un document antérieur')
  })

  it('of an unknown number says so, and is refused with that reason', async () => {
    const letterId = await aReceived('200008')
    const screen = await agent.get(caseOf(letterId))
    expect(screen.text).toContain('Ce numéro n’est celui d’aucune entreprise adhérente.')
    expect(screen.text).not.toContain('Accepter et mettre en vigueur')
    await read(site, agentActor(first), letterId)
    const { version } = await letterNow(site, letterId)
    const csrf = screen.document.querySelector('[name="csrf"]')?.getAttribute('value') ?? ''
    const { id } = await newestProof(site, letterId)
    const form = { csrf, decision: 'refuse', version: String(version), justificatif: id }
    const send = (fields: Record<string, string>) =>
      agent.post(paths.agency.review({ id: letterId }), { ...form, ...fields })
    expect((await send({})).mistakes.join()).toContain('Cochez au moins un motif.')
    expect((await send({ motifs: 'inventé' })).status).toBe(422)
    expect((await send({ motifs: 'unknown_number' })).status).toBe(303)
    expect(await letterNow(site, letterId)).toMatchObject({ reasons: ['unknown_number'] })
  })

  it('of one’s own employer is for somebody else', async () => {
    const company = await anEmployer(site)
    const letterId = await aReceived(company.number, company.id)
    const own = await signedIn(site, await anAgent(site, { ownEmployerNumber: company.number }))
    const screen = await own.get(caseOf(letterId))
    expect(screen.text).toContain('Vous ne pouvez pas décider de ce dossier.')
    expect(screen.text).not.toContain('Accepter')
    expect(screen.text).not.toContain('Enregistrer un document papier')
    expect(screen.document.querySelector('[name="geste"]')).toBeNull()
  })

  it('of a form withdrawn leads to the one that was drawn up since', async () => {
    const old = await aSubscription(site, { number: '200021' })
    await withdrawRequest(site.app, guest, old)
    expect((await agent.get(caseOf(old))).text).toContain('Aucun autre n’a été préparé depuis')
    const since = await aSubscription(site, { number: '200021' })
    const { reference } = await letterNow(site, since)
    const screen = await agent.get(caseOf(old))
    expect(screen.text).toContain(reference)
    expect(screen.body).toContain(`href="${caseOf(since)}"`)
  })

  it('marks what the form says otherwise than the fund knows', async () => {
    const company = await anEmployer(site)
    await site.database.ownerQuery(
      `update employers set address = '1, rue Haute', city = 'Fès' where id = $1`,
      [company.id],
    )
    const letterId = await aReceived(company.number, company.id)
    expect((await agent.get(caseOf(letterId))).text).toContain('Différent sur le formulaire')
  })

  it('says the same in Arabic', async () => {
    const letterId = await aReceived('200009')
    const screen = await agent.get(`${caseOf(letterId)}?lang=ar`)
    expect(screen.document.querySelector('html')?.getAttribute('dir')).toBe('rtl')
    expect(screen.text).toContain('هذا الرقم لا يخص أي مقاولة منخرطة.')
    await agent.get(`${caseOf(letterId)}?lang=fr`)
  })
})

describe('the ICE on file', () => {
  it('stands beside what was typed, with what differs in words', async () => {
    const company = await anEmployer(site, { ice: '001561191000163' })
    const letterId = await aReceived(company.number, company.id)
    const screen = await agent.get(caseOf(letterId))
    expect(screen.text).toContain('Saisi : 001561191000066. Connu : 001561191000163.')
    expect(screen.text).toContain('l’établissement est un autre')
  })

  it('is not mentioned when it is the same', async () => {
    const company = await anEmployer(site, { ice: '001561191000066' })
    const screen = await agent.get(caseOf(await aReceived(company.number, company.id)))
    expect(screen.text).not.toContain('L’ICE saisi')
  })
})

describe('a case in the hands of another agent', () => {
  it('is read, and decided by nobody else: a supervisor takes it over first', async () => {
    const company = await anEmployer(site)
    const letterId = await aReceived(company.number, company.id)
    const supervisor = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    const before = await agent.get(caseOf(letterId))
    await read(site, agentActor(first), letterId)
    const holder = await signedIn(site, await anAgent(site, { lastName: 'Bennis' }))
    const at = paths.agency.take({ id: letterId })
    await holder.submit(await holder.get(caseOf(letterId)), {}, at)
    const shown = await agent.get(caseOf(letterId))
    expect(shown.text).toContain('Bennis a ce dossier en main')
    expect(shown.body).not.toContain('name="controles"')
    const sent = { controles: commonChecks }
    const refused = await agent.submit(before, sent, paths.agency.review({ id: letterId }))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('rien n’a été décidé')
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'received' })
    const taken = await supervisor.submit(await supervisor.get(caseOf(letterId)), {}, at)
    expect(taken.body).toContain('name="controles"')
  })
})

describe('what the desk knows of a renewal', () => {
  it('has the payment option and the signatory in force, and says where the form differs', async () => {
    const company = await anEmployer(site, { services: [] })
    const inForce = await aSubscription(site, { number: company.number, employerId: company.id })
    await signedBack(site, inForce)
    await accept(site, agentActor(first), inForce)
    await site.database.ownerQuery(
      `update employers set payment_option = 'case_by_case' where id = $1`,
      [company.id],
    )
    const wishes = { kind: 'renewal', number: company.number, employerId: company.id } as const
    const letterId = await aSubscription(site, wishes)
    await signedBack(site, letterId)
    const { text } = await agent.get(caseOf(letterId))
    expect(text).toMatch(/Option de paiement Prélèvement cas par casDifférent sur le formulaire/)
    expect(text).toContain('Signataire de l’abonnement en vigueur Youssef Alami')
    expect(text).toContain('Le demandeur lit le français.')
  })
})
