import { describe, expect, it } from 'vitest'
import { anAgent, anEmployer } from '../../test/support/factories.ts'
import {
  anImportingFund,
  anImport,
  applied,
  employersFile,
  findingsOf,
  importNow,
} from '../../test/support/imports.ts'
import { agentActor } from '../../test/support/letters.ts'
import type { AgentActor } from '../actors/actor.ts'
import { applyImport } from './apply-import.ts'
import { decideImport } from './decide-import.ts'
import { templateOf } from './template.ts'

const at = anImportingFund()

/** A file that moves the company to another town. */
const town = (name: string) => `N° Adhérent;Ville\n${at.employer.number};${name}`

describe('employers', () => {
  it('are counted as new, changed, the same and refused before anything is applied', async () => {
    const known = await anEmployer(at.site, { name: 'Rif' })
    const text = employersFile(
      '200002;Souss;01/01/2020;Agadir;',
      `${known.number};Rif Marbre;;;`,
      `${known.number};Rif;;;`,
      `${at.employer.number};${at.employer.name};;;`,
      '200003;;;;',
    )
    expect(await anImport(at.site, 'employers', text)).toMatchObject({
      state: 'checked',
      lines: 5,
      newLines: 1,
      changedLines: 1,
      sameLines: 1,
      refusedLines: 2,
    })
    expect(await at.rows('select 1 from employers where employer_number = $1', '200002')).toEqual(
      [],
    )
  })

  it('are changed only in the fields given; an empty cell changes nothing', async () => {
    const now = () =>
      at.rows<{ city: string; version: number }>(
        'select * from employers where id = $1',
        at.employer.id,
      )
    const [before] = await now()
    const short = at.employer.number.replace(/^0+/, '')
    const text = `N° Adhérent;Ville;E-mail;Adresse\n${short};Oujda;;(vide)`
    const done = await applied(at.site, await anImport(at.site, 'employers', text))
    expect(done.state).toBe('applied')
    const [after] = await now()
    const version = (before?.version ?? 0) + 1
    expect(after).toEqual({ ...before, city: 'Oujda', address: '', version })
  })

  it('are all said wrong in one go', async () => {
    const text = employersFile(
      '20OO04;X;01/01/2020;;pas-une-adresse',
      ';Y;01/01/2020;;',
      '200005;Z;01/01/2020;;',
      '200005;Z;01/01/2020;;',
    )
    expect(await findingsOf(at.site, 'employers', text)).toEqual([
      [2, 'not_digits'],
      [2, 'email_malformed'],
      [3, 'key_missing'],
      [5, 'row_twice'],
    ])
  })

  it('leave an event in the trail of each company, and two on the fund’s', async () => {
    const agent = agentActor(await anAgent(at.site, { firstName: 'Imane', lastName: 'Zerouali' }))
    const found = await anImport(at.site, 'employers', employersFile('200010;Neuve;01/01/2020;;'), {
      actor: agent,
    })
    await decideImport(at.site.app, agent, {
      importId: found.id,
      version: found.version,
      decision: 'confirm',
    })
    await at.site.runJobs()
    expect((await importNow(at.site, found.id)).state).toBe('applied')
    const told = await at.rows<{ action: string; actor_name: string; own: boolean }>(
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
    const agent = agentActor(await anAgent(at.site, { ownEmployerNumber: at.employer.number }))
    const found = await anImport(at.site, 'employers', town('Tanger'), {
      actor: agent,
    })
    expect(found).toMatchObject({ changedLines: 0, refusedLines: 1 })
  })

  it('AT67: of the deciding agent’s own company are left to a colleague, whoever sent the file', async () => {
    const own = agentActor(await anAgent(at.site, { ownEmployerNumber: at.employer.number }))
    const colleague = agentActor(await anAgent(at.site))
    const other = agentActor(await anAgent(at.site, { firstName: 'Salma', lastName: 'Kettani' }))
    for (const actor of [undefined, colleague]) {
      const city = actor ? 'Tanger' : 'Larache'
      const sent = actor ? { actor } : {}
      const found = await anImport(at.site, 'employers', town(city), sent)
      const decide = (by: AgentActor, decision: 'confirm' | 'abandon') =>
        decideImport(at.site.app, by, { importId: found.id, version: found.version, decision })
      for (const decision of ['confirm', 'abandon'] as const) {
        const refused = { code: 'imports.own_employer' }
        await expect(decide(own, decision)).rejects.toMatchObject(refused)
      }
      await decide(other, 'confirm')
      await applyImport(at.site.app, { importId: found.id })
      const [told] = await at.rows(
        "select actor_id, actor_name from audit_events where action = 'employer.imported' and subject_id = $1",
        found.id,
      )
      expect(told).toEqual({ actor_id: other.id, actor_name: 'Salma Kettani' })
    }
  })
})

describe('AT67: what changes the fund’s own rows', () => {
  it('is never applied by who sent it, under whatever account', async () => {
    const sender = agentActor(await anAgent(at.site, { cin: 'BK424242' }))
    const twin = agentActor(await anAgent(at.site, { cin: 'bk 424242' }))
    const colleague = agentActor(await anAgent(at.site))
    const found = await anImport(at.site, 'employers', town('Oujda'), {
      actor: sender,
    })
    const decide = (by: AgentActor, decision: 'confirm' | 'abandon') =>
      decideImport(at.site.app, by, { importId: found.id, version: found.version, decision })
    for (const by of [sender, twin])
      await expect(decide(by, 'confirm')).rejects.toMatchObject({ code: 'imports.own_changes' })
    expect((await importNow(at.site, found.id)).state).toBe('checked')
    await decide(colleague, 'confirm')
    expect((await importNow(at.site, found.id)).state).toBe('applying')
  })

  it('may be left by who sent it, and what only adds is applied by them as well', async () => {
    const sender = agentActor(await anAgent(at.site))
    for (const [text, decision] of [
      [town('Salé'), 'abandon'],
      [employersFile('200050;Neuve;01/01/2020;;'), 'confirm'],
    ] as const) {
      const { id: importId, version } = await anImport(at.site, 'employers', text, {
        actor: sender,
      })
      await decideImport(at.site.app, sender, { importId, version, decision })
      const state = decision === 'confirm' ? 'applying' : 'abandoned'
      expect((await importNow(at.site, importId)).state).toBe(state)
    }
  })
})

describe('the example of a template', () => {
  it('is of no company, and is refused when it is left in the file', async () => {
    for (const kind of ['employers', 'categories', 'members'] as const)
      expect((await findingsOf(at.site, kind, templateOf(kind)))[0]).toEqual([2, 'example_row'])
  })
})
