import { readFile } from 'node:fs/promises'
import { parseQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { DataContext } from '../data-context.ts'
import { refuse } from '../actors/refusal.ts'
import { isOutOfMemory, threadTask } from '../platform/threads/threads.ts'
import { checkFile } from './check-file.ts'

/** Plain data, since a thread may be asked. */
export interface FileToCheck {
  /** Where it lies, for as long as the check lasts. */
  readonly file: string
  readonly size: number
  readonly employerNumber: string
  readonly category?: string | undefined
  readonly quarter?: string | undefined
  readonly language: 'fr' | 'ar'
}

/** Below this a check takes less than a thread takes to begin, even of a spreadsheet. */
const quickBytes = 128 << 10

const aside = threadTask<FileToCheck, string>('check-file')

/** What `guichet check --json` says of a file of which nothing is kept. */
export async function runFileCheck(app: AppContext, task: FileToCheck): Promise<string> {
  if (task.size < quickBytes) return checkFileAside(app, task)
  try {
    return await app.threads.run(aside, task)
  } catch (error) {
    if (isOutOfMemory(error)) refuse('declarations.too_heavy')
    throw error
  }
}

export async function checkFileAside(_: DataContext, task: FileToCheck): Promise<string> {
  const { employerNumber, category, language } = task
  const quarter = task.quarter === undefined ? undefined : parseQuarter(task.quarter)
  const verdict = await checkFile(await readFile(task.file), {
    employerNumber,
    category,
    quarter: quarter?.ok ? quarter.value : undefined,
  })
  return `${JSON.stringify(verdict.report(language), null, 2)}\n`
}
