import { describe, expect, it } from 'vitest'
import { anImportingFund, anImport, applied, findingsOf } from '../../test/support/imports.ts'

const at = anImportingFund()

const head =
  'N° Adhérent;Catégorie;N° affilié;Nom;Prénom;Sexe;Nationalité;Date d’affiliation;Date de naissance;Situation de famille;N° CNIE'
const member = (number: string, identity = '', more = '01/03/2010;15/07/1985') =>
  `${at.employer.number};01;${number};EL AMRANI;FATIMA;F;M;${more};M;${identity}`
const file = (...lines: readonly string[]) => [head, ...lines].join('\n')
const known = async (line: string) =>
  applied(at.site, await anImport(at.site, 'members', file(line)))

describe('members', () => {
  it('come in with their identity sealed, never in the clear', async () => {
    const found = await anImport(at.site, 'members', file(member('1', 'BE123456')))
    const everywhere = async () =>
      JSON.stringify([
        await at.rows('select * from import_rows where import_id = $1', found.id),
        await at.rows('select * from import_findings where import_id = $1', found.id),
        await at.rows('select * from memberships'),
        await at.rows('select details from audit_events'),
      ])
    expect(await everywhere()).not.toContain('BE123456')
    await applied(at.site, found)
    expect(await everywhere()).not.toContain('BE123456')
    const [row] = await at.rows<{ identity_sealed: Buffer; last_name: string }>(
      'select identity_sealed, last_name from memberships where employer_id = $1',
      at.employer.id,
    )
    expect(row?.last_name).toBe('EL AMRANI')
    expect(at.site.app.keyring.open(row?.identity_sealed ?? Buffer.alloc(0))).toBe('BE123456')
  })

  it('keep their row when they are given a number', async () => {
    await known(member('', 'BK700001'))
    const [before] = await at.rows<{ id: string }>(
      "select id from memberships where member_number = '000000000' and employer_id = $1",
      at.employer.id,
    )
    const again = await anImport(at.site, 'members', file(member('77', 'bk 700001')))
    expect(again).toMatchObject({ newLines: 0, changedLines: 1 })
    await applied(at.site, again)
    const [told] = await at.rows<{ changes: object[] }>(
      "select details->'changes' as changes from audit_events where action = 'employer.imported' and subject_id = $1",
      again.id,
    )
    expect(told?.changes).toEqual([{ row: '000000077', field: 'memberNumber' }])
    const [after] = await at.rows<{ id: string; member_number: string }>(
      'select id, member_number from memberships where id = $1',
      before?.id,
    )
    expect(after?.member_number).toBe('000000077')
  })

  it('are not doubled under another number', async () => {
    await known(member('77', 'BK700001'))
    expect(await findingsOf(at.site, 'members', file(member('78', 'BK700001')))).toEqual([
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
    expect(await findingsOf(at.site, 'members', text)).toEqual([
      [2, 'born_after_joined'],
      [3, 'number_or_identity'],
      [4, 'category_unknown'],
      [5, 'row_too_long'],
    ])
  })

  it('show a changed identity by its mask', async () => {
    await known(member('1', 'BE123456'))
    const found = await anImport(at.site, 'members', file(member('1', 'BE999999')))
    const [row] = await at.rows<{ before: object; fields: object }>(
      'select before, fields from import_rows where import_id = $1',
      found.id,
    )
    expect(row?.before).toMatchObject({ identityShown: 'BE••••56' })
    expect(row?.fields).toMatchObject({ identityShown: 'BE••••99' })
  })
})
