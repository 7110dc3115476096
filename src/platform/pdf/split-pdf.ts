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
  const compiler = NodeCompiler.create({ workspace: folder })
  compiler.mapShadow(`${folder}/whole.pdf`, pdf)
  const parts: Buffer[] = []
  for (const range of ranges) {
    const { result } = compiler.compile({ mainFileContent: pagesOf(range) })
    if (result === null) return undefined
    parts.push(compiler.pdf(result, { pdfTags: false }))
  }
  const pages = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const shown = parts.reduce((sum, part) => sum + picturesIn(part), 0)
  return shown > picturesIn(pdf) + pages ? undefined : parts
}

/** Nothing is read from there: a workspace is asked for, and has only what is mapped into it. */
const folder = '/guichet-split'

function pagesOf({ from, to }: PageRange): string {
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const drawn = pages.map((page) => `#page(image("whole.pdf", page: ${page}))`)
  return ['#set page(width: auto, height: auto, margin: 0pt)', ...drawn].join('\n')
}

/** Images, and drawings used as such; each page is one more once it is drawn again. */
function picturesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Subtype\s*\/(?:Image|Form)\b/g)?.length ?? 0
}
