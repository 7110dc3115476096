import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { S3Store } from '../../../../test/support/s3.ts'
import type { FileStore } from '../file-store.ts'
import { openFileStore } from '../open-file-store.ts'
import { parseS3Address } from './address.ts'

let store: S3Store
let folder: string
let files: FileStore
beforeAll(async () => {
  store = await S3Store.open()
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-files-'))
  files = openFileStore({ dataFolder: folder, fileStore: parseS3Address(store.url) ?? null })
})
beforeEach(() => {
  store.isAway = false
  store.meanwhile = undefined
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const large = randomBytes(3 << 20)
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest()
const leftHere = () => readdir(path.join(folder, 'files', 'incoming'))

async function uploaded(content: Uint8Array): Promise<string> {
  const temporary = await files.temporaryPath()
  await writeFile(temporary, content)
  return temporary
}

const allKept = async () => {
  const names: string[] = []
  for await (const some of files.contents.list()) names.push(...some)
  return names
}

describe('documents in a bucket (X2)', () => {
  it('are kept under their hash and read, opened, sent and measured like those on a disk', async () => {
    const hash = hashOf(large)
    expect(await files.has(hash)).toBe(false)
    await files.keep(await uploaded(large), hash)
    expect(await files.has(hash)).toBe(true)
    expect((await files.read(hash)).equals(large)).toBe(true)
    expect(await files.readStart(hash, 100)).toEqual(large.subarray(0, 100))
    const open = await files.open(hash)
    expect(open.size).toBe(large.length)
    expect(Buffer.from(open.read(1_000_000, 10))).toEqual(large.subarray(1_000_000, 1_000_010))
    open.close()
    const { size, body } = await files.download(hash)
    expect(Buffer.from(await new Response(body).arrayBuffer()).equals(large)).toBe(true)
    expect(size).toBe(large.length)
    expect(await allKept()).toEqual([hash.toString('hex')])
    await expect.poll(leftHere).toEqual([])
  })

  it('the same content twice is one object; an upload that is only copied stays where it was', async () => {
    const hash = await files.put(Buffer.from('contenu'))
    const temporary = await uploaded(Buffer.from('contenu'))
    await files.keepCopy(temporary, hash)
    expect(await leftHere()).toEqual([path.basename(temporary)])
    await rm(temporary)
    expect((await allKept()).filter((name) => name === hash.toString('hex'))).toHaveLength(1)
  })

  it('never arrive as something else: the store compares with the hash that is signed', async () => {
    const wrong = hashOf(Buffer.from('this'))
    await expect(files.keep(await uploaded(Buffer.from('that')), wrong)).rejects.toMatchObject({
      code: 'STORE_AWAY',
    })
    expect(await files.has(wrong)).toBe(false)
    for (const name of await leftHere()) await rm(path.join(folder, 'files', 'incoming', name))
  })

  it('that are not there are a fault of their own, not one of the store', async () => {
    const unknown = hashOf(randomBytes(9))
    for (const ask of ['read', 'open', 'download'] as const)
      await expect(files[ask](unknown)).rejects.toThrow('is not in the store')
    expect(await leftHere()).toEqual([])
  })
})

describe('the sweep of a bucket', () => {
  const later = () => new Date(Date.now() + 86_400_000)

  it('removes what is older, spares what is not, and leaves no mark', async () => {
    const hash = await files.put(Buffer.from('oublié'))
    const name = hash.toString('hex')
    expect(await files.contents.removeOlder(name, new Date(0))).toBe(false)
    expect(await files.contents.removeOlder(name, later())).toBe(true)
    expect(await files.contents.removeOlder(name, later())).toBe(false)
    expect(await files.has(hash)).toBe(false)
    expect(store.asked.at(-1)).not.toContain('removing')
    expect(await allKept()).not.toContain(name)
  })

  it('loses nothing that is kept again at the very moment of its removal', async () => {
    const content = Buffer.from('repris')
    const hash = await files.put(content)
    const name = hash.toString('hex')
    let again: Promise<unknown> | undefined
    store.meanwhile = async (asked) => {
      // The remover has decided; its last word is on its way.
      if (!asked.startsWith('DELETE') || !asked.includes(`/${name.slice(0, 2)}/`) || again) return
      again = files.put(content)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    expect(await files.contents.removeOlder(name, later())).toBe(true)
    await again
    expect(await files.read(hash)).toEqual(content)
  })
})

describe('RE16: a store that is away', () => {
  it('is one fault, told by its code, and what was uploaded stays for another try', async () => {
    const content = Buffer.from('gardé plus tard')
    const temporary = await uploaded(content)
    store.isAway = true
    const fault = { code: 'STORE_AWAY' }
    await expect(files.keep(temporary, hashOf(content))).rejects.toMatchObject(fault)
    await expect(files.read(hashOf(large))).rejects.toMatchObject(fault)
    await expect(files.has(hashOf(large))).rejects.toMatchObject(fault)
    await expect(files.hasRoom(1)).rejects.toMatchObject(fault)
    expect(await leftHere()).toContain(path.basename(temporary))
    store.isAway = false
    await files.keep(temporary, hashOf(content))
    expect(await files.read(hashOf(content))).toEqual(content)
    expect(await files.hasRoom(1)).toBe(true)
  })

  it('whose keys are wrong says so at once, and tries no more', async () => {
    const right = process.env['AWS_SECRET_ACCESS_KEY']
    process.env['AWS_SECRET_ACCESS_KEY'] = 'another'
    const wrong = openFileStore({
      dataFolder: folder,
      fileStore: parseS3Address(store.url) ?? null,
    })
    const before = store.asked.length
    await expect(wrong.put(Buffer.from('x'))).rejects.toThrow('AccessDenied 403')
    expect(store.asked.length).toBe(before + 1)
    process.env['AWS_SECRET_ACCESS_KEY'] = right
  })
})

it('is found at the addresses that operators write, and at no other', () => {
  expect(parseS3Address('s3://documents')).toEqual({
    bucket: 'documents',
    prefix: '',
    endpoint: null,
    region: null,
  })
  expect(parseS3Address('s3://d/a/b/?endpoint=https://minio.caisse.example:9000')).toMatchObject({
    prefix: 'a/b/',
    endpoint: 'https://minio.caisse.example:9000',
  })
  const wrong = ['documents', 'https://s3.example/documents', 's3://key:secret@documents']
  for (const one of [...wrong, 's3://d?endpoint=minio', 's3://d?secret=x', 's3://']) {
    expect(parseS3Address(one)).toBeUndefined()
  }
})
