import { formatQuarter } from '../../calendar/index.ts'
import { type Fields, text } from '../../web/form.ts'
import { fieldId } from '../../web/components/form-state.ts'
import { paths } from '../../web/paths.ts'
import type { Page } from '../../web/site.ts'
import type { OpenPeriod } from '../workspace.ts'
import type { PeriodText } from './load-sheet.ts'
import { salaryField } from './page-form.ts'
import type { Look } from './sheet.ts'
import type { AskedLook } from './view-sheet.ts'

export function textOf({ terms, quarter }: OpenPeriod): PeriodText {
  return { category: terms.category, quarter: formatQuarter(quarter) }
}

/** The address of a part of the sheet. */
export function sheetAt(period: PeriodText, look: Partial<AskedLook> = {}): string {
  const query = new URLSearchParams()
  if (look.page && look.page > 1) query.set('page', String(look.page))
  if (look.search) query.set('nom', look.search)
  if (look.onlyLeft) query.set('reste', 'oui')
  if (look.at) query.set('affilie', look.at)
  const asked = query.toString()
  return paths.entry.sheet({ ...period }) + (asked === '' ? '' : `?${asked}`)
}

/** The salary of one member, on its page of the whole sheet. */
export function rowAt(period: PeriodText, key: string): string {
  return `${sheetAt(period, { at: key })}#${fieldId(salaryField(key))}`
}

/** What an address asks to see; anything strange is the first page. */
export function lookIn(page: Page): AskedLook {
  return {
    page: pageNumber(page.req.query('page') ?? ''),
    search: (page.req.query('nom') ?? '').slice(0, 60),
    onlyLeft: page.req.query('reste') === 'oui',
    at: page.req.query('affilie') ?? null,
  }
}

/** What is looked at next, unless a button says so; another search begins at its first page. */
export function lookOf(fields: Fields): Look {
  const search = text(fields, 'nom').slice(0, 60)
  const shown = shownLook(fields)
  return search === shown.search ? shown : { page: 1, search, onlyLeft: false }
}

/** What the page showed, whatever is searched for now. */
export function shownLook(fields: Fields): Look {
  return {
    page: pageNumber(text(fields, 'page')),
    search: text(fields, 'cherche'),
    onlyLeft: text(fields, 'reste') === 'oui',
  }
}

function pageNumber(typed: string): number {
  return /^\d{1,5}$/.test(typed) ? Math.max(1, Number(typed)) : 1
}
