import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { remindToReviewUsers } from './remind-to-review-users.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
let visitor: Visitor
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  site.clock.set('2026-08-20T10:00:00Z')
  employer = await anEmployer(site)
  delegate = await aDelegate(site, employer)
  site.clock.set('2026-11-24T10:00:00Z')
  visitor = await signedIn(site, delegate)
  await site.runJobs()
  site.mails.length = 0
})
afterAll(() => site.close())

const own = paths.administration
const query = (text: string, values: unknown[] = []) => site.database.ownerQuery(text, values)

/** The company declares a person of this CIN, gone on a day or still there; in service, the fund's number alone is kept. */
async function declared(cin: string, quarter: number, exitOn: string | null, uploader: TestPerson) {
  const receipt = `R-${employer.number}-${quarter}`
  const rows = await query(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding,
      lines, accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at, receipt_number, sent_by, sent_at)
     values ($1, '01', 2026, $2, 'sent', 'x', $3, 'x', 'x', 1, 1, 0, 0, 0, $4, now(), $5, $4, now()) returning id`,
    [employer.id, quarter, Buffer.alloc(32), uploader.id, receipt],
  )
  await query(
    `insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
      exit_on, identity_key, employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes,
      sex, nationality)
     values ($1, $2, 1, '2', $5, 'X', 'Y', $3, $4, 600, 780, 0, 0, 0, 'F', 'M')`,
    [
      rows[0]?.['id'],
      employer.id,
      exitOn,
      exitOn ? identityKey(site.app.keyring, { kind: 'cin', number: cin }) : null,
      cin.replace(/\D/g, '').padStart(9, '0'),
    ],
  )
}

async function seenToday(person: TestPerson) {
  await query('update profiles set last_signed_in_at = $2 where id = $1', [
    person.id,
    site.clock.now(),
  ])
}

describe('«Départs»', () => {
  it('A12: names who the company itself declared as gone, and suspends them in one click', async () => {
    const clerk = await aProfile(site, employer, {
      firstName: 'Rim',
      lastName: 'Sebti',
      cin: 'BE424242',
    })
    await seenToday(clerk)
    const calm = await visitor.get(own.departures())
    expect(calm.text).toContain('Personne ne semble parti.')
    await declared('BE424242', 3, '2026-08-31', clerk)
    const screen = await visitor.get(own.departures())
    expect(screen.text).toContain('Départ déclaré par votre entreprise le 31 août 2026.')
    const list = await visitor.get(own.users({ cell: 'interne' }))
    expect(list.text).toContain('Départ probable')
    const page = await visitor.get(own.user({ cell: 'interne', id: clerk.id }))
    expect(page.text).toContain('Départ déclaré par votre entreprise le 31 août 2026.')
    const done = await visitor.submit(screen, {}, own.departure({ id: clerk.id }))
    expect(done.text).toContain('Rim Sebti n’a plus accès, dès maintenant.')
    const [row] = await query('select state, state_reason from profiles where id = $1', [clerk.id])
    expect(row).toEqual({ state: 'suspended', state_reason: 'Départ ou réaffectation' })
  })

  it('A12: is not confirmed as if a declared leaver were still there', async () => {
    const clerk = await aProfile(site, employer, {
      firstName: 'Rim',
      lastName: 'Sebti',
      cin: 'BE424245',
    })
    await seenToday(clerk)
    const before = await visitor.get(own.departures())
    expect(before.text).toContain('cette personne est toujours en poste')
    await declared('BE424245', 3, '2026-08-31', clerk)
    const stale = await visitor.submit(before, { confirmed: 'on' }, own.departures())
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('y compris Rim Sebti, dont le départ a été déclaré')
    expect(stale.text).not.toContain('cette personne est toujours en poste')
    const confirmed = await visitor.submit(stale, { confirmed: 'on' }, own.departures())
    expect(confirmed.mistakes).toEqual([])
    expect(confirmed.text).toContain('La liste est confirmée.')
  })

  it('forgets a departure when a later declaration names the person again', async () => {
    const clerk = await aProfile(site, employer, { cin: 'BE424243' })
    await seenToday(clerk)
    await declared('BE424243', 2, '2026-06-30', clerk)
    await declared('BE424243', 3, null, clerk)
    expect((await visitor.get(own.departures())).text).toContain('Personne ne semble parti.')
  })

  it('remembers one that comes after a declaration in service', async () => {
    const clerk = await aProfile(site, employer, { cin: 'BE424244' })
    await seenToday(clerk)
    await declared('BE424244', 2, null, clerk)
    await declared('BE424244', 3, '2026-09-30', clerk)
    const screen = await visitor.get(own.departures())
    expect(screen.text).toContain('Départ déclaré par votre entreprise le 30 septembre 2026.')
  })

  it('says who never entered, who has not for six months, and whose mail comes back', async () => {
    site.clock.set('2026-10-01T10:00:00Z')
    await aProfile(site, employer, { firstName: 'Jamais', lastName: 'Entré' })
    const dormant = await aProfile(site, employer, { firstName: 'Longue', lastName: 'Absence' })
    const bounced = await aProfile(site, employer, { firstName: 'Adresse', lastName: 'Morte' })
    site.clock.set('2026-11-24T10:00:00Z')
    await query(`update profiles set last_signed_in_at = '2026-04-01' where id = $1`, [dormant.id])
    await seenToday(bounced)
    await query(
      `insert into mails (employer_id, recipient, language, template, props, state, queued_at) values ($1, $2, 'fr', 'x', '{}', 'bounced', now())`,
      [employer.id, bounced.email],
    )
    const { gone } = wordsIn('fr').administration
    const screen = await visitor.get(own.departures())
    expect(screen.text).toContain(gone.never_signed_in)
    expect(screen.text).toContain(gone.dormant(6))
    expect(screen.text).toContain(gone.bounced.replaceAll('\u00a0', ' '))
    expect((await visitor.get(`${own.departures()}?lang=ar`)).text).toContain(
      wordsIn('ar').administration.gone.bounced,
    )
  })

  it('suspends nobody who does not look gone, nor anybody of another company', async () => {
    const clerk = await aProfile(site, employer)
    await seenToday(clerk)
    const theirs = await aProfile(site, await anEmployer(site))
    const csrf =
      (await visitor.get(own.departures())).document
        .querySelector('[name=csrf]')
        ?.getAttribute('value') ?? ''
    for (const id of [clerk.id, theirs.id, 'x']) {
      const answer = await visitor.post(own.departure({ id }), { csrf, version: '1' })
      expect([404, 409]).toContain(answer.status)
    }
    const rows = await query('select state from profiles where id = any($1)', [
      [clerk.id, theirs.id],
    ])
    expect(rows).toEqual([{ state: 'active' }, { state: 'active' }])
  })

  it('asks each quarter to confirm the list, once it was read', async () => {
    const clerk = await aProfile(site, employer)
    await seenToday(clerk)
    const screen = await visitor.get(own.departures())
    expect(screen.text).toContain('La liste est à confirmer ce trimestre.')
    const wrong = await visitor.submit(screen, {}, own.departures())
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([wordsIn('fr').administration.departures.confirmNeeded])
    const done = await visitor.submit(wrong, { confirmed: 'on' }, own.departures())
    expect(done.text).toContain('La liste est confirmée.')
    expect(done.text).not.toContain('La liste est à confirmer ce trimestre.')
    site.clock.set('2027-01-02T10:00:00Z')
    visitor = await signedIn(site, delegate)
    expect((await visitor.get(own.departures())).text).toContain('La liste est à confirmer')
  })

  it('confirms the list that was read, and not one that somebody has joined since', async () => {
    await aProfile(site, employer)
    const screen = await visitor.get(own.departures())
    await aProfile(site, employer, { lastName: 'Arrivée' })
    const stale = await visitor.submit(screen, { confirmed: 'on' }, own.departures())
    expect(stale.status).toBe(409)
    expect(stale.mistakes).toEqual([wordsIn('fr').refusals['web.changed_meanwhile']])
    expect(stale.text).toContain('Arrivée')
    const again = await visitor.submit(stale, { confirmed: 'on' }, own.departures())
    expect(again.text).toContain('La liste est confirmée.')
  })
})

describe('the reminder at the start of a quarter', () => {
  it('is written once to each delegate who has users and has not confirmed, however often it runs', async () => {
    // One person, with two accesses.
    const { cin } = await aProfile(site, employer)
    await aProfile(site, employer, { cin, service: 'payment' })
    const idle = await anEmployer(site)
    await aDelegate(site, idle)
    site.clock.set('2027-01-01T07:30:00Z')
    await remindToReviewUsers(site.app)
    await remindToReviewUsers(site.app)
    await site.runJobs()
    const mine = site.mails.filter(({ to }) => to === delegate.email)
    expect(mine).toHaveLength(1)
    expect(mine[0]?.text).toContain(`1 personne a accès aux téléservices pour ${employer.name}`)
    expect(mine[0]?.text).toContain('http://localhost:3000/administration/departs')
  })
})
