import { copyField } from '../platform/db/copy-into.ts'
import { CopyText } from '../platform/db/copy-text.ts'
import { identityKey, maskedIdentity } from '../platform/secrets/identity.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import type { CheckSink } from './checking/declaration-check.ts'
import type { DeclaredLine } from './checking/declared-line.ts'
import type { Finding } from './checking/finding.ts'

export const lineColumns = [
  'line',
  'record_code',
  'member_number',
  'last_name',
  'first_name',
  'exit_on',
  'identity_key',
  'employee_rate',
  'employer_rate',
  'salary_centimes',
  'employee_centimes',
  'employer_centimes',
  'staff_number',
  'sex',
  'nationality',
  'joined_on',
  'born_on',
  'marital_status',
  'children',
  'identity_sealed',
  'cnss_number',
  'phone',
  'email',
] as const

export const refusedColumns = ['line', 'sealed'] as const

export const findingColumns = [
  'line',
  'column',
  'field',
  'code',
  'severity',
  'value',
  'correction',
  'params',
] as const

const batchSize = 1 << 19

/** Rows as `COPY` reads them, by table. */
export interface Batch {
  readonly lines: readonly Uint8Array[]
  readonly refused: readonly Uint8Array[]
  readonly findings: readonly Uint8Array[]
}

/** What a check finds, turned at once into the text of the rows that are kept of it. */
export class CheckRows implements CheckSink {
  readonly #keyring: Keyring
  readonly #lines = new CopyText()
  readonly #refused = new CopyText()
  readonly #findings = new CopyText()
  #findingCount = 0
  #first: Finding | null = null

  constructor(keyring: Keyring) {
    this.#keyring = keyring
  }

  /** Enough to be worth the trips of a `COPY`. */
  get isBatch(): boolean {
    return this.#size >= batchSize
  }

  /** As much as should ever be held. */
  get isFull(): boolean {
    return this.#size >= 2 * batchSize
  }

  get #size(): number {
    return this.#lines.size + this.#refused.size + this.#findings.size
  }

  /** The first thing that blocks: of a file that cannot be read, why; how its accents were read is no reason. */
  get firstFinding(): Finding | null {
    return this.#first
  }

  get findingCount(): number {
    return this.#findingCount
  }

  take(): Batch {
    return {
      lines: this.#lines.take(),
      refused: this.#refused.take(),
      findings: this.#findings.take(),
    }
  }

  /** What has arrived; its memory serves again. */
  giveBack({ lines, refused, findings }: Batch): void {
    this.#lines.giveBack(lines)
    this.#refused.giveBack(refused)
    this.#findings.giveBack(findings)
  }

  line(of: DeclaredLine): void {
    const identity = identityOf(of, this.#keyring)
    // Written out: a hundred thousand times, an array of cells costs as much as the check itself.
    this.#lines.write(
      `${of.line}\t${of.leaving ? '7' : '2'}\t${of.memberNumber ?? '000000000'}\t` +
        `${copyField(of.lastName)}\t${copyField(of.firstName)}\t${of.leftOn ?? nothing}\t` +
        `${copyField(identity.key)}\t${of.employeeRate}\t${of.employerRate}\t` +
        `${of.salary}\t${of.employee}\t${of.employer}\t${copyField(of.staffNumber)}\t` +
        `${of.sex}\t${of.nationality}\t${of.joinedOn}\t${of.bornOn}\t` +
        `${of.maritalStatus ?? nothing}\t${of.children ?? nothing}\t${copyField(identity.sealed)}\t` +
        `${copyField(of.cnssNumber ?? '')}\t${copyField(of.mobile ?? '')}\t${copyField(of.email ?? '')}\n`,
    )
  }

  refused(line: number, text: string): void {
    this.#refused.write(`${line}\t${copyField(this.#keyring.seal(text))}\n`)
  }

  finding(found: Finding): void {
    this.#findingCount += 1
    if (found.severity === 'blocking') this.#first ??= found
    const { line, column, field, code, severity, params } = found
    const isIdentity = field === 'identityNumber'
    // What may hold an identity number is not kept in clear beside its finding: the file has it.
    const value = isIdentity ? masked(found.value) : found.value
    const correction =
      found.correction === undefined ? null : shownCorrection(found.correction, field)
    const details = params === undefined ? '{}' : JSON.stringify(params)
    this.#findings.write(
      `${line}\t${column}\t${field ?? ''}\t${code}\t${severity}\t` +
        `${copyField(value)}\t${copyField(correction)}\t${copyField(details)}\n`,
    )
  }
}

const nothing = '\\N'

/**
 * The key tells a leaver who also is a user of the portal, and a member whose number the file does not have; the number
 * itself is kept for the latter only: of the others the fund already has it.
 */
function identityOf({ identityNumber, memberNumber, leaving }: DeclaredLine, keyring: Keyring) {
  if (!identityNumber || (memberNumber !== null && !leaving)) return { key: null, sealed: null }
  const key = identityKey(keyring, { kind: 'cin', number: identityNumber })
  return { key, sealed: memberNumber === null ? keyring.seal(identityNumber) : null }
}

/** A whole line has an identity number somewhere: nothing of it is kept in clear. */
function shownCorrection(correction: string, field: Finding['field']): string {
  if (field === null) return maskedIdentity('')
  return field === 'identityNumber' ? masked(correction) : correction
}

/** A number of identity as every page shows one; nothing where nothing was written. */
function masked(text: string): string {
  const number = text.trim()
  return number === '' ? '' : maskedIdentity(number)
}
