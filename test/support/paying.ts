import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../../src/actors/actor.ts'
import { type LocalDate, todayIn } from '../../src/calendar/index.ts'
import { postDeclaration } from '../../src/ledger/post-declaration.ts'
import { centimes } from '../../src/money/index.ts'
import { confirmOrder } from '../../src/payments/confirm-order.ts'
import { drawUpOrder } from '../../src/payments/draw-up-order.ts'
import { findOrder } from '../../src/payments/store/orders.ts'
import {
  anEmployer,
  aProfile,
  goodPassword,
  type TestEmployer,
  type TestPerson,
} from './factories.ts'
import type { TestSite } from './site.ts'

/** What the company owes in these tests: one quarter of one category. */
export const owed = {
  category: '01',
  quarter: { year: 2026, quarter: 3 as const },
  part: 'contributions' as const,
}
export const owedAmount = 1_449_011n

/** A company that owes something, has an account to pay from, and the people to draw up and confirm. */
export interface Paying {
  readonly company: TestEmployer
  readonly maker: TestPerson
  readonly amina: TestPerson
  readonly badr: TestPerson
  readonly account: string
}

export async function aPayingCompany(
  site: TestSite,
  wishes: { readonly name?: string } = {},
): Promise<Paying> {
  const company = await anEmployer(site, { ...wishes, confirmationsRequired: 2 })
  const user = (firstName: string, powers: { isMaker?: boolean; isValidator?: boolean }) =>
    aProfile(site, company, { service: 'payment', firstName, ...powers })
  const paying = {
    company,
    maker: await user('Omar', { isMaker: true }),
    amina: await user('Amina', { isValidator: true }),
    badr: await user('Badr', { isValidator: true }),
    account: await aDebitedAccount(site, company.id),
  }
  await declareDue(site, company.id, owedAmount)
  return paying
}

/** A bank account whose debit mandate is in force. */
export async function aDebitedAccount(site: TestSite, employerId: string): Promise<string> {
  const id = randomUUID()
  await site.database.ownerQuery(
    `insert into bank_accounts (id, employer_id, rib, bank_name, holder, added_at)
     values ($1, $2, '007780000123456789012396', 'Attijariwafa bank', 'X', now())`,
    [id, employerId],
  )
  await site.database.ownerQuery(
    `insert into debit_mandates (employer_id, bank_account_id, reference, state, requested_at, usable_from)
     values ($1, $2, $3, 'active', '2025-12-01', '2026-01-01')`,
    [employerId, id, `MP-${randomUUID().slice(0, 8)}`],
  )
  return id
}

async function declareDue(site: TestSite, employerId: string, total: bigint): Promise<void> {
  const employee = (total * 100n) / 230n
  await site.app.db.transaction({ as: 'employer', employerId }, (tx) =>
    postDeclaration(tx, {
      employerId,
      declarationId: randomUUID(),
      category: owed.category,
      quarter: owed.quarter,
      version: 1,
      reference: 'R-1',
      amounts: { employee: centimes(employee), employer: centimes(total - employee) },
      occurredOn: todayIn(site.app.clock),
      recordedAt: site.clock.now(),
    }),
  )
}

/** Somebody of E@syPaiement at work; what they may do is read from the database, not from here. */
export function paymentActor(person: TestPerson): EmployedActor {
  return {
    kind: 'profile',
    id: person.id,
    name: person.login,
    sessionId: 's',
    stage: 'full',
    service: 'payment',
    employerId: person.employerId ?? '',
    isMaker: true,
    isValidator: true,
  }
}

export function choiceOf({ account }: Paying, amount = owedAmount, debitOn = '2026-12-01') {
  return {
    bankAccountId: account,
    debitOn: debitOn as LocalDate,
    dues: [{ ...owed, amount: centimes(amount) }],
  }
}

export async function aDrawnOrder(
  site: TestSite,
  paying: Paying,
  amount?: bigint,
  debitOn?: string,
): Promise<string> {
  const choice = choiceOf(paying, amount, debitOn)
  return drawUpOrder(site.app, paymentActor(paying.maker), { ...choice, formKey: randomUUID() })
}

export async function orderOf(site: TestSite, { company }: Paying, id: string) {
  const found = await site.app.db.transaction({ as: 'employer', employerId: company.id }, (tx) =>
    findOrder(tx, company.id, id),
  )
  if (!found) throw new Error('no order')
  return found
}

// oxlint-disable-next-line max-params -- where, of whom, by whom, which order, and what they saw
export async function confirmAs(
  site: TestSite,
  paying: Paying,
  person: TestPerson,
  orderId: string,
  digest?: string,
): Promise<void> {
  await confirmOrder(site.app, paymentActor(person), {
    orderId,
    digest: digest ?? (await orderOf(site, paying, orderId)).digest,
    proof: { by: 'password', password: goodPassword },
    origin: { address: '10.0.0.1', device: 'd'.repeat(43) },
  })
}

/** An order that both validators confirmed. */
export async function aConfirmedOrder(
  site: TestSite,
  paying: Paying,
  amount?: bigint,
  debitOn?: string,
): Promise<string> {
  const id = await aDrawnOrder(site, paying, amount, debitOn)
  await confirmAs(site, paying, paying.amina, id)
  await confirmAs(site, paying, paying.badr, id)
  return id
}

/** «done», or the code of the refusal. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
