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
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * The first statement of every transaction, in one round trip. The simple protocol takes no
 * parameters, so each value is checked against its exact form before it is written into the text.
 */
export function openingStatement(scope: Scope): string {
  if (!KINDS.includes(scope.as)) throw new Error('Unknown database scope')
  const employer = scope.as === 'employer' ? uuid(scope.employerId) : ''
  const profile = scope.as === 'firm' ? uuid(scope.profileId) : ''
  return `begin; select set_config('guichet.scope', '${scope.as}', true), set_config('guichet.employer', '${employer}', true), set_config('guichet.profile', '${profile}', true)`
}

function uuid(value: string): string {
  if (!UUID.test(value)) throw new Error('A database scope needs the identifier of a row')
  return value
}
