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
  type Setting,
  type TestEmployer,
  type TestPerson,
} from './factories.ts'

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
  site: Setting,
  wishes: { readonly name?: string; readonly owed?: bigint } = {},
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
  await declareDue(site, company.id, wishes.owed ?? owedAmount)
  return paying
}

/** A bank account whose debit mandate is in force. */
export async function aDebitedAccount(site: Setting, employerId: string): Promise<string> {
  const id = randomUUID()
  const addedAt = new Date('2025-12-01')
  await site.app.db.transaction({ as: 'system' }, async (tx) => {
    await tx
      .insertInto('bank_accounts')
      .values({
        id,
        employer_id: employerId,
        rib: '007780000123456789012396',
        bank_name: 'Attijariwafa bank',
        holder: 'X',
        added_at: addedAt,
      })
      .execute()
    await tx
      .insertInto('debit_mandates')
      .values({
        employer_id: employerId,
        bank_account_id: id,
        reference: `MP-${randomUUID().slice(0, 8)}`,
        state: 'active',
        requested_at: addedAt,
        letter_id: null,
        usable_from: '2026-01-01',
        ended_at: null,
      })
      .execute()
  })
  return id
}

async function declareDue(site: Setting, employerId: string, total: bigint): Promise<void> {
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
  site: Setting,
  paying: Paying,
  amount?: bigint,
  debitOn?: string,
): Promise<string> {
  const choice = choiceOf(paying, amount, debitOn)
  return drawUpOrder(site.app, paymentActor(paying.maker), { ...choice, formKey: randomUUID() })
}

export async function orderOf(site: Setting, { company }: Paying, id: string) {
  const found = await site.app.db.transaction({ as: 'employer', employerId: company.id }, (tx) =>
    findOrder(tx, company.id, id),
  )
  if (!found) throw new Error('no order')
  return found
}

// oxlint-disable-next-line max-params -- where, of whom, by whom, which order, and what they saw
export async function confirmAs(
  site: Setting,
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
  site: Setting,
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
