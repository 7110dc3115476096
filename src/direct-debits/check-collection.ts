import { parseRib } from '../employers/rib.ts'
import type { Collection, CollectionAdapter } from './collection-file.ts'

const reference = /^[A-Za-z0-9/\-?:().,'+ ]{1,35}$/

/**
 * The guard before a file is kept: what a schema would refuse, and what it would let pass (a wrong key, an order twice, a sum
 * that is not the sum). Every fault at once; nothing when the file may leave.
 */
export function checkCollection(
  collection: Collection,
  text: string,
  adapter: CollectionAdapter,
): string[] {
  const { entries, creditor } = collection
  const faults: string[] = []
  const fault = (condition: boolean, sentence: string) => {
    if (condition) faults.push(sentence)
  }
  fault(entries.length === 0, 'the collection has no entry')
  fault(!reference.test(collection.reference), 'the reference is not one')
  fault(!parseRib(creditor.rib).ok, 'the fund’s account is not one')
  const ids = new Set<string>()
  for (const entry of entries) {
    const name = entry.endToEndId
    fault(!reference.test(name), `${name}: the reference is not one`)
    fault(ids.has(name), `${name}: twice`)
    ids.add(name)
    fault(!parseRib(entry.rib).ok, `${name}: the account is not one`)
    fault(entry.amount <= 0n, `${name}: the amount is not one`)
    fault(!reference.test(entry.mandateReference), `${name}: the mandate is not one`)
  }
  return [...faults, ...adapter.check(collection, text)]
}
