import { paths } from '../../../src/web/paths.ts'
import { declared, paid } from '../../support/accounts.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../../support/factories.ts'
import { aMember, aQuarterOf, aSentDeclaration, someMembers } from '../../support/members.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

const { employerAccount } = paths

/** «Compte Adhérent»: an account with everything in it, one that begins, and one of a long name. */
export async function accountStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, {
    number: '420001',
    name: 'Atlas Textile SA',
    categories: ['01', '02'],
  })
  const who = await reader(site, employer)
  await fill(site, employer)
  const at = (name: string, address: string): Stop => ({
    name,
    address,
    who,
    employer: employer.name,
  })
  const beginner = await anEmployer(site)
  const long = await anEmployer(site, { name: longNames.company })
  await declared(site, long, { quarter: '2026T3', employee: '999999999', on: '2026-10-12' })
  return [
    at('the situation of an account', employerAccount.situation()),
    at('an échéance paid late', employerAccount.due({ category: '01', quarter: '2024T3' })),
    at('an échéance that is late', employerAccount.due({ category: '02', quarter: '2026T2' })),
    at('the statement', employerAccount.statement()),
    at('the statement with a wrong date', `${employerAccount.statement()}?du=hier`),
    at(
      'the statement narrowed to nothing',
      `${employerAccount.statement()}?du=01/01/2020&au=02/01/2020`,
    ),
    at(
      'the statement of a period that ends before it begins',
      `${employerAccount.statement()}?du=01/10/2026&au=01/01/2026`,
    ),
    at('the statement of a period', `${employerAccount.statement()}?du=01/01/2025&au=31/12/2026`),
    at(
      'the payments of a period',
      `${employerAccount.statement()}?du=01/01/2024&sorte=payments&categorie=01`,
    ),
    at('an older page of the statement', `${employerAccount.statement()}?avant=5`),
    at('why a declaration is there', employerAccount.entry({ number: '1' })),
    at('why interest is there', employerAccount.entry({ number: '6' })),
    {
      ...at('an entry that does not exist', employerAccount.entry({ number: '999' })),
      status: 404,
    },
    ...(await papers(site)),
    ...(await memberStops(site, employer, at)),
    ...(await lineStops(site)),
    {
      name: 'an account that begins',
      who: await reader(site, beginner),
      address: employerAccount.situation(),
      employer: beginner.name,
    },
    {
      name: 'no member yet',
      who: await reader(site, beginner),
      address: employerAccount.members(),
      employer: beginner.name,
    },
    {
      name: 'an empty statement',
      who: await reader(site, beginner),
      address: employerAccount.statement(),
      employer: beginner.name,
    },
    {
      name: 'a large account of a long name',
      who: await reader(site, long),
      address: employerAccount.situation(),
      employer: long.name,
    },
  ]
}

async function reader(site: TestSite, employer: TestEmployer) {
  const profile = await aProfile(site, employer, { service: 'employer_account' })
  return signedIn(site, profile, employer)
}

async function fill(site: TestSite, employer: TestEmployer): Promise<void> {
  await declared(site, employer, { quarter: '2024T3', employee: '50000', on: '2024-10-12' })
  await declared(site, employer, { quarter: '2026T2', employee: '9000', on: '2026-07-12' })
  await declared(site, employer, {
    quarter: '2026T2',
    category: '02',
    employee: '7000.55',
    on: '2026-07-12',
  })
  await paid(site, employer, { amount: '60000', on: '2024-11-29' })
  await paid(site, employer, { amount: '55000', on: '2025-01-08' })
  await paid(site, employer, {
    amount: '5000',
    on: '2026-11-18',
    kind: 'order',
    into: 'bank_in_transit',
  })
}

/** «Affiliés»: somebody whose quarters are paid and not, somebody whose number waits, and names as long as they get. */
async function memberStops(
  site: TestSite,
  employer: TestEmployer,
  at: (name: string, address: string) => Stop,
): Promise<Stop[]> {
  const known = await aMember(site, employer, { lastName: 'EL AMRANI', firstName: 'FATIMA ZAHRA' })
  const waiting = await aMember(site, employer, {
    lastName: longNames.lastName.toUpperCase(),
    firstName: longNames.firstName.toUpperCase(),
    number: '900000001',
    state: 'provisional',
  })
  await someMembers(site, employer, { count: 60 })
  for (const quarter of ['2025T4', '2026T1', '2026T3'])
    await aQuarterOf(site, employer, [known, waiting], { quarter, salary: '36000.25' })
  const list = employerAccount.members()
  const visitor = await reader(site, employer)
  const action = employerAccount.memberStatement({ id: waiting })
  await visitor.submit(await visitor.get(employerAccount.member({ id: waiting })), {}, action)
  const [issued] = await site.database.ownerQuery<{ code: string }>(
    `select code from attestations where membership_id = $1`,
    [waiting],
  )
  return [
    at('members', list),
    at('members, the second page', `${list}?page=2`),
    at('members narrowed to nothing', `${list}?q=zzz&categorie=01&etat=left`),
    at('a member, quarter by quarter', employerAccount.member({ id: known })),
    at('a member whose number is provisional', employerAccount.member({ id: waiting })),
    {
      name: 'a genuine statement of a member',
      who: site.visitor(),
      address: paths.verification.code({ code: issued?.code ?? '' }),
    },
  ]
}

/** The members behind a line: many, some gone, at two rates; and a quarter that nobody was paid in. */
async function lineStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { number: '420003', name: longNames.company })
  const who = await reader(site, employer)
  const members = await someMembers(site, employer, { count: 55 })
  const declarant = await aProfile(site, employer)
  const declarationId = await aSentDeclaration(site, employer, declarant, {
    quarter: { year: 2026, quarter: 1 },
    salaries: members.map((member, index) => ({ member, dirhams: 20_000 + index })),
  })
  await site.database.ownerQuery(
    `update declaration_lines set record_code = '7', exit_on = '2026-02-28', employee_rate = 375, employer_rate = 500
      where declaration_id = $1 and line = 2`,
    [declarationId],
  )
  await declared(site, employer, {
    quarter: '2026T1',
    employee: '66000',
    declarationId,
    on: '2026-04-12',
  })
  await aQuarterOf(site, employer, [], { quarter: '2026T2', salary: '0' })
  const stop = (name: string, number: string): Stop => ({
    name,
    who,
    address: employerAccount.entryLines({ number }),
    employer: employer.name,
  })
  return [stop('the members behind a line', '1'), stop('nobody behind a line', '2')]
}

/** A company with nothing late: its papers, and what a stranger sees of them. */
async function papers(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { number: '420002', name: longNames.company })
  await site.database.ownerQuery(
    `update employer_categories set active_from = '2026-10-01' where employer_id = $1`,
    [employer.id],
  )
  const who = await reader(site, employer)
  const action = employerAccount.attestations()
  const done = await who.submit(await who.get(action), {}, action)
  const code = /AT(-[0-9A-Z]{4}){3}/.exec(done.text)?.[0] ?? ''
  const stranger = site.visitor()
  const { verification } = paths
  return [
    { name: 'attestations', who, address: action, employer: employer.name },
    {
      name: 'nothing to transfer',
      who,
      address: employerAccount.transfers(),
      employer: employer.name,
    },
    { name: 'an attestation to check', who: stranger, address: verification.start() },
    { name: 'a genuine attestation', who: stranger, address: verification.code({ code }) },
    {
      name: 'a code that is none',
      who: stranger,
      address: `${verification.start()}?code=AT-1`,
      status: 422,
    },
  ]
}
