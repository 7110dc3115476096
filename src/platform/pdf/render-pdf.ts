import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler'
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
const fontFiles = {
  regular: ['NotoSans-Regular.ttf', 'NotoKufiArabic-Regular.ttf'],
  bold: ['NotoSans-Bold.ttf', 'NotoKufiArabic-Bold.ttf'],
} as const
/** The compiler remembers what it laid out and would grow without end; it forgets what five rounds did not use. */
const documentsPerRound = 20
const roundsRemembered = 5

/**
 * The one way to print (letters, receipts, statements). Words travel as data, never as markup, and nothing is fetched
 * from the network. The fonts are read at the first document, then kept.
 */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  let press: Press | undefined
  let printed = 0
  return {
    async render(document) {
      press ??= openPress(options.assetsRoot ?? findProjectRoot())
      const bytes = print(press, document)
      printed += 1
      if (printed % documentsPerRound === 0) press.compiler.evictCache(roundsRemembered)
      return bytes
    },
  }
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
