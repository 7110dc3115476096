import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { type LocalDate, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import {
  type AccountState,
  accountStateOn,
  type BankAccount,
} from '../../employers/bank-account.ts'
import { listBankAccounts } from '../../employers/store/bank-accounts.ts'
import type { Employer } from '../../employers/employer.ts'
import type { Letter } from '../../letters/letter.ts'
import { findLetter, listLettersOf } from '../../letters/store/letters.ts'
import type { Tx } from '../../platform/db/database.ts'

/** Where an account stands for its company, which may have given its mandate up. */
export type OwnAccountState = AccountState | 'withdrawn'

export interface OwnAccount {
  readonly account: BankAccount
  readonly state: OwnAccountState
}

/** The company's accounts, and how many of its letters wait for a signature or a completion (product A3). */
export async function readAccounts(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: DelegateActor,
): Promise<{ readonly accounts: OwnAccount[]; readonly lettersWaiting: number }> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, (tx) =>
    loadAccounts(tx, employerId, todayIn(app.clock)),
  )
}

/** The same, within a transaction that does more. */
export async function loadAccounts(
  tx: Tx,
  employerId: string,
  today: LocalDate,
): Promise<{ readonly accounts: OwnAccount[]; readonly lettersWaiting: number }> {
  const letters = await listLettersOf(tx, employerId)
  const accounts = await listOwnAccounts(tx, { employerId, today, letters })
  const waiting = letters.filter(({ state }) => waitingStates.includes(state))
  return { accounts, lettersWaiting: waiting.length }
}

const waitingStates: readonly Letter['state'][] = ['awaiting_signature', 'to_complete']
const deadStates: readonly Letter['state'][] = ['refused', 'withdrawn', 'expired']

async function listOwnAccounts(
  tx: Tx,
  of: {
    readonly employerId: string
    readonly today: LocalDate
    readonly letters: readonly Letter[]
  },
): Promise<OwnAccount[]> {
  const accounts = await listBankAccounts(tx, of.employerId)
  return accounts.map((account) => {
    const letter = of.letters.find((one) => one.id === account.mandate?.letterId)
    return { account, state: ownState(account, of.today, letter) }
  })
}

/** A mandate whose letter was withdrawn or forgotten asks for another one, like a refused one. */
function ownState(
  account: BankAccount,
  today: LocalDate,
  letter: Letter | undefined,
): OwnAccountState {
  const state = accountStateOn(account, today)
  if (state !== 'to_sign' || !letter || !deadStates.includes(letter.state)) return state
  return letter.state === 'refused' ? 'refused' : 'withdrawn'
}

/** Nothing to debit under: refused, ended or frozen, or in force for another payment option than the company's (product E6, E7). */
export function asksForAnother(
  { account, state }: OwnAccount,
  { paymentOption }: Pick<Employer, 'paymentOption'>,
): boolean {
  const isInForce = state === 'usable' || state === 'waiting'
  const isOther = paymentOption === 'systematic' && account.mandate?.kind !== 'systematic'
  const isOver = state === 'refused' || state === 'withdrawn' || state === 'ended'
  return isOver || (isInForce && isOther)
}

const removable: readonly OwnAccountState[] = ['to_sign', 'refused', 'withdrawn', 'ended']

/** Nothing may be debited from it: its mandate was never signed or validated, or is over. */
export function mayBeRemoved({ state }: Pick<OwnAccount, 'state'>): boolean {
  return removable.includes(state)
}

/** The mandate to sign of one of the company's own accounts. */
export async function readMandateLetter(
  app: Pick<AppContext, 'db'>,
  actor: DelegateActor,
  accountId: string,
): Promise<Letter> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const accounts = await listBankAccounts(tx, employerId)
    const letterId = accounts.find(({ id }) => id === accountId)?.mandate?.letterId
    const letter = letterId ? await findLetter(tx, letterId) : undefined
    return letter ?? refuse('web.not_found')
  })
}
