import { createHash } from 'node:crypto'
import type { PasskeyRequest } from './passkeys/requests.ts'

/** What somebody agrees to, as a text: the same thing always gives the same text, whoever reads it. */
export interface Statement {
  readonly wording: string
  /** SHA-256 of the wording: what a passkey signs, and what the trail names. */
  readonly digest: Buffer
}

/** A statement as a page shows it: what its form carries, and what it asks of the reader's passkeys. */
export interface ShownStatement {
  readonly digest: string
  /** Null for who has none. */
  readonly passkey: PasskeyRequest | null
}

/** Line by line, each beginning with what it is. */
export function statementOf(lines: readonly string[]): Statement {
  const wording = `${lines.join('\n').normalize('NFC')}\n`
  return { wording, digest: statementDigest(wording) }
}

export function statementDigest(wording: string): Buffer {
  return createHash('sha256').update(wording, 'utf8').digest()
}

/** Whether this is what the page showed: anything else is not what this person read. */
export function isStatement(statement: Statement, shown: string): boolean {
  return statement.digest.equals(Buffer.from(shown, 'hex'))
}
