import { StatusTag } from '../../web/components/status-tag.tsx'
import type { Tone } from '../../web/components/shape.tsx'
import { useVisit } from '../../web/visit.ts'
import type { HoldReason } from '../hold.ts'
import type { OrderState } from '../payment-order.ts'
import type { KeptOrder } from '../store/orders.ts'

const tones: Readonly<Record<OrderState, Tone>> = {
  awaiting_confirmation: 'wait',
  confirmed: 'done',
  refused: 'stop',
  cancelled: 'off',
  expired: 'off',
  collected: 'info',
  settled: 'done',
  rejected: 'stop',
}

interface Props {
  readonly order: Pick<KeptOrder, 'state' | 'kind' | 'held'>
  readonly missing: number
  readonly holdsNow: HoldReason | null
  /** In a file that the bank does not have yet. */
  readonly isPrepared?: boolean
}

/** Where an order stands, whether it stayed behind or will, and how many confirmations it still needs. */
export function OrderTag({ order, missing, holdsNow, isPrepared = false }: Props) {
  const said = useVisit().words.payments
  const isComing = order.kind === 'systematic' && order.state === 'confirmed'
  const isHeld = order.state === 'confirmed' && (order.held !== null || holdsNow !== null)
  const waits = order.state === 'awaiting_confirmation' && missing > 0
  return (
    <>
      {isHeld ? (
        <StatusTag tone="stop">{said.holds.tag}</StatusTag>
      ) : (
        <StatusTag tone={isComing ? 'info' : tones[order.state]}>
          {isComing ? said.systematic.state : said.states[order.state]}
        </StatusTag>
      )}
      {isPrepared ? <small> {said.notHandedOver}</small> : null}
      {waits ? ' ' : null}
      {waits ? <small>{missing === 1 ? said.missing.one : said.missing.two}</small> : null}
    </>
  )
}
