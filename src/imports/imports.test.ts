import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent, anEmployer, type TestEmployer } from '../../test/support/factories.ts'
import { anImport, applied, aReceivedImport, importNow } from '../../test/support/imports.ts'
import { tellEvent } from '../audit/tell-event.ts'
import { wordsIn } from '../web/words/index.ts'
import { agentActor } from '../../test/support/letters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { type AgentActor, systemActor } from '../actors/actor.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { decideImport } from './decide-import.ts'
import { templateOf } from './template.ts'
import type { ImportKind } from './import-kind.ts'

let site: TestSite
let employer: TestEmployer

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, {
    number: '005839',
    name: 'Atlas Textile SA',
    categories: ['01'],
  })
})
afterAll(() => site.close())

const by = systemActor('import')
const rows = <Row extends object>(sql: string, ...values: unknown[]) =>
  site.database.ownerQuery<Row & Record<string, unknown>>(sql, values)

async function codesOf(kind: ImportKind, text: string): Promise<[number, string][]> {
  const { id } = await anImport(site, kind, text)
  const found = await rows<{ line: number; code: string }>(
    'select line, code from import_findings where import_id = $1 order by line, position',
    id,
  )
  return found.map(({ line, code }) => [line, code])
}

const employers = 'N° Adhérent;Raison sociale;Date d’adhésion;Ville;E-mail'
const members =
  'N° Adhérent;Catégorie;N° affilié;Nom;Prénom;Sexe;Nationalité;Date d’affiliation;Date de naissance;Situation de famille;N° CNIE'
const member = (number: string, identity = '', more = '01/03/2010;15/07/1985') =>
  `005839;01;${number};EL AMRANI;FATIMA;F;M;${more};M;${identity}`

describe('employers', () => {
  it('are counted as new, changed, the same and refused before anything is applied', async () => {
    await applied(
      site,
      await anImport(site, 'employers', `${employers}\n200001;Rif;01/01/2015;Nador;`),
    )
    const found = await anImport(
      site,
      'employers',
      `${employers}\n200002;Souss;01/01/2020;Agadir;\n200001;Rif Marbre;;;\n200001;Rif;;;\n005839;;;Casablanca;\n200003;;;;\n`,
    )
    expect(found).toMatchObject({
      state: 'checked',
      lines: 5,
      newLines: 1,
      changedLines: 1,
      sameLines: 1,
      refusedLines: 2,
    })
    expect(await rows('select 1 from employers where employer_number = $1', '200002')).toEqual([])
  })

  it('are changed only in the fields given; an empty cell changes nothing', async () => {
    const before = await rows<{ phone: string; version: number }>(
      "select * from employers where employer_number = '005839'",
    )
    const text = `N° Adhérent;Ville;E-mail;Adresse\n5839;Fès;;(vide)`
    const done = await applied(site, await anImport(site, 'employers', text))
    expect(done.state).toBe('applied')
    const [after] = await rows<{ city: string; version: number }>(
      "select * from employers where employer_number = '005839'",
    )
    expect(after).toEqual({
      ...before[0],
      city: 'Fès',
      address: '',
      version: (before[0]?.version ?? 0) + 1,
    })
  })

  it('are all said wrong in one go', async () => {
    const text = `${employers};ICE\n20OO04;X;01/01/2020;;pas-une-adresse;12\n;Y;01/01/2020;;;\n200005;Z;01/01/2020;;;\n200005;Z;01/01/2020;;;`
    expect(await codesOf('employers', text)).toEqual([
      [2, 'not_digits'],
      [2, 'email_malformed'],
      [2, 'ice_malformed'],
      [3, 'key_missing'],
      [5, 'row_twice'],
    ])
  })

  it('leave an event in the trail of each company, and two on the fund’s', async () => {
    const agent = agentActor(await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' }))
    const found = await anImport(site, 'employers', `${employers}\n200010;Neuve;01/01/2020;;`, {
      actor: agent,
    })
    await decideImport(site.app, agent, {
      importId: found.id,
      version: found.version,
      decision: 'confirm',
    })
    await site.runJobs()
    expect((await importNow(site, found.id)).state).toBe('applied')
    const told = await rows<{ action: string; actor_name: string; own: boolean }>(
      `select action, actor_name, employer_id is not null as own from audit_events where subject_id = $1 order by at, sequence`,
      found.id,
    )
    expect(told).toEqual(
      expect.arrayContaining([
        { action: 'import.received', actor_name: agent.name, own: false },
        { action: 'import.confirmed', actor_name: agent.name, own: false },
        { action: 'import.applied', actor_name: 'import', own: false },
        { action: 'employer.imported', actor_name: 'Imane Zerouali', own: true },
      ]),
    )
  })

  it('AT67: of the agent’s own company are refused', async () => {
    const agent = agentActor(await anAgent(site, { ownEmployerNumber: '005839' }))
    const found = await anImport(site, 'employers', `N° Adhérent;Ville\n005839;Tanger`, {
      actor: agent,
    })
    expect(found).toMatchObject({ changedLines: 0, refusedLines: 1 })
  })

  it('AT67: of the deciding agent’s own company are left to a colleague, whoever sent the file', async () => {
    const own = agentActor(await anAgent(site, { ownEmployerNumber: '005839' }))
    const colleague = agentActor(await anAgent(site))
    const other = agentActor(await anAgent(site, { firstName: 'Salma', lastName: 'Kettani' }))
    for (const actor of [undefined, colleague]) {
      const city = actor ? 'Tanger' : 'Larache'
      const sent = actor ? { actor } : {}
      const found = await anImport(site, 'employers', `N° Adhérent;Ville\n005839;${city}`, sent)
      const decide = (by: AgentActor, decision: 'confirm' | 'abandon') =>
        decideImport(site.app, by, { importId: found.id, version: found.version, decision })
      for (const decision of ['confirm', 'abandon'] as const) {
        const refused = { code: 'imports.own_employer' }
        await expect(decide(own, decision)).rejects.toMatchObject(refused)
      }
      await decide(other, 'confirm')
      await applyImport(site.app, { importId: found.id })
      const [told] = await rows(
        "select actor_id, actor_name from audit_events where action = 'employer.imported' and subject_id = $1",
        found.id,
      )
      expect(told).toEqual({ actor_id: other.id, actor_name: 'Salma Kettani' })
    }
  })
})

describe('AT67: what changes the fund’s own rows', () => {
  it('is never applied by who sent it, under whatever account', async () => {
    const sender = agentActor(await anAgent(site, { cin: 'BK424242' }))
    const twin = agentActor(await anAgent(site, { cin: 'bk 424242' }))
    const colleague = agentActor(await anAgent(site))
    const found = await anImport(site, 'employers', 'N° Adhérent;Ville\n005839;Oujda', {
      actor: sender,
    })
    const decide = (by: AgentActor, decision: 'confirm' | 'abandon') =>
      decideImport(site.app, by, { importId: found.id, version: found.version, decision })
    for (const by of [sender, twin])
      await expect(decide(by, 'confirm')).rejects.toMatchObject({ code: 'imports.own_changes' })
    expect((await importNow(site, found.id)).state).toBe('checked')
    await decide(colleague, 'confirm')
    expect((await importNow(site, found.id)).state).toBe('applying')
  })

  it('may be left by who sent it, and what only adds is applied by them as well', async () => {
    const sender = agentActor(await anAgent(site))
    for (const [text, decision] of [
      ['N° Adhérent;Ville\n005839;Salé', 'abandon'],
      [`${employers}\n200050;Neuve;01/01/2020;;`, 'confirm'],
    ] as const) {
      const { id: importId, version } = await anImport(site, 'employers', text, { actor: sender })
      await decideImport(site.app, sender, { importId, version, decision })
      const state = decision === 'confirm' ? 'applying' : 'abandoned'
      expect((await importNow(site, importId)).state).toBe(state)
    }
  })
})

describe('the example of a template', () => {
  it('is of no company, and is refused when it is left in the file', async () => {
    for (const kind of ['employers', 'categories', 'members'] as const)
      expect((await codesOf(kind, templateOf(kind)))[0]).toEqual([2, 'example_row'])
  })
})

describe('categories', () => {
  const head =
    'N° Adhérent;Catégorie;Libellé;Produit;Taux salarial;Taux patronal;Active depuis;Active jusqu’au'

  it('take the employer’s rate from the published table', async () => {
    const text = `${head}\n005839;02;Cadres;Al Kamil;3,75 %;;01/01/2020;`
    await applied(site, await anImport(site, 'categories', text))
    const [row] = await rows(
      "select employee_rate, employer_rate from employer_categories where employer_id = $1 and category = '02'",
      employer.id,
    )
    expect(row).toEqual({ employee_rate: 375, employer_rate: 488 })
  })

  it('follow the table when their employee’s rate changes', async () => {
    const text = 'N° Adhérent;Catégorie;Taux salarial\n005839;02;4,50 %'
    await applied(site, await anImport(site, 'categories', text))
    const [row] = await rows(
      "select employee_rate, employer_rate, label from employer_categories where employer_id = $1 and category = '02'",
      employer.id,
    )
    expect(row).toEqual({ employee_rate: 450, employer_rate: 585, label: 'Cadres' })
    const [event] = await rows<{ action: string; details: Record<string, unknown> }>(
      "select action, details from audit_events where action = 'employer.imported' and employer_id = $1 order by at desc, sequence desc limit 1",
      employer.id,
    )
    const said = tellEvent(event ?? { action: '', details: {} }, {
      words: wordsIn('fr'),
      language: 'fr',
      fundName: '',
    })
    expect(said).toContain('02, Taux salarial 3,75\u00a0% → 4,50\u00a0%')
    expect(said).toContain('02, Taux patronal 4,88\u00a0% → 5,85\u00a0%')
  })

  it('are refused with what the fund knows', async () => {
    const text = [
      head,
      '999999;01;X;Al Kamil;6 %;;01/01/2020;',
      '005839;03;X;Al Kamil;6,10 %;;01/01/2020;',
      '005839;04;X;Al Kamil;6 %;7,9 %;01/01/2020;',
      '005839;05;X;TCNSS;6 %;;01/01/2020;',
      '005839;06;X;Al Kamil;6 %;;01/01/2020;31/12/2019',
      '005839;75;X;Al Kamil;6 %;;01/01/2020;',
      '005839;07;;Al Kamil;6 %;;01/01/2020;',
    ].join('\n')
    expect(await codesOf('categories', text)).toEqual([
      [2, 'employer_unknown'],
      [3, 'rate_not_published'],
      [4, 'employer_rate_differs'],
      [5, 'employer_rate_missing'],
      [6, 'until_before_from'],
      [7, 'category_out_of_range'],
      [8, 'needed_for_new'],
    ])
  })
})

describe('members', () => {
  it('come in with their identity sealed, never in the clear', async () => {
    const found = await anImport(site, 'members', `${members}\n${member('1', 'BE123456')}`)
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
      "select identity_sealed, last_name from memberships where member_number = '000000001'",
    )
    expect(row?.last_name).toBe('EL AMRANI')
    expect(site.app.keyring.open(row?.identity_sealed ?? Buffer.alloc(0))).toBe('BE123456')
  })

  it('keep their row when they are given a number', async () => {
    await applied(site, await anImport(site, 'members', `${members}\n${member('', 'BK700001')}`))
    const [before] = await rows<{ id: string }>(
      "select id from memberships where member_number = '000000000'",
    )
    const again = await anImport(site, 'members', `${members}\n${member('77', 'bk 700001')}`)
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
    expect(await codesOf('members', `${members}\n${member('78', 'BK700001')}`)).toEqual([
      [2, 'identity_has_number'],
    ])
  })

  it('are refused with what contradicts itself', async () => {
    const text = [
      members,
      member('20', '', '15/07/1985;01/03/2010'),
      member('', ''),
      member('21').replace(';01;', ';09;'),
      `${member('22')};x`,
    ].join('\n')
    expect(await codesOf('members', text)).toEqual([
      [2, 'born_after_joined'],
      [3, 'number_or_identity'],
      [4, 'category_unknown'],
      [5, 'row_too_long'],
    ])
  })

  it('show a changed identity by its mask', async () => {
    const found = await anImport(site, 'members', `${members}\n${member('1', 'BE999999')}`)
    const [row] = await rows<{ before: object; fields: object }>(
      'select before, fields from import_rows where import_id = $1',
      found.id,
    )
    expect(row?.before).toMatchObject({ identityShown: 'BE••••56' })
    expect(row?.fields).toMatchObject({ identityShown: 'BE••••99' })
  })
})

describe('what happens meanwhile', () => {
  it('is not overwritten: the line is left and told', async () => {
    const found = await anImport(
      site,
      'employers',
      `${employers}\n200001;;;Oujda;\n200020;Neuve;01/01/2020;;`,
    )
    await site.database.ownerQuery(
      "update employers set city = 'Berkane' where employer_number = '200001'",
    )
    await applied(
      site,
      await anImport(site, 'employers', `${employers}\n200020;Autre;01/01/2020;;`),
    )
    const done = await applied(site, found)
    expect(done).toMatchObject({ state: 'applied', skippedLines: 2 })
    const [row] = await rows("select city from employers where employer_number = '200001'")
    expect(row).toEqual({ city: 'Berkane' })
    const late = await rows(
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
    const found = await anImport(site, 'employers', [employers, ...lines].join('\n'))
    const decision = { importId: found.id, version: found.version, decision: 'confirm' } as const
    await Promise.all([decideImport(site.app, by, decision), decideImport(site.app, by, decision)])
    const run = () => applyImport(site.app, { importId: found.id })
    await Promise.all([run(), run(), run()])
    await run()
    const [row] = await rows<{ count: bigint }>(
      "select count(*) from employers where employer_number between '300000' and '304499'",
    )
    expect(row?.count).toBe(4_500n)
    const [events] = await rows<{ count: bigint }>(
      "select count(*) from audit_events where action = 'employer.imported' and subject_id = $1",
      found.id,
    )
    expect(events?.count).toBe(4_500n)
    expect(await importNow(site, found.id)).toMatchObject({ doneLines: 4_500, skippedLines: 0 })
    expect(await rows('select 1 from import_rows where import_id = $1', found.id)).toEqual([])
  })

  it('a check that begins again forgets the one before', async () => {
    const importId = await aReceivedImport(
      site,
      'employers',
      `${employers}\n200030;A;01/01/2020;;\nx;B;;;`,
    )
    await Promise.all([checkImport(site.app, { importId }), checkImport(site.app, { importId })])
    await checkImport(site.app, { importId })
    expect(await importNow(site, importId)).toMatchObject({
      lines: 2,
      newLines: 1,
      refusedLines: 1,
    })
    expect(await rows('select line from import_rows where import_id = $1', importId)).toHaveLength(
      1,
    )
  })
})

describe('a decision', () => {
  it('is about what was shown, and once', async () => {
    const found = await anImport(site, 'employers', `${employers}\n200040;A;01/01/2020;;`)
    const decide = (decision: 'confirm' | 'abandon', version = found.version) =>
      decideImport(site.app, by, { importId: found.id, version, decision })
    await expect(decide('confirm', found.version - 1)).rejects.toMatchObject({
      code: 'web.changed_meanwhile',
    })
    await decide('abandon')
    await decide('abandon')
    await expect(decide('confirm')).rejects.toMatchObject({ code: 'imports.not_waiting' })
    expect(await rows('select 1 from employers where employer_number = $1', '200040')).toEqual([])
  })

  it('to apply needs something to apply', async () => {
    const found = await anImport(site, 'employers', `${employers}\n200001;;;Berkane;`)
    expect(found).toMatchObject({ sameLines: 1 })
    await expect(applied(site, found)).rejects.toMatchObject({ code: 'imports.nothing_to_apply' })
  })

  it('has nothing to decide in a file that cannot be read', async () => {
    for (const text of ['', 'n’importe quoi', employers]) {
      const found = await anImport(site, 'employers', text)
      expect(found.state).toBe('unreadable')
      await expect(applied(site, found)).rejects.toMatchObject({ code: 'imports.not_waiting' })
    }
  })
})
