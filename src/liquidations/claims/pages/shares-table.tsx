import { Money } from '../../../web/components/money.tsx'
import { Table } from '../../../web/components/table.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { Dirhams } from '../../../money/index.ts'
import type { Payee } from '../payee.ts'
import type { OwnShare } from '../shares.ts'
import { nameOf } from './claim-frame.tsx'

interface Props {
  readonly shares: readonly OwnShare<Payee>[]
}

/** A line for each beneficiary, with what they have of the whole. */
export function SharesTable({ shares }: Props) {
  const { letter } = useVisit().words.claims
  const column = (head: string, amountOf: (share: OwnShare<Payee>) => Dirhams | null) => ({
    head,
    numeric: true,
    cell: (share: OwnShare<Payee>) => {
      const amount = amountOf(share)
      return amount === null ? null : <Money amount={amount} />
    },
  })
  const isYearly = shares.some(({ yearly }) => yearly !== null)
  const isOnce = shares.some(({ atOnce }) => atOnce !== null)
  return (
    <Table
      caption={letter.shares}
      showCaption
      dense
      rows={shares}
      columns={[
        { head: letter.beneficiary, cell: ({ payee }) => <bdi>{nameOf(payee)}</bdi> },
        { head: letter.share, cell: ({ parts, of }) => letter.parts(parts, of) },
        ...(isYearly
          ? [
              column(letter.monthly, ({ monthly }) => monthly),
              column(letter.yearly, ({ yearly }) => yearly),
            ]
          : []),
        ...(isOnce ? [column(letter.atOnce, ({ atOnce }) => atOnce)] : []),
      ]}
    />
  )
}
