import type { TestSite } from '../../support/site.ts'
import { accountStops } from './account-stops.ts'
import { accessStops } from './access-stops.ts'
import { administrationStops } from './administration-stops.ts'
import { claimStops } from './claim-stops.ts'
import { declarationStops } from './declaration-stops.ts'
import { importStops } from './import-stops.ts'
import { depositStops } from './deposit-stops.ts'
import { liquidationStops } from './liquidation-stops.ts'
import { agencyStops, arrangeLetters, followStops } from './letter-stops.ts'
import { newcomerStops } from './newcomer-stops.ts'
import { parameterStops } from './parameter-stops.ts'
import { firmStops } from './firm-stops.ts'
import { machineStops } from './machine-stops.ts'
import { paymentStops } from './payment-stops.ts'
import { publicStops } from './public-stops.ts'
import { forgetThrottles, type Stop } from './stop.ts'

/** Every page of the portal, in every state that matters. Everything is arranged before the first page opens. */
export async function arrangeTour(site: TestSite): Promise<Stop[]> {
  site.clock.set('2026-11-20T09:00:00Z')
  const letters = await arrangeLetters(site)
  const stops = [
    await publicStops(site),
    await followStops(site, letters),
    await accessStops(site),
    await administrationStops(site),
    await machineStops(site),
    await declarationStops(site),
    await depositStops(site),
    await accountStops(site),
    await firmStops(site),
    await liquidationStops(site),
    await claimStops(site),
    await agencyStops(site, letters),
    await newcomerStops(site),
    await parameterStops(site),
    await importStops(site),
    await paymentStops(site),
  ].flat()
  await site.runJobs()
  await forgetThrottles(site)
  const nowhere = stops.filter(({ address }) => !address.startsWith('/'))
  if (nowhere.length > 0) throw new Error(`no address: ${nowhere.map(({ name }) => name).join()}`)
  return stops
}
