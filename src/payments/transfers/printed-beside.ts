import { refuse } from '../../actors/refusal.ts'
import { addDays, type LocalDate, startOfDay } from '../../calendar/index.ts'
import { listUnpaidOrders } from '../../ledger/transfers/store/orders.ts'
import {
  printedDays,
  shareName,
  type TransferShare,
} from '../../ledger/transfers/transfer-order.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Fields, text } from '../../web/form.ts'

/** The printed orders that the page names from the beginning. */
export const knownField = 'connus'
/** Those that were printed meanwhile: known once the person says that they know. */
export const toldField = 'annonces'
/** Told of them, the person pays all the same. */
export const anywayField = 'quandMeme'

/** The references of the printed orders that whoever sent this form was told of. */
export function knownPrinted(fields: Fields): string[] {
  const isAnyway = text(fields, anywayField) === 'on'
  return [...listOf(fields[knownField]), ...(isAnyway ? listOf(fields[toldField]) : [])]
}

export function listOf(value: Fields[string] | undefined): string[] {
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : [...value]
}

interface Naming {
  readonly today: LocalDate
  readonly dues: readonly TransferShare[]
  /** A printed order that is being drawn up: sent twice, it is no other one. */
  readonly exceptId?: string
  /** The references of those that this person was told of. */
  readonly known: readonly string[]
}

/**
 * The printed orders that name one of these dues, and that money may still come for. Refused with `transfers.printed_meanwhile` or
 * `payments.printed_meanwhile` while the person who pays these dues otherwise was not told of one.
 */
export async function printedBeside(
  tx: Tx,
  employerId: string,
  { today, dues, exceptId, known }: Naming,
  code: 'transfers.printed_meanwhile' | 'payments.printed_meanwhile',
): Promise<string[]> {
  const names = new Set(dues.map(shareName))
  const since = startOfDay(addDays(today, -printedDays))
  const printed = (await listUnpaidOrders(tx, employerId, since))
    .filter((order) => order.id !== exceptId && order.dues.some((due) => names.has(shareName(due))))
    .map(({ reference }) => reference)
  const untold = printed.filter((reference) => !known.includes(reference))
  if (untold.length > 0) refuse(code, { orders: untold.join(', ') })
  return printed
}
