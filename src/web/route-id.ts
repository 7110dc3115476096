import { refuse } from '../actors/refusal.ts'
import type { Page } from './site.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The identifier in a URL; one that is not of the right form names nothing. */
export function idOf(page: Page, name = 'id'): string {
  const id = page.req.param(name) ?? ''
  return uuid.test(id) ? id : refuse('web.not_found')
}
