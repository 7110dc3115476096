import { localDateAt } from '../../calendar/index.ts'
import type {
  PrintedBlock,
  PrintedBox,
  PrintedDocument,
} from '../../platform/pdf/printed-document.ts'
import { signature, stamp, writtenByHand } from './ink.ts'

export interface Hand {
  readonly signatory: string
  readonly company: { readonly company: string; readonly city: string; readonly number: string }
  /** On the dotted line of a form that has one. */
  readonly identity?: string
}

/** A printed form as it comes back: dated, signed and stamped by a hand that is always the same. */
export function signedPaper(document: PrintedDocument, hand: Hand): PrintedDocument {
  const [year, month, day] = localDateAt(document.issuedAt).split('-')
  const inkOf: Record<PrintedBox['kind'], string> = {
    date: writtenByHand(`${day}/${month}/${year}`),
    signature: signature(hand.signatory),
    stamp: stamp(hand.company),
  }
  const written = (block: PrintedBlock): PrintedBlock => {
    if (block.kind === 'boxes')
      return { ...block, boxes: block.boxes.map((box) => ({ ...box, ink: inkOf[box.kind] })) }
    const { identity } = hand
    if (block.kind !== 'rows' || identity === undefined) return block
    const rows = block.rows.map((row) =>
      row.fillIn === true ? { ...row, ink: writtenByHand(identity) } : row,
    )
    return { ...block, rows }
  }
  return { ...document, blocks: document.blocks.map(written) }
}
