import type { EmployedActor } from '../actors/actor.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { writeXlsx } from '../platform/xlsx/write-xlsx.ts'
import { answerFile, answerStream, textStream } from '../web/answer-file.ts'
import { csvChunks } from '../web/csv.ts'
import { paths } from '../web/paths.ts'
import { type Page, show, type Site } from '../web/site.ts'
import { exportStatement, readPrintableStatement } from './export-statement.ts'
import { StatementPage } from './pages/statement.tsx'
import { printedStatement } from './printed-statement.ts'
import { readStatement } from './read-statement.ts'
import {
  type RowTelling,
  type StatementRow,
  statementCells,
  statementColumns,
  statementHead,
  statementTexts,
} from './statement-file.ts'
import { cursorFrom, filterFrom, queryFrom } from './statement-query.ts'

const power = 'account.read'
const audit = 'account.export'

/** The statement, and as files: the same filters, and the same refusal at the field of a period that cannot be (product C2). */
export function mountStatement(site: Site, app: AppContext): void {
  const { statement, statementCsv, statementXlsx, statementPdf } = paths.employerAccount
  site.get(statement.pattern, { power, audit: 'account.statement' }, (page, actor) =>
    showStatement(app, page, actor),
  )
  const ofPeriod = (answer: Answer) => (page: Page, actor: EmployedActor) =>
    Object.keys(askedOf(page).mistakes).length > 0
      ? showStatement(app, page, actor, 422)
      : answer(page, actor)
  const csv = ofPeriod((page, actor) => {
    const { batches, end } = exportStatement(app, actor, filterOf(page))
    const body = textStream(csvChunks(csvRows(batches, tellingOf(app, page))))
    const name = nameOf(app, page, 'csv')
    return answerStream(page, { name, type: 'text/csv; charset=utf-8', body, end })
  })
  const xlsx = ofPeriod((page, actor) => {
    const telling = tellingOf(app, page)
    const { batches, end } = exportStatement(app, actor, filterOf(page))
    const { title } = telling.words.statement
    const body = writeXlsx(title, statementColumns(telling), xlsxRows(batches, telling))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return answerStream(page, { name: nameOf(app, page, 'xlsx'), type, body, end })
  })
  const pdf = ofPeriod((page, actor) => answerPdf(app, page, actor))
  const spec = { power, audit, heavy: true } as const
  site.get(statementCsv.pattern, spec, csv)
  site.get(statementXlsx.pattern, spec, xlsx)
  site.get(statementPdf.pattern, spec, pdf)
}

type Answer = (page: Page, actor: EmployedActor) => Response | Promise<Response>

// oxlint-disable-next-line max-params -- where, for whom, and as what
async function showStatement(
  app: AppContext,
  page: Page,
  actor: EmployedActor,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { query, filter, mistakes } = askedOf(page)
  const cursor = cursorFrom((name) => page.req.query(name))
  const view = await readStatement(app, actor, filter, cursor)
  const period = { ...filter, today: todayIn(app.clock) }
  return show(page, <StatementPage {...{ view, query, period, mistakes }} />, status)
}

async function answerPdf(app: AppContext, page: Page, actor: EmployedActor): Promise<Response> {
  const filter = filterOf(page)
  const statement = await readPrintableStatement(app, actor, filter)
  const facts = { ...statement, filter, at: app.clock.now() }
  const body = await app.pdf.render(
    printedStatement(facts, app.config.fund, page.var.visit.language),
  )
  return answerFile(page, { name: nameOf(app, page, 'pdf'), type: 'application/pdf', body })
}

async function* csvRows(batches: AsyncIterable<StatementRow[]>, telling: RowTelling) {
  yield [statementHead(telling)]
  for await (const rows of batches) yield rows.map((row) => statementTexts(row, telling))
}

async function* xlsxRows(batches: AsyncIterable<StatementRow[]>, telling: RowTelling) {
  for await (const rows of batches) for (const row of rows) yield statementCells(row, telling)
}

function askedOf(page: Page) {
  const query = queryFrom((name) => page.req.query(name))
  return { query, ...filterFrom(query) }
}

const filterOf = (page: Page) => askedOf(page).filter

function tellingOf(app: AppContext, page: Page): RowTelling {
  const { words, language } = page.var.visit
  const period = { ...filterOf(page), today: todayIn(app.clock) }
  return { words: words.ledger, language, period }
}

function nameOf(app: AppContext, page: Page, kind: string): string {
  const { words, visitor } = page.var.visit
  const { fileName } = words.ledger.statement
  return `${fileName}-${visitor?.employer?.number ?? ''}-${todayIn(app.clock)}.${kind}`
}
