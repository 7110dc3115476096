import { createHash } from 'node:crypto'
import { formatQuarter } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Period } from '../../declaration.ts'

interface Nil {
  readonly employerId: string
  readonly employerNumber: string
  readonly period: Period
  readonly profileId: string
  /** What the receipt calls it, where others have a file. */
  readonly name: string
  readonly at: Date
}

/** A declaration without a line: what is said is the sentence itself, and that is what the receipt's hash is of. */
export async function insertNil(tx: Tx, nil: Nil): Promise<string> {
  const { category, quarter } = nil.period
  const statement = `NEANT ${nil.employerNumber} ${category} ${formatQuarter(quarter)}`
  const { id } = await tx
    .insertInto('declarations')
    .values({
      employer_id: nil.employerId,
      category,
      year: quarter.year,
      quarter: quarter.quarter,
      state: 'checked',
      file_id: null,
      content_file_id: null,
      file_name: nil.name,
      file_sha256: createHash('sha256').update(statement).digest(),
      made_by: 'nil',
      layout: 'none',
      encoding: 'none',
      lines: 0,
      accepted_lines: 0,
      salary_centimes: 0n,
      employee_centimes: 0n,
      employer_centimes: 0n,
      uploaded_by: nil.profileId,
      uploaded_at: nil.at,
      receipt_number: null,
      sent_by: null,
      sent_at: null,
      deposit_id: null,
      replaces: null,
      source_lines: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
