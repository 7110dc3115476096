import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProjectRoot } from '../platform/project-root.ts'

const root = findProjectRoot()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-import-'))
  await writeFile(
    path.join(folder, 'good.csv'),
    'N° Adhérent;Raison sociale;Date d’adhésion\n5839;Atlas;01/07/2012\n5840;Rif;01/01/2015\n',
  )
  await writeFile(
    path.join(folder, 'mixed.csv'),
    'N° Adhérent;Raison sociale\n5839;Atlas SA\n58X;Y\n',
  )
  await writeFile(path.join(folder, 'other.csv'), 'a;b\n1;2\n')
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** On a database of its own, which each run starts and stops. */
function guichet(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [path.join(root, 'bin/guichet.mjs'), 'import', ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      GUICHET_DATA: path.join(folder, 'data'),
    },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => (out += String(text)))
  child.stderr.on('data', (text) => (err += String(text)))
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })))
}

describe('guichet import', { timeout: 600_000 }, () => {
  it('says what a file would do, and does nothing, with --dry-run', async () => {
    const { code, out, err } = await guichet('employers', 'good.csv', '--dry-run')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(
      '2 lignes: 2 nouvelles, 0 modification, 0 sans changement, 0 refusée. Abandonnée.\n',
    )
  })

  it('applies the good lines, and says the others with code 1', async () => {
    const good = await guichet('employers', 'good.csv')
    expect(good.out).toContain('2 nouvelles, 0 modification')
    expect(good.code).toBe(0)
    const { code, out } = await guichet('employers', 'mixed.csv')
    expect(code).toBe(1)
    expect(out).toContain(
      'Ligne 3, colonne A: N° Adhérent: Il faut un nombre de 6 chiffres au plus',
    )
    expect(out).toContain(
      '2 lignes: 0 nouvelle, 1 modification, 0 sans changement, 1 refusée. Appliquée.',
    )
  })

  it('says the same to a program', async () => {
    const { code, out } = await guichet('employers', 'mixed.csv', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      kind: 'employers',
      state: 'abandoned',
      sameLines: 1,
      refusedLines: 1,
      findings: [{ line: 3, column: 1, field: 'employerNumber', code: 'not_digits', value: '58X' }],
    })
  })

  it('answers what it cannot read with code 2, or with a sentence', async () => {
    const other = await guichet('members', 'other.csv', '--lang', 'ar')
    expect(other.code).toBe(2)
    expect(other.out).toContain('سطر أسماء الأعمدة غير موجود')
    expect(await guichet('employers', 'none.csv')).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read (ENOENT)'),
    })
    expect(await guichet('companies', 'good.csv')).toMatchObject({
      code: 2,
      err: 'Say what to import: employers, categories, members, delegates, users.\n',
    })
  })
})
