import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskFileStore } from './file-store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('kept files', () => {
  it('are found by their content, and the same content twice is one file', async () => {
    const store = diskFileStore(folder)
    const hash = await store.put(Buffer.from('contenu'))
    expect(await store.put(Buffer.from('contenu'))).toEqual(hash)
    expect((await store.read(hash)).toString()).toBe('contenu')
  })

  it('are refused once damaged on the disk', async () => {
    const store = diskFileStore(folder)
    const hash = await store.put(Buffer.from('intact'))
    const name = hash.toString('hex')
    await writeFile(path.join(folder, name.slice(0, 2), name), 'altered')
    await expect(store.read(hash)).rejects.toThrow('is damaged')
  })

  it('leave no trace of uploads that a killed program never finished, and spare those under way', async () => {
    const incoming = path.join(folder, 'incoming')
    await mkdir(incoming, { recursive: true })
    await writeFile(path.join(incoming, 'abandoned'), 'half')
    await writeFile(path.join(incoming, 'under-way'), 'half')
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
    await utimes(path.join(incoming, 'abandoned'), twoDaysAgo, twoDaysAgo)
    await diskFileStore(folder).put(Buffer.from('another'))
    expect(await readdir(incoming)).toEqual(['under-way'])
  })
})
