import { createHash } from 'node:crypto'

/** A statement kept prepared is some 150 kB of each connection: those that come back soonest are the ones that pay. */
const MOST = 200
const COMES_BACK = 20

/** The texts are the program's own, but a list of every length makes another one each time. */
const MOST_COUNTED = 2000

/** Which index finds a pattern depends on the pattern: a plan made for any pattern reads the whole table. */
const IS_BY_PATTERN = /\bi?like (any \()?\$\d/i

let generation = 0
const names = new Map<string, string>()
const times = new Map<string, number>()

/**
 * The name under which a connection keeps a statement prepared once its text has come back: planning under row-level
 * security costs more than running most of them. Nothing for a text that is rare, that searches by a pattern, or once
 * enough are kept.
 */
export function preparedName(text: string): string | undefined {
  const name = names.get(text)
  if (name || names.size >= MOST || IS_BY_PATTERN.test(text)) return name
  const count = (times.get(text) ?? 0) + 1
  if (count < COMES_BACK) {
    if (times.size >= MOST_COUNTED) times.clear()
    times.set(text, count)
    return undefined
  }
  times.delete(text)
  const hash = createHash('sha256').update(text).digest('hex')
  const made = `again_${generation}_${hash.slice(0, 24)}`
  names.set(text, made)
  return made
}

/** The name of a statement that is prepared from its first use. */
export function nameToday(name: string): string {
  return generation === 0 ? name : `${name}_${generation}`
}

/** A table has changed under a statement: from now on each is prepared anew, under another name, on every connection. */
export function prepareAnew(): void {
  generation += 1
  names.clear()
}
