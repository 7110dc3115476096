import { randomUUID } from 'node:crypto'
import { makeKey } from '../../../src/access/machine-keys/make-key.ts'
import { revokeKey } from '../../../src/access/machine-keys/revoke-key.ts'
import { localDate } from '../../../src/calendar/index.ts'
import { paths } from '../../../src/web/paths.ts'
import { asDelegate } from '../../support/administering.ts'
import { aDelegate, anEmployer, signedIn } from '../../support/factories.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

/** Keys of the company's software: none, some in every state, one about to end, and the page for who writes it. */
export async function machineStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { name: longNames.company, categories: ['01', '02'] })
  const person = await aDelegate(site, employer)
  const who = await signedIn(site, person)
  const own = paths.administration
  const stop = (name: string, address: string): Stop => ({
    name,
    address,
    who,
    employer: employer.name,
  })
  const ids = await keysInEveryState(site, asDelegate(person, employer))
  const beginner = await anEmployer(site)
  return [
    { name: 'the machine interface', address: paths.interface(), who: site.visitor() },
    {
      name: 'no key yet',
      address: own.keys(),
      who: await signedIn(site, await aDelegate(site, beginner)),
      employer: beginner.name,
    },
    stop('keys of software', own.keys()),
    stop('a new key to declare', own.newKey({ service: 'teledeclaration' })),
    stop('a new key to read the account', own.newKey({ service: 'compte-adherent' })),
    ...ids.map((id, at) => stop(`key ${at + 1}`, own.key({ id }))),
  ]
}

async function keysInEveryState(
  site: TestSite,
  actor: ReturnType<typeof asDelegate>,
): Promise<string[]> {
  const key = {
    service: 'declaration_internal',
    scopes: ['check', 'declare', 'receipts'],
    categories: ['01', '02'],
    addresses: ['196.200.10.0/24', '2001:db8:85a3::8a2e:370:7334'],
  } as const
  const names = [
    'Paie du siège',
    'Finit bientôt',
    'Logiciel de paie et ressources humaines du siège et du dépôt',
  ]
  for (const [at, name] of names.entries()) {
    const until = localDate(at === 1 ? '2026-12-10' : '2027-11-19')
    await makeKey(site.app, actor, { ...key, id: randomUUID(), name, until })
  }
  const rows = await site.database.ownerQuery<{ id: string }>(
    'select id from machine_keys where employer_id = $1 order by name',
    [actor.employerId],
  )
  const ids = rows.map(({ id }) => id)
  await revokeKey(site.app, actor, ids.at(-1) ?? '')
  return ids
}
