import type { Locator } from 'playwright-core'
import { paths } from '../../../src/web/paths.ts'
import { goodPassword } from '../../support/factories.ts'
import type { Keys } from './keys.ts'

/** What an agent knows beside the page. */
export interface Known {
  /** The identity number that the papers bear. */
  readonly cin: string
  /** The company that the transfers are of. */
  readonly employerNumber: string
  /** Which cases were decided, in their order. */
  readonly done: string[]
}

/** Decides the case of this page by the keys that a hand would press, and says which kind it was. */
export async function decideByKeys(keys: Keys, known: Known): Promise<string> {
  const { pathname } = new URL(keys.page.url())
  const [, decide] = deciders.find(([start]) => pathname.startsWith(start)) ?? []
  if (!decide) throw new Error(`nobody decides ${pathname}`)
  return decide(keys, known)
}

type Decide = (keys: Keys, known: Known) => Promise<string>

const own = paths.agency
const deciders: readonly (readonly [string, Decide])[] = [
  ['/agence/dossiers/', decideLetter],
  ['/agence/affilies/', decideNewcomer],
  [own.readingAlerts(), (keys) => press(keys, 'reading_alert', '/consultations/', 'button')],
  [own.bankMessages(), decideLine],
  ['/agence/virements/', decideTransfer],
  ['/agence/liquidations/', decideClaim],
  ['/agence/sorties/', decideTakeout],
  ['/agence/agents/', (keys) => withPassword(keys, '/demande', 'agent_request')],
  ['/agence/propositions/', (keys) => press(keys, 'proposal', '/propositions/', 'button')],
  ['/agence/importations/', (keys) => press(keys, 'import', '/decision', 'button')],
]

const times = (known: Known, kind: string) => known.done.filter((one) => one === kind).length

const inForm = ({ page }: Keys, action: string, part: string): Locator =>
  page.locator(`main form[action*="${action}"] ${part}`)

async function press(keys: Keys, kind: string, action: string, part: string): Promise<string> {
  await keys.follow(inForm(keys, action, part).first())
  return kind
}

async function decideLetter(keys: Keys, known: Known): Promise<string> {
  const { page } = keys
  const scan = page.locator('.scan img').first()
  await scan.evaluate((image: HTMLImageElement) => image.decode())
  if ((await inForm(keys, '/opposition', 'button').count()) > 0) return decideObjection(keys)
  const isHandwritten = (await inForm(keys, '/identite', 'input[name=numero]').count()) > 0
  if (isHandwritten) {
    await keys.write(inForm(keys, '/identite', 'input[name=numero]'), known.cin)
    await keys.arrive('Enter')
    await scan.evaluate((image: HTMLImageElement) => image.decode())
  }
  for (const box of await inForm(keys, '/decision', 'input[name=controles]').all())
    await keys.tick(box)
  await keys.arrive('Enter')
  return 'letter'
}

async function decideObjection(keys: Keys): Promise<string> {
  const field = (part: string) => inForm(keys, '/opposition', part)
  await keys.choose(field('[name=decision]'), 'upheld')
  await keys.write(field('[name=motif]'), 'La personne est en poste.')
  await keys.tick(field('[name=lu]'))
  await keys.follow(field('button'))
  return 'objection'
}

/** The first is new to the fund; the second is refused, once without saying why. */
async function decideNewcomer(keys: Keys, known: Known): Promise<string> {
  if (times(known, 'newcomer') === 0) return press(keys, 'newcomer', '/confirmation', 'button')
  const refusal = keys.page.locator('main details', { has: keys.page.locator('[name=motif]') })
  await keys.press(refusal.locator('summary'))
  await keys.follow(inForm(keys, '/refus', 'button'))
  await goesOn(keys)
  await keys.write(inForm(keys, '/refus', '[name=motif]'), 'La pièce n’est pas la sienne.')
  await keys.follow(inForm(keys, '/refus', 'button'))
  return 'newcomer'
}

/** The line that the address names, among those of the page; the first comes back for want of a reason. */
async function decideLine(keys: Keys, known: Known): Promise<string> {
  const place = new URL(keys.page.url()).hash.slice(1)
  const line = (part: string) => keys.page.locator(`[id="${place}"] ${part}`)
  if (times(known, 'bank_movement') === 0) {
    await keys.follow(line('button'))
    await goesOn(keys)
  }
  await keys.write(line('[name=raison]'), 'Vu avec la banque.')
  await keys.arrive('Enter')
  return 'bank_movement'
}

/** The first is a company's, once its number is typed; of the second it is only known that it is to be looked for. */
async function decideTransfer(keys: Keys, known: Known): Promise<string> {
  if (times(known, 'transfer') === 0) {
    await keys.write(keys.page.locator('main [name=adherent]').first(), known.employerNumber)
    await keys.arrive('Enter')
    return press(keys, 'transfer', '/attribution', 'button')
  }
  const field = (part: string) => inForm(keys, '/garde', part)
  await keys.choose(field('[name=decision]'), 'no_payment')
  await keys.follow(field('button').first())
  await goesOn(keys)
  await keys.write(field('[name=raison]'), 'Virement entre nos comptes.')
  await keys.arrive('Enter')
  return 'transfer'
}

async function decideClaim(keys: Keys): Promise<string> {
  const has = async (action: string) => (await inForm(keys, action, 'button').count()) > 0
  if (await has('/arrieres')) {
    await keys.write(inForm(keys, '/arrieres', '[name=unique]'), '321,45')
    await keys.write(inForm(keys, '/arrieres', '[name=raison]'), 'Barème du 12 mai.')
    await keys.follow(inForm(keys, '/arrieres', 'button'))
    return 'complement'
  }
  if (await has('/confirmation')) {
    await readDocuments(keys, false)
    await keys.follow(inForm(keys, '/confirmation', 'button[value=oui]'))
    return 'confirmation'
  }
  await readDocuments(keys, true)
  await keys.choose(inForm(keys, '/decision', '[name=decision]'), 'granted')
  await keys.write(inForm(keys, '/decision', '[name=debut]'), '01/01/2027')
  await keys.write(inForm(keys, '/decision', '[name=annuelle]'), '12000')
  await keys.write(inForm(keys, '/decision', '[name=raison]'), 'Relevé de carrière.')
  await keys.follow(inForm(keys, '/decision', 'button'))
  return 'claim'
}

/** Every page is opened; with an opinion of each document, or without when another agent has given it. */
async function readDocuments(keys: Keys, isReviewed: boolean): Promise<void> {
  const { page } = keys
  const documents = page.locator('main a.task-name')
  const count = await documents.count()
  for (let index = 0; index < count; index += 1) {
    await keys.follow(documents.nth(index))
    const kept = page.waitForEvent('download')
    await keys.press(page.locator('.case-scan a[download]'))
    await (await kept).path()
    if (!isReviewed) continue
    await keys.choose(inForm(keys, '/pieces/', '[name=avis]'), 'accepted')
    await keys.arrive('Enter')
  }
}

/** Once without the password. */
async function decideTakeout(keys: Keys): Promise<string> {
  await keys.follow(inForm(keys, '/decision', 'button[type=submit]').first())
  await goesOn(keys)
  return withPassword(keys, '/decision', 'takeout')
}

async function withPassword(keys: Keys, action: string, kind: string): Promise<string> {
  await keys.write(inForm(keys, action, '[name=password]'), goodPassword)
  await keys.arrive('Enter')
  return kind
}

/** The page came back with a mistake: the next case is still there to be taken. */
async function goesOn({ page }: Keys): Promise<void> {
  await page.locator('.error-summary').waitFor()
  await page.locator(`form[action="${own.nextWork()}"]`).waitFor({ state: 'attached' })
}
