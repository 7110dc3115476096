import type { AppContext } from '../context.ts'
import type { Words } from '../web/words/index.ts'
import { findEnd } from './store/sessions.ts'

const told = [
  'suspended',
  'removed',
  'replaced',
  'password_changed',
  'password_reset',
  'ended_by_owner',
] as const

/**
 * Why a session is over and whom to ask, for the browser that held it: somebody who had proved who they are. A stranger has
 * no such cookie and reads nothing (quality AT1).
 */
export async function whySessionEnded(
  app: AppContext,
  token: string | undefined,
  { ended }: Words['access'],
): Promise<string | undefined> {
  if (!token) return undefined
  const end = await app.db.transaction({ as: 'sign_in', cookie: token }, (tx) => findEnd(tx, token))
  const reason = told.find((one) => one === end?.end_reason)
  if (!end || !reason) return undefined
  const isAnswerable = reason === 'password_changed' || reason === 'ended_by_owner'
  return isAnswerable ? ended.why[reason] : `${ended.why[reason]} ${ended.ask[end.account_kind]}`
}
