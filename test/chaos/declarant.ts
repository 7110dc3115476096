import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { formatQuarter, nextQuarter, type Quarter } from '../../src/calendar/index.ts'
import { exampleFile, exampleLine } from '../../src/declarations/checking/example-line.ts'
import { type Begun, PartSender, sha256Of } from '../support/depositing.ts'
import type { Screen } from '../support/visitor.ts'
import { type Company, declaresFrom } from './arrange.ts'
import type { Client } from './client.ts'
import { signInAt } from './doors.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'

/** Which quarter is declared next, by company or by person. */
export type Progress = Map<string, Quarter>

export interface DeclarantAtWork {
  readonly client: Client
  readonly journal: Journal
  readonly company: Company
  readonly account: Company['declarants'][number]
  readonly progress: Progress
  /** Whether the two declarants of this company work on the same period, and so replace each other's checks. */
  readonly meets: boolean
  /** Whether their files are large, and sent part by part. */
  readonly isLarge: boolean
  readonly random: Random
}

/** Sends the file of one quarter, confirms its doubts with a reason, sends it and reads the receipt (product D2 to D7). */
export async function declareOnce(work: DeclarantAtWork): Promise<void> {
  const { client, journal, company, account, progress, random } = work
  const path = '/connexion/teledeclaration'
  const fields = { login: account.login, password: account.password }
  if (!(await signInAt(client, journal, { path, fields }))) return
  const quarter = progress.get(progressOf(work)) ?? startOf(work)
  const period = await client.page(`/teledeclaration/periodes/01/${formatQuarter(quarter)}`)
  if (period.url.includes('/recus/')) return moveOn(work, quarter)
  const bytes = fileOf(company.number, quarter, { count: random.between(...linesOf(work)), random })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const checked = await sendFile(work, { period, bytes })
  if (checked === null) return
  const declarationId = checked.split('/').at(-1) ?? ''
  journal.acknowledge({ what: 'checked', declarationId, sha256 })
  const ready = await confirmDoubts(work, checked, declarationId)
  // The other one was faster: what is sent is theirs.
  if (!ready?.document.querySelector(`form[action="${checked}/envoyer"]`)) return
  const sent = await client.effect(
    () => client.visitor.submit(ready, {}, `${checked}/envoyer`),
    /^\/teledeclaration\/recus\//,
  )
  if (sent) {
    journal.acknowledge({ what: 'sent', declarationId })
    moveOn(work, quarter)
  }
}

interface SentFile {
  readonly period: Screen
  readonly bytes: Uint8Array
}

/** All at once or part by part, until it is checked; nothing when nobody was told that it is. */
async function sendFile(
  work: DeclarantAtWork,
  { period, bytes }: SentFile,
): Promise<string | null> {
  const { client } = work
  const led = work.isLarge
    ? await sendParts(work, { period, bytes })
    : await sendWhole(client, { period, bytes })
  if (led === null || isCheck.test(led)) return led
  return followDeposit(client, led)
}

const isCheck = /^\/teledeclaration\/controles\//
const leads = /^\/teledeclaration\/(controles|depots)\//

function sendWhole(client: Client, { period, bytes }: SentFile): Promise<string | null> {
  const fichier = new File([new Uint8Array(bytes)], 'declaration.txt', { type: 'text/plain' })
  return client.effect(
    () => client.visitor.submit(period, { fichier }, `${period.url}/fichier`),
    leads,
  )
}

/** As the page's script does: after a kill it asks where the file stopped, and goes on from there. */
async function sendParts(
  { client, journal, random }: DeclarantAtWork,
  { period, bytes }: SentFile,
): Promise<string | null> {
  const [, category = '', quarter = ''] = /periodes\/(\d+)\/(\w+)/.exec(period.url) ?? []
  const sender = await PartSender.on(client.visitor, { category, quarter })
  const name = { nom: 'declaration.txt', taille: String(bytes.length) }
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 20)
  const size = random.between(100_000, 1_000_000)
  const begin = async () =>
    JSON.parse((await sender.begin({ ...name, date: mark }, { category, quarter })).body) as Begun
  for (;;) {
    const begun = await client.again(begin)
    if (begun.received === undefined) return null
    try {
      await sender.rest(begun, bytes, size)
      const led = await client.effect(() => sender.finish(begun, sha256Of(bytes)), leads)
      const depositId = begun.state.split('/').at(-2) ?? ''
      if (led !== null) journal.acknowledge({ what: 'deposit', depositId, sha256: sha256Of(bytes) })
      return led
    } catch (error) {
      if (!client.isOutage(error)) throw error
    }
  }
}

/** A file that is still being checked, or that another person's work was in the way of. */
async function followDeposit(client: Client, deposit: string): Promise<string | null> {
  for (;;) {
    const page = await client.page(deposit)
    if (isCheck.test(page.url)) return page.url
    const { document } = page
    if (document.querySelector(`form[action="${deposit}/remplacer"]`)) {
      await client.effect(() => client.visitor.submit(page, {}, `${deposit}/remplacer`), leads)
    } else if (document.querySelector('[data-enhance="await"]') === null) return null
    await wait(200)
  }
}

async function confirmDoubts(
  { client, journal }: DeclarantAtWork,
  checked: string,
  declarationId: string,
): Promise<Screen | undefined> {
  for (let doubts = 0; doubts < 5; doubts += 1) {
    const page = await client.page(checked)
    const code = page.document
      .querySelector(`form[action="${checked}/confirmer"] input[name="code"]`)
      ?.getAttribute('value')
    if (code === undefined) return page
    const raison = 'Vérifié avec la paie'
    const confirmed = await client.effect(
      () => client.visitor.submit(page, { raison }, `${checked}/confirmer`),
      /^\/teledeclaration\/controles\//,
    )
    if (confirmed === null) return undefined
    journal.acknowledge({ what: 'confirmed', declarationId, code })
  }
  return undefined
}

/** Whoever comes later finds the period declared and goes on with the next. */
function moveOn(work: DeclarantAtWork, done: Quarter): void {
  const current = work.progress.get(progressOf(work)) ?? startOf(work)
  if (formatQuarter(current) === formatQuarter(done)) {
    work.progress.set(progressOf(work), nextQuarter(done))
  }
}

/** Two people of one company always meet on the same period, those of the others begin sixteen years apart. */
function progressOf({ company, account, meets }: DeclarantAtWork): string {
  return meets ? company.number : account.login
}

function startOf({ company, account, meets }: DeclarantAtWork): Quarter {
  const isSecond = company.declarants[1]?.login === account.login
  return isSecond && !meets ? { ...declaresFrom, year: declaresFrom.year + 16 } : declaresFrom
}

/** Forty people or so; or so many that a thread checks them. */
function linesOf({ isLarge }: DeclarantAtWork): [number, number] {
  return isLarge ? [11_000, 14_000] : [20, 60]
}

/** In service since before the first quarter; one salary is zero, which is asked about. */
function fileOf(
  employerNumber: string,
  { year, quarter }: Quarter,
  { count, random }: { readonly count: number; readonly random: Random },
): Uint8Array {
  const lines = Array.from({ length: count }, (_, index) =>
    exampleLine({
      employerNumber,
      memberNumber: String(100_000 + index).padStart(9, '0'),
      identityNumber: `BE${200_000 + index}`,
      bornOn: '15071965',
      joinedOn: '01031990',
      salary:
        index === 0 ? '0000000000' : String(random.between(900_000, 4_000_000)).padStart(10, '0'),
      quarter: String(quarter),
      year: String(year),
    }),
  )
  return exampleFile(...lines)
}
