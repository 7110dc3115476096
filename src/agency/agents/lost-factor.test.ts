import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  agentRow,
  agentTrail,
  askedReset,
  aWorkingAgent,
  formWith,
  origin,
  pageOf,
  shownTo,
  twoSupervisors,
} from '../../../test/support/agents.ts'
import { anAgent, signedIn, type TestPerson } from '../../../test/support/factories.ts'
import { agentActor } from '../../../test/support/letters.ts'
import { askedOf, withPasskey } from '../../../test/support/passkeys.ts'
import type { TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { verifyStatements } from '../../access/verify-statements.ts'
import { paths } from '../../web/paths.ts'
import { resetSecondFactorAsOperator } from './act-as-operator.ts'
import { confirmRequest } from './decide-request.ts'
import { expireAgentRequests } from './expire-requests.ts'

let site: TestSite
let driss: TestPerson
let amal: TestPerson
let first: Visitor
let second: Visitor
beforeAll(async () => {
  ;({ site, driss, amal, first, second } = await twoSupervisors())
})
afterAll(() => site.close())

describe('an agent who lost the second factor and the recovery codes', () => {
  it('has it reset by two supervisors, is told, is signed out, and chooses another at the next sign-in', async () => {
    const agent = await aWorkingAgent(site, { firstName: 'Ghita', lastName: 'Bennis' })
    const working = await signedIn(site, agent)
    const screen = await first.get(pageOf(agent))
    const asked = await first.submit(
      screen,
      { reason: 'Téléphone volé, vue au bureau' },
      paths.agency.agentSecondFactor({ id: agent.id }),
    )
    expect(asked.text).toContain('Un autre superviseur doit la confirmer dans les 72 heures.')
    expect(asked.text).toContain('Votre demande attend un autre superviseur.')
    expect((await agentRow(site, agent.id))?.totp_sealed).not.toBeNull()
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

    expect((await agentRow(site, agent.id))?.totp_sealed).toBeNull()
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
    expect(await agentTrail(site, agent.id)).toEqual([
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
    const agent = await aWorkingAgent(site, { role: 'supervisor' })
    const twin = await anAgent(site, { role: 'supervisor', cin: driss.cin })
    const own = await anAgent(site, { role: 'supervisor', cin: agent.cin })
    await expect(askedReset(site, agent, agent)).rejects.toThrow('agents.own_account')
    await expect(askedReset(site, agent, own)).rejects.toThrow('agents.own_account')
    const requestId = await askedReset(site, agent, driss)
    const confirm = async (by: TestPerson) =>
      confirmRequest(site.app, agentActor(by, 'supervisor'), {
        agentId: agent.id,
        requestId,
        ...(await shownTo(site, by, agent)),
        origin,
      })
    await expect(confirm(driss)).rejects.toThrow('agents.own_request')
    await expect(confirm(twin)).rejects.toThrow('agents.own_request')
    await expect(confirm(agent)).rejects.toThrow('agents.own_account')
    await expect(confirm(own)).rejects.toThrow('agents.own_account')
    expect((await agentRow(site, agent.id))?.totp_sealed).not.toBeNull()
    await confirm(amal)
    expect((await agentRow(site, agent.id))?.totp_sealed).toBeNull()
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
    const agent = await aWorkingAgent(site)
    await askedReset(site, agent, driss)
    const before = await visitor.get(pageOf(agent))
    const ofBefore = passkey.sign(askedOf(before))
    await site.database.ownerQuery(
      `update agent_requests set state = 'withdrawn', decided_by = asked_by, decided_at = now()
        where agent_id = $1 and state = 'waiting'`,
      [agent.id],
    )
    await askedReset(site, agent, driss)
    const waiting = await visitor.get(pageOf(agent))
    const action = paths.agency.agentRequest({ id: agent.id })
    const confirm = (screen: Screen, assertion: string) =>
      visitor.submit(screen, { decision: 'confirmer', assertion }, action)
    const old = await confirm(before, ofBefore)
    expect(old.status).toBe(422)
    const other = await confirm(waiting, ofBefore)
    expect(other.status).toBe(422)
    expect((await agentRow(site, agent.id))?.totp_sealed).not.toBeNull()
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
    const agent = await aWorkingAgent(site)
    const requestId = await askedReset(site, agent, driss)
    await expect(askedReset(site, agent, driss)).rejects.toThrow('agents.already_asked')
    const start = site.clock.now()
    site.clock.advance(73 * 3_600_000)
    const late = confirmRequest(site.app, agentActor(amal, 'supervisor'), {
      agentId: agent.id,
      requestId,
      ...(await shownTo(site, amal, agent)),
      origin,
    })
    await expect(late).rejects.toThrow('agents.request_expired')
    await expireAgentRequests(site.app)
    await askedReset(site, agent, driss)
    expect(await agentTrail(site, agent.id)).toContain('agent.request_expired')
    site.clock.set(start)
  })

  it('cannot be stripped of it by the program without two people, whatever the code says', async () => {
    const agent = await aWorkingAgent(site)
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
    const asked = await aWorkingAgent(site)
    await askedReset(site, asked, driss)
    expect(await resetSecondFactorAsOperator(site.app, asked.login)).toMatchObject({
      kind: 'reset_second_factor',
      askedBy: 'Driss Alaoui',
    })
    const alone = await aWorkingAgent(site)
    const acted = await resetSecondFactorAsOperator(site.app, alone.login)
    expect(acted).toMatchObject({ askedBy: null, told: 2 })
    expect((await agentRow(site, alone.id))?.totp_sealed).toBeNull()
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
