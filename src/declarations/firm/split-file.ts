import { parseQuarter } from '../../calendar/index.ts'
import { cutLine, type FixedLayout } from '../checking/fields.ts'

/** A part of a firm's file: one company, category and quarter, as its lines say. */
export interface Part {
  /** Digits as written; empty when the line does not say. */
  readonly employerNumber: string
  readonly category: string
  /** «2026T3». */
  readonly period: string
  /** Those of a table begin with its titles. */
  readonly lines: readonly string[]
  /** Where each of them, titles aside, stands in the file, counted from 1. */
  readonly sourceLines: readonly number[]
}

/** Splits a file of fixed width; blank lines go. */
export function splitFile(lines: readonly string[], layout: FixedLayout): Part[] {
  const named = lines.flatMap((text, index) =>
    text.trim() === '' ? [] : [{ text, number: index + 1, ...namesIn(text, layout) }],
  )
  return splitLines(named)
}

/**
 * Splits lines by company, category and quarter (product D9). One whose quarter cannot be read, such as one of the wrong
 * length, goes with the others of its company and category, to be corrected there.
 */
export function splitLines(named: readonly Named[], titles: readonly string[] = []): Part[] {
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
  return [...parts.values()].map((part) => partOf(part, titles))
}

/** A line, and what it says of whose it is. */
export interface Named {
  readonly text: string
  readonly number: number
  readonly employerNumber: string
  readonly category: string
  readonly period: string
}

function namesIn(text: string, layout: FixedLayout) {
  const raw = cutLine(layout, text)
  const isWhole = text.length === layout.lineLength
  return namesFrom({ ...raw, period: isWhole ? `${raw.year}T${raw.quarter}` : '' })
}

/** What cannot be read is empty. */
export function namesFrom({ employerNumber, category, period }: Omit<Named, 'text' | 'number'>) {
  return {
    employerNumber: /^\d{6}$/.test(employerNumber) ? employerNumber : '',
    category: /^\d{2}$/.test(category) ? category : '',
    period: parseQuarter(period).ok ? period : '',
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

function partOf(named: readonly Named[], titles: readonly string[]): Part {
  const [{ employerNumber, category, period } = { employerNumber: '', category: '', period: '' }] =
    named
  return {
    employerNumber,
    category,
    period,
    lines: [...titles, ...named.map((one) => one.text)],
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
