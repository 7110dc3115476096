import type { BandProps } from '../../web/components/band.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

/** The short band of E@syPaiement. */
export function usePaymentsBand(isMaker: boolean): BandProps {
  const { words } = useVisit()
  const said = words.payments
  return {
    label: said.band,
    cells: [
      { label: said.orders, href: paths.payments.orders() },
      ...(isMaker ? [{ label: said.newOrder, href: paths.payments.drawUp() }] : []),
    ],
  }
}
