import type { Page } from 'playwright-core'
import { localDate } from '../../../src/calendar/index.ts'
import { alKamilRates } from '../../../src/declarations/checking/contribution-rates.ts'
import { decideProposal } from '../../../src/parameters/decide-proposal.ts'
import { paths } from '../../../src/web/paths.ts'
import { anAgent, anEmployer, signedIn } from '../../support/factories.ts'
import { agentActor } from '../../support/letters.ts'
import { aProposal, aSentDeclaration } from '../../support/parameters.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

const own = paths.agency

/** The fund's values: listed, proposed, waiting, decided; single ones and lists. */
export async function parameterStops(site: TestSite): Promise<Stop[]> {
  const one = await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' })
  const two = await anAgent(site, { role: 'supervisor', lastName: 'Hajji' })
  const [proposer, decider] = [agentActor(one), agentActor(two, 'supervisor')]
  const company = await anEmployer(site, { number: '310020', name: longNames.company })
  await aSentDeclaration(site, company, [3_600_025n, 2_400_000n, 4_500_050n])
  const waiting = await aProposal(site, proposer)
  const rates = await aProposal(site, proposer, {
    key: 'contribution_rates_al_kamil',
    validFrom: localDate('2026-07-01'),
    value: alKamilRates.map(({ employeeRate, employerRate }) => ({
      employee: employeeRate,
      employer: employeeRate === 600 ? 800 : employerRate,
    })),
  })
  const refused = await aProposal(site, proposer, { key: 'orphan_share', value: 2500 })
  await decideProposal(site.app, decider, {
    proposalId: refused,
    version: 1,
    verdict: 'refuse',
    reason: 'La décision citée n’est pas encore signée par le président du conseil.',
  })
  const approved = await aProposal(site, proposer, { key: 'dormant_months', value: 9 })
  await decideProposal(site.app, decider, {
    proposalId: approved,
    version: 1,
    verdict: 'approve',
    knowsItIsPast: false,
  })
  const agent = await signedIn(site, one)
  const supervisor = await signedIn(site, two)
  const key = (name: string) => own.parameter({ key: name })
  const form = (name: string) => own.proposeParameter({ key: name })
  const pages: readonly (readonly [string, string])[] = [
    ['the parameters', own.parameters()],
    ['the history of a value', key('reference_salary')],
    ['the history of a value once changed', key('dormant_months')],
    ['the history of a value with a refused proposal', key('orphan_share')],
    ['a list of holidays', key('holidays')],
    ['a list of documents', key('documents_reversion')],
    ['a value that the leaflet prints', key('review_hours')],
    ['a value to propose', form('cnss_ceiling')],
    ['a list to propose', form('contribution_rates_al_mounassib')],
    ['documents to propose', form('documents_normal')],
    ['one’s own proposal', own.proposal({ id: waiting })],
    ['a refused proposal', own.proposal({ id: refused })],
  ]
  const deciding: readonly (readonly [string, string])[] = [
    ['a proposal to decide', own.proposal({ id: waiting })],
    ['a table of rates to decide, for a past day', own.proposal({ id: rates })],
  ]
  return [
    ...pages.map(([name, address]) => ({ name, address, who: agent })),
    ...deciding.map(([name, address]) => ({ name, address, who: supervisor })),
    { name: 'a wrong value', address: form('cnss_ceiling'), who: agent, act: send },
    {
      name: 'a wrong list',
      address: form('deferral_coefficients'),
      who: agent,
      act: send,
    },
    { name: 'a parameter that does not exist', address: key('rien'), who: agent, status: 404 },
  ]
}

async function send(page: Page): Promise<void> {
  await page.locator('main form [name]:visible').first().fill('x')
  await page.locator('main form .actions button').first().click()
  await page.waitForLoadState()
}
