import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  goodPassword,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { agreed, anImport, applied, findingsOf, importNow } from '../../test/support/imports.ts'
import { agentActor, aSubscription, signedBack } from '../../test/support/letters.ts'
import { mailedLink } from '../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { systemActor } from '../actors/actor.ts'
import { agreeToImport } from './agree-to-import.ts'
import { applyImport } from './apply-import.ts'
import { decideImport } from './decide-import.ts'
import { readImport } from './read-import.ts'
import type { Import } from './import.ts'

let site: TestSite
let employer: TestEmployer
let asker: TestPerson
let other: TestPerson
let agent: TestPerson

beforeAll(async () => {
  site = await openSite()
  asker = await anAgent(site, { role: 'supervisor', firstName: 'Imane', lastName: 'Zerouali' })
  other = await anAgent(site, { role: 'supervisor', firstName: 'Salma', lastName: 'Kettani' })
  agent = await anAgent(site)
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.runJobs()
  site.mails.length = 0
  employer = await anEmployer(site, { services: [] })
})

const rows = <Row extends object>(sql: string, ...values: unknown[]) =>
  site.database.ownerQuery<Row & Record<string, unknown>>(sql, values)
const supervisor = (person: TestPerson) => agentActor(person, 'supervisor')

const head =
  'N° Adhérent;Nom;Prénom;Pièce d’identité;N° de la pièce;Fonction;E-mail;Mobile;Téléservices;Option de paiement;Langue'
let person = 0
function line(number: string, change: Partial<Record<'cin' | 'email' | 'mobile', string>> = {}) {
  person += 1
  const cin = change.cin ?? `BK${700_000 + person}`
  const email = change.email ?? `delegue${person}@papier.example`
  const mobile = change.mobile ?? '06 61 23 45 67'
  return `${number};LAHLOU;Khadija;CNIE;${cin};Responsable de la paie;${email};${mobile};"Télédéclaration, E@syPaiement";Virement;Français`
}
const file = (...lines: string[]) => [head, ...lines].join('\n')

const codesOf = (text: string) => findingsOf(site, 'delegates', text)

async function ask(found: Import, by = supervisor(asker)): Promise<Import> {
  const { id: importId, version } = found
  await decideImport(site.app, by, { importId, version, decision: 'confirm' })
  return importNow(site, importId)
}

const agree = (found: Import, by: TestPerson, password = goodPassword) =>
  agreeToImport(site.app, supervisor(by), {
    importId: found.id,
    version: found.version,
    password,
    origin: { address: '127.0.0.1', device: null },
  })

const inOffice = (employerId: string) =>
  rows<{ email: string; password_hash: string | null }>(
    "select * from delegates where employer_id = $1 and state = 'active'",
    employerId,
  )

describe('delegates known from paper', () => {
  it('are in office once two supervisors agreed, without a password, with a link to choose one', async () => {
    const text = file(line(employer.number, { cin: 'BK123456', email: 'khadija@papier.example' }))
    const asked = await ask(await anImport(site, 'delegates', text, { actor: supervisor(asker) }))
    expect(asked).toMatchObject({ state: 'asked', newLines: 1, decidedAt: null })
    await site.runJobs()
    expect(await inOffice(employer.id)).toEqual([])
    const asking = site.mails.map(({ to }) => to)
    expect(asking).toContain(other.email)
    expect(asking).not.toContain(asker.email)

    await agree(asked, other)
    await site.runJobs()
    expect((await importNow(site, asked.id)).state).toBe('applied')
    const [delegate] = await inOffice(employer.id)
    expect(delegate).toMatchObject({
      first_name: 'Khadija',
      job_title: 'Responsable de la paie',
      phone: '+212661234567',
      password_hash: null,
      identity_kind: 'cin',
    })
    const told = await rows<{ action: string; actor_name: string; details: object }>(
      'select action, actor_name, details from audit_events where employer_id = $1 order by sequence',
      employer.id,
    )
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'delegate.admitted',
          actor_name: 'Salma Kettani',
          details: expect.objectContaining({ askedBy: 'Imane Zerouali' }),
        }),
        expect.objectContaining({ action: 'employer.imported' }),
      ]),
    )
    const visitor = site.visitor()
    const link = await mailedLink(site, 'khadija@papier.example', 'nouveau-mot-de-passe')
    expect(link).not.toBe('')
    expect((await visitor.get(link)).status).toBe(200)
  })

  it('tell the company at its own address, and give it the services of the paper', async () => {
    await site.database.ownerQuery(
      "update employers set email = 'siege@papier.example', payment_option = 'case_by_case' where id = $1",
      [employer.id],
    )
    await agreed(site, await anImport(site, 'delegates', file(line(employer.number))), other)
    await site.runJobs()
    expect(site.mails.some(({ to }) => to === 'siege@papier.example')).toBe(true)
    const services = await rows<{ service: string }>(
      'select service from subscribed_services where employer_id = $1 order by service',
      employer.id,
    )
    expect(services.map(({ service }) => service)).toEqual(['declaration', 'payment'])
    const [company] = await rows('select payment_option from employers where id = $1', employer.id)
    expect(company).toEqual({ payment_option: 'transfer' })
  })

  it('come twice without effect', async () => {
    const text = file(line(employer.number))
    await agreed(site, await anImport(site, 'delegates', text), other)
    const again = await anImport(site, 'delegates', text)
    expect(again).toMatchObject({ state: 'checked', sameLines: 1, newLines: 0, refusedLines: 0 })
    await expect(ask(again)).rejects.toMatchObject({ code: 'imports.nothing_to_apply' })
    expect(await inOffice(employer.id)).toHaveLength(1)
  })

  it('AT67: need two persons: never who asked, nor who sent the file, nor one under another account', async () => {
    const twin = await anAgent(site, { role: 'supervisor', cin: asker.cin })
    const sent = await anImport(site, 'delegates', file(line(employer.number)), {
      actor: supervisor(other),
    })
    const asked = await ask(sent)
    for (const one of [asker, other, twin]) {
      await expect(agree(asked, one)).rejects.toMatchObject({ code: 'imports.own_request' })
    }
    const third = await anAgent(site, { role: 'supervisor' })
    await expect(agree(asked, third, 'wrong password')).rejects.toMatchObject({
      code: 'access.password_wrong',
    })
    expect(await inOffice(employer.id)).toEqual([])
    await agree(asked, third)
    await agree(asked, third)
    await site.runJobs()
    expect(await inOffice(employer.id)).toHaveLength(1)
  })

  it('AT67: are refused by the database as well, whatever the program does', async () => {
    const asked = await ask(await anImport(site, 'delegates', file(line(employer.number))))
    for (const decider of [asker.id, null]) {
      await expect(
        site.database.ownerQuery(
          "update imports set state = 'applying', decided_at = uploaded_at, decided_by = $2 where id = $1",
          [asked.id, decider],
        ),
      ).rejects.toThrow('imports_of_power_take_two')
    }
  })

  it('are asked for by a supervisor alone, or by the command line, and agreed to within 72 hours', async () => {
    const found = await anImport(site, 'delegates', file(line(employer.number)))
    await expect(ask(found, agentActor(agent))).rejects.toMatchObject({
      code: 'imports.needs_supervisor',
    })
    const { id: importId, version } = found
    const byLine = systemActor('guichet import')
    await decideImport(site.app, byLine, { importId, version, decision: 'confirm' })
    const asked = await importNow(site, importId)
    expect(asked).toMatchObject({ state: 'asked', askedBy: null })
    await applyImport(site.app, { importId })
    expect(await inOffice(employer.id)).toEqual([])
    site.clock.advance(72 * 3_600_000)
    await expect(agree(asked, other)).rejects.toMatchObject({ code: 'imports.asked_too_long_ago' })
    const decision = { importId, version: asked.version, decision: 'abandon' } as const
    expect(await decideImport(site.app, agentActor(agent), decision)).toBe('abandoned')
  })

  it('AT67: of the second supervisor’s own company are left to another', async () => {
    const own = await anAgent(site, { role: 'supervisor', ownEmployerNumber: employer.number })
    const asked = await ask(await anImport(site, 'delegates', file(line(employer.number))))
    await expect(agree(asked, own)).rejects.toMatchObject({ code: 'imports.own_employer' })
  })

  it('keep their identity number sealed, never in the clear', async () => {
    const found = await anImport(
      site,
      'delegates',
      file(line(employer.number, { cin: 'QA654321' }), line('999999', { cin: 'QA1' })),
    )
    const kept = JSON.stringify([
      await rows('select * from import_rows where import_id = $1', found.id),
      await rows('select * from import_findings where import_id = $1', found.id),
      await rows('select details from audit_events'),
    ])
    expect(kept).not.toContain('QA654321')
    await agreed(site, found, other)
    const [row] = await rows<{ identity_sealed: Buffer }>(
      'select identity_sealed from delegates where employer_id = $1',
      employer.id,
    )
    expect(site.app.keyring.open(row?.identity_sealed ?? Buffer.alloc(0))).toBe('QA654321')
  })
})

describe('the files of the documentation', () => {
  it('show what goes right and what is refused', async () => {
    const folder = path.join(import.meta.dirname, '../../docs/domain/imports')
    const text = (name: string) => readFile(path.join(folder, name), 'utf8')
    await applied(site, await anImport(site, 'employers', await text('entreprises.csv')))
    const found = await anImport(site, 'delegates', await text('personnes-deleguees.csv'))
    expect(found).toMatchObject({ lines: 4, newLines: 2, refusedLines: 2 })
  })
})

describe('a line', () => {
  it('is refused with what is wrong in it, each at its place', async () => {
    const closed = await anEmployer(site, { services: [] })
    await site.database.ownerQuery("update employers set state = 'closed' where id = $1", [
      closed.id,
    ])
    const taken = await anEmployer(site)
    await aDelegate(site, taken)
    const n = employer.number
    const text = file(
      line('999999'),
      line(closed.number),
      line(taken.number),
      line(n, { cin: agent.cin }),
      line(n, { cin: '123456' }),
      line(n, { mobile: '05 22 00 00 00' }),
      line(n, { email: 'pas-une-adresse' }),
      line(n).replace('E@syPaiement', 'Téléphonie'),
      `${n};LAHLOU;;;;;;;;;`,
    )
    expect((await codesOf(text)).filter(([, code]) => code !== 'row_twice')).toEqual([
      [2, 'employer_unknown'],
      [3, 'person_of_closed'],
      [4, 'delegate_in_office'],
      [5, 'person_is_agent'],
      [6, 'document_malformed'],
      [7, 'mobile_expected'],
      [8, 'email_malformed'],
      [9, 'choice_unknown'],
      [10, 'needed_for_new'],
    ])
  })

  it('is refused for another person, or another address, than the delegate in office', async () => {
    const text = line(employer.number, { cin: 'BK111222', email: 'un@papier.example' })
    await agreed(site, await anImport(site, 'delegates', file(text)), other)
    const codes = await codesOf(file(text.replace('un@papier', 'deux@papier')))
    expect(codes).toEqual([[2, 'delegate_in_office']])
    expect(await codesOf(file(text.replace('BK111222', 'BK111223')))).toEqual([
      [2, 'delegate_in_office'],
    ])
  })

  it('is asked about when the number of a national card is unusual', async () => {
    expect(await codesOf(file(line(employer.number, { cin: 'BK1234' })))).toEqual([
      [2, 'document_unusual'],
    ])
  })

  it('is said to be taken only if nothing else refuses it', async () => {
    const text = file(line(employer.number, { cin: 'BK1234' }), line('999999', { cin: 'BK12' }))
    const mixed = await anImport(site, 'delegates', text)
    const wrong = await anImport(site, 'delegates', file(line('999999', { cin: 'BK1234' })))
    const taken = async ({ id }: { id: string }) =>
      (await readImport(site.app, id, {})).causes.map(({ code, isTaken }) => [code, isTaken])
    expect(await taken(mixed)).toContainEqual(['document_unusual', true])
    expect(await taken(wrong)).toContainEqual(['document_unusual', false])
  })

  it('waits for the signed subscription that is being examined', async () => {
    const { id: employerId, number } = employer
    await signedBack(site, await aSubscription(site, { number, employerId }))
    expect(await codesOf(file(line(employer.number)))).toEqual([[2, 'subscription_waits']])
  })

  it('is left when somebody was put in office meanwhile', async () => {
    const asked = await ask(await anImport(site, 'delegates', file(line(employer.number))))
    const since = await aDelegate(site, employer)
    await agree(asked, other)
    await site.runJobs()
    expect(await importNow(site, asked.id)).toMatchObject({ state: 'applied', skippedLines: 1 })
    const delegates = await inOffice(employer.id)
    expect(delegates.map(({ email }) => email)).toEqual([since.email])
  })
})
