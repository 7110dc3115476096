import { refuse } from '../../actors/refusal.ts'
import type { DataContext } from '../../data-context.ts'
import { hasAnnotations } from '../../platform/files/scans/annotated-pdf.ts'
import { mostPages, scanLimits } from '../../platform/files/scans/limits.ts'
import { countPages, splitPdf } from '../../platform/pdf/split-pdf.ts'
import { threadTask } from '../../platform/threads/threads.ts'
import { type PageCode, partsOf, type ScanPart } from './page-codes.ts'
import { readContent } from './read-scan.ts'

/** Plain data, since a thread is asked. */
interface KeptPdf {
  readonly sha256: Uint8Array
}

interface PdfToSplit extends KeptPdf {
  readonly codes: readonly PageCode[]
}

/** The pages of one case, in a PDF of their own. */
export interface CutPart extends ScanPart {
  readonly content: Uint8Array
}

export const counting = threadTask<KeptPdf, number>('count-pages')
export const splitting = threadTask<PdfToSplit, CutPart[]>('split-pdf')

/** How many pages a kept PDF has, in a thread of its own: requests are answered meanwhile, whatever it holds. */
export async function countAside(app: Pick<DataContext, 'files'>, pdf: KeptPdf): Promise<number> {
  return (await openBatch(app, pdf)).pages
}

/** Cuts it at its codes, there as well. */
export async function splitAside(
  app: Pick<DataContext, 'files'>,
  { sha256, codes }: PdfToSplit,
): Promise<CutPart[]> {
  const { pdf, pages } = await openBatch(app, { sha256 })
  const parts = partsOf(codes, pages)
  const contents = splitPdf(pdf, parts)
  return parts.map((part, index) => {
    const content = contents?.[index]
    const isLight = content && content.length <= scanLimits.maxBytes
    return isLight ? { ...part, content } : refuse('tray.not_split')
  })
}

/** Several pages that can be drawn again, with nothing laid over them that would be lost. */
async function openBatch(app: Pick<DataContext, 'files'>, { sha256 }: KeptPdf) {
  const pdf = await readContent(app.files, Buffer.from(sha256))
  if (await hasAnnotations(pdf)) refuse('tray.annotated')
  const pages = countPages(pdf, mostPages) ?? refuse('scans.pdf_unreadable')
  return pages === 1 ? refuse('tray.one_page') : { pdf, pages }
}
