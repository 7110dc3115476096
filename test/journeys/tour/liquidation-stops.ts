import { paths } from '../../../src/web/paths.ts'
import { anEmployer, aProfile, signedIn } from '../../support/factories.ts'
import { paid } from '../../support/accounts.ts'
import { aMember, aQuarterOf } from '../../support/members.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

/** «e-Liquidation@» of a company where some near retirement, and of one that has declared nobody. */
export async function liquidationStops(site: TestSite): Promise<Stop[]> {
  const company = await anEmployer(site, { name: longNames.company })
  const who = await signedIn(site, await aProfile(site, company, { service: 'liquidation' }))
  const near = await aMember(site, company, {
    lastName: longNames.lastName.toUpperCase(),
    firstName: longNames.firstName.toUpperCase(),
    number: '000400009',
    bornOn: '1966-12-31',
  })
  for (const [index, bornOn] of ['1965-02-10', '1966-11-30', '1967-02-01', '1967-07-01'].entries())
    await aMember(site, company, {
      lastName: longNames.lastName.toUpperCase(),
      firstName: longNames.firstName.toUpperCase(),
      number: `00040000${index}`,
      bornOn,
    })
  const empty = await anEmployer(site)
  const nobody = await signedIn(site, await aProfile(site, empty, { service: 'liquidation' }))
  await aQuarterOf(site, company, [near], { quarter: '2024T4', salary: '60000' })
  await aQuarterOf(site, company, [near], { quarter: '2025T3', salary: '60000' })
  await paid(site, company, { amount: '8280', on: '2024-12-31' })
  const { nearing, estimate } = paths.liquidations
  const of = estimate({ id: near })
  return [
    { name: 'who nears retirement', address: nearing(), who, employer: company.name },
    { name: 'a pension', address: `${of}?ailleurs=5000&depuis2003=3000&capital=on`, who },
    { name: 'a single payment', address: of, who },
    {
      name: 'a pension of no quarter',
      address: `${of}?depart=1999T1&ailleurs=x`,
      who,
      status: 422,
    },
    { name: 'nobody of that name', address: `${nearing()}?q=zzz`, who },
    { name: 'nobody nears retirement', address: nearing(), who: nobody },
    { name: 'nobody declared', address: `${nearing()}?periode=tous`, who: nobody },
  ]
}
