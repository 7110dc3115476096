import { refuse } from '../../actors/refusal.ts'
import type { DataContext } from '../../data-context.ts'
import { type PageRange, splitPdf } from '../../platform/pdf/split-pdf.ts'
import { hasAnnotations } from '../../platform/files/scans/annotated-pdf.ts'
import { scanLimits } from '../../platform/files/scans/limits.ts'
import { threadTask } from '../../platform/threads/threads.ts'

/** Plain data, since a thread is asked. */
interface PdfToSplit {
  readonly sha256: Uint8Array
  readonly ranges: readonly PageRange[]
}

export const splitting = threadTask<PdfToSplit, Uint8Array[]>('split-pdf')

/** Cuts a kept PDF in a thread of its own: requests are answered meanwhile, whatever it holds. */
export async function splitAside(
  app: Pick<DataContext, 'files'>,
  { sha256, ranges }: PdfToSplit,
): Promise<Uint8Array[]> {
  const pdf = await app.files.read(Buffer.from(sha256))
  // Drawn again, a page is without what was laid over it.
  if (await hasAnnotations(pdf)) return refuse('tray.annotated')
  const parts = splitPdf(pdf, ranges)
  const isLight = parts?.every(({ length }) => length <= scanLimits.maxBytes)
  return parts && isLight ? parts : refuse('tray.not_split')
}
