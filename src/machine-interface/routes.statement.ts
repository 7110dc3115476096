import type { z } from 'zod'
import { isoTimeAt, localDate } from '../calendar/index.ts'
import { bankReference, entryReference, entryWording, type Telling } from '../ledger/entry-label.ts'
import { readStatementAfter } from '../ledger/read-statement.ts'
import type { StatementFilter, StatementLine } from '../ledger/statement.ts'
import { decimalString } from '../money/index.ts'
import { csvCell } from '../web/csv.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { limitFrom } from './limit.ts'
import type { MachineSite } from './machine-site.ts'
import * as schemas from './schemas.ts'

type Entry = z.output<typeof schemas.statement>['entries'][number]

/** The statement, oldest first, after an entry: entries never change, so a program goes on where it stopped. */
export function mountStatementReading(site: MachineSite): void {
  const route = {
    method: 'GET',
    pattern: paths.api.statement.pattern,
    power: 'machine.statement',
    audit: 'machine.statement',
    query: schemas.statementQuery,
    answers: { 200: schemas.statement },
    alsoAs: 'text/csv',
  } as const
  site.add(route, async ({ app, page, actor, language, query }) => {
    const { category = null, from, until } = query
    const filter: StatementFilter = {
      category,
      from: from === undefined ? null : localDate(from),
      until: until === undefined ? null : localDate(until),
      kind: null,
    }
    const limit = limitFrom(query.limit)
    const after = BigInt(query.after ?? 0)
    const { lines, hasMore } = await readStatementAfter(app, actor, filter, { after, limit })
    const telling = { words: wordsIn(language).ledger, language }
    const entries = lines.map((line) => tellEntry(line, telling))
    const last = entries.at(-1)
    const next = hasMore && last ? nextPage(query, last.number) : null
    if (next) page.header('Link', `<${next}>; rel="next"`)
    if (!/\btext\/csv\b/i.test(page.req.header('accept') ?? '')) return page.json({ entries, next })
    return page.body(csvOf(entries), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
  })
}

function nextPage(query: Readonly<Record<string, string | undefined>>, after: number): string {
  const kept = Object.entries({ ...query, after: String(after) }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return `${paths.api.statement()}?${new URLSearchParams(kept)}`
}

function tellEntry(line: StatementLine, telling: Telling): Entry {
  return {
    number: Number(line.number),
    kind: line.kind,
    date: line.occurredOn,
    recordedAt: isoTimeAt(line.recordedAt),
    label: entryWording(line, telling).replace(/[\u2066-\u2069]/g, ''),
    reference: entryReference(line),
    debit: decimalString(line.debit),
    credit: decimalString(line.credit),
    balance: decimalString(line.owedAfter),
    bankReference: bankReference(line),
  }
}

const columns = [
  'number',
  'kind',
  'date',
  'recordedAt',
  'label',
  'reference',
  'debit',
  'credit',
  'balance',
  'bankReference',
] as const

function csvOf(entries: readonly Entry[]): string {
  // Numbers as they are: a minus sign is no formula, and a program would not know an apostrophe.
  const isText = (name: (typeof columns)[number]) =>
    name === 'label' || name === 'reference' || name === 'bankReference'
  const rows = entries.map((entry) =>
    columns.map((name) => (isText(name) ? csvCell(entry[name]) : String(entry[name]))),
  )
  return [columns, ...rows].map((cells) => `${cells.join(';')}\r\n`).join('')
}
