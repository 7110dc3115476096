import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agentRow, formWith, twoSupervisors } from '../../../test/support/agents.ts'
import { anEmployer, type TestPerson } from '../../../test/support/factories.ts'
import { agentActor } from '../../../test/support/letters.ts'
import { mailedLink } from '../../../test/support/mailed.ts'
import type { TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { confirmAsOperator, openAsOperator } from './act-as-operator.ts'
import type { AgentDetails } from './agent-form.ts'
import { suspendAgent } from './suspend-agent.ts'

let site: TestSite
let driss: TestPerson
let amal: TestPerson
let first: Visitor
let second: Visitor
beforeAll(async () => {
  ;({ site, driss, amal, first, second } = await twoSupervisors())
  await anEmployer(site, { number: '005839', name: 'Atlas Textile SA' })
})
afterAll(() => site.close())

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
    const mistyped = await first.submit(wrong, { ...newAgent, ownEmployerNumber: '5893' })
    expect(mistyped.mistakes.join()).toContain('Aucune entreprise n’a le N° Adhérent 005893.')
    const asked = await first.submit(mistyped, newAgent)
    expect(asked.text).toContain('À confirmer')
    expect(asked.text).toContain('005839 Atlas Textile SA')
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
    expect((await agentRow(site, agent.id))?.state).toBe('invited')
    expect(await mailedLink(site, details.email, 'activer')).not.toBe('')
    await expect(confirmAsOperator(site.app, details.login)).rejects.toThrow('agents.nothing_waits')
    await suspendAgent(site.app, agentActor(driss, 'supervisor'), {
      agentId: agent.id,
      reason: 'Essai',
    })
  })
})
