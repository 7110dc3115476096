import type { DelegateActor } from '../actors/actor.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { answerStream, textStream } from '../web/answer-file.ts'
import type { BandProps } from '../web/components/band.tsx'
import { csvChunks } from '../web/csv.ts'
import { pageNumber } from '../web/paging.ts'
import { paths } from '../web/paths.ts'
import { type Page, show, type Site } from '../web/site.ts'
import { exportTrail } from './export-trail.ts'
import { TrailPage } from './pages/trail.tsx'
import { readTrail } from './read-trail.ts'
import { tellActor, tellEvent, tellTime } from './tell-event.ts'
import type { TrailEvent } from './trail.ts'
import { askedTrail } from './trail-query.ts'

/** The band stands above: its cells belong to `access`, which this module does not know. */
export type BandReader = (page: Page, actor: DelegateActor) => Promise<BandProps>

/** «Journal» of the delegate: the page and its export (product A11). */
export function mountTrail(site: Site, app: AppContext, bandOf: BandReader): void {
  const { trail, trailExport } = paths.administration

  site.get(trail.pattern, { power: 'trail.read', audit: 'trail.show' }, async (page, actor) => {
    const asked = askedTrail(page)
    const number = pageNumber(page.req.query('page'))
    const found = await readTrail(app, actor, asked.filter, number)
    const band = await bandOf(page, actor)
    return show(page, <TrailPage trail={found} asked={asked} band={band} />)
  })

  site.get(
    trailExport.pattern,
    { power: 'trail.read', audit: 'trail.export', heavy: true },
    (page, actor) => {
      const { filter } = askedTrail(page)
      const name = `${page.var.visit.words.administration.trail.exportName}-${todayIn(app.clock)}.csv`
      const body = textStream(csvChunks(rowsOf(page, exportTrail(app, actor, filter))))
      const type = 'text/csv; charset=utf-8'
      return answerStream(page, { name, type, body, end: () => undefined })
    },
  )
}

function headOf(page: Page): string[] {
  const { csv } = page.var.visit.words.administration.trail
  return [csv.number, csv.at, csv.who, csv.role, csv.what, csv.code]
}

async function* rowsOf(page: Page, batches: AsyncIterable<TrailEvent[]>) {
  yield [headOf(page)]
  for await (const events of batches) yield events.map((event) => rowOf(page, event))
}

function rowOf(page: Page, event: TrailEvent): string[] {
  const { words, language, fund } = page.var.visit
  const { name, role } = tellActor(event, words)
  const sentence = tellEvent(event, { words, language, fundName: fund.name })
  return [String(event.sequence), tellTime(event.at), name, role, sentence, event.action].map(
    withoutIsolates,
  )
}

/** Invisible marks of direction help on a page and hinder in a spreadsheet. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '')
}
