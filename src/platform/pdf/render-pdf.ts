import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler'
import { limitAtOnce } from '../threads/limit-at-once.ts'
import { findProjectRoot } from '../project-root.ts'
import { type Coverage, readCoverage } from './font-coverage.ts'
import { pageData } from './page-data.ts'
import type { PrintedDocument } from './printed-document.ts'

export interface PdfRenderer {
  /** A4, tagged for screen readers (PDF/UA-1), the same bytes for the same document. */
  render(document: PrintedDocument): Promise<Uint8Array>
}

export interface PdfRendererOptions {
  /** The folder that holds `assets/fonts` and the template, when it is not found by walking up from the program. */
  readonly assetsRoot?: string
}

interface Press {
  readonly compiler: NodeCompiler
  readonly template: string
  readonly fonts: readonly Coverage[]
}

const accessible = 'ua-1'
/** A thousand rows take a third of a second, during which the process answers nobody. Longer lists are for CSV. */
export const mostPrintedRows = 1_000

const fontFiles = {
  regular: ['NotoSans-Regular.ttf', 'NotoKufiArabic-Regular.ttf'],
  bold: ['NotoSans-Bold.ttf', 'NotoKufiArabic-Bold.ttf'],
} as const
/**
 * The one way to print (letters, receipts, statements). Words travel as data, never as markup, and nothing is fetched
 * from the network. The fonts are read at the first document, then kept.
 */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  let press: Press | undefined
  const inTurn = limitAtOnce(1)
  return {
    async render(document) {
      refuseTooLong(document)
      press ??= openPress(options.assetsRoot ?? findProjectRoot())
      const opened = press
      return new Promise((resolve, reject) => {
        void inTurn(async () => {
          const began = performance.now()
          await printAlone(opened, document).then(resolve, reject)
          // Between two documents, requests have the thread for as long as the first one took it (quality AT116).
          await wait(performance.now() - began)
        })
      })
    },
  }
}

async function printAlone(press: Press, document: PrintedDocument): Promise<Uint8Array> {
  const bytes = print(press, document)
  // Two documents share no layout: remembering one only costs memory. What the compiler held outside the
  // JavaScript heap is given back when the event loop turns, so a mass mailing must let it turn.
  press.compiler.evictCache(0)
  await setImmediate()
  return bytes
}

function refuseTooLong({ blocks }: PrintedDocument): void {
  const rows = blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0),
    0,
  )
  if (rows <= mostPrintedRows) return
  throw new RangeError(
    `A printed table holds ${mostPrintedRows} rows at most; this document has ${rows}.`,
  )
}

function openPress(root: string): Press {
  const read = (name: string) => readFileSync(path.join(root, 'assets', 'fonts', name))
  const regular = fontFiles.regular.map(read)
  const folder = path.join(root, 'src', 'platform', 'pdf')
  return {
    compiler: NodeCompiler.create({
      workspace: folder,
      fontArgs: [{ fontBlobs: [...regular, ...fontFiles.bold.map(read)] }],
    }),
    template: readFileSync(path.join(folder, 'template.typ'), 'utf8'),
    fonts: regular.map(readCoverage),
  }
}

function print({ compiler, template, fonts }: Press, document: PrintedDocument): Uint8Array {
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { document: JSON.stringify(pageData(document, fonts)) },
  })
  if (compiled.result === null) throw new Error(explain(compiler, compiled))
  return compiler.pdf(compiled.result, { pdfStandard: accessible })
}

function explain(compiler: NodeCompiler, compiled: NodeTypstCompileResult): string {
  const problems = compiled.takeDiagnostics()
  const messages = problems === null ? [] : compiler.fetchDiagnostics(problems)
  return `The document could not be laid out: ${messages.map(({ message }) => message).join('; ')}`
}
