import {
  addDays,
  compareQuarters,
  formatQuarter,
  hourMs,
  lastDay,
  type LocalDate,
  localDateAt,
  type Quarter,
  startOfDay,
} from '../calendar/index.ts'
import { postDeclaration } from '../ledger/post-declaration.ts'
import { type PaidShare, postPayment } from '../ledger/post-payment.ts'
import { centimes, type Dirhams, sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'

/** Paid eighty days after its échéance: the account shows late interest and its calculation. */
const paidLate = '02 2025T1'
/** Never paid by the demonstration: the last declared quarter of this category. */
const unpaidCategory = '02'

interface Declared {
  readonly id: string
  readonly category: string
  readonly quarter: Quarter
  readonly employee: Dirhams
  readonly employer: Dirhams
  readonly reference: string
  readonly sentOn: LocalDate
}

interface Happening {
  readonly on: LocalDate
  readonly post: () => Promise<void>
}

/** The account of the demonstration's company, as its past declarations and payments made it, one day after another. */
export async function openAtlasAccount(tx: Tx, employerId: string): Promise<void> {
  const declared = await listDeclared(tx, employerId)
  const transfers = payments(declared)
  const late = transfers.find(({ reference }) => reference.endsWith(paidLate))
  const happenings: Happening[] = [
    ...declared.map((one) => ({ on: one.sentOn, post: () => declare(tx, employerId, one) })),
    ...transfers.map((one) => ({ on: one.on, post: () => pay(tx, employerId, one) })),
    ...(late ? [{ on: addDays(late.on, 21), post: () => payInterest(tx, employerId) }] : []),
  ]
  happenings.sort((one, other) => (one.on < other.on ? -1 : 1))
  for (const { post } of happenings) await post()
}

async function listDeclared(tx: Tx, employerId: string): Promise<Declared[]> {
  const rows = await tx
    .selectFrom('declarations')
    .select([
      'id',
      'category',
      'year',
      'quarter',
      'employee_centimes',
      'employer_centimes',
      'receipt_number',
      'sent_at',
    ])
    .where('employer_id', '=', employerId)
    .where('state', '=', 'sent')
    .orderBy('year')
    .orderBy('quarter')
    .orderBy('category')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    category: row.category,
    quarter: { year: row.year, quarter: row.quarter },
    employee: centimes(row.employee_centimes),
    employer: centimes(row.employer_centimes),
    reference: row.receipt_number ?? '',
    sentOn: localDateAt(row.sent_at ?? new Date(0)),
  }))
}

function declare(tx: Tx, employerId: string, one: Declared): Promise<void> {
  return postDeclaration(tx, {
    employerId,
    declarationId: one.id,
    category: one.category,
    quarter: one.quarter,
    version: 1,
    reference: one.reference,
    amounts: { employee: one.employee, employer: one.employer },
    occurredOn: one.sentOn,
    recordedAt: morningOf(one.sentOn),
  })
}

interface Transfer {
  readonly on: LocalDate
  readonly reference: string
  readonly shares: readonly PaidShare[]
}

/** One transfer a quarter, on the 25th day after its end; what is late, and what is forgotten, apart. */
function payments(declared: readonly Declared[]): Transfer[] {
  const last = declared.at(-1)?.quarter
  return declared.flatMap((one): Transfer[] => {
    const due = `${one.category} ${formatQuarter(one.quarter)}`
    const isLast = last !== undefined && compareQuarters(one.quarter, last) === 0
    if (isLast && one.category === unpaidCategory) return []
    const days = due === paidLate ? 80 : 25
    const amount = centimes(one.employee + one.employer)
    const share = { category: one.category, quarter: one.quarter, amount }
    return [
      {
        on: addDays(lastDay(one.quarter), days),
        reference: `VIR ${due}`,
        shares: [{ ...share, part: 'contributions' }],
      },
    ]
  })
}

async function pay(tx: Tx, employerId: string, { on, reference, shares }: Transfer): Promise<void> {
  await postPayment(tx, {
    employerId,
    cause: { kind: 'transfer', id: reference },
    channel: 'transfer',
    reference,
    amount: sum(shares.map(({ amount }) => amount)),
    into: 'bank',
    dues: shares,
    occurredOn: on,
    recordedAt: morningOf(on),
  })
}

/** Three weeks after it was booked. */
async function payInterest(tx: Tx, employerId: string): Promise<void> {
  const booked = await tx
    .selectFrom('ledger_entries')
    .select(['category', 'year', 'quarter', 'occurred_on', 'debit_centimes'])
    .where('employer_id', '=', employerId)
    .where('kind', '=', 'interest')
    .execute()
  for (const { category, year, quarter, occurred_on, debit_centimes } of booked) {
    if (!category || !year || !quarter) continue
    const share = { category, quarter: { year, quarter }, amount: centimes(debit_centimes) }
    await pay(tx, employerId, {
      on: addDays(occurred_on as LocalDate, 21),
      reference: `VIR ${year}T${quarter} ${category} INT`,
      shares: [{ ...share, part: 'interest' }],
    })
  }
}

function morningOf(day: LocalDate): Date {
  return new Date(startOfDay(day).getTime() + 9 * hourMs)
}
