import type { CollectionFormat } from '../../config.ts'
import type { CollectionAdapter } from '../collection-file.ts'
import { bordereau120 } from './bordereau-120.ts'
import { pain008 } from './pain-008.ts'

/** Every layout that a collection can be written in, by what the operator calls it. */
const byFormat: Readonly<Record<CollectionFormat, CollectionAdapter>> = {
  'pain.008': pain008,
  'bordereau-120': bordereau120,
}

/** What the fund's bank takes: the next collections are in it. */
export function adapterFor(format: CollectionFormat): CollectionAdapter {
  return byFormat[format]
}

/** The layout that a kept collection is in, whatever is chosen today. */
export function adapterNamed(id: string): CollectionAdapter {
  const adapter = Object.values(byFormat).find((one) => one.id === id)
  if (!adapter) throw new Error(`no layout of collections is called ${id}`)
  return adapter
}
