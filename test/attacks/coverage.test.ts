import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')

/** Rows of the attack table that this version answers for: `[1, 3]` means from AT1 to AT3. */
const promised: readonly (readonly [number, number])[] = [
  [1, 3],
  [5, 7],
  [9, 9],
  [11, 13],
  [15, 19],
  [22, 22],
  [24, 44],
  [46, 46],
  [48, 52],
  [54, 55],
  [57, 57],
  [60, 67],
  [78, 78],
  [84, 85],
  [88, 88],
  [90, 90],
  [99, 100],
  [102, 105],
  [107, 113],
  [115, 118],
]

/** Numbers within those ranges that the table does not have. */
const unused = [26, 47, 53, 56, 106]

const rows = promised
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  .filter((row) => !unused.includes(row))

/** Test files by the rows that the names of their tests quote. */
function filesByRow(): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>()
  for (const file of testFiles()) {
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const name of namesOfTests(text)) {
      for (const [, row] of name.matchAll(/\bAT(\d+)\b/g)) {
        const files = found.get(Number(row)) ?? new Set()
        found.set(Number(row), files.add(file))
      }
    }
  }
  return found
}

function testFiles(): string[] {
  return ['src', 'test'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!coverage)\.(test|spec)\.tsx?$/.test(name))
      .map((name) => path.join(folder, name)),
  )
}

/** What stands between the quotes of `it` and `describe`, tables of cases included. */
function namesOfTests(text: string): string[] {
  const names = [
    ...text.matchAll(/\b(?:it|describe)(?:\.each)?\b[\s\S]{0,1500}?(['"`])([^\n]*?)\1/g),
  ]
  const cases = [...text.matchAll(/['"`](AT\d+[^'"`\n]*)['"`]/g)]
  return [...names.map(([, , name = '']) => name), ...cases.map(([, name = '']) => name)]
}

const document = path.join(root, 'docs/domain/attacks.md')

describe('the attack table', () => {
  it.each(rows)('AT%d is tried by a test that says so', (row) => {
    expect([...(filesByRow().get(row) ?? [])]).not.toEqual([])
  })

  it('says in docs/domain/attacks.md where each row is tried, and nothing untrue', () => {
    const lines = readFileSync(document, 'utf8').split('\n')
    const found = filesByRow()
    const wrong = rows.flatMap((row) => {
      const line = lines.find((one) => one.startsWith(`| AT${row} |`)) ?? ''
      const named = [...line.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(
        ([, file = '']) => file,
      )
      const untrue = named.filter((file) => !found.get(row)?.has(file))
      return named.length === 0 || untrue.length > 0 ? [`AT${row}: ${untrue.join(', ')}`] : []
    })
    expect(wrong).toEqual([])
  })
})
