import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findProjectRoot } from '../platform/project-root.ts'
import { commands } from './commands.ts'

const root = findProjectRoot()

function guichet(...args: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [path.join(root, 'bin/guichet.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], GUICHET_DATA: '/nowhere/at/all' },
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

describe('guichet', () => {
  it('says what it can do, with and without being asked', () => {
    for (const { code, out } of [guichet(), guichet('--help')]) {
      expect(code).toBe(0)
      for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `)
      expect(out).toContain('GUICHET_URL')
    }
  })

  it.each(Object.keys(commands))('says what %s does', (name) => {
    const { code, out } = guichet(...name.split(' '), '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: guichet ${name}`)
  })

  it('answers an unknown command with a sentence and code 2', () => {
    expect(guichet('abonner')).toEqual({
      code: 2,
      out: '',
      err: 'There is no command «abonner». `guichet --help` lists them.\n',
    })
  })

  it('answers an unknown option with a sentence and code 2', () => {
    const { code, err } = guichet('demo', '--fast')
    expect(code).toBe(2)
    expect(err).toContain("'--fast'")
  })

  it('refuses the real thing without a mail server and an address, and touches nothing', () => {
    const { code, err } = guichet('serve')
    expect(code).toBe(1)
    expect(err).toContain('SMTP_URL is missing')
    expect(err).toContain('GUICHET_URL is missing')
  })

  it('is found by npx in the project', () => {
    const done = spawnSync('npx', ['--no', 'guichet', 'migrate', '--help'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(done.stdout).toContain('Usage: guichet migrate')
  })
})
