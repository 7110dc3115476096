import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getParameters } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { findingAt, type ImportFinding } from './import-finding.ts'
import type { Import } from './import.ts'
import { type Around, guardIdentity, judge, type JudgedRow } from './judge-rows.ts'
import { matchRows } from './match-rows.ts'
import { type FileRow, type OpenedFile, openImportFile } from './read-file.ts'
import { type GivenRow, readRow } from './read-row.ts'
import { textOfImport } from './read-workbook.ts'
import { type FundFacts, fileKeyOf } from './rules.ts'
import { forgetFindings, forgetLines, saveFindings, saveRows } from './store/lines.ts'
import { findOwnEmployer, lockImport, saveImport } from './store/imports.ts'

const rowsAtOnce = 2_000
/** Beyond, each line keeps its first finding only: every refused line is still named. */
const fullFindings = 100_000

/**
 * Checks a file whole against what the fund knows, in batches that other work passes between; nothing is applied
 * (product G5). It may run twice: another run begins from nothing, and makes the one before it stop.
 */
export async function checkImport(
  app: AppContext,
  { importId }: { readonly importId: string },
): Promise<void> {
  const run = await begin(app, importId)
  if (!run) return
  const text = await textOfImport(app, run.found.fileSha256)
  const file = openImportFile(run.found.kind, text)
  if (!file.ok) return unreadable(app, run.found, file.finding, file.encoding)
  await new Check(app, run, file).work()
}

interface Run {
  readonly found: Import
  readonly facts: FundFacts
  readonly ownEmployerNumber: string | null
}

/** What an earlier run left is forgotten. */
async function begin(app: AppContext, importId: string): Promise<Run | null> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const found = await lockImport(tx, importId)
    if (found.state !== 'checking') return null
    await forgetLines(tx, importId)
    await forgetFindings(tx, importId)
    const checkRun = found.checkRun + 1
    await saveImport(tx, found, { checkRun })
    return {
      found: { ...found, checkRun },
      facts: await readFacts(tx, app),
      ownEmployerNumber: await findOwnEmployer(tx, found.uploadedBy?.id ?? null),
    }
  })
}

async function readFacts(tx: Tx, app: AppContext): Promise<FundFacts> {
  const keys = [
    'contribution_rates_al_kamil',
    'contribution_rates_al_mounassib',
    'category_ranges',
  ] as const
  const values = await getParameters(tx, keys, todayIn(app.clock))
  return {
    rates: {
      al_kamil: values.contribution_rates_al_kamil,
      al_mounassib: values.contribution_rates_al_mounassib,
    },
    ranges: values.category_ranges,
  }
}

async function unreadable(
  app: AppContext,
  found: Import,
  finding: ImportFinding,
  encoding: string | null,
): Promise<void> {
  await app.db.transaction({ as: 'system' }, async (tx) => {
    const present = await lockImport(tx, found.id)
    if (present.state !== 'checking' || present.checkRun !== found.checkRun) return
    await forgetLines(tx, found.id)
    await forgetFindings(tx, found.id)
    await saveFindings(tx, found.id, [finding])
    await saveImport(tx, present, {
      state: 'unreadable',
      encoding,
      lines: 0,
      newLines: 0,
      changedLines: 0,
      sameLines: 0,
      refusedLines: 0,
      checkedAt: app.clock.now(),
    })
  })
}

type Readable = Extract<OpenedFile, { ok: true }>

/** One run over one file: what it counted, and the rows that it has seen. */
class Check {
  readonly #app: AppContext
  readonly #run: Run
  readonly #file: Readable
  readonly #around: Around
  /** On which line each row was met first. */
  readonly #seen = new Map<string, number>()
  #counts: Counts = { lines: 0, findings: 0, new: 0, changed: 0, same: 0, refused: 0 }

  constructor(app: AppContext, run: Run, file: Readable) {
    this.#app = app
    this.#run = run
    this.#file = file
    const { facts, ownEmployerNumber, found } = run
    const { header } = file
    this.#around = { kind: found.kind, header, facts, keyring: app.keyring, ownEmployerNumber }
  }

  async work(): Promise<void> {
    let batch: FileRow[] = []
    for (const row of this.#file.rows()) {
      if (row.line === 0) return this.#refuse(row.finding)
      batch.push(row)
      if (batch.length < rowsAtOnce) continue
      if (!(await this.#save(batch, false))) return
      batch = []
    }
    if (this.#counts.lines + batch.length === 0) {
      return this.#refuse(findingAt({ line: 0, column: 0, field: '' }, { code: 'file_empty' }))
    }
    await this.#save(batch, true)
  }

  async #refuse(finding: ImportFinding | null): Promise<void> {
    if (finding) await unreadable(this.#app, this.#run.found, finding, this.#file.encoding)
  }

  /** Judges and keeps one batch; false when another run has taken over. */
  async #save(batch: readonly FileRow[], isLast: boolean): Promise<boolean> {
    const { found } = this.#run
    const rows = batch.map((row) => guardIdentity(this.#read(row), this.#app.keyring))
    const counts = await this.#app.db.transaction({ as: 'system' }, async (tx) => {
      const present = await lockImport(tx, found.id)
      if (present.state !== 'checking' || present.checkRun !== found.checkRun) return null
      const given = rows.map((row) => row.given)
      const matches = await matchRows(tx, found.kind, given, { today: todayIn(this.#app.clock) })
      const judged = rows.flatMap((row, index) => {
        const match = matches[index]
        return match ? [judge(row, match, this.#around)] : []
      })
      await saveRows(tx, found.id, judged)
      await saveFindings(tx, found.id, this.#kept(judged))
      // Counted from what was saved before: a transaction that begins again counts once.
      const counted = countsWith(this.#counts, judged)
      await saveImport(tx, present, this.#progress(counted, isLast))
      return counted
    })
    if (counts) this.#counts = counts
    return counts !== null
  }

  /** Reads a row, and notices one that stands in the file twice. */
  #read(row: FileRow): GivenRow {
    const found = readRow(this.#file.header, row)
    const key = fileKeyOf(this.#run.found.kind, found.given)
    if (key === undefined) return found
    const first = this.#seen.get(key)
    if (first === undefined) {
      this.#seen.set(key, row.line)
      return found
    }
    const twice = findingAt(
      { line: row.line, column: 0, field: '' },
      { code: 'row_twice', params: { line: String(first) } },
    )
    return { ...found, findings: [...found.findings, twice] }
  }

  #kept(judged: readonly JudgedRow[]): ImportFinding[] {
    const isFull = this.#counts.findings > fullFindings
    const about = this.#counts.lines === 0 ? this.#file.findings : []
    return [
      ...about,
      ...judged.flatMap(({ findings }) => (isFull ? findings.slice(0, 1) : findings)),
    ]
  }

  #progress(counts: Counts, isLast: boolean) {
    return {
      lines: counts.lines,
      newLines: counts.new,
      changedLines: counts.changed,
      sameLines: counts.same,
      refusedLines: counts.refused,
      encoding: this.#file.encoding,
      fields: this.#file.header.columns.map(({ column }) => column.field),
      ...(isLast ? { state: 'checked' as const, checkedAt: this.#app.clock.now() } : {}),
    }
  }
}

type Counts = Readonly<Record<'lines' | 'findings' | JudgedRow['action'], number>>

function countsWith(before: Counts, judged: readonly JudgedRow[]): Counts {
  const counts = { ...before, lines: before.lines + judged.length }
  for (const { action, findings } of judged) {
    counts[action] += 1
    counts.findings += findings.length
  }
  return counts
}
