import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anEmployer, type TestEmployer } from '../../test/support/factories.ts'
import { anImport, applied, findingsOf } from '../../test/support/imports.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'

let site: TestSite
let employer: TestEmployer

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  employer = await anEmployer(site, { categories: ['01'] })
})

const rows = <Row extends object>(sql: string, ...values: unknown[]) =>
  site.database.ownerQuery<Row & Record<string, unknown>>(sql, values)

const head =
  'N° Adhérent;Catégorie;N° affilié;Nom;Prénom;Sexe;Nationalité;Date d’affiliation;Date de naissance;Situation de famille;N° CNIE'
const member = (number: string, identity = '', more = '01/03/2010;15/07/1985') =>
  `${employer.number};01;${number};EL AMRANI;FATIMA;F;M;${more};M;${identity}`
const file = (...lines: readonly string[]) => [head, ...lines].join('\n')
const known = async (line: string) => applied(site, await anImport(site, 'members', file(line)))

describe('members', () => {
  it('come in with their identity sealed, never in the clear', async () => {
    const found = await anImport(site, 'members', file(member('1', 'BE123456')))
    const everywhere = async () =>
      JSON.stringify([
        await rows('select * from import_rows where import_id = $1', found.id),
        await rows('select * from import_findings where import_id = $1', found.id),
        await rows('select * from memberships'),
        await rows('select details from audit_events'),
      ])
    expect(await everywhere()).not.toContain('BE123456')
    await applied(site, found)
    expect(await everywhere()).not.toContain('BE123456')
    const [row] = await rows<{ identity_sealed: Buffer; last_name: string }>(
      'select identity_sealed, last_name from memberships where employer_id = $1',
      employer.id,
    )
    expect(row?.last_name).toBe('EL AMRANI')
    expect(site.app.keyring.open(row?.identity_sealed ?? Buffer.alloc(0))).toBe('BE123456')
  })

  it('keep their row when they are given a number', async () => {
    await known(member('', 'BK700001'))
    const [before] = await rows<{ id: string }>(
      "select id from memberships where member_number = '000000000' and employer_id = $1",
      employer.id,
    )
    const again = await anImport(site, 'members', file(member('77', 'bk 700001')))
    expect(again).toMatchObject({ newLines: 0, changedLines: 1 })
    await applied(site, again)
    const [told] = await rows<{ changes: object[] }>(
      "select details->'changes' as changes from audit_events where action = 'employer.imported' and subject_id = $1",
      again.id,
    )
    expect(told?.changes).toEqual([{ row: '000000077', field: 'memberNumber' }])
    const [after] = await rows<{ id: string; member_number: string }>(
      'select id, member_number from memberships where id = $1',
      before?.id,
    )
    expect(after?.member_number).toBe('000000077')
  })

  it('are not doubled under another number', async () => {
    await known(member('77', 'BK700001'))
    expect(await findingsOf(site, 'members', file(member('78', 'BK700001')))).toEqual([
      [2, 'identity_has_number'],
    ])
  })

  it('are refused with what contradicts itself', async () => {
    const text = file(
      member('20', '', '15/07/1985;01/03/2010'),
      member('', ''),
      member('21').replace(';01;', ';09;'),
      `${member('22')};x`,
    )
    expect(await findingsOf(site, 'members', text)).toEqual([
      [2, 'born_after_joined'],
      [3, 'number_or_identity'],
      [4, 'category_unknown'],
      [5, 'row_too_long'],
    ])
  })

  it('show a changed identity by its mask', async () => {
    await known(member('1', 'BE123456'))
    const found = await anImport(site, 'members', file(member('1', 'BE999999')))
    const [row] = await rows<{ before: object; fields: object }>(
      'select before, fields from import_rows where import_id = $1',
      found.id,
    )
    expect(row?.before).toMatchObject({ identityShown: 'BE••••56' })
    expect(row?.fields).toMatchObject({ identityShown: 'BE••••99' })
  })
})
