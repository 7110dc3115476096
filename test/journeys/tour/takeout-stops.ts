import { randomUUID } from 'node:crypto'
import { paths } from '../../../src/web/paths.ts'
import { anAgent, anEmployer, type TestPerson } from '../../support/factories.ts'
import type { TestSite } from '../../support/site.ts'
import type { Visitor } from '../../support/visitor.ts'
import { longNames, type Stop } from './stop.ts'

/** What a company takes out, in every state: asked by the reader and by another, agreed, collected, closed, declined. */
export async function takeoutStops(
  site: TestSite,
  employerId: string,
  who: Visitor,
  reader: TestPerson,
): Promise<Stop[]> {
  const colleague = await anAgent(site, { role: 'supervisor', lastName: longNames.lastName })
  const long = await anEmployer(site, { name: longNames.company })
  const made = async (of: string, by: TestPerson, state: string, hours: number | null) => {
    const id = randomUUID()
    await site.database.ownerQuery(
      `insert into takeouts (id, employer_id, reason, state, asked_by, asked_at, decided_by, decided_at, expires_at, collected_at,
        declined_because)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $6::timestamptz + make_interval(hours => $9), $10, $11)`,
      [
        id,
        of,
        `Demande écrite de l’entreprise, ${longNames.company}`,
        state,
        by.id,
        site.clock.now(),
        state === 'waiting' ? null : (by === reader ? colleague : reader).id,
        state === 'waiting' ? null : site.clock.now(),
        hours,
        hours === null ? null : site.clock.now(),
        state === 'declined' ? 'Aucune demande écrite de l’entreprise' : null,
      ],
    )
    return paths.agency.takeout({ id })
  }
  const page = paths.agency.takeouts({ id: employerId })
  const asked = await made(employerId, colleague, 'waiting', null)
  return [
    { name: 'what a company took out', who, address: page },
    {
      name: 'what a company takes out, without a reason',
      who,
      address: page,
      act: (at) => at.click('main form[action$="/sorties"] button'),
    },
    { name: 'a take-out to agree to', who, address: asked },
    {
      name: 'a take-out agreed to without a password',
      who,
      address: asked,
      act: (at) => at.click('main form[action$="/decision"] button:not([type="button"])'),
    },
    {
      name: 'a take-out declined without a reason',
      who,
      address: asked,
      act: (at) => at.click('main form:has(input[name="motif"]) button'),
    },
    { name: 'a take-out of one’s own', who, address: await made(long.id, reader, 'waiting', null) },
    {
      name: 'a take-out to collect',
      who,
      address: await made(employerId, reader, 'agreed', 24),
    },
    { name: 'a take-out closed', who, address: await made(employerId, reader, 'agreed', 0) },
    {
      name: 'a take-out declined',
      who,
      address: await made(employerId, colleague, 'declined', null),
    },
  ]
}
