import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts'
import { answerFile, answerStream } from '../../web/answer-file.ts'
import { csvFile } from '../../web/csv.ts'
import { paths } from '../../web/paths.ts'
import { type Page, type Site, show } from '../../web/site.ts'
import { fileHead, fileRows, type FigureCell } from './figures-file.ts'
import { FiguresPage } from './pages/figures-page.tsx'
import { readFigures } from './read-figures.ts'

const power = 'agency.work'

/** «Chiffres»: delay, volumes, mistakes and use, and the same as files (product G8). */
export function mountFigures(site: Site, app: AppContext): void {
  const { figures, figuresCsv, figuresXlsx } = paths.agency
  site.get(figures.pattern, { power, audit: 'agency.figures' }, async (page) =>
    show(page, <FiguresPage figures={await readFigures(app)} />),
  )
  site.get(
    figuresCsv.pattern,
    { power, audit: 'agency.export_figures', heavy: true },
    async (page) => {
      const { words, language } = page.var.visit
      const rows = fileRows(await readFigures(app), { words, language })
      const texts = rows.map((cells) => cells.map(asText))
      const body = new TextEncoder().encode(csvFile([fileHead(words), ...texts]))
      return answerFile(page, {
        name: nameOf(app, page, 'csv'),
        type: 'text/csv; charset=utf-8',
        body,
      })
    },
  )
  site.get(
    figuresXlsx.pattern,
    { power, audit: 'agency.export_figures', heavy: true },
    async (page) => {
      const { words, language } = page.var.visit
      const rows = fileRows(await readFigures(app), { words, language })
      const columns = fileHead(words).map((header, index) => ({
        header,
        width: [24, 40, 40, 12][index] ?? 12,
      }))
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const body = writeXlsx(words.figures.title, columns, oneByOne(rows))
      return answerStream(page, {
        name: nameOf(app, page, 'xlsx'),
        type,
        body,
        end: () => undefined,
      })
    },
  )
}

async function* oneByOne(rows: readonly FigureCell[][]) {
  yield* rows
}

/** As a French spreadsheet reads it: a comma before the half hour. */
function asText(cell: FigureCell): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '')
}

function nameOf(app: AppContext, page: Page, kind: string): string {
  return `${page.var.visit.words.figures.fileName}-${todayIn(app.clock)}.${kind}`
}
