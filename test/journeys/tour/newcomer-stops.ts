import { paths } from '../../../src/web/paths.ts'
import { anAgent, anEmployer, signedIn } from '../../support/factories.ts'
import { aMember } from '../../support/members.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

const own = paths.agency

/** The agents about people: who waits for a number, whom they resemble, each decision wrong, and who read too much. */
export async function newcomerStops(site: TestSite): Promise<Stop[]> {
  const who = await signedIn(site, await anAgent(site, { ownEmployerNumber: '420102' }))
  const atlas = await anEmployer(site, { number: '420101', name: longNames.company })
  const mine = await anEmployer(site, { number: '420102' })
  const dupont = { lastName: 'DUPONT', firstName: 'JEAN', bornOn: '1990-11-30' }
  const likely = { number: '000345678', cin: 'BE445566' }
  await aMember(site, await anEmployer(site), { ...dupont, ...likely })
  await aMember(site, await anEmployer(site), {
    ...dupont,
    lastName: 'DUPOND',
    number: '000345679',
  })
  const waiting = await aMember(site, atlas, {
    ...dupont,
    number: '900000101',
    state: 'provisional',
    cin: 'BE445566',
  })
  const long = await aMember(site, atlas, {
    lastName: longNames.lastName.toUpperCase(),
    firstName: longNames.firstName.toUpperCase(),
    number: '900000102',
    state: 'provisional',
    bornOn: '1961-02-03',
  })
  const ofMine = await aMember(site, mine, { ...dupont, number: '900000103', state: 'provisional' })
  await alerts(site, atlas.id)
  const page = own.newcomer({ id: waiting })
  return [
    { name: 'people without a number', who, address: own.newcomers() },
    { name: 'nobody without a number', who, address: `${own.newcomers()}?q=zzz` },
    { name: 'a newcomer and who resembles them', who, address: page },
    { name: 'a newcomer beside somebody known', who, address: `${page}?avec=000345678` },
    { name: 'a newcomer whom nobody resembles', who, address: own.newcomer({ id: long }) },
    { name: 'a newcomer of the agent’s own company', who, address: own.newcomer({ id: ofMine }) },
    {
      name: 'a newcomer under a wrong number',
      who,
      address: own.newcomer({ id: long }),
      act: async (at) => {
        await at.fill('[name="numero"]', '12345678901')
        await at.click('form[action$="/confirmation"] button')
      },
    },
    {
      name: 'a newcomer refused without a reason',
      who,
      address: own.newcomer({ id: long }),
      act: async (at) => {
        await at.click('details summary')
        await at.click('form[action$="/refus"] button')
      },
    },
    { name: 'who read too much', who, address: own.readingAlerts() },
  ]
}

async function alerts(site: TestSite, employerId: string): Promise<void> {
  const [agent] = await site.database.ownerQuery<{ id: string }>('select id from agents limit 1')
  for (const [at, seen] of [
    ['2026-11-19T14:05:00Z', null],
    ['2026-10-02T08:30:00Z', '2026-10-02T11:00:00Z'],
  ])
    await site.database.ownerQuery(
      `insert into reading_alerts (employer_id, reader_kind, reader_id, reader_name, members, at, seen_by, seen_at)
        values ($1, 'profile', gen_random_uuid(), $2, 10040, $3, $4, $5)`,
      [
        employerId,
        `${longNames.firstName} ${longNames.lastName}`,
        at,
        seen ? agent?.id : null,
        seen,
      ],
    )
}
