import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { agreed, anImport, applied, findingsOf } from '../../test/support/imports.ts'
import { agentActor } from '../../test/support/letters.ts'
import { mailedLink } from '../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { isUserListDue } from '../access/user-review.ts'
import { todayIn } from '../calendar/index.ts'
import { paths } from '../web/paths.ts'
import { decideImport } from './decide-import.ts'
import { readImport } from './read-import.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
let supervisor: TestPerson

beforeAll(async () => {
  site = await openSite()
  supervisor = await anAgent(site, { role: 'supervisor', firstName: 'Salma', lastName: 'Kettani' })
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.runJobs()
  site.mails.length = 0
  employer = await anEmployer(site, { categories: ['01', '02'] })
  delegate = await aDelegate(site, employer)
})

const rows = <Row extends object>(sql: string, ...values: unknown[]) =>
  site.database.ownerQuery<Row & Record<string, unknown>>(sql, values)

const head =
  'N° Adhérent;Téléservice;Nom;Prénom;Pièce d’identité;N° de la pièce;Fonction;E-mail;Mobile;Mode;Catégories;Profil'
let person = 0
function line(service: string, grants: string, change: Record<string, string> = {}) {
  person += 1
  const { number = employer.number, name = 'TAZI', cin = `BK${800_000 + person}` } = change
  return `${number};${service};${name};Karim;CNIE;${cin};Comptable;k${person}@papier.example;06 61 23 45 67;${grants}`
}
const file = (...lines: string[]) => [head, ...lines].join('\n')
const declarant = (change: Record<string, string> = {}) =>
  line('Télédéclaration', 'Formulaire;"01, 02";', change)

const codesOf = (...lines: string[]) => findingsOf(site, 'users', file(...lines))

const usersOf = (employerId: string) =>
  rows<{ login: string; email: string }>(
    'select * from profiles where employer_id = $1 order by login',
    employerId,
  )

describe('users of a file', () => {
  it('are created invited, by the rules of the form, each with their link', async () => {
    const text = file(
      declarant(),
      declarant(),
      line('E@syPaiement', ';;Ordonnateur, Validateur'),
      line('Compte Adhérent', ';;'),
    )
    const done = await agreed(site, await anImport(site, 'users', text), supervisor)
    expect(done).toMatchObject({ state: 'applied', skippedLines: 0 })
    const users = await usersOf(employer.id)
    expect(users.map(({ login }) => login)).toEqual([
      `ktazi.compte.${employer.number}`,
      `ktazi.decl.${employer.number}`,
      `ktazi.paie.${employer.number}`,
      `ktazi2.decl.${employer.number}`,
    ])
    expect(users.map(({ state, password_hash }) => [state, password_hash])).toEqual(
      users.map(() => ['invited', null]),
    )
    const payer = users.find(({ service }) => service === 'payment')
    expect(payer).toMatchObject({ is_maker: true, is_validator: true })
    expect(payer?.['confirms_from']).not.toBeNull()
    const covered = await rows<{ category: string }>(
      'select distinct category from mandate_categories where employer_id = $1 order by category',
      employer.id,
    )
    expect(covered.map(({ category }) => category)).toEqual(['01', '02'])
    const [first] = users
    expect(await mailedLink(site, first?.email ?? '', 'activer')).not.toBe('')
    const told = await rows(
      "select actor_name from audit_events where employer_id = $1 and action = 'user.admitted'",
      employer.id,
    )
    expect(told).toEqual(users.map(() => ({ actor_name: 'Salma Kettani' })))
  })

  it('are told to the delegate in one mail, who finds the list to confirm', async () => {
    const visitor = await signedIn(site, delegate)
    await agreed(
      site,
      await anImport(site, 'users', file(declarant(), line('Compte Adhérent', ';;'))),
      supervisor,
    )
    await site.runJobs()
    const mails = site.mails.filter(({ to }) => to === delegate.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain(`ktazi.decl.${employer.number}`)
    expect(mails[0]?.text).toContain(`ktazi.compte.${employer.number}`)
    const screen = await visitor.get(paths.administration.departures())
    expect(screen.text).toContain('Karim TAZI')
    const [row] = await rows<{ imported: Date; created: Date }>(
      'select users_imported_at as imported, created_at as created from delegates where id = $1',
      delegate.id,
    )
    const times = { createdAt: row?.created ?? new Date(0), usersImportedAt: row?.imported ?? null }
    const isDue = (usersConfirmedAt: Date | null) =>
      isUserListDue({ ...times, usersConfirmedAt }, todayIn(site.clock))
    expect([isDue(null), isDue(site.clock.now())]).toEqual([true, false])
  })

  it('stay known with the file once it is applied, without their document', async () => {
    const late = line('Compte Adhérent', ';;', { cin: 'BK799999' })
    const found = await anImport(site, 'users', file(declarant(), late))
    // Meanwhile their delegate let one of them in.
    await aProfile(site, employer, { service: 'employer_account', cin: 'BK799999' })
    const done = await agreed(site, found, supervisor)
    expect(done).toMatchObject({ newLines: 2, skippedLines: 1 })
    const { people, pages } = await readImport(site.app, found.id, {})
    expect(people.map(({ line: at, fields }) => [at, fields['login']])).toEqual([
      [2, `ktazi.decl.${employer.number}`],
    ])
    expect(pages).toBe(1)
    expect(people[0]?.identitySealed).toBeNull()
    expect(Object.keys(people[0]?.fields ?? {})).not.toContain('identity')
    const reader = await signedIn(site, await anAgent(site))
    const screen = await reader.get(paths.agency.import({ id: found.id }))
    expect(screen.text).toContain('Personnes qui ont reçu un accès')
    expect(screen.text).toContain(`ktazi.decl.${employer.number}`)
    expect(screen.text).not.toContain('BK799999')
  })

  it('come twice without effect', async () => {
    const text = file(declarant(), line('E@syPaiement', ';;Validateur'))
    await agreed(site, await anImport(site, 'users', text), supervisor)
    expect(await anImport(site, 'users', text)).toMatchObject({ sameLines: 2, refusedLines: 0 })
    expect(await usersOf(employer.id)).toHaveLength(2)
  })

  it('AT67: need two supervisors', async () => {
    const found = await anImport(site, 'users', file(declarant()))
    const { id: importId, version } = found
    const asking = { importId, version, decision: 'confirm' } as const
    const agent = agentActor(await anAgent(site))
    await expect(decideImport(site.app, agent, asking)).rejects.toMatchObject({
      code: 'imports.needs_supervisor',
    })
    expect(await decideImport(site.app, agentActor(supervisor, 'supervisor'), asking)).toBe('asked')
    expect(await usersOf(employer.id)).toEqual([])
  })

  it('follow their delegate from the files of the documentation', async () => {
    const folder = path.join(import.meta.dirname, '../../docs/domain/imports')
    const text = (name: string) => readFile(path.join(folder, name), 'utf8')
    await applied(site, await anImport(site, 'employers', await text('entreprises.csv')))
    await applied(site, await anImport(site, 'categories', await text('categories.csv')))
    const users = await text('utilisateurs.csv')
    expect(await anImport(site, 'users', users)).toMatchObject({ newLines: 0 })
    const delegates = await anImport(site, 'delegates', await text('personnes-deleguees.csv'))
    await agreed(site, delegates, supervisor)
    const found = await anImport(site, 'users', users)
    expect(found).toMatchObject({ lines: 4, newLines: 3, refusedLines: 1 })
    expect((await agreed(site, found, supervisor)).skippedLines).toBe(0)
  })
})

describe('a line', () => {
  it('is refused with what is wrong in it, each at its place', async () => {
    const alone = await anEmployer(site)
    const other = await anEmployer(site, { services: ['declaration'], categories: ['01', '09'] })
    await aDelegate(site, other)
    const agent = await anAgent(site)
    const known = await aProfile(site, employer, { service: 'employer_account' })
    const found = await codesOf(
      declarant({ number: '999999' }),
      declarant({ number: alone.number }),
      line('Compte Adhérent', ';;', { number: other.number }),
      line('Télédéclaration', 'Fichier;"01, 09";'),
      line('Télédéclaration', ';;'),
      line('E@syPaiement', ';;'),
      line('Compte Adhérent', ';;Validateur'),
      declarant({ cin: agent.cin }),
      declarant({ cin: delegate.cin }),
      line('Compte Adhérent', ';;', { cin: known.cin }),
      line('Compte Adhérent', ';;', { cin: '12' }),
    )
    expect(found).toEqual([
      [2, 'employer_unknown'],
      [3, 'delegate_missing'],
      [4, 'service_missing'],
      [5, 'category_inactive'],
      [6, 'scope_missing'],
      [7, 'powers_missing'],
      [8, 'grant_not_of_service'],
      [9, 'person_is_agent'],
      [10, 'person_other_name'],
      [11, 'user_exists'],
      [12, 'document_malformed'],
    ])
  })
})
