import { refuse } from '../actors/refusal.ts'
import type { Page } from './site.ts'

/** Refuses a body that announces more than the limit before reading any of it; a body of unknown length too. */
export function bodyLimitOf(
  page: Page,
  maxBytes: number,
  refuseIt: () => never = () => refuse('web.too_large'),
): void {
  const announced = page.req.header('content-length')
  if (announced === undefined || !/^\d{1,12}$/.test(announced)) return refuseIt()
  if (Number(announced) > maxBytes) refuseIt()
}
