import { tokenHash } from '../secrets/keyring.ts'
import { isRowId } from './row-id.ts'

/**
 * On whose behalf a transaction runs, and what they hold. Row-level security reads it from settings that live exactly as
 * long as the transaction; `docs/operations/row-security.md` lists what each scope may see and do.
 */
export type Scope =
  /** A visitor: with the cookie of their visit (its drafts) or a printed code, with the letter that they hold a pass for. */
  | { as: 'public'; visit?: string; code?: string; letterId?: string }
  /** Nobody known yet: somebody at a door, with the cookie of a session or of a browser known from before. */
  | { as: 'sign_in'; cookie?: string | null }
  /** Whoever opened a mailed link: the link itself, and nothing else. */
  | { as: 'link'; token: string }
  /** Somebody about their own account; with the cookie of the session that their browser had before. */
  | { as: 'account'; accountId: string; cookie?: string | null }
  | { as: 'employer'; employerId: string }
  /** A delegate and somebody of a firm: the company's offers, and the one person of this identity. */
  | { as: 'mandating'; employerId: string; identityKey?: Buffer }
  /** A firm's person, without a company in hand. */
  | { as: 'firm'; profileId: string }
  | { as: 'agency' }
  /** Still: it only reads, and everything is as it was at its first question, however long it reads. */
  | { as: 'system'; still?: true }

/** What the policies read, beside the name of the scope. */
interface Held {
  readonly employer?: string
  readonly account?: string
  readonly letter?: string
  readonly key?: Buffer
}

/**
 * The first statement of every transaction, in one round trip. Every setting is written every time, so that none is left
 * from elsewhere. The simple protocol takes no parameters: each value is checked against its exact form first.
 */
export function openingStatement(scope: Scope): string {
  const { employer, account, letter, key } = heldIn(scope)
  const settings = {
    scope: scope.as,
    employer: rowId(employer),
    account: rowId(account),
    letter: rowId(letter),
    key: key?.toString('hex') ?? '',
  }
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('guichet.${name}', '${value}', true)`,
  )
  const isStill = scope.as === 'system' && scope.still === true
  return `${isStill ? still : 'begin'}; select ${calls.join(', ')}`
}

/** What it reads is written elsewhere meanwhile, at the pace of a disk or of a bucket. */
const still = `begin isolation level repeatable read read only; set local idle_in_transaction_session_timeout = '10min'`

function heldIn(scope: Scope): Held {
  switch (scope.as) {
    case 'public':
      return {
        ...secret(scope.visit ?? scope.code),
        ...(scope.letterId ? { letter: scope.letterId } : {}),
      }
    case 'sign_in':
      return secret(scope.cookie)
    case 'link':
      return secret(scope.token)
    case 'account':
      return { account: scope.accountId, ...secret(scope.cookie) }
    case 'employer':
      return { employer: scope.employerId }
    case 'mandating':
      return {
        employer: scope.employerId,
        ...(scope.identityKey ? { key: scope.identityKey } : {}),
      }
    case 'firm':
      return { account: scope.profileId }
    case 'agency':
    case 'system':
      return {}
    default:
      throw new Error('Unknown database scope')
  }
}

function secret(shown: string | null | undefined): Held {
  return shown ? { key: tokenHash(shown) } : {}
}

function rowId(value: string | undefined): string {
  if (value === undefined) return ''
  if (!isRowId(value)) throw new Error('A database scope needs the identifier of a row')
  return value
}
