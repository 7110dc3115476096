import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anAgent,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { agentActor } from '../../../test/support/letters.ts'
import { mailedLink } from '../../../test/support/mailed.ts'
import { askedOf, withPasskey } from '../../../test/support/passkeys.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import {
  confirmAsOperator,
  openAsOperator,
  resetSecondFactorAsOperator,
} from './act-as-operator.ts'
import type { AgentDetails } from './agent-form.ts'
import { askForAgent } from './ask-for-agent.ts'
import { verifyStatements } from '../../access/verify-statements.ts'
import { confirmRequest } from './decide-request.ts'
import { expireAgentRequests } from './expire-requests.ts'
import { readAgent } from './read-agents.ts'
import { suspendAgent } from './suspend-agent.ts'

let site: TestSite
let driss: TestPerson
let amal: TestPerson
let first: Visitor
let second: Visitor

beforeAll(async () => {
  site = await openSite()
  driss = await anAgent(site, { role: 'supervisor', firstName: 'Driss', lastName: 'Alaoui' })
  amal = await anAgent(site, { role: 'supervisor', firstName: 'Amal', lastName: 'Zniber' })
  first = await signedIn(site, driss)
  second = await signedIn(site, amal)
})
afterAll(() => site.close())

/** An agent with a second factor in use, recovery codes and an open session. */
async function aWorkingAgent(wishes: Parameters<typeof anAgent>[1] = {}): Promise<TestPerson> {
  const agent = await anAgent(site, wishes)
  await site.database.ownerQuery('update agents set totp_sealed = $2 where id = $1', [
    agent.id,
    site.app.keyring.seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
  ])
  await site.database.ownerQuery(
    `insert into recovery_codes (account_kind, account_id, code_hash) values ('agent', $1, '\\x01')`,
    [agent.id],
  )
  return agent
}

async function askedReset(agent: TestPerson, by = driss): Promise<string> {
  await askForAgent(site.app, agentActor(by, 'supervisor'), {
    agentId: agent.id,
    kind: 'reset_second_factor',
    reason: 'Téléphone volé, vue au bureau',
  })
  const [request] = await site.database.ownerQuery<{ id: string }>(
    `select id from agent_requests where agent_id = $1 and state = 'waiting'`,
    [agent.id],
  )
  return request?.id ?? ''
}

/** What the page shows this supervisor, and their password. */
async function shownTo(by: TestPerson, agent: TestPerson) {
  const { statement } = await readAgent(site.app, agentActor(by, 'supervisor'), agent.id)
  const proof = { by: 'password', password: goodPassword } as const
  return { digest: statement?.digest ?? '', proof }
}

async function rowOf(id: string) {
  const [row] = await site.database.ownerQuery<{ state: string; totp_sealed: Buffer | null }>(
    'select state, totp_sealed from agents where id = $1',
    [id],
  )
  return row
}

async function actionsOn(id: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    `select action from audit_events where chain = 'fund' and subject_id = $1 order by sequence`,
    [id],
  )
  return rows.map(({ action }) => action)
}

const origin = { address: '192.0.2.1', device: null }
const pageOf = (agent: Pick<TestPerson, 'id'>) => paths.agency.agent({ id: agent.id })

/** The form whose button reads so. */
function formWith(screen: Screen, button: string): string {
  const found = [...screen.document.querySelectorAll('main form')].find((form) =>
    form.textContent?.includes(button),
  )
  return found?.getAttribute('action') ?? `no form with ${button}`
}

describe('an agent who lost the second factor and the recovery codes', () => {
  it('has it reset by two supervisors, is told, is signed out, and chooses another at the next sign-in', async () => {
    const agent = await aWorkingAgent({ firstName: 'Ghita', lastName: 'Bennis' })
    const working = await signedIn(site, agent)
    const screen = await first.get(pageOf(agent))
    const asked = await first.submit(
      screen,
      { reason: 'Téléphone volé, vue au bureau' },
      paths.agency.agentSecondFactor({ id: agent.id }),
    )
    expect(asked.text).toContain('Un autre superviseur doit la confirmer dans les 72 heures.')
    expect(asked.text).toContain('Votre demande attend un autre superviseur.')
    expect((await rowOf(agent.id))?.totp_sealed).not.toBeNull()
    expect((await working.get(paths.agency.queue())).status).toBe(200)

    const list = await second.get(paths.agency.agents())
    expect(list.text).toContain('Une demande attend une confirmation.')
    const waiting = await second.get(pageOf(agent))
    expect(waiting.text).toContain(
      'demande de réinitialiser la double vérification de Ghita Bennis',
    )
    const action = formWith(waiting, 'Réinitialiser pour Ghita Bennis')
    const unsure = await second.submit(waiting, { password: 'pas le mien' }, action)
    expect(unsure.status).toBe(422)
    expect(unsure.text).toContain('Ce mot de passe n’est pas celui de votre compte.')
    const done = await second.submit(unsure, { password: amal.password }, action)
    expect(done.text).toContain('La double vérification est réinitialisée.')

    expect((await rowOf(agent.id))?.totp_sealed).toBeNull()
    expect((await working.get(paths.agency.queue())).url).toContain('/agence/connexion')
    const codes = await site.database.ownerQuery(
      'select from recovery_codes where account_id = $1',
      [agent.id],
    )
    expect(codes).toEqual([])
    await site.runJobs()
    const told = site.mails.filter(({ to }) => to === agent.email).map(({ subject }) => subject)
    expect(told).toEqual([
      'Une réinitialisation de votre double vérification est demandée',
      'Votre double vérification est réinitialisée',
    ])
    expect(await actionsOn(agent.id)).toEqual([
      'agent.reset_second_factor_asked',
      'agent.second_factor_reset',
    ])
    expect((await second.get(pageOf(agent))).text).toContain(
      'A réinitialisé la double vérification de Ghita Bennis, demandé par Driss Alaoui',
    )

    const back = site.visitor()
    const door = await back.get(paths.signIn.agency())
    const enrol = await back.submit(door, { login: agent.login, password: agent.password })
    expect(enrol.url).toBe(paths.signIn.enrol())
    expect((await back.get(paths.agency.queue())).url).not.toBe(paths.agency.queue())
    const secret = /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(enrol.text)?.[0].replaceAll(' ', '') ?? ''
    const code = new TOTP({ secret }).generate({ timestamp: site.clock.now().getTime() })
    const entered = await back.submit(enrol, { code })
    expect(entered.text).toContain('codes de secours')
    expect((await back.get(paths.agency.queue())).status).toBe(200)
  })

  it('AT67: is helped by nobody alone: not by themselves, not by who asked, not by another account of either', async () => {
    const agent = await aWorkingAgent({ role: 'supervisor' })
    const twin = await anAgent(site, { role: 'supervisor', cin: driss.cin })
    const own = await anAgent(site, { role: 'supervisor', cin: agent.cin })
    await expect(askedReset(agent, agent)).rejects.toThrow('agents.own_account')
    await expect(askedReset(agent, own)).rejects.toThrow('agents.own_account')
    const requestId = await askedReset(agent)
    const confirm = async (by: TestPerson) =>
      confirmRequest(site.app, agentActor(by, 'supervisor'), {
        agentId: agent.id,
        requestId,
        ...(await shownTo(by, agent)),
        origin,
      })
    await expect(confirm(driss)).rejects.toThrow('agents.own_request')
    await expect(confirm(twin)).rejects.toThrow('agents.own_request')
    await expect(confirm(agent)).rejects.toThrow('agents.own_account')
    await expect(confirm(own)).rejects.toThrow('agents.own_account')
    expect((await rowOf(agent.id))?.totp_sealed).not.toBeNull()
    await confirm(amal)
    expect((await rowOf(agent.id))?.totp_sealed).toBeNull()
    await expect(confirm(amal)).rejects.toThrow('agents.already_decided')
    for (const one of [agent, twin, own])
      await site.database.ownerQuery(`update agents set state = 'suspended' where id = $1`, [
        one.id,
      ])
  })

  it('is confirmed by a passkey too, which signs this request alone, and holds when verified later', async () => {
    const nadia = await anAgent(site, { role: 'supervisor' })
    const passkey = await withPasskey(site, nadia)
    const visitor = await signedIn(site, nadia)
    const agent = await aWorkingAgent()
    await askedReset(agent)
    const before = await visitor.get(pageOf(agent))
    const ofBefore = passkey.sign(askedOf(before))
    await site.database.ownerQuery(
      `update agent_requests set state = 'withdrawn', decided_by = asked_by, decided_at = now()
        where agent_id = $1 and state = 'waiting'`,
      [agent.id],
    )
    await askedReset(agent)
    const waiting = await visitor.get(pageOf(agent))
    const action = paths.agency.agentRequest({ id: agent.id })
    const confirm = (screen: Screen, assertion: string) =>
      visitor.submit(screen, { decision: 'confirmer', assertion }, action)
    const old = await confirm(before, ofBefore)
    expect(old.status).toBe(422)
    const other = await confirm(waiting, ofBefore)
    expect(other.status).toBe(422)
    expect((await rowOf(agent.id))?.totp_sealed).not.toBeNull()
    expect((await verifyStatements(site.app.db)).statements).toBe(0)
    const done = await confirm(waiting, passkey.sign(askedOf(waiting)))
    expect(done.text).toContain('La double vérification est réinitialisée.')
    expect(await verifyStatements(site.app.db)).toEqual({ statements: 1, breaks: [] })
    for (const one of [nadia, agent])
      await site.database.ownerQuery(`update agents set state = 'suspended' where id = $1`, [
        one.id,
      ])
  })

  it('is confirmed within 72 hours or not at all, and asked once at a time', async () => {
    const agent = await aWorkingAgent()
    const requestId = await askedReset(agent)
    await expect(askedReset(agent)).rejects.toThrow('agents.already_asked')
    const start = site.clock.now()
    site.clock.advance(73 * 3_600_000)
    const late = confirmRequest(site.app, agentActor(amal, 'supervisor'), {
      agentId: agent.id,
      requestId,
      ...(await shownTo(amal, agent)),
      origin,
    })
    await expect(late).rejects.toThrow('agents.request_expired')
    await expireAgentRequests(site.app)
    await askedReset(agent)
    expect(await actionsOn(agent.id)).toContain('agent.request_expired')
    site.clock.set(start)
  })

  it('cannot be stripped of it by the program without two people, whatever the code says', async () => {
    const agent = await aWorkingAgent()
    const alone = site.app.db.transaction({ as: 'agency' }, (tx) =>
      tx.updateTable('agents').set({ totp_sealed: null }).where('id', '=', agent.id).execute(),
    )
    await expect(alone).rejects.toThrow('was confirmed by nobody')
    const opened = site.app.db.transaction({ as: 'agency' }, (tx) =>
      tx
        .insertInto('agents')
        .values({
          login: 'agent.direct',
          role: 'supervisor',
          state: 'active',
          first_name: 'A',
          last_name: 'B',
          identity_key: Buffer.from('x'),
          email: 'a@b.example',
          language: 'fr',
          own_employer_number: null,
          password_hash: null,
          password_set_at: null,
          totp_sealed: null,
          totp_last_step: null,
          last_signed_in_at: null,
          created_at: site.clock.now(),
        })
        .execute(),
    )
    await expect(opened).rejects.toThrow('violates row-level security policy')
    const promoted = site.app.db.transaction({ as: 'agency' }, (tx) =>
      tx.updateTable('agents').set({ role: 'supervisor' }).where('id', '=', agent.id).execute(),
    )
    await expect(promoted).rejects.toThrow('was confirmed by nobody')
  })

  it('finds the way back through the operator too, who confirms what was asked or acts alone', async () => {
    const asked = await aWorkingAgent()
    await askedReset(asked)
    expect(await resetSecondFactorAsOperator(site.app, asked.login)).toMatchObject({
      kind: 'reset_second_factor',
      askedBy: 'Driss Alaoui',
    })
    const alone = await aWorkingAgent()
    const acted = await resetSecondFactorAsOperator(site.app, alone.login)
    expect(acted).toMatchObject({ askedBy: null, told: 2 })
    expect((await rowOf(alone.id))?.totp_sealed).toBeNull()
    await site.runJobs()
    expect(site.mails.filter(({ to }) => to === driss.email).at(-1)?.text).toContain(
      'L’exploitant du portail a réinitialisé',
    )
    await expect(resetSecondFactorAsOperator(site.app, alone.login)).rejects.toThrow(
      'agents.no_second_factor',
    )
    await expect(resetSecondFactorAsOperator(site.app, 'personne')).rejects.toThrow(
      'agents.unknown_login',
    )
  })
})

const newAgent = {
  firstName: 'Yasmine',
  lastName: 'Tazi',
  identityKind: 'cin',
  identityNumber: 'BB998877',
  email: 'y.tazi@caisse.example',
  language: 'fr',
  role: 'agent',
  login: 'agent.tazi',
  ownEmployerNumber: '5839',
  reason: 'Recrutée au pôle Entreprises',
}

describe('a new agent', () => {
  it('is described by one supervisor, confirmed by another, and chooses password and second factor', async () => {
    const form = await first.get(paths.agency.newAgent())
    const wrong = await first.submit(form, { ...newAgent, login: 'Agent Tazi', email: 'non' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Un login a de 3 à 40 lettres')
    expect(wrong.text).toContain('Saisissez une adresse e-mail complète')
    const asked = await first.submit(wrong, newAgent)
    expect(asked.text).toContain('À confirmer')
    await site.runJobs()
    expect(site.mails.some(({ to }) => to === newAgent.email)).toBe(false)
    const address = asked.url
    const waiting = await second.get(address)
    expect(waiting.text).toContain('Driss Alaoui demande d’ouvrir un compte à Yasmine Tazi.')
    const action = formWith(waiting, 'Ouvrir le compte de Yasmine Tazi')
    const opened = await second.submit(waiting, { password: amal.password }, action)
    expect(opened.text).toContain('le lien d’activation est parti')
    const link = await mailedLink(site, newAgent.email, 'activer')
    const visitor = site.visitor()
    const activation = await visitor.get(link)
    expect(activation.text).toContain('Agence Virtuelle')
    const active = await visitor.submit(activation, { newPassword: 'girafe chaussure lundi' })
    expect(active.url.split('?')[0]).toBe(paths.signIn.agency())
    const enrol = await visitor.submit(active, {
      login: newAgent.login,
      password: 'girafe chaussure lundi',
    })
    expect(enrol.url).toBe(paths.signIn.enrol())
  })

  it('has one account, and a login of their own', async () => {
    const form = await first.get(paths.agency.newAgent())
    const again = await first.submit(form, { ...newAgent, login: 'agent.tazi2' })
    expect(again.text).toContain('Cette personne a déjà un compte d’agent, agent.tazi.')
    const taken = await first.submit(form, { ...newAgent, identityNumber: 'BB111222' })
    expect(taken.text).toContain('Le login agent.tazi est déjà pris.')
  })

  it('is refused or withdrawn without a trace in the list, and the login is free again', async () => {
    const propose = async (identityNumber: string) =>
      first.submit(await first.get(paths.agency.newAgent()), {
        ...newAgent,
        login: 'agent.libre',
        identityNumber,
      })
    const asked = await propose('BB333444')
    const declined = await second.submit(
      await second.get(asked.url),
      { decision: 'refuser' },
      formWith(await second.get(asked.url), 'Refuser la demande'),
    )
    expect(declined.text).toContain('La demande est refusée. Rien n’a changé.')
    expect(declined.text).not.toContain('agent.libre')
    const again = await propose('BB333444')
    const withdrawn = await first.submit(
      again,
      { decision: 'refuser' },
      formWith(again, 'Retirer ma demande'),
    )
    expect(withdrawn.text).toContain('Votre demande est retirée.')
  })

  it('is opened by the operator in an installation that has nobody yet', async () => {
    const details: AgentDetails = {
      firstName: 'Rachid',
      lastName: 'Naciri',
      identity: { kind: 'cin', number: 'BB555666' },
      email: 'r.naciri@caisse.example',
      language: 'fr',
      role: 'supervisor',
      login: 'superviseur.naciri',
      ownEmployerNumber: null,
    }
    const { agent } = await openAsOperator(site.app, details)
    expect((await rowOf(agent.id))?.state).toBe('invited')
    expect(await mailedLink(site, details.email, 'activer')).not.toBe('')
    await expect(confirmAsOperator(site.app, details.login)).rejects.toThrow('agents.nothing_waits')
    await suspendAgent(site.app, agentActor(driss, 'supervisor'), {
      agentId: agent.id,
      reason: 'Essai',
    })
  })
})

describe('suspending and giving back', () => {
  it('takes one supervisor to suspend, at the next click, and two to give back', async () => {
    const agent = await aWorkingAgent({ lastName: 'Suspendu' })
    const working = await signedIn(site, agent)
    const page = await first.get(pageOf(agent))
    const empty = await first.submit(
      page,
      { geste: 'suspendre', reason: '' },
      formWith(page, 'Suspendre maintenant'),
    )
    expect(empty.text).toContain('Saisissez le motif')
    const done = await first.submit(
      empty,
      { geste: 'suspendre', reason: 'Départ le 30 novembre' },
      formWith(empty, 'Suspendre maintenant'),
    )
    expect(done.text).toContain('L’accès est suspendu.')
    expect(done.text).toContain('Départ le 30 novembre')
    expect((await working.get(paths.agency.queue())).url).toContain('/agence/connexion')
    const asked = await first.submit(
      done,
      { geste: 'rendre', reason: 'Revenue de congé' },
      formWith(done, 'Demander à rendre l’accès'),
    )
    expect(asked.text).toContain('Votre demande attend un autre superviseur.')
    const waiting = await second.get(pageOf(agent))
    await second.submit(
      waiting,
      { password: amal.password },
      formWith(waiting, 'Rendre son accès à'),
    )
    expect((await rowOf(agent.id))?.state).toBe('active')
    expect(await actionsOn(agent.id)).toEqual([
      'agent.suspended',
      'agent.reactivate_asked',
      'agent.reactivated',
    ])
  })

  it('is never for oneself; what a suspended supervisor asked for falls', async () => {
    const supervisor = await anAgent(site, { role: 'supervisor' })
    const agent = await aWorkingAgent()
    const actor = agentActor(supervisor, 'supervisor')
    const own = suspendAgent(site.app, actor, { agentId: supervisor.id, reason: 'x' })
    await expect(own).rejects.toThrow('agents.own_account')
    const requestId = await askedReset(agent, supervisor)
    await suspendAgent(site.app, agentActor(driss, 'supervisor'), {
      agentId: supervisor.id,
      reason: 'Départ',
    })
    const confirm = confirmRequest(site.app, agentActor(amal, 'supervisor'), {
      agentId: agent.id,
      requestId,
      ...(await shownTo(amal, agent)),
      origin,
    })
    await expect(confirm).rejects.toThrow('agents.already_decided')
  })

  it('is read by agents and done by supervisors only', async () => {
    const agent = await anAgent(site)
    const visitor = await signedIn(site, agent)
    const list = await visitor.get(paths.agency.agents())
    expect(list.text).toContain('Driss Alaoui')
    expect(list.text).not.toContain('Nouvel agent')
    expect((await visitor.get(paths.agency.newAgent())).status).toBe(403)
    expect((await visitor.get(pageOf(driss))).text).not.toContain('Suspendre')
  })

  it('says the same in Arabic', async () => {
    const list = await second.get(`${paths.agency.agents()}?lang=ar`)
    expect(list.text).toContain('الأعوان')
    expect(list.text).toContain('مشرف')
  })
})
