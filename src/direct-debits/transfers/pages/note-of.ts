import type { Words } from '../../../web/words/index.ts'
import type { ReceivedTransfer } from '../received-transfer.ts'

/** Why it waits in the words of the language, or the words of the agent who decided. */
export function noteOf(
  { note }: Pick<ReceivedTransfer, 'note'>,
  { because }: Words['receivedTransfers'],
): string {
  const known: Readonly<Record<string, string>> = because
  return Object.hasOwn(known, note) ? (known[note] ?? note) : note
}
