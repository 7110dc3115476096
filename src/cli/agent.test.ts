import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { actOnAgents } from './agent.ts'
import { UsageError } from './command.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** What is read on the screen. */
async function guichet(files: readonly string[], options: Record<string, string> = {}) {
  return (await actOnAgents(site.app, { files, options, env: {} })).join('\n')
}

const person = {
  'first-name': 'Rachid',
  'last-name': 'Naciri',
  cin: 'BB555666',
  email: 'r.naciri@caisse.example',
  role: 'supervisor',
}

describe('guichet agent', () => {
  it('makes the first supervisor of an installation, and says what happens next', async () => {
    expect(await guichet(['list'])).toContain('There is no agent yet.')
    const made = await guichet(['create', 'superviseur.naciri'], person)
    expect(made).toContain('superviseur.naciri: the account is open (nobody had asked for it).')
    expect(made).toContain('The activation link goes to their e-mail')
    expect(await guichet(['list'])).toMatch(/superviseur\.naciri {2}supervisor {2}invited/)
    await site.runJobs()
    expect(site.mails.at(-1)).toMatchObject({ to: person.email })
  })

  it('resets a lost second factor, on the fund’s chain of the trail', async () => {
    await site.database.ownerQuery(
      `update agents set state = 'active', password_hash = 'x', totp_sealed = '\\x01'`,
    )
    const done = await guichet(['reset-second-factor', 'Superviseur.Naciri'])
    expect(done).toContain('the second factor is reset (nobody had asked for it)')
    expect(done).toContain('At the next sign-in')
    const events = await site.database.ownerQuery<{ action: string; actor_kind: string }>(
      `select action, actor_kind from audit_events where chain = 'fund' order by sequence`,
    )
    expect(events.at(-1)).toEqual({ action: 'agent.second_factor_reset', actor_kind: 'system' })
    expect(await guichet(['list'])).toContain('active, no second factor')
  })

  it('says what it cannot do, and what it did not understand', async () => {
    await expect(guichet(['reset-second-factor', 'personne'])).rejects.toThrow('No agent has')
    await expect(guichet(['confirm', 'superviseur.naciri'])).rejects.toThrow(
      'No supervisor asked for anything about this agent.',
    )
    await expect(guichet(['create', 'autre.login'], person)).rejects.toThrow('has an agent')
    await expect(guichet(['promote'])).rejects.toThrow(UsageError)
    await expect(guichet(['confirm'])).rejects.toThrow(UsageError)
    const wrong = guichet(['create', 'agent.x'], { role: 'chief' })
    await expect(wrong).rejects.toThrow(/--first-name.*--email.*--role.*--cin/)
  })
})
