import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const lines = readFileSync(path.join(root, 'docs/domain/reliability.md'), 'utf8').split('\n')

/** Rows that a file of tests quotes, in the name of one or of a group. */
function quotedBy(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const names = text.matchAll(/\b(?:it|describe)\b[\s\S]{0,400}?(['"`])([^\n]*?)\1/g)
  const quoted = text.matchAll(/['"`(][^'"`\n]*?\b(RE\d+)\b[^'"`\n]*['"`)]/g)
  return [
    ...[...names].flatMap(([, , name = '']) => name.match(/\bRE\d+\b/g) ?? []),
    ...[...quoted].map(([, row = '']) => row),
  ]
}

const table = lines.flatMap((line) => {
  const [, row] = /^\| (RE\d+) \|/.exec(line) ?? []
  const files = [...line.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, file = '']) => file)
  return row ? [{ row, files }] : []
})

it.each(table)('$row is tried where the page says', ({ row, files }) => {
  expect(files).not.toEqual([])
  expect(files.filter((file) => !quotedBy(file).includes(row))).toEqual([])
})
