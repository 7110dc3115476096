import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadKeyring } from './key-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-key-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const keys = (name: string) => path.join(folder, name, 'keys')

describe('the key of an installation', () => {
  it('is made once, readable by its owner alone, and found again', async () => {
    const first = await loadKeyring(path.join(folder, 'one'))
    const again = await loadKeyring(path.join(folder, 'one'))
    expect(again.open(first.seal('BE123456'))).toBe('BE123456')
    expect((await stat(path.join(keys('one'), 'master.key'))).mode & 0o777).toBe(0o600)
    expect(await readdir(keys('one'))).toEqual(['master.key'])
  })

  it('is one, though several programs start at once', async () => {
    const rings = await Promise.all(
      Array.from({ length: 8 }, () => loadKeyring(path.join(folder, 'race'))),
    )
    const sealed = rings[0]?.seal('BE123456') ?? Buffer.alloc(0)
    for (const ring of rings) expect(ring.open(sealed)).toBe('BE123456')
  })

  it('is made whole by the next start when a program was killed while making it', async () => {
    await mkdir(keys('killed'), { recursive: true })
    await writeFile(path.join(keys('killed'), 'master.key.4242'), 'half')
    const ring = await loadKeyring(path.join(folder, 'killed'))
    expect(ring.open(ring.seal('BE123456'))).toBe('BE123456')
  })

  it('of another length is refused, and kept as it is', async () => {
    await mkdir(keys('cut'), { recursive: true })
    await writeFile(path.join(keys('cut'), 'master.key'), 'short')
    await expect(loadKeyring(path.join(folder, 'cut'))).rejects.toThrow('5 bytes instead of 32')
  })
})
