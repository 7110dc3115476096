import { findUnpostedDeclarations } from '../../src/declarations/store/posted-declarations.ts'
import { verifyLedgers } from '../../src/ledger/check-ledgers.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import type { FaultKind } from '../../src/reconciliation/fault.ts'
import { countCompared, listOrderFaults } from '../../src/reconciliation/store/orders.ts'
import type { Invariants } from './judge.ts'

export interface MoneyVerdict {
  readonly invariants: Pick<Invariants, 'I1' | 'I2' | 'I3' | 'I4' | 'I6'>
  readonly complaints: readonly string[]
}

const unauthorised: readonly FaultKind[] = ['order_unconfirmed', 'order_changed']
const collectedWrongly: readonly FaultKind[] = [
  'order_uncollected',
  'collection_without_order',
  'collected_twice',
  'collection_changed',
]

/** The accounts written again from their facts, and the orders compared with everything that is kept of them. */
export async function judgeMoney(appUrl: string): Promise<MoneyVerdict> {
  const db = openDatabase({ connectionString: appUrl })
  try {
    const ledgers = await verifyLedgers(db, [findUnpostedDeclarations])
    const { lame, faults, orders, collections } = await db.transaction(
      { as: 'system' },
      async (tx) => ({
        lame: await tx.named<{ what: string }>('chaos.lame', unbalanced),
        faults: await listOrderFaults(tx),
        ...(await countCompared(tx)),
      }),
    )
    const isAccount = ({ what }: (typeof ledgers.breaks)[number]) => what === 'account'
    const has = (kinds: readonly FaultKind[]) => faults.some(({ kind }) => kinds.includes(kind))
    const held = (isThere: boolean, isBroken: boolean) => (isThere ? !isBroken : null)
    const isKept = ledgers.entries > 0
    return {
      invariants: {
        I1: held(isKept, lame.length > 0),
        I2: held(isKept, ledgers.breaks.some(isAccount)),
        I3: held(
          isKept,
          ledgers.breaks.some((one) => !isAccount(one)),
        ),
        I4: held(orders > 0, has(unauthorised)),
        I6: held(collections > 0, has(collectedWrongly)),
      },
      complaints: [
        ...lame.map(({ what }) => `I1: ${what}`),
        ...ledgers.breaks.map(
          ({ employerId, what, number }) => `I3: ${employerId} ${what} ${number}`,
        ),
        ...faults.map((one) => `${one.kind}: ${one.subject}, ${one.expected}, not ${one.found}`),
      ],
    }
  } finally {
    await db.close()
  }
}

const unbalanced = `
  select employer_id || ' entry ' || entry || ' does not balance' as what
  from ledger_postings group by employer_id, entry having sum(amount_centimes) <> 0`
