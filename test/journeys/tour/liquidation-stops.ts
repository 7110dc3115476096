import { paths } from '../../../src/web/paths.ts'
import { anEmployer, aProfile, signedIn } from '../../support/factories.ts'
import { aMember } from '../../support/members.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

/** «e-Liquidation@» of a company where some near retirement, and of one that has declared nobody. */
export async function liquidationStops(site: TestSite): Promise<Stop[]> {
  const company = await anEmployer(site, { name: longNames.company })
  const who = await signedIn(site, await aProfile(site, company, { service: 'liquidation' }))
  for (const [index, bornOn] of ['1965-02-10', '1966-11-30', '1967-02-01', '1967-07-01'].entries())
    await aMember(site, company, {
      lastName: longNames.lastName.toUpperCase(),
      firstName: longNames.firstName.toUpperCase(),
      number: `00040000${index}`,
      bornOn,
    })
  const empty = await anEmployer(site)
  const nobody = await signedIn(site, await aProfile(site, empty, { service: 'liquidation' }))
  const { nearing } = paths.liquidations
  return [
    { name: 'who nears retirement', address: nearing(), who, employer: company.name },
    { name: 'nobody of that name', address: `${nearing()}?q=zzz`, who },
    { name: 'nobody nears retirement', address: nearing(), who: nobody },
    { name: 'nobody declared', address: `${nearing()}?periode=tous`, who: nobody },
  ]
}
