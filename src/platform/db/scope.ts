import { isRowId } from './row-id.ts'

/**
 * On whose behalf a transaction runs. Row-level security reads it from three settings that live
 * exactly as long as the transaction (`guichet.scope`, `guichet.employer`, `guichet.profile`).
 */
export type Scope =
  | { as: 'public' }
  | { as: 'sign_in' }
  | { as: 'employer'; employerId: string }
  | { as: 'firm'; profileId: string }
  | { as: 'agency' }
  | { as: 'system' }

const KINDS: readonly string[] = ['public', 'sign_in', 'employer', 'firm', 'agency', 'system']

/**
 * The first statement of every transaction, in one round trip. The simple protocol takes no
 * parameters, so each value is checked against its exact form before it is written into the text.
 */
export function openingStatement(scope: Scope): string {
  if (!KINDS.includes(scope.as)) throw new Error('Unknown database scope')
  const employer = scope.as === 'employer' ? rowId(scope.employerId) : ''
  const profile = scope.as === 'firm' ? rowId(scope.profileId) : ''
  return `begin; select set_config('guichet.scope', '${scope.as}', true), set_config('guichet.employer', '${employer}', true), set_config('guichet.profile', '${profile}', true)`
}

function rowId(value: string): string {
  if (!isRowId(value)) throw new Error('A database scope needs the identifier of a row')
  return value
}
