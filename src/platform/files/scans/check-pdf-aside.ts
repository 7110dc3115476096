import { readFile } from 'node:fs/promises'
import { refuse } from '../../../actors/refusal.ts'
import { isOutOfMemory, type Threads, threadTask } from '../../threads/threads.ts'
import { checkPdf } from './check-pdf.ts'
import { hasObjectStreams } from './pdf-streams.ts'

/** Plain data, since a thread is asked. */
export interface PdfToCheck {
  /** Where it lies, for as long as the check lasts. */
  readonly file: string
}

/** Below this, with nothing to unpack, a check takes less than a thread takes to begin. */
const quickBytes = 128 << 10

const aside = threadTask<PdfToCheck, number>('check-pdf')

/** Checks a PDF that a stranger sent in a thread of its own, whatever it holds: requests are answered meanwhile. How many pages it has, at most. */
export async function runPdfCheck(threads: Threads, file: string, bytes: Buffer): Promise<number> {
  if (bytes.length < quickBytes && !hasObjectStreams(bytes.toString('latin1')))
    return checkPdf(bytes)
  try {
    return await threads.run(aside, { file })
  } catch (error) {
    if (isOutOfMemory(error)) return refuse('scans.pdf_unreadable')
    throw error
  }
}

export async function checkPdfAside(_: unknown, { file }: PdfToCheck): Promise<number> {
  return checkPdf(await readFile(file))
}
