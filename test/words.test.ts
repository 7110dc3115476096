import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ar } from '../src/web/words/ar/index.ts'
import { fr } from '../src/web/words/fr/index.ts'

const frenchWords = join(import.meta.dirname, '../src/web/words/fr')

type Leaf = { readonly path: string; readonly value: unknown }

function leaves(tree: object, path = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]): Leaf[] =>
    value !== null && typeof value === 'object'
      ? leaves(value as object, `${path}.${key}`)
      : [{ path: `${path}.${key}`, value }],
  )
}

/** Labels that are the same in both languages: names of the other language, codes, marks. */
const sameInBoth = /^\s*$|^[\d\s.,:;/+·—–-]+$|^(CSV|PDF|ICE|RIB|IBAN|CIN|TXT)$|@|^[A-Z]{2,}$/

/** The other language's own name, and the name of a downloaded file. */
const latinOnPurpose = new Set([
  '.frame.language',
  '.administration.form.languages.fr',
  '.administration.trail.exportName',
  '.ledger.statement.fileName',
  '.figures.fileName',
])

describe('words', () => {
  it('says everything in both languages (US11)', () => {
    const french = leaves(fr).map((leaf) => leaf.path)
    expect(
      leaves(ar)
        .map((leaf) => leaf.path)
        .sort(),
    ).toEqual([...french].sort())
    expect(leaves(fr).filter((leaf) => leaf.value === '')).toEqual([])
    expect(leaves(ar).filter((leaf) => leaf.value === '')).toEqual([])
  })

  it('writes Arabic in Arabic', () => {
    const untranslated = leaves(ar).filter(
      ({ path, value }) =>
        typeof value === 'string' &&
        !/[\u0600-\u06ff]/.test(value) &&
        !sameInBoth.test(value) &&
        !latinOnPurpose.has(path),
    )
    expect(untranslated.map((leaf) => `${leaf.path}: ${String(leaf.value)}`)).toEqual([])
  })

  it('shouts at nobody', () => {
    const shouting = [...leaves(fr), ...leaves(ar)].filter(
      ({ value }) => typeof value === 'string' && /!/.test(value),
    )
    expect(shouting.map((leaf) => leaf.path)).toEqual([])
  })

  it('uses typographic apostrophes in French', () => {
    const straight = leaves(fr).filter(
      ({ value }) => typeof value === 'string' && /[a-zà-ÿ]'[a-zà-ÿ]/i.test(value),
    )
    expect(straight.map((leaf) => leaf.path)).toEqual([])
  })

  it('elides «de» and «que» before the names that sentences take in (d’Atlas, qu’Omar)', () => {
    const names = 'agent|by|company|employer|login|name|validator|who'
    const told = readdirSync(frenchWords)
      .filter((file) => file !== 'elision.ts')
      .flatMap((file) =>
        Array.from(
          readFileSync(join(frenchWords, file), 'utf8').matchAll(
            new RegExp(`\\b(?:de|que) \\$\\{(?:${names})\\}`, 'g'),
          ),
          ([said]) => `${file}: ${said}`,
        ),
      )
    expect(told).toEqual([])
  })

  it('asks for what is typed with one verb in each language: «saisissez», «أدخلوا»', () => {
    const arabic = new Map(leaves(ar).map(({ path, value }) => [path, String(value)]))
    const french = leaves(fr).map(({ path, value }) => ({ path, said: String(value) }))
    expect(french.filter(({ said }) => /\b(?:tapez|entrez)\b/i.test(said))).toEqual([])
    const otherwise = french.filter(
      ({ path, said }) => /\bsaisissez\b/i.test(said) && !/دخل/.test(arabic.get(path) ?? ''),
    )
    expect(otherwise).toEqual([])
  })
})
