import { paths } from '../../../src/web/paths.ts'
import { goodFile, PartSender, period, sendWhole } from '../../support/depositing.ts'
import { anEmployer, aProfile, signedIn } from '../../support/factories.ts'
import type { TestSite } from '../../support/site.ts'
import type { Visitor } from '../../support/visitor.ts'
import { longNames, type Stop } from './stop.ts'

const { declarations } = paths
const longFile = `${'declaration-du-troisieme-trimestre-'.repeat(4)}.txt`

/** A file on its way: stopped, being checked, given up, no declaration, another person's work in the way, sent already. */
export async function depositStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { name: 'Conserveries du Souss SARL' })
  const { firstName, lastName } = longNames
  const who = await signedIn(site, await aProfile(site, employer, { firstName, lastName }))
  const colleague = await signedIn(site, await aProfile(site, employer, { firstName, lastName }))
  const at = (name: string, address: string, by = who): Stop => ({
    name,
    address,
    who: by,
    employer: employer.name,
  })
  const later = (quarter: string) => ({ category: '01', quarter })
  const begin = async (quarter: string, name = longFile) => {
    const sender = await PartSender.on(who, later(quarter))
    const answer = await sender.begin({ nom: name, taille: '4000', date: '1' }, later(quarter))
    const begun = JSON.parse(answer.body) as Awaited<ReturnType<PartSender['begun']>>
    await sender.part(begun, 0, new Uint8Array(1500))
    return { sender, begun, page: begun.state.replace('/etat', '') }
  }
  const stopped = await begin('2024T4')
  const givenUp = await begin('2025T1')
  await givenUp.sender.cancel(givenUp.begun)
  const unreadable = await sendWhole(who, Buffer.from('%PDF-1.7 '.repeat(99)), {
    at: later('2025T2'),
  })
  const ofAnotherQuarter = await sendWhole(who, goodFile(employer.number, 5), {
    at: later('2025T4'),
  })
  const early = await who.get(declarations.period(period))
  await sendWhole(colleague, goodFile(employer.number, 3), { name: longFile })
  const inTheWay = await sendWhole(who, goodFile(employer.number, 4), { page: early })
  const checking = await sendWhole(who, Buffer.from('x'.repeat(900)), { at: later('2025T3') })
  await site.database.ownerQuery(
    `update deposits set state = 'received', refusal = null where id = $1`,
    [checking.url.split('/').at(-1)],
  )
  return [
    at('a calendar with files on their way', declarations.calendar()),
    at('a quarter with a file that stopped', declarations.period(later('2024T4'))),
    at('a file that stopped on its way', stopped.page),
    at('a colleague’s file on its way', stopped.page, colleague),
    at('a file being checked', checking.url),
    at('a file that was given up', givenUp.page),
    at('a file that is no declaration', unreadable.url),
    at('a file that is for another quarter', ofAnotherQuarter.url),
    at('a file with another person’s work in its way', inTheWay.url),
    at('a quarter that a colleague works on', declarations.period(period)),
    ...(await correctedStops(site)),
    ...(await otherCompanyStops(site)),
  ]
}

/** A file of another company: for a clerk, and for a firm's person who serves both. */
async function otherCompanyStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { name: 'Atlas Textile SA' })
  const other = await anEmployer(site, { name: longNames.company })
  const clerk = await signedIn(site, await aProfile(site, employer))
  const mandate = { service: 'declaration_external', alsoFor: [other] } as const
  const firm = await signedIn(site, await aProfile(site, employer, mandate), employer)
  const { name } = employer
  const refused = async (who: Visitor) =>
    (await sendWhole(who, goodFile(other.number, 2), { at: period })).url
  return [
    {
      name: 'a file of another company',
      who: clerk,
      address: await refused(clerk),
      employer: name,
    },
    {
      name: 'a file of another company that one serves',
      who: firm,
      address: await refused(firm),
      employer: name,
    },
  ]
}

/** Another file where something was corrected: what would be lost is said, and asked. */
async function correctedStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site)
  const who = await signedIn(site, await aProfile(site, employer))
  const mended = await sendWhole(who, goodFile(employer.number, 3))
  const line = `${mended.url}/lignes/1`
  await who.submit(await who.get(line), { salary: '25 000' }, line)
  const asked = await sendWhole(who, goodFile(employer.number, 4))
  const { name } = employer
  return [
    { name: 'a file that would lose corrections', who, address: asked.url, employer: name },
    {
      name: 'a quarter with corrections to lose',
      who,
      address: declarations.period(period),
      employer: name,
    },
  ]
}
