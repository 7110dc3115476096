import type { CompanyActor, KeyActor, ProfileActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AuditEvent } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { Scope } from '../../platform/db/database.ts'
import type { Deposit } from './deposit.ts'

/** Whoever sends a file: a person, or a company's software. */
export type Depositor = ProfileActor | KeyActor

/** A deposit is the company's in hand; a firm's file of several companies is its person's own. */
export function scopeOf(actor: Depositor, isOfCompany: boolean): Scope {
  return isOfCompany
    ? { as: 'employer', employerId: employed(actor).employerId }
    : { as: 'firm', profileId: actor.id }
}

export function employed(actor: Depositor): CompanyActor {
  if (actor.kind === 'key') return actor
  const { employerId } = actor
  return employerId === null ? refuse('web.not_found') : { ...actor, employerId }
}

/** What is there to be received, by its own person only. */
export function ownDeposit(deposit: Deposit | undefined, actor: ProfileActor): Deposit {
  return deposit && deposit.profileId === actor.id ? deposit : refuse('web.not_found')
}

export function aboutDeposit(
  { id, period, fileName }: Deposit,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): AuditEvent {
  const about = period
    ? { category: period.category, quarter: formatQuarter(period.quarter) }
    : { category: null, quarter: null }
  return {
    action,
    subject: { kind: 'deposit', id },
    employerId: period?.employerId ?? null,
    details: { file: fileName, ...about, ...details },
  }
}
