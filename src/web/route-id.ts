import { refuse } from '../actors/refusal.ts'
import { isRowId } from '../platform/db/row-id.ts'
import type { Page } from './site.ts'

/** The identifier in a URL; one that is not of the right form names nothing. */
export function idOf(page: Page, name = 'id'): string {
  const id = page.req.param(name) ?? ''
  return isRowId(id) ? id : refuse('web.not_found')
}
