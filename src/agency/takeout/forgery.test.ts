import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintTold, Takeouts } from '../../../test/support/takeouts.ts'
import { verifyExport } from './verify-export.ts'

let takeouts: Takeouts
/** Of the company, unpacked. */
let folder: string
beforeAll(async () => {
  takeouts = await Takeouts.open()
  folder = await takeouts.takenOut()
})
afterAll(() => takeouts.close())

const change = (name: string, what: RegExp, into: string) => (copy: string) => {
  const file = path.join(copy, name)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(what)
  writeFileSync(file, text.replace(what, into))
}
const without = (name: string) => (copy: string) => {
  const place = path.join(copy, name)
  const [first = ''] = name.includes('.') || name === 'SHA256SUMS' ? [''] : readdirSync(place)
  rmSync(path.join(place, first))
}
const added = (name: string) => (copy: string) => writeFileSync(path.join(copy, name), 'x')

describe('an archive that was forged', () => {
  it('is told: a salary, a document, a table, an event, the list', async () => {
    const forgeries: [string, (copy: string) => void, string][] = [
      ['a salary', change('tables/declaration_lines.json', /"salary/, '"salarx'), 'was changed'],
      ['the same in CSV', change('tables/declaration_lines.csv', /;/, ';9'), 'was changed'],
      ['an event', change('tables/audit_events.json', /takeout_asked/, 'takeout_mislaid'), 'event'],
      ['a document removed', without('documents'), 'is missing'],
      ['a document slipped in', added('documents/x.pdf'), 'documents/x.pdf was added'],
      ['a table removed', without('tables/debit_mandates.csv'), 'is missing'],
      ['the list removed', without('SHA256SUMS'), 'SHA256SUMS is missing'],
      [
        'another file named by the list',
        change('SHA256SUMS', /tables\//, '../'),
        'not of an archive',
      ],
    ]
    for (const [what, forge, fault] of forgeries) {
      const copy = takeouts.newFolder()
      cpSync(folder, copy, { recursive: true })
      forge(copy)
      expect([what, (await verifyExport(copy)).faults.join('\n')]).toEqual([
        what,
        expect.stringContaining(fault),
      ])
    }
  })

  it('is told even when the list of hashes was written again', async () => {
    const copy = takeouts.newFolder()
    cpSync(folder, copy, { recursive: true })
    const faults = async () => {
      execFileSync('sh', ['-c', 'sha256sum manifest.json LISEZMOI.txt */* > SHA256SUMS'], {
        cwd: copy,
      })
      return (await verifyExport(copy)).faults
    }
    const trail = path.join(copy, 'tables/audit_events.json')
    const kept = readFileSync(trail, 'utf8')
    writeFileSync(trail, kept.replace('employer.takeout_asked', 'employer.takeout_mislaid'))
    expect((await faults())[0]).toContain('does not read as what was hashed')
    writeFileSync(trail, kept.replaceAll('employer.takeout_asked', 'employer.takeout_mislaid'))
    expect((await faults())[0]).toContain('not what was written')
    writeFileSync(trail, kept.split('\n').toSpliced(-3, 1).join('\n'))
    expect(await faults()).toEqual(['the end of the trail is missing'])
    writeFileSync(trail, kept)
    rmSync(path.join(copy, 'documents'), { recursive: true })
    mkdirSync(path.join(copy, 'documents'))
    expect((await faults())[0]).toContain('the archive does not say so')
    const list = path.join(copy, 'SHA256SUMS')
    writeFileSync(list, readFileSync(path.join(folder, 'SHA256SUMS')))
    change('tables/memberships.json', /\]/, ' ]')(copy)
    await faults()
    const fingerprint = await fingerprintTold(takeouts)
    const verdict = await verifyExport(copy, { fingerprint })
    expect(verdict.faults[0]).toContain('it is another archive')
  })
})
