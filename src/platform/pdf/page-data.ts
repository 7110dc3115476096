import { barcodeSvg } from '../barcode.ts'
import type { Coverage } from './font-coverage.ts'
import {
  cutLongWords,
  directionOfText,
  plainSentence,
  plainValue,
  type PrintableText,
} from './printable-text.ts'
import type {
  PrintedBlock,
  PrintedDocument,
  PrintedReference,
  PrintedRow,
  PrintedTable,
} from './printed-document.ts'

const nothing = '—'
/** Longer words are cut: the narrowest place of each kind must hold one. */
const longestWord = { line: 34, cell: 16 } as const

const ownWords = {
  fr: {
    pages: 'Page {page} sur {pages}',
    barcode: (code: string) => `Code-barres de la référence ${code}`,
  },
  ar: {
    pages: 'صفحة {page} من {pages}',
    barcode: (code: string) => `رمز شريطي للمرجع ${code}`,
  },
} as const

/** The document as `template.typ` reads it: every string made safe, cut and given its direction. */
export function pageData(document: PrintedDocument, fonts: readonly Coverage[]): object {
  const write = writerOf(fonts)
  const { fund, issuedOn, reference, sendTo, footer, fingerprint } = document
  return {
    lang: document.lang,
    landscape: document.landscape ?? false,
    onePage: document.onePage ?? false,
    title: plainSentence(document.title, fonts) || nothing,
    author: plainValue(fund.name, fonts) || nothing,
    issued: dateOf(document.issuedAt),
    pages: ownWords[document.lang].pages,
    heading: write.sentence(document.title),
    head: write.sentence(document.title),
    fund: {
      name: write.value(fund.name),
      lines: [...fund.address, ...(fund.email === undefined ? [] : [fund.email])].map((line) =>
        write.value(line),
      ),
    },
    ...(issuedOn !== undefined && { issuedOn: write.sentence(issuedOn) }),
    ...(reference !== undefined && { reference: referenceData(reference, document.lang, write) }),
    ...(sendTo !== undefined && {
      sendTo: {
        heading: write.sentence(sendTo.heading),
        lines: sendTo.lines.map((line) => write.value(line)),
      },
    }),
    ...(footer !== undefined && { footer: write.sentence(footer) }),
    ...(fingerprint !== undefined && {
      fingerprint: {
        label: write.sentence(fingerprint.label),
        value: write.value(fingerprint.value, true),
      },
    }),
    blocks: document.blocks.map((block) => blockData(block, write)),
  }
}

interface Writer {
  sentence(text: string): PrintableText
  value(text: string, ltr?: boolean): PrintableText
  cell(text: string, ltr?: boolean): PrintableText
}

function writerOf(fonts: readonly Coverage[]): Writer {
  const write = (text: string, longest: number, ltr?: boolean): PrintableText => ({
    pieces: cutLongWords(text || nothing, longest),
    dir: ltr === true ? 'ltr' : directionOfText(text),
  })
  return {
    sentence: (text) => write(plainSentence(text, fonts), longestWord.line),
    value: (text, ltr) => write(plainValue(text, fonts), longestWord.line, ltr),
    cell: (text, ltr) => write(plainValue(text, fonts), longestWord.cell, ltr),
  }
}

function dateOf(instant: Date): Record<string, number> {
  return {
    year: instant.getUTCFullYear(),
    month: instant.getUTCMonth() + 1,
    day: instant.getUTCDate(),
    hour: instant.getUTCHours(),
    minute: instant.getUTCMinutes(),
    second: instant.getUTCSeconds(),
  }
}

function referenceData(reference: PrintedReference, lang: 'fr' | 'ar', write: Writer): object {
  const code = write.value(reference.code, true)
  return {
    label: write.sentence(reference.label),
    code,
    ...(reference.explanation !== undefined && {
      explanation: write.sentence(reference.explanation),
    }),
    barcode: barcodeSvg(reference.scan ?? reference.code, {
      symbology: reference.symbology ?? 'data-matrix',
    }),
    alt: ownWords[lang].barcode(code.pieces.join('')),
  }
}

function blockData(block: PrintedBlock, write: Writer): object {
  const heading =
    'heading' in block && block.heading !== undefined
      ? { heading: write.sentence(block.heading) }
      : {}
  return { kind: block.kind, ...heading, ...contentOf(block, write) }
}

function contentOf(block: PrintedBlock, write: Writer): object {
  switch (block.kind) {
    case 'paragraphs':
      return { paragraphs: block.paragraphs.map((text) => write.sentence(text)) }
    case 'rows':
      return { rows: block.rows.map((row) => rowData(row, write)) }
    case 'table':
      return tableData(block, write)
    case 'steps':
      return { steps: block.steps.map((text) => write.sentence(text)) }
    case 'notice':
      return { text: write.sentence(block.text) }
    case 'boxes':
      return {
        boxes: block.boxes.map(({ kind, label, ink }) => ({
          kind,
          label: write.sentence(label),
          ...inkData(ink, label),
        })),
      }
  }
}

function rowData(row: PrintedRow, write: Writer): object {
  return {
    label: write.sentence(row.label),
    value: row.isSentence ? write.sentence(row.value) : write.value(row.value, row.ltr),
    fillIn: row.fillIn === true && row.value.trim() === '',
    ...inkData(row.ink, row.label),
  }
}

/** Said, to those who do not see it, by the name of its place. */
function inkData(ink: string | undefined, label: string): object {
  return ink === undefined ? {} : { ink: { svg: ink, alt: label } }
}

function tableData(table: PrintedTable, write: Writer): object {
  const cells = (row: readonly string[]) =>
    table.columns.map((column, index) => write.cell(row[index] ?? '', column.ltr))
  return {
    columns: table.columns.map(({ heading, align, share }) => ({
      heading: write.sentence(heading),
      align: align ?? 'start',
      ...(share !== undefined && { share }),
    })),
    rows: table.rows.map(cells),
    ...(table.totals !== undefined && { totals: cells(table.totals) }),
    ...(table.empty !== undefined &&
      table.rows.length === 0 && { empty: write.sentence(table.empty) }),
  }
}
