import { createHash } from 'node:crypto'
import { isServing, type User } from '../access/administration/user.ts'

/**
 * What a list of users is recognised by: who is on it. The delegate confirms the list that they read, and no other
 * (leaflet, «IMPORTANT»; product A12).
 */
export function listMark(users: readonly User[]): string {
  const people = users
    .filter(isServing)
    .map(({ id }) => id)
    .sort()
  return createHash('sha256').update(people.join()).digest('base64url')
}
