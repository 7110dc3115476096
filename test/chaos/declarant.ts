import { createHash } from 'node:crypto'
import { formatQuarter, nextQuarter, type Quarter } from '../../src/calendar/index.ts'
import { exampleFile, exampleLine } from '../../src/declarations/checking/example-line.ts'
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
  const bytes = fileOf(company.number, quarter, random)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const fichier = new File([new Uint8Array(bytes)], 'declaration.txt', { type: 'text/plain' })
  const checked = await client.effect(
    () => client.visitor.submit(period, { fichier }, `${period.url}/fichier`),
    /^\/teledeclaration\/controles\//,
  )
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

/** Forty people or so, in service since before the first quarter; one salary is zero, which is asked about. */
function fileOf(employerNumber: string, { year, quarter }: Quarter, random: Random): Uint8Array {
  const count = random.between(20, 60)
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
