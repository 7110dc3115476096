import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { AppContext } from '../context.ts'
import { refuse } from '../actors/refusal.ts'
import { answerFile, answerStream } from '../web/answer-file.ts'
import { paths } from '../web/paths.ts'
import { type Page, redirect, show, type Site } from '../web/site.ts'
import { templateNamed, writeBlankTemplate } from './blank-template.ts'
import { type DeskFileFormat, deskFileFormats, fileTypes } from './desk/files/desk-file.ts'
import { PeriodPage } from './pages/period.tsx'
import { writePreparedFile } from './prepared-file.ts'
import { viewPeriod } from './view-period.ts'

/** One period to declare: its page, its «Fichier Préétabli» (product D2). */
export function mountPeriods(site: Site, app: AppContext): void {
  const { period, prepared, template } = paths.declarations
  site.get(
    period.pattern,
    { power: 'declarations.read', audit: 'declarations.period' },
    async (page, actor) => {
      const { category, quarter } = periodOf(page)
      const view = await viewPeriod(app, actor, category, quarter)
      if (view.sentId) return redirect(page, paths.declarations.receipt({ id: view.sentId }))
      return show(page, <PeriodPage {...view} />)
    },
  )
  site.get(
    template.pattern,
    { power: 'declarations.read', audit: 'declaration.template' },
    async (page) => {
      const { words, language } = page.var.visit
      const format = templateNamed(page.req.param('file') ?? '') ?? refuse('web.not_found')
      return answerFile(page, await writeBlankTemplate(format, words, language))
    },
  )
  site.get(
    prepared.pattern,
    {
      power: 'declarations.read',
      audit: 'declaration.prepared_file',
      heavy: true,
      formAt: (page) => period(periodOf(page)),
    },
    async (page, actor) => {
      const { language } = page.var.visit
      const format = formatOf(page)
      const asked = { ...periodOf(page), format, language }
      const { name, place, end } = await writePreparedFile(app, actor, asked)
      const body = Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>
      return answerStream(page, { name, type: fileTypes[format], body, end })
    },
  )
}

/** The fund's lines unless a table is asked for, as in an address of before. */
function formatOf(page: Page): DeskFileFormat {
  const asked = page.req.query('format')
  return deskFileFormats.find((format) => format === asked) ?? 'txt'
}

/** The period that an address names. */
export function periodOf(page: Page) {
  return { category: page.req.param('category') ?? '', quarter: page.req.param('quarter') ?? '' }
}
