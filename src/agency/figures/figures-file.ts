import { causeTitle } from '../../declarations/finding-words.ts'
import type { Words } from '../../web/words/index.ts'
import type { Language } from '../../web/words/language.ts'
import { type Figures, hoursOf, type MonthFigures, percentOf } from './figures.ts'

/** A name, a month or a figure. */
export type FigureCell = string | number | null

export interface Telling {
  readonly words: Words
  readonly language: Language
}

/** One measure of a month, as the tables and the files name it. */
export interface Measure {
  readonly name: string
  readonly of: (month: MonthFigures) => number | null
}

export function delayMeasures({ figures: own }: Words): Measure[] {
  return [
    { name: own.decisions, of: ({ delay }) => delay?.decisions ?? null },
    { name: own.median, of: ({ delay }) => delay && hoursOf(delay.medianMs) },
    { name: own.p95, of: ({ delay }) => delay && hoursOf(delay.p95Ms) },
    { name: own.mean, of: ({ delay }) => delay && hoursOf(delay.meanMs) },
    { name: own.within48, of: ({ delay }) => delay && percentOf(delay.within48, delay.decisions) },
  ]
}

export function volumeMeasures({ figures: own }: Words): Measure[] {
  return [
    { name: own.letters, of: (one) => one.lettersReceived },
    { name: own.newcomers, of: (one) => one.newcomers },
    { name: own.transfers, of: (one) => one.transfers },
  ]
}

export function usageMeasures({ figures: own }: Words): Measure[] {
  return [
    { name: own.byFile, of: (one) => one.declarationsByFile },
    { name: own.byForm, of: (one) => one.declarationsByForm },
    { name: own.bySoftware, of: (one) => one.declarationsBySoftware },
    { name: own.nil, of: (one) => one.declarationsNil },
    { name: own.lines, of: (one) => one.linesDeclared },
    { name: own.companies, of: (one) => one.companies },
  ]
}

export function fileHead({ figures: own }: Words): string[] {
  return [own.subject, own.month, own.measure, own.value]
}

/** Every figure of the page, one a row: what a spreadsheet can turn as it likes. */
export function fileRows(figures: Figures, { words, language }: Telling): FigureCell[][] {
  const { figures: own } = words
  const parts = [
    [own.delayTitle, delayMeasures(words)],
    [own.volumesTitle, volumeMeasures(words)],
    [own.usageTitle, usageMeasures(words)],
  ] as const
  const monthly = parts.flatMap(([subject, measures]) =>
    figures.months.flatMap((one) =>
      measures.map(({ name, of }): FigureCell[] => [subject, one.month, name, of(one)]),
    ),
  )
  const mistakes = figures.mistakes.flatMap((one): FigureCell[][] => {
    const title = causeTitle(one, words.desk, language).replace(/[\u2066-\u2069]/g, '')
    return [
      [own.mistakesTitle, title, own.inDeclarations, one.declarations],
      [own.mistakesTitle, title, own.onLines, one.findings],
    ]
  })
  return [...monthly, ...mistakes]
}
