import type { Declarant } from '../declarant.ts'
import type { CompanyActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findOtherCompany, type OtherCompany } from '../other-company.ts'
import { findOtherPeriod, type OtherPeriod } from '../other-period.ts'
import { readInHand } from '../read-in-hand.ts'
import { countWorkDone } from '../desk/store/work-done.ts'
import type { WorkDone } from '../desk/work-done.ts'
import { type Declaration, findDeclarant, findDeclaration } from '../store/declarations.ts'
import type { Deposit, DepositPeriod } from './deposit.ts'
import { findDeposit } from './store/deposits.ts'

export interface DepositView {
  readonly deposit: Deposit & { readonly period: DepositPeriod }
  readonly isOwn: boolean
  readonly sentBy: Declarant
  /** What it has led to, or what stood in its way. */
  readonly declaration: {
    readonly of: Declaration
    readonly by: Declarant
    readonly done: WorkDone
  } | null
  /** It has led to what another deposit of the same content had made. */
  readonly isSame: boolean
  /** Where it belongs, when it was put on the page of another period. */
  readonly other: OtherPeriod | null
  /** Whose it is, when it was put on the page of another company and this person serves both. */
  readonly otherCompany: OtherCompany | null
}

/** A deposit of the mandate's categories: of anybody in the company who declares them. */
export async function viewDeposit(
  app: AppContext,
  actor: CompanyActor,
  id: string,
): Promise<DepositView> {
  const view = await readDeposit(app, actor, id)
  const { period, refusal } = view.deposit
  if (refusal?.code !== 'declarations.other_employer') return { ...view, otherCompany: null }
  const misplaced = { page: period, said: refusal.details }
  return { ...view, otherCompany: await findOtherCompany(app, actor, misplaced) }
}

function readDeposit(
  app: AppContext,
  actor: CompanyActor,
  id: string,
): Promise<Omit<DepositView, 'otherCompany'>> {
  return readInHand(app, actor, async (tx, workspace) => {
    const deposit = await findDeposit(tx, actor.employerId, id)
    const period = deposit?.period
    if (!period || !workspace.terms.some((one) => one.category === period.category))
      return refuse('web.not_found')
    const { declarationId, profileId, refusal } = deposit
    const of = declarationId
      ? await findDeclaration(tx, actor.employerId, declarationId)
      : undefined
    return {
      deposit: { ...deposit, period },
      isOwn: profileId === actor.id,
      sentBy: await findDeclarant(tx, profileId),
      declaration: of
        ? {
            of,
            by: await findDeclarant(tx, of.uploadedBy),
            done: await countWorkDone(tx, { declarationId: of.id, employerId: actor.employerId }),
          }
        : null,
      isSame: of !== undefined && of.depositId !== deposit.id,
      other:
        refusal?.code === 'declarations.other_period'
          ? await findOtherPeriod(tx, actor.employerId, workspace, {
              page: period,
              said: refusal.details,
            })
          : null,
    }
  })
}
