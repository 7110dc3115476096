import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { reviseClaims } from '../../../src/liquidations/claims/revise-claims.ts'
import { wordsIn } from '../../../src/web/words/index.ts'
import type { Language } from '../../../src/web/words/language.ts'
import { paid } from '../../support/accounts.ts'
import {
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../support/factories.ts'
import { aMember, aQuarterOf } from '../../support/members.ts'
import { openPortal, type Portal } from '../../support/portal.ts'
import type { Visitor } from '../../support/visitor.ts'
import { carry, keepEvidence } from '../support.ts'

export type ClaimWords = ReturnType<typeof wordsIn>['claims']

/** Who a journey is about: their document, and the salary that was declared for them. */
export interface Somebody {
  readonly lastName: string
  readonly bornOn: string
  readonly cin: string
}

/** A company's user of e-Liquidation@ and two agents, each at their own browser, in one language. */
export interface Office {
  readonly portal: Portal
  readonly company: TestEmployer
  readonly own: ClaimWords
  readonly clerk: Page
  readonly agent: Page
  readonly other: Page
  close(): Promise<void>
}

/** A journey in an office of its own; one that fails leaves its pages open, for the evidence. */
export type InOffice = (
  language: Language,
  journey: (office: Office) => Promise<void>,
) => () => Promise<void>

/** The portal on the day of these journeys, for the whole file. */
export function claimsPortal(): InOffice {
  let portal: Portal
  beforeAll(async () => {
    portal = await openPortal()
    portal.site.clock.set('2026-11-25T09:00:00Z')
  })
  afterEach((test) => keepEvidence(portal, test))
  afterAll(() => portal?.close())
  return (language, journey) => async () => {
    const office = await openOffice(portal, language)
    await journey(office)
    await office.close()
  }
}

async function openOffice(portal: Portal, language: Language): Promise<Office> {
  const { site } = portal
  const company = await anEmployer(site)
  const clerk = await aProfile(site, company, { service: 'liquidation' })
  const open = async (who: Visitor): Promise<Page> => {
    const { context, page } = await portal.visitor()
    await carry(context, who)
    await page.goto(`/aide?lang=${language}`)
    return page
  }
  const pages = [
    await open(await signedIn(site, clerk, company)),
    await open(await signedIn(site, await anAgent(site))),
    await open(await signedIn(site, await anAgent(site))),
  ] as const
  return {
    portal,
    company,
    own: wordsIn(language).claims,
    clerk: pages[0],
    agent: pages[1],
    other: pages[2],
    async close() {
      for (const page of pages) await page.context().close()
    },
  }
}

let number = 640_000

/** A person of the company, in service since 2020, with so much declared and paid for a quarter. */
export async function employ(
  { portal, company }: Office,
  { lastName, bornOn, cin }: Somebody,
  salary?: string,
): Promise<string> {
  number += 1
  const id = await aMember(portal.site, company, {
    lastName,
    firstName: 'AMINA',
    number: `000${number}`,
    bornOn,
    cin,
  })
  if (salary) {
    await owe({ portal, company }, id, '2026T1', salary)
    await pay({ portal, company }, salary)
  }
  return id
}

/** A quarter declared for somebody, that nobody has paid yet. */
export async function owe(
  { portal, company }: Pick<Office, 'portal' | 'company'>,
  membershipId: string,
  quarter: string,
  salary: string,
): Promise<void> {
  await aQuarterOf(portal.site, company, [membershipId], { quarter, salary })
}

/** 6 % and 7,8 % of a salary, by transfer. */
async function pay(
  { portal, company }: Pick<Office, 'portal' | 'company'>,
  salary: string,
): Promise<void> {
  const amount = (Number(salary) * 0.138).toFixed(2)
  await paid(portal.site, company, { amount, on: '2026-11-20' })
}

/** The arrears are paid, and the night looks through the pensions that they change. */
export async function payArrears(office: Office, salary: string): Promise<void> {
  await pay(office, salary)
  await reviseClaims(office.portal.site.app)
}

/** In one line, without the marks of direction. */
export function folded(text: string): string {
  return text.replace(/[\s\u00a0\u202f\u2066-\u2069]+/g, ' ')
}

/** What a page says, in one line, its spaces the same everywhere. */
export async function saidOn(page: Page): Promise<string> {
  return folded(await page.locator('main').innerText())
}

/** Presses a button that writes in the claim, and waits for the page that comes after: its forms carry another version. */
export async function write(page: Page, button: Locator): Promise<void> {
  const version = page.locator('main [name=version]').first()
  const before = await version.inputValue()
  await button.click()
  await page.waitForFunction((former) => {
    const field = document.querySelector<HTMLInputElement>('main [name=version]')
    return document.readyState === 'complete' && field?.value !== former
  }, before)
}
