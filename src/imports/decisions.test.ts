import { describe, expect, it } from 'vitest'
import {
  anImportingFund,
  anImport,
  applied,
  aReceivedImport,
  employersFile,
  importNow,
} from '../../test/support/imports.ts'
import { systemActor } from '../actors/actor.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { decideImport } from './decide-import.ts'

const at = anImportingFund()

const by = systemActor('import')

describe('a decision', () => {
  it('is about what was shown, and once', async () => {
    const found = await anImport(at.site, 'employers', employersFile('200040;A;01/01/2020;;'))
    const decide = (decision: 'confirm' | 'abandon', version = found.version) =>
      decideImport(at.site.app, by, { importId: found.id, version, decision })
    await expect(decide('confirm', found.version - 1)).rejects.toMatchObject({
      code: 'web.changed_meanwhile',
    })
    await decide('abandon')
    await decide('abandon')
    await expect(decide('confirm')).rejects.toMatchObject({ code: 'imports.not_waiting' })
    expect(await at.rows('select 1 from employers where employer_number = $1', '200040')).toEqual(
      [],
    )
  })

  it('to apply needs something to apply', async () => {
    const found = await anImport(
      at.site,
      'employers',
      employersFile(`${at.employer.number};${at.employer.name};;;`),
    )
    expect(found).toMatchObject({ sameLines: 1 })
    await expect(applied(at.site, found)).rejects.toMatchObject({
      code: 'imports.nothing_to_apply',
    })
  })

  it('has nothing to decide in a file that cannot be read', async () => {
    for (const text of ['', 'n’importe quoi', employersFile()]) {
      const found = await anImport(at.site, 'employers', text)
      expect(found.state).toBe('unreadable')
      await expect(applied(at.site, found)).rejects.toMatchObject({ code: 'imports.not_waiting' })
    }
  })
})

describe('what happens meanwhile', () => {
  it('is not overwritten: the line is left and told', async () => {
    const found = await anImport(
      at.site,
      'employers',
      employersFile(`${at.employer.number};;;Oujda;`, '200020;Neuve;01/01/2020;;'),
    )
    await at.rows("update employers set city = 'Berkane' where id = $1", at.employer.id)
    await applied(
      at.site,
      await anImport(at.site, 'employers', employersFile('200020;Autre;01/01/2020;;')),
    )
    const done = await applied(at.site, found)
    expect(done).toMatchObject({ state: 'applied', skippedLines: 2 })
    const [row] = await at.rows('select city from employers where id = $1', at.employer.id)
    expect(row).toEqual({ city: 'Berkane' })
    const late = await at.rows(
      'select line, code from import_findings where import_id = $1 order by line',
      found.id,
    )
    expect(late).toEqual([
      { line: 2, code: 'changed_meanwhile' },
      { line: 3, code: 'exists_meanwhile' },
    ])
  })

  it('RE9: two confirmations, two workers and a job run twice apply once', async () => {
    const lines = Array.from(
      { length: 4_500 },
      (_, at) => `${300_000 + at};Société ${at};01/01/2020;;`,
    )
    const found = await anImport(at.site, 'employers', employersFile(...lines))
    const decision = { importId: found.id, version: found.version, decision: 'confirm' } as const
    await Promise.all([
      decideImport(at.site.app, by, decision),
      decideImport(at.site.app, by, decision),
    ])
    const run = () => applyImport(at.site.app, { importId: found.id })
    await Promise.all([run(), run(), run()])
    await run()
    const [row] = await at.rows<{ count: bigint }>(
      "select count(*) from employers where employer_number between '300000' and '304499'",
    )
    expect(row?.count).toBe(4_500n)
    const [events] = await at.rows<{ count: bigint }>(
      "select count(*) from audit_events where action = 'employer.imported' and subject_id = $1",
      found.id,
    )
    expect(events?.count).toBe(4_500n)
    expect(await importNow(at.site, found.id)).toMatchObject({ doneLines: 4_500, skippedLines: 0 })
    expect(await at.rows('select 1 from import_rows where import_id = $1', found.id)).toEqual([])
  })

  it('a check that begins again forgets the one before', async () => {
    const importId = await aReceivedImport(
      at.site,
      'employers',
      employersFile('200030;A;01/01/2020;;', 'x;B;;;'),
    )
    await Promise.all([
      checkImport(at.site.app, { importId }),
      checkImport(at.site.app, { importId }),
    ])
    await checkImport(at.site.app, { importId })
    expect(await importNow(at.site, importId)).toMatchObject({
      lines: 2,
      newLines: 1,
      refusedLines: 1,
    })
    expect(
      await at.rows('select line from import_rows where import_id = $1', importId),
    ).toHaveLength(1)
  })
})
