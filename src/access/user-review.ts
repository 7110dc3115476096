import { firstDay, type LocalDate, quarterOf, startOfDay } from '../calendar/index.ts'

/**
 * Each quarter the delegate confirms who still works there (leaflet, «IMPORTANT»; product A12): due until confirmed
 * once since the quarter began.
 */
export function isUserListDue(
  delegate: {
    readonly usersConfirmedAt: Date | null
    readonly createdAt: Date
    readonly usersImportedAt?: Date | null
  },
  today: LocalDate,
): boolean {
  const begins = startOfDay(firstDay(quarterOf(today)))
  const { usersImportedAt: imported, usersConfirmedAt: confirmed } = delegate
  // Whom a file of the agency created, the delegate did not choose (decision 0056).
  if (imported && (confirmed === null || confirmed < imported)) return true
  // Who came into function this quarter chose every user themselves.
  if (delegate.createdAt >= begins) return false
  return delegate.usersConfirmedAt === null || delegate.usersConfirmedAt < begins
}
