import { inflated } from './inflate.ts'
import type { ZipEntry } from './zip-directory.ts'

/** What the reader of rows does not say of a sheet. */
export interface SheetSurvey {
  /** The formulas by the cell that holds each, «F214». */
  readonly formulas: ReadonlyMap<string, string>
  /** Its last element is closed: nothing was cut off. */
  readonly isWhole: boolean
  /** It declares entities of its own, as no spreadsheet does. */
  readonly hasDoctype: boolean
}

/** What is kept of a piece for the next one: more than a cell and the beginning of its formula. */
const overlap = 2_048

/** One pass over the text of a sheet, which also proves that it inflates to what is declared. */
export async function surveySheet(entry: ZipEntry, archive: Uint8Array): Promise<SheetSurvey> {
  const formulas = new Map<string, string>()
  let [last, isFirst, hasDoctype] = ['', true, false]
  const decoder = new TextDecoder('latin1')
  for await (const piece of inflated(entry, archive)) {
    const text = last + decoder.decode(piece)
    if (isFirst) hasDoctype = /<!DOCTYPE/i.test(text.slice(0, overlap))
    isFirst = false
    if (text.includes('<f') || text.includes(':f')) collectFormulas(text, formulas)
    last = text.slice(-overlap)
  }
  return { formulas, isWhole: /<\/(?:\w+:)?worksheet>\s*$/.test(last), hasDoctype }
}

const formula = /<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>([^<]{0,60}))/g

function collectFormulas(text: string, formulas: Map<string, string>): void {
  for (const [, attributes = '', written = ''] of text.matchAll(formula)) {
    const cell = /(?:^|\s)r="([A-Z]{1,3}\d{1,7})"/.exec(attributes)?.[1]
    if (cell !== undefined) formulas.set(cell, written)
  }
}
