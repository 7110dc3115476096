import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findProjectRoot } from '../platform/project-root.ts'
import { commands } from './commands.ts'

const root = findProjectRoot()

interface Said {
  code: number | null
  out: string
  err: string
}

function guichet(args: string[], env: Record<string, string> = {}): Said {
  const done = spawnSync(process.execPath, [path.join(root, 'bin/guichet.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], GUICHET_DATA: '/nowhere/at/all', ...env },
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

describe('guichet', () => {
  it('says what it can do, with and without being asked', () => {
    for (const { code, out } of [guichet([]), guichet(['--help'])]) {
      expect(code).toBe(0)
      for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `)
      expect(out).toContain('GUICHET_URL')
    }
  })

  it.each(Object.keys(commands))('says what %s does', (name) => {
    const { code, out } = guichet([...name.split(' '), '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`Usage: guichet ${name}`)
  })

  it('answers an unknown command with a sentence and code 2', () => {
    expect(guichet(['abonner'])).toEqual({
      code: 2,
      out: '',
      err: 'There is no command «abonner». `guichet --help` lists them.\n',
    })
  })

  it('answers an unknown option with a sentence and code 2', () => {
    const { code, err } = guichet(['demo', '--fast'])
    expect(code).toBe(2)
    expect(err).toContain("'--fast'")
  })

  it('refuses the real thing without a mail server and an address, and touches nothing', () => {
    const { code, err } = guichet(['serve'])
    expect(code).toBe(1)
    expect(err).toContain('SMTP_URL is missing')
    expect(err).toContain('GUICHET_URL is missing')
  })

  it('asks for the folder of an archive that is not unpacked', () => {
    const { code, err } = guichet(['verify-export', path.join(root, 'package.json')])
    expect(code).toBe(2)
    expect(err).toContain('package.json is no folder. Unpack the archive')
  })

  it('names the setting of a data folder that cannot be written', () => {
    const data = path.join(root, 'package.json', 'data')
    const real = { SMTP_URL: 'smtp://localhost', GUICHET_URL: 'https://portail.example' }
    const { code, err } = guichet(['serve'], { ...real, GUICHET_DATA: data })
    expect(code).toBe(1)
    expect(err).toContain(`The data folder ${data} cannot be written (ENOTDIR). Give GUICHET_DATA`)
  })

  it.each(['verify-audit', 'verify-ledger', 'verify-confirmations'])(
    '%s says that there is no database, and makes none',
    (name) => {
      const data = path.join(os.tmpdir(), `guichet-none-${process.pid}`)
      const { code, out, err } = guichet([name], { GUICHET_DATA: data })
      expect(code).toBe(1)
      expect(out).toBe('')
      expect(err).toContain(`There is no database in ${data}`)
      expect(fs.existsSync(data)).toBe(false)
    },
  )

  it('is found by npx in the project', () => {
    const done = spawnSync('npx', ['--no', 'guichet', 'migrate', '--help'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(done.stdout).toContain('Usage: guichet migrate')
  })
})
