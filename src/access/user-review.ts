import { firstDay, type LocalDate, quarterOf, startOfDay } from '../calendar/index.ts'

/**
 * Each quarter the delegate confirms who still works there (leaflet, «IMPORTANT»; product A12): due until confirmed
 * once since the quarter began.
 */
export function isUserListDue(
  delegate: { readonly usersConfirmedAt: Date | null; readonly createdAt: Date },
  today: LocalDate,
): boolean {
  const begins = startOfDay(firstDay(quarterOf(today)))
  // Who came into function this quarter chose every user themselves.
  if (delegate.createdAt >= begins) return false
  return delegate.usersConfirmedAt === null || delegate.usersConfirmedAt < begins
}
