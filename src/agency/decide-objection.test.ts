import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent, signedIn } from '../../test/support/factories.ts'
import {
  accept,
  agentActor,
  answering,
  aReceivedSubscription,
  deciders,
  delegatesOf,
  letterNow,
  read,
} from '../../test/support/letters.ts'
import type { TestSite } from '../../test/support/site.ts'
import type { AgentActor } from '../actors/actor.ts'
import { spentMsAt } from '../calendar/index.ts'
import { raiseObjection } from '../letters/raise-objection.ts'
import { listObjectedLetters } from '../letters/store/objections.ts'
import { paths } from '../web/paths.ts'
import { decideCase } from './decide-case.ts'
import { decideObjection } from './decide-objection.ts'

const hourMs = 3_600_000
let site: TestSite
let first: AgentActor
let second: AgentActor
let supervisor: AgentActor
beforeAll(async () => {
  ;({ site, first, second, supervisor } = await deciders())
})
afterAll(() => site.close())

describe('an objection', () => {
  async function opposed(acceptFirst: boolean) {
    const { employer, delegate, letterId } = await aReceivedSubscription(site, true)
    if (acceptFirst) {
      await accept(site, first, letterId)
      await accept(site, second, letterId)
    }
    site.clock.advance(2 * hourMs)
    await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      raiseObjection(tx, { kind: 'guest', name: '' }, site.clock.now(), {
        letterId,
        statement: 'Je suis toujours en poste.',
      }),
    )
    const version = async () => (await letterNow(site, letterId)).version
    return { employer, delegate, letterId, version }
  }

  it('pauses the 48 hours until a supervisor dismisses it, and its delegate reads that it stands', async () => {
    site.clock.set('2026-11-24T10:00:00Z')
    const { delegate, letterId, version } = await opposed(false)
    if (!delegate) throw new Error('no delegate')
    const person = await signedIn(site, delegate)
    const standing = async () => (await person.get(paths.administration.information())).text
    expect(await standing()).toContain('Votre opposition est à l’examen')
    site.clock.advance(10 * hourMs)
    const paused = await letterNow(site, letterId)
    expect(paused.clock.runningSince).toBeNull()
    expect(spentMsAt(paused.clock, site.clock.now(), new Set())).toBe(2 * hourMs)
    await read(site, supervisor, letterId)
    const decision = {
      letterId,
      version: await version(),
      decision: 'dismissed',
      note: 'Vu.',
      hasRead: true,
    } as const
    await expect(decideObjection(site.app, first, decision)).rejects.toThrow('web.not_allowed')
    await decideObjection(site.app, supervisor, decision)
    expect((await letterNow(site, letterId)).clock.runningSince).toEqual(site.clock.now())
    const again = await signedIn(site, delegate)
    const told = await again.get(paths.administration.information())
    expect(told.text).not.toContain('Votre opposition est à l’examen')
  })

  it('blocks the effect of what was accepted, whatever the hour, and nobody reads a day on which it takes effect', async () => {
    const { delegate, employer, letterId, version } = await opposed(true)
    const { reference, applicant } = await letterNow(site, letterId)
    const visitor = site.visitor()
    const door = await visitor.get(paths.follow.start())
    const followed = await visitor.submit(door, { reference, email: applicant.email })
    expect(followed.title).toContain('attend une vérification complémentaire')
    expect(followed.text).not.toContain('Prend effet le')
    if (!delegate) throw new Error('no delegate')
    const list = await (await signedIn(site, delegate)).get(paths.administration.letters())
    expect(list.text).toContain('Suspendue par votre opposition')
    expect(list.text).not.toContain('en vigueur le')
    expect(list.text).not.toContain('Vous pouvez vous opposer')
    site.clock.advance(30 * hourMs)
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'accepted' })
    await read(site, supervisor, letterId)
    await decideObjection(site.app, supervisor, {
      letterId,
      hasRead: true,
      version: await version(),
      decision: 'dismissed',
      note: 'L’entreprise a confirmé.',
    })
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(site, employer.id)).toHaveLength(2)
    await site.runJobs()
    const told = site.mails.filter((mail) => mail.to === delegate?.email)
    expect(told.map((mail) => mail.text).join()).toContain('n’a pas été retenue')
  })

  it('AT67: dismissed early, what was accepted waits for the end of the hours promised', async () => {
    const { employer, letterId, version } = await opposed(true)
    await read(site, supervisor, letterId)
    await decideObjection(site.app, supervisor, {
      letterId,
      hasRead: true,
      version: await version(),
      decision: 'dismissed',
      note: 'L’entreprise a confirmé.',
    })
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'accepted' })
    expect(await delegatesOf(site, employer.id)).toHaveLength(1)
    const desk = await signedIn(site, await anAgent(site))
    const { text } = await desk.get(paths.agency.letter({ id: letterId }))
    expect(text).toContain('s’est opposée à ce dossier. L’opposition a été écartée.')
    expect(text).toContain('Motif : L’entreprise a confirmé.')
    // Nobody can object a second time.
    expect(text).not.toContain('s’oppose d’ici là')
    site.clock.advance(22 * hourMs)
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(site, employer.id)).toHaveLength(2)
  })

  it('AT67: is decided with the paper and the objection read, by a supervisor who gave no agreement', async () => {
    const { letterId, version } = await opposed(false)
    const decision = async (hasRead: boolean) => ({
      letterId,
      hasRead,
      version: await version(),
      decision: 'dismissed' as const,
      note: 'Vu.',
    })
    const decide = async (who: AgentActor, hasRead = true) =>
      decideObjection(site.app, who, await decision(hasRead))
    await expect(decide(supervisor)).rejects.toThrow('agency.proof_not_opened')
    await read(site, supervisor, letterId)
    await expect(decide(supervisor, false)).rejects.toThrow('agency.objection_not_read')
    const partial = agentActor(await anAgent(site, { role: 'supervisor' }), 'supervisor')
    await accept(site, partial, letterId)
    await expect(decide(partial)).rejects.toThrow('agency.objection_of_your_agreement')
    await decide(supervisor)
    await expect(accept(site, supervisor, letterId)).rejects.toThrow(
      'agency.objection_decided_by_you',
    )
    expect(await accept(site, second, letterId)).toBe('accepted')
  })

  it('is nothing to decide any more once an agent has refused the letter', async () => {
    const { employer, letterId, version } = await opposed(false)
    const shown = await read(site, first, letterId)
    await decideCase(site.app, first, answering(shown, 'refuse', ['not_from_company']))
    await read(site, supervisor, letterId)
    const decision = { letterId, decision: 'dismissed', note: 'Vu.', hasRead: true } as const
    await expect(
      decideObjection(site.app, supervisor, { ...decision, version: await version() }),
    ).rejects.toThrow('agency.no_objection')
    const desk = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    const screen = await desk.get(paths.agency.letter({ id: letterId }))
    expect(screen.text).toContain('il n’y a plus d’opposition à trancher')
    expect(screen.text).not.toContain('Un superviseur doit trancher')
    const objected = await site.app.db.transaction(
      { as: 'employer', employerId: employer.id },
      (tx) => listObjectedLetters(tx, employer.id),
    )
    expect(objected).not.toContain(letterId)
  })

  it('upheld, the letter is refused and nothing changes', async () => {
    const { employer, letterId, version } = await opposed(true)
    await read(site, supervisor, letterId)
    await decideObjection(site.app, supervisor, {
      letterId,
      hasRead: true,
      version: await version(),
      decision: 'upheld',
      note: 'La lettre n’émane pas de l’entreprise.',
    })
    expect(await letterNow(site, letterId)).toMatchObject({
      state: 'refused',
      reasons: ['objection_upheld'],
    })
    expect(await delegatesOf(site, employer.id)).toHaveLength(1)
    site.clock.advance(48 * hourMs)
    await site.runJobs()
    expect(await delegatesOf(site, employer.id)).toHaveLength(1)
  })
})
