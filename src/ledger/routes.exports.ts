import type { EmployedActor } from '../actors/actor.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { writeXlsx } from '../platform/xlsx/write-xlsx.ts'
import { answerFile, answerStream, textStream } from '../web/answer-file.ts'
import { csvChunks } from '../web/csv.ts'
import { paths } from '../web/paths.ts'
import type { Page, Site } from '../web/site.ts'
import { exportStatement, readPrintableStatement } from './export-statement.ts'
import { printedStatement } from './printed-statement.ts'
import {
  type RowTelling,
  type StatementRow,
  statementCells,
  statementColumns,
  statementHead,
  statementTexts,
} from './statement-file.ts'
import { filterFrom, queryFrom } from './statement-query.ts'

const power = 'account.read'
const audit = 'account.export'

/** The statement as files: the same filters as the page (product C2). */
export function mountStatementExports(site: Site, app: AppContext): void {
  const { statementCsv, statementXlsx, statementPdf } = paths.employerAccount
  site.get(statementCsv.pattern, { power, audit, heavy: true }, (page, actor) => {
    const { batches, end } = exportStatement(app, actor, filterOf(page))
    const body = textStream(csvChunks(csvRows(batches, tellingOf(app, page))))
    const name = nameOf(app, page, 'csv')
    return answerStream(page, { name, type: 'text/csv; charset=utf-8', body, end })
  })
  site.get(statementXlsx.pattern, { power, audit, heavy: true }, (page, actor) => {
    const telling = tellingOf(app, page)
    const { batches, end } = exportStatement(app, actor, filterOf(page))
    const { title } = telling.words.statement
    const body = writeXlsx(title, statementColumns(telling), xlsxRows(batches, telling))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return answerStream(page, { name: nameOf(app, page, 'xlsx'), type, body, end })
  })
  site.get(statementPdf.pattern, { power, audit, heavy: true }, (page, actor) =>
    answerPdf(app, page, actor),
  )
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

function filterOf(page: Page) {
  return filterFrom(queryFrom((name) => page.req.query(name))).filter
}

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
