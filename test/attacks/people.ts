import type { Power } from '../../src/actors/powers.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../support/factories.ts'
import type { TestSite } from '../support/site.ts'
import type { Screen, Visitor } from '../support/visitor.ts'

/** One signed-in person of each kind, all of one company but the agents. */
export interface People {
  readonly employer: TestEmployer
  readonly visitors: ReadonlyMap<string, Visitor>
}

export async function everyKindOfPerson(site: TestSite): Promise<People> {
  const employer = await anEmployer(site, { categories: ['01'] })
  const user = async (wishes: Parameters<typeof aProfile>[2]) =>
    signedIn(site, await aProfile(site, employer, wishes), employer)
  const visitors = new Map([
    ['guest', site.visitor()],
    ['delegate', await signedIn(site, await aDelegate(site, employer))],
    ['declaration_internal', await user({})],
    ['declaration_external', await user({ service: 'declaration_external' })],
    ['employer_account', await user({ service: 'employer_account' })],
    ['payment_maker', await user({ service: 'payment', isMaker: true })],
    ['payment_validator', await user({ service: 'payment', isValidator: true })],
    ['liquidation', await user({ service: 'liquidation' })],
    ['agent', await signedIn(site, await anAgent(site))],
    ['supervisor', await signedIn(site, await anAgent(site, { role: 'supervisor' }))],
  ])
  return { employer, visitors }
}

/** The token that every form of this page carries. */
export function csrfOf(screen: Screen): string {
  const token = screen.document.querySelector('input[name=csrf]')?.getAttribute('value')
  if (!token) throw new Error(`no form on ${screen.url} (${screen.status})`)
  return token
}

/** The token of a visitor, from the first page at hand that has a form. */
export async function csrfFor(visitor: Visitor): Promise<string> {
  return csrfOf(await visitor.get('/abonnement'))
}

/** How many things happened, refusals apart: an attack that fails leaves this as it was. */
export async function effects(site: TestSite): Promise<number> {
  const [row] = await site.database.ownerQuery<{ count: bigint }>(
    `select count(*) as count from audit_events where action <> 'refused'`,
  )
  return Number(row?.count ?? 0)
}

/** What happened, for a test that finds one effect too many. */
export async function actionsSince(site: TestSite, count: number): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    `select action from audit_events where action <> 'refused' order by at, sequence offset $1`,
    [count],
  )
  return rows.map(({ action }) => action)
}

/** Refusals in the trail, newest last. */
export async function refusals(site: TestSite): Promise<{ tried: string; code: string }[]> {
  return site.database.ownerQuery(
    `select subject_id as tried, details ->> 'code' as code from audit_events
      where action = 'refused' order by at, sequence`,
  )
}

const whoHas: Partial<Record<Power, string>> = {
  'site.visit': 'guest',
  'session.finish_sign_in': 'delegate',
  'session.own': 'delegate',
  'users.manage': 'delegate',
  'company.manage': 'delegate',
  'trail.read': 'delegate',
  'letters.request': 'delegate',
  'declarations.read': 'declaration_internal',
  'declarations.send': 'declaration_internal',
  'firm.board': 'declaration_external',
  'account.read': 'employer_account',
  'payments.read': 'payment_maker',
  'payments.draw_up': 'payment_maker',
  'payments.confirm': 'payment_validator',
  'liquidations.claim': 'liquidation',
  'agency.work': 'agent',
  'agency.supervise': 'supervisor',
}

/** Somebody for whom the routes of this power are open. */
export function whoMay(people: People, power: Power): { role: string; visitor: Visitor } {
  const role = whoHas[power] ?? 'guest'
  const visitor = people.visitors.get(role)
  if (!visitor) throw new Error(`nobody plays ${role}`)
  return { role, visitor }
}

/** The fields of a form that would be accepted: two confirmations instead of one, as this page offers it. */
export function goodForm(screen: Screen): Record<string, string> {
  const form = screen.document.querySelector('form[action="/administration/confirmations"]')
  const hidden = form?.querySelectorAll('input[type=hidden]') ?? []
  const fields = hidden.map((one): [string, string] => [
    one.getAttribute('name') ?? '',
    one.getAttribute('value') ?? '',
  ])
  return { ...Object.fromEntries(fields), confirmations: '2' }
}
