import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const page = readFileSync(path.join(root, 'docs/domain/usability.md'), 'utf8')

const table = page.split('\n').flatMap((line) => {
  const [, row] = /^\| (US\d+) \|/.exec(line) ?? []
  const files = [...line.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, file = '']) => file)
  return row ? [{ row, files }] : []
})

it.each(table)('$row is tried where the page says', ({ row, files }) => {
  expect(files).not.toEqual([])
  const quotes = new RegExp(`\\b(?:it|describe)\\b[^\\n]*\\b${row}\\b`)
  expect(files.filter((file) => !quotes.test(readFileSync(path.join(root, file), 'utf8')))).toEqual(
    [],
  )
})
