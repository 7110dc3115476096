import { startOfDay, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { allowedMs } from '../../letters/letter.ts'
import { type Figures, firstDayOf, type MonthFigures, monthsUntil } from './figures.ts'
import {
  countActiveEmployers,
  countLettersReceived,
  countNewcomersDeclared,
  countTransfers,
  listDelays,
  listMistakes,
  listSendings,
} from './store.ts'

/** How the agency and the portal have done, month by month for a year (product G8). No company and nobody is named. */
export async function readFigures(app: Pick<AppContext, 'db' | 'clock'>): Promise<Figures> {
  const months = monthsUntil(todayIn(app.clock))
  const since = startOfDay(firstDayOf(months[0] ?? ''))
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const delays = byMonth(await listDelays(tx, since, allowedMs))
    const sendings = byMonth(await listSendings(tx, since))
    const letters = byMonth(await countLettersReceived(tx, since))
    const newcomers = byMonth(await countNewcomersDeclared(tx, since))
    const transfers = byMonth(await countTransfers(tx, since))
    const one = (month: string): MonthFigures => ({
      month,
      delay: delays.get(month) ?? null,
      lettersReceived: letters.get(month)?.count ?? 0,
      newcomers: newcomers.get(month)?.count ?? 0,
      transfers: transfers.get(month)?.count ?? 0,
      declarationsByFile: sendings.get(month)?.byFile ?? 0,
      declarationsByForm: sendings.get(month)?.byForm ?? 0,
      declarationsNil: sendings.get(month)?.nil ?? 0,
      declarationsBySoftware: sendings.get(month)?.bySoftware ?? 0,
      linesDeclared: sendings.get(month)?.lines ?? 0,
      companies: sendings.get(month)?.companies ?? 0,
    })
    return {
      months: months.map(one),
      mistakes: await listMistakes(tx, since),
      activeEmployers: await countActiveEmployers(tx),
    }
  })
}

function byMonth<T extends { readonly month: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.month, row]))
}
