import type { Selectable } from 'kysely'
import type { LocalDate } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import type { ClaimsTable } from '../tables.ts'

const claimColumns = [
  'id',
  'employer_id',
  'reference',
  'kind',
  'state',
  'membership_id',
  'member_number',
  'last_name',
  'first_name',
  'sex',
  'born_on',
  'identity_kind',
  'identity_sealed',
  'identity_compared',
  'ended_on',
  'end_note',
  'career_confirmed_at',
  'career_note',
  'as_capital',
  'started_by',
  'started_at',
  'sent_at',
  'note',
  'ended_at',
  'version',
] as const

type ClaimRow = Selectable<Pick<ClaimsTable, (typeof claimColumns)[number]>>

/** Claims as they are read: which ones and in what order, the caller says. */
export function selectClaims(tx: Tx) {
  return tx.selectFrom('claims').select(claimColumns)
}

export function claimFrom(row: ClaimRow): Claim {
  return {
    id: row.id,
    employerId: row.employer_id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    membershipId: row.membership_id,
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    sex: row.sex,
    bornOn: row.born_on as LocalDate,
    identity:
      row.identity_kind && row.identity_sealed
        ? {
            kind: row.identity_kind,
            sealed: row.identity_sealed,
            isCompared: row.identity_compared === true,
          }
        : null,
    endedOn: row.ended_on as LocalDate | null,
    endNote: row.end_note,
    careerConfirmedAt: row.career_confirmed_at,
    careerNote: row.career_note,
    asCapital: row.as_capital,
    startedBy: row.started_by,
    startedAt: row.started_at,
    sentAt: row.sent_at,
    note: row.note,
    endedAt: row.ended_at,
    version: row.version,
  }
}
