import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Pages of a PDF that go together, counted from one, both included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/**
 * Each range of pages as a PDF of its own: drawn again, as printed documents are, so that neither scripts nor anything beside
 * the pages comes along. Undefined when it cannot be read, or when its pages share what they show: then every part would
 * hold pages of the others.
 */
export function splitPdf(pdf: Buffer, ranges: readonly PageRange[]): Buffer[] | undefined {
  const draw = drawingFrom(pdf)
  const parts: Buffer[] = []
  for (const range of ranges) {
    const part = draw([range])
    if (part === undefined) return undefined
    parts.push(part)
  }
  const together = draw(ranges)
  return together && !sharesPictures(parts, together) ? parts : undefined
}

/** Drawn together, what pages share is there once: the parts then hold more, and nothing that no page shows makes up for it. */
function sharesPictures(parts: readonly Buffer[], together: Buffer): boolean {
  return parts.reduce((sum, part) => sum + picturesIn(part), 0) > picturesIn(together)
}

/**
 * How many pages there are to draw, whatever the file says of itself: the last one that the compiler finds, by halves.
 * Undefined when it cannot be read, or has more than `most`.
 */
export function countPages(pdf: Buffer, most: number): number | undefined {
  const compiler = compilerOf(pdf)
  const isThere = (page: number) =>
    compiler.compile({ mainFileContent: pagesDrawn([page]) }).result !== null
  if (isThere(most + 1)) return undefined
  let [last, missing] = [0, most + 1]
  while (missing - last > 1) {
    const middle = Math.floor((last + missing) / 2)
    if (isThere(middle)) last = middle
    else missing = middle
  }
  return last === 0 ? undefined : last
}

/** Draws some of its pages, one after the other, in a PDF of their own. */
function drawingFrom(pdf: Buffer): (ranges: readonly PageRange[]) => Buffer | undefined {
  const compiler = compilerOf(pdf)
  return (ranges) => {
    const pages = ranges.flatMap(pagesOf)
    if (pages.length === 0) return undefined
    const { result } = compiler.compile({ mainFileContent: pagesDrawn(pages) })
    return result === null ? undefined : compiler.pdf(result, { pdfTags: false })
  }
}

function compilerOf(pdf: Buffer): NodeCompiler {
  const compiler = NodeCompiler.create({ workspace: folder })
  compiler.mapShadow(`${folder}/whole.pdf`, pdf)
  return compiler
}

/** Nothing is read from there: a workspace is asked for, and has only what is mapped into it. */
const folder = '/guichet-split'

function pagesOf({ from, to }: PageRange): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

function pagesDrawn(pages: readonly number[]): string {
  const drawn = pages.map((page) => `#page(image("whole.pdf", page: ${page}))`)
  return ['#set page(width: auto, height: auto, margin: 0pt)', ...drawn].join('\n')
}

/** Images, and drawings used as such. */
function picturesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Subtype\s*\/(?:Image|Form)\b/g)?.length ?? 0
}
