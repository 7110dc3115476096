import { refuse } from '../actors/refusal.ts'
import type { Page } from './site.ts'

/** Refuses a body that announces more than the limit before reading any of it, or no length; says what it announces. */
export function bodyLimitOf(
  page: Page,
  maxBytes: number,
  refuseIt: () => never = () => refuse('web.too_large'),
): number {
  const announced = page.req.header('content-length')
  if (announced === undefined || !/^\d{1,12}$/.test(announced)) return refuseIt()
  return Number(announced) > maxBytes ? refuseIt() : Number(announced)
}
