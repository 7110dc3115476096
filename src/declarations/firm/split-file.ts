import { parseQuarter } from '../../calendar/index.ts'
import { cutLine, type FixedLayout } from '../checking/fields.ts'

/** A part of a firm's file: one company, category and quarter, as its lines say. */
export interface Part {
  /** Digits as written; empty when the line does not say. */
  readonly employerNumber: string
  readonly category: string
  /** «2026T3». */
  readonly period: string
  readonly lines: readonly string[]
  /** Where each of them stands in the file, counted from 1. */
  readonly sourceLines: readonly number[]
}

/**
 * Splits the lines of a file by company, category and quarter (product D9). A line whose quarter cannot be read, such
 * as one of the wrong length, goes with the others of its company and category, to be corrected there; blank lines go.
 */
export function splitFile(lines: readonly string[], layout: FixedLayout): Part[] {
  const named = lines.flatMap((text, index) =>
    text.trim() === '' ? [] : [{ text, number: index + 1, ...namesIn(text, layout) }],
  )
  const periods = onlyPeriods(named)
  const parts = new Map<string, Named[]>()
  for (const one of named) {
    const who = `${one.employerNumber} ${one.category}`
    const period = one.period || periods.get(who) || ''
    const key = `${who} ${period}`
    const part = parts.get(key)
    if (part) part.push({ ...one, period })
    else parts.set(key, [{ ...one, period }])
  }
  return [...parts.values()].map(partOf)
}

interface Named {
  readonly text: string
  readonly number: number
  readonly employerNumber: string
  readonly category: string
  readonly period: string
}

function namesIn(text: string, layout: FixedLayout) {
  const raw = cutLine(layout, text)
  const period = `${raw.year}T${raw.quarter}`
  return {
    employerNumber: /^\d{6}$/.test(raw.employerNumber) ? raw.employerNumber : '',
    category: /^\d{2}$/.test(raw.category) ? raw.category : '',
    period: text.length === layout.lineLength && parseQuarter(period).ok ? period : '',
  }
}

/** The quarter of each company and category, where the readable lines agree on one. */
function onlyPeriods(named: readonly Named[]): Map<string, string> {
  const periods = new Map<string, Set<string>>()
  for (const { employerNumber, category, period } of named) {
    const who = `${employerNumber} ${category}`
    if (period) periods.set(who, (periods.get(who) ?? new Set()).add(period))
  }
  return new Map(
    [...periods].flatMap(([who, [only, ...more]]): [string, string][] =>
      only !== undefined && more.length === 0 ? [[who, only]] : [],
    ),
  )
}

function partOf(named: readonly Named[]): Part {
  const [{ employerNumber, category, period } = { employerNumber: '', category: '', period: '' }] =
    named
  return {
    employerNumber,
    category,
    period,
    lines: named.map((one) => one.text),
    sourceLines: named.map((one) => one.number),
  }
}

/** «12–40, 44»: lines as people point at them. */
export function rangesOf(lines: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const line of lines) {
    const last = ranges.at(-1)
    if (last && line === last[1] + 1) last[1] = line
    else ranges.push([line, line])
  }
  const shown = ranges.slice(0, 8).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return ranges.length > shown.length ? `${shown.join(', ')}…` : shown.join(', ')
}
