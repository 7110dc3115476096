import type { TransferOrderState } from '../../../ledger/transfers/transfer-order.ts'
import type { Tone } from '../../../web/components/shape.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { useVisit } from '../../../web/visit.ts'

const tones: Readonly<Record<TransferOrderState, Tone>> = {
  expected: 'wait',
  part_received: 'wait',
  received: 'done',
  withdrawn: 'off',
  lapsed: 'off',
}

export function TransferOrderTag({ state }: { readonly state: TransferOrderState }) {
  const said = useVisit().words.ledger.transfers
  return <StatusTag tone={tones[state]}>{said.states[state]}</StatusTag>
}
