import { createHash } from 'node:crypto'
import { isServing, type User } from '../access/administration/user.ts'

/**
 * What a list of users is recognised by: who is on it, and whom the company declared as gone. The delegate confirms the
 * list that they read, and no other (leaflet, «IMPORTANT»; product A12).
 */
export function listMark(users: readonly User[], leftOn: ReadonlyMap<string, unknown>): string {
  const people = users
    .filter(isServing)
    .map(({ id }) => (leftOn.has(id) ? `${id} gone` : id))
    .sort()
  return createHash('sha256').update(people.join()).digest('base64url')
}
