import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskFileStore, type FileStore } from '../platform/files/file-store.ts'
import { bytesInMemory } from './checking/byte-source.ts'
import type { TextRow } from './checking/corrections/text-rows.ts'
import { exampleLine } from './checking/example-line.ts'
import { exampleColumns, exampleHeader, exampleRow } from './checking/tables/example-table.ts'
import { encodeWindows1252 } from './checking/windows-1252.ts'
import { rewriteContent, type Rewriting } from './rewrite-content.ts'

let folder: string
let files: FileStore

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-content-'))
  files = diskFileStore(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function rewritten(content: Uint8Array, rewriting: Rewriting) {
  const done = await rewriteContent(files, bytesInMemory(content), () => rewriting)
  return done && { ...done, bytes: await files.read(done.sha256) }
}

/** Puts a text in the place of a line. */
const put = (line: number, text: string) => (row: TextRow) => (row.line === line ? text : row.text)

const line = exampleLine()
const other = exampleLine({ memberNumber: '000123457' })

describe('a content that is rewritten', () => {
  it('is the same to the byte but for the row that changes: encoding, line ends, the end of the file', async () => {
    const content = encodeWindows1252(`${line}\n${exampleLine({ email: 'é€@x.ma' })}\n${line}`)
    const done = await rewritten(content, { edit: put(3, other) })
    const expected = encodeWindows1252(`${line}\n${exampleLine({ email: 'é€@x.ma' })}\n${other}`)
    expect(done).toMatchObject({ changed: 1, lines: 3, bytes: Buffer.from(expected) })
  })

  it('gets new rows after the last, which is ended first', async () => {
    const edit = ({ text }: TextRow) => text
    const done = await rewritten(Buffer.from(`\ufeff${line}\n${line}`), { edit, added: [other] })
    expect(done?.bytes.toString()).toBe(`\ufeff${line}\n${line}\n${other}\n`)
    expect(done).toMatchObject({ changed: 1, lines: 3 })
    const first = await rewritten(Buffer.from(''), { edit, added: [line] })
    expect(first?.bytes.toString()).toBe(`${line}\r\n`)
  })

  it('is written in UTF-8 when a letter is not of its encoding: none becomes a question mark', async () => {
    const accent = exampleLine({ email: 'é@x.ma' })
    const content = encodeWindows1252(`${line}\r\n${accent}\r\n`)
    const done = await rewritten(content, { edit: put(1, exampleLine({ email: 'ع@x.ma' })) })
    expect(done?.bytes.toString()).toBe(`${exampleLine({ email: 'ع@x.ma' })}\r\n${accent}\r\n`)
  })

  it('keeps the numbers of the lines, when a row that went over two becomes one', async () => {
    const long = exampleRow({ email: '"a\nb"' }, exampleColumns)
    const table = `${exampleHeader()}\n${long}\n${exampleRow({ memberNumber: '7' })}\n`
    const seen: number[] = []
    const edit = (row: TextRow) => {
      seen.push(row.line)
      return row.line === 2 ? exampleRow() : row.text
    }
    const done = await rewritten(Buffer.from(table), { edit })
    expect(seen).toEqual([1, 2, 4])
    expect(done).toMatchObject({ changed: 1, lines: 4 })
    expect(done?.bytes.toString().split('\n')).toEqual([
      exampleHeader(),
      exampleRow(),
      '',
      exampleRow({ memberNumber: '7' }),
      '',
    ])
  })

  it('is not kept when nothing changes, nor when the rewriting fails; nothing is left behind', async () => {
    expect(await rewritten(Buffer.from(line), { edit: ({ text }) => text })).toBeNull()
    const ended: string[] = []
    const failing = rewritten(Buffer.from(line), {
      edit() {
        throw new Error('no')
      },
      end: () => ended.push('once'),
    })
    await expect(failing).rejects.toThrow('no')
    expect(ended).toEqual(['once'])
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([])
  })
})
