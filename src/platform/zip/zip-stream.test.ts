import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { inflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type ZipEntry, zipStream } from './zip-stream.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-zip-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = new Date('2026-11-25T10:00:00Z')

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function* broken() {
  yield Buffer.from('half')
  throw new Error('the content is gone')
}

async function write(name: string, entries: AsyncIterable<ZipEntry>): Promise<Buffer> {
  const place = path.join(folder, name)
  await pipeline(zipStream(entries, at), createWriteStream(place))
  return readFileSync(place)
}

describe('an archive', () => {
  it('holds its files in their order, each asked for when the one before is packed', async () => {
    const packed: string[] = []
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield { name: 'un.txt', content: pieces('premier ', 'fichier') }
      packed.push('un.txt')
      yield { name: 'vide.txt', content: pieces() }
      yield { name: 'الثاني.txt', content: pieces(packed.join()) }
    }
    const archive = await write('good.zip', entries())
    expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(archive.includes(Buffer.from('الثاني.txt'))).toBe(true)
    const content = archive.subarray(30 + 'un.txt'.length)
    expect(inflateRawSync(content).toString()).toBe('premier fichier')
  })

  it('ends with the list of its files, however many they are', async () => {
    const count = 3000
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (let at = 0; at < count; at += 1)
        yield { name: `documents/${at}.txt`, content: pieces('.') }
    }
    const archive = await write('many.zip', entries())
    const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
    expect(archive.readUInt16LE(end + 10)).toBe(count)
  })

  it('fails as a whole when one of its contents does', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield { name: 'good.txt', content: pieces('good') }
      yield { name: 'gone.txt', content: broken() }
    }
    await expect(write('broken.zip', entries())).rejects.toThrow('the content is gone')
  })

  it('fails as a whole when the next file cannot be told', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield { name: 'good.txt', content: pieces('good') }
      throw new Error('the list broke off')
    }
    await expect(write('list.zip', entries())).rejects.toThrow('the list broke off')
  })

  it('lets go of what it reads once nobody reads it any more', async () => {
    let isLetGo = false
    async function* endless() {
      for (;;) yield randomBytes(100_000)
    }
    async function* entries(): AsyncGenerator<ZipEntry> {
      try {
        yield { name: 'endless', content: endless() }
      } finally {
        isLetGo = true
      }
    }
    const archive = zipStream(entries(), at)
    await once(archive, 'data')
    archive.destroy()
    await expect.poll(() => isLetGo).toBe(true)
  })
})
