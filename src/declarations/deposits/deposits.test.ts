import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  goodFile,
  PartSender,
  period,
  sendWhole,
  sha256Of,
} from '../../../test/support/depositing.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { checkDeposit } from './check-deposit.ts'
import { atOnceOfPerson, dailyFiles } from './deposit.ts'
import { forgetDeposits } from './forget-deposits.ts'

let site: TestSite
let employer: TestEmployer
let salma: TestPerson
let karim: TestPerson
let visitor: Visitor

beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  employer = await anEmployer(site)
  salma = await aProfile(site, employer, { firstName: 'Salma', lastName: 'Berrada' })
  karim = await aProfile(site, employer, { firstName: 'Karim', lastName: 'Bennani' })
  visitor = await signedIn(site, salma)
})
afterAll(() => site.close())

const query = (text: string, values: unknown[] = []) => site.database.ownerQuery(text, values)
const fileOf = (lines: number, salary?: number) => goodFile(employer.number, lines, salary)
/** Those of this company that wait in the folder. */
async function parts(): Promise<string[]> {
  const folder = path.join(site.app.config.dataFolder, 'files', 'parts')
  const ids = await query('select id from deposits where employer_id = $1', [employer.id])
  const own = new Set(ids.map(({ id }) => String(id)))
  return (await readdir(folder).catch(() => [])).filter((name) => own.has(name))
}

const depositsNow = () =>
  query(
    `select state, received_bytes::integer as received, refusal, declaration_id is not null as led
       from deposits where employer_id = $1 order by started_at, state`,
    [employer.id],
  )
const declarationsNow = () =>
  query(
    'select state, lines, file_name from declarations where employer_id = $1 order by uploaded_at',
    [employer.id],
  )
const saidBy = (answer: Screen) => JSON.parse(answer.body) as Record<string, unknown>
const isCheck = /^\/teledeclaration\/controles\/[0-9a-f-]{36}$/

describe('a file sent part by part', () => {
  it('is checked once all of it is there, and its parts are gone', async () => {
    const bytes = fileOf(20)
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(bytes.length)
    await sender.rest(begun, bytes)
    const done = await sender.finish(begun, sha256Of(bytes))
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).toMatch(isCheck)
    expect(await depositsNow()).toMatchObject([
      { state: 'checked', received: bytes.length, led: true },
    ])
    expect(await declarationsNow()).toEqual([
      { state: 'checked', lines: 20, file_name: 'declaration.txt' },
    ])
    expect(await parts()).toEqual([])
  })

  it('goes on where it stopped, from another tab and after a lost answer (RE25)', async () => {
    const bytes = fileOf(20)
    const first = await PartSender.on(visitor)
    const begun = await first.begun(bytes.length)
    await first.part(begun, 0, bytes.subarray(0, 1000))
    // The answer was lost: the same part is sent again, and only says where to go on.
    const twice = await first.part(begun, 0, bytes.subarray(0, 1000))
    expect(saidBy(twice)).toMatchObject({ state: 'receiving', received: 1000 })
    const later = await PartSender.on(visitor)
    const again = await later.begun(bytes.length)
    expect(again).toMatchObject({ part: begun.part, received: 1000 })
    await later.rest(again, bytes)
    expect((await later.finish(again, sha256Of(bytes))).headers.get('location')).toMatch(isCheck)
  })

  it('is shown on its way to whoever declares the period, and offers to go on to its sender (RE26)', async () => {
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(4000)
    await sender.part(begun, 0, new Uint8Array(1000))
    const calendar = await visitor.get(paths.declarations.calendar())
    expect(calendar.text).toContain('Envoi en cours : 25 %')
    const own = await visitor.get(begun.state.replace('/etat', ''))
    expect(own.text).toContain('25 % du fichier sont arrivés')
    expect((await visitor.get(paths.declarations.period(period))).text).toContain(
      's’est arrêté à 25 %',
    )
    const other = await signedIn(site, karim)
    const theirs = await other.get(begun.state.replace('/etat', ''))
    expect(theirs.text).toContain('Salma Berrada envoie ce fichier.')
    expect((await other.raw(begun.cancel.replace('/annuler', '/etat'))).status).toBe(200)
  })

  it('is not taken when another file came under its name: nothing is kept, and it begins anew', async () => {
    const bytes = fileOf(20)
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(bytes.length)
    await sender.rest(begun, bytes)
    const refused = await sender.finish(begun, sha256Of(fileOf(20, 1)))
    expect(refused.status).toBe(409)
    expect(saidBy(refused)['sentence']).toContain('Le fichier a changé pendant son envoi')
    expect(await depositsNow()).toMatchObject([{ state: 'receiving', received: 0 }])
    await sender.rest(await sender.begun(bytes.length), bytes)
    expect((await sender.finish(begun, sha256Of(bytes))).headers.get('location')).toMatch(isCheck)
  })

  it('takes nothing before, after or beyond what is awaited', async () => {
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(1000)
    for (const [from, size] of [
      [10, 10],
      [-1, 10],
      [0, 1001],
    ] as const) {
      const answer = await sender.part(begun, from, new Uint8Array(size))
      expect(saidBy(answer)).toMatchObject({ received: 0, size: 1000 })
    }
    expect((await sender.part(begun, 0, new Uint8Array(1_048_577))).status).toBe(413)
  })

  it('is nobody else’s to go on with, nor another visit’s (AT39, AT44)', async () => {
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(1000)
    const colleague = await PartSender.on(await signedIn(site, karim))
    const stranger = await PartSender.on(
      await signedIn(site, await aProfile(site, await anEmployer(site))),
    )
    for (const other of [colleague, stranger]) {
      expect((await other.part(begun, 0, new Uint8Array(10))).status).toBe(404)
      expect((await other.finish(begun)).status).toBe(404)
      expect((await other.cancel(begun)).status).toBe(404)
    }
    const forged = [
      { 'x-csrf': 'x' },
      { 'x-entreprise': karim.id },
      { origin: 'https://ailleurs.example' },
    ]
    for (const headers of forged) {
      const answer = await sender.part(begun, 0, new Uint8Array(10), headers)
      expect(answer.status).toBe(409)
    }
    expect(await depositsNow()).toMatchObject([{ state: 'receiving', received: 0 }])
  })

  it('is given up by its sender, or after a day without a byte', async () => {
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(1000)
    await sender.part(begun, 0, new Uint8Array(10))
    await sender.cancel(begun)
    expect(await depositsNow()).toMatchObject([{ state: 'cancelled' }])
    const shown = await visitor.get(begun.state.replace('/etat', ''))
    expect(shown.text).toContain('et rien d’autre n’a changé')
    const left = await sender.begun(2000)
    await sender.part(left, 0, new Uint8Array(10))
    expect(await parts()).toHaveLength(1)
    await forgetDeposits(site.app)
    expect(await parts()).toHaveLength(1)
    site.clock.advance(25 * 3_600_000)
    await forgetDeposits(site.app)
    expect(await parts()).toEqual([])
    expect(await depositsNow()).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }])
    site.clock.set('2026-11-24T10:00:00Z')
  })

  it('is given up when another file of its period has all arrived, and the trail says so', async () => {
    const sender = await PartSender.on(visitor)
    const left = await sender.begun(1000, 'oublie.txt')
    await sender.part(left, 0, new Uint8Array(10))
    await sendWhole(visitor, fileOf(2), { name: 'complet.txt' })
    const deposits = await query(
      'select file_name, state from deposits where employer_id = $1 order by file_name desc',
      [employer.id],
    )
    expect(deposits.at(0)).toEqual({ file_name: 'oublie.txt', state: 'cancelled' })
    const told = await query(
      "select actor_id, details->>'file' as file from audit_events where action = 'deposit.given_up' and employer_id = $1",
      [employer.id],
    )
    expect(told).toEqual([{ actor_id: salma.id, file: 'oublie.txt' }])
  })

  it('ends with the access of whoever sends it (AT37)', async () => {
    const bytes = fileOf(5)
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(bytes.length)
    await sender.part(begun, 0, bytes.subarray(0, 500))
    await query(`update profiles set state = 'suspended' where id = $1`, [salma.id])
    const answer = await sender.part(begun, 500, bytes.subarray(500))
    expect(answer.status).toBe(409)
    expect(saidBy(answer)['sentence']).toBe('Connectez-vous pour continuer.')
    expect(await depositsNow()).toMatchObject([{ received: 500 }])
  })
})

/** As if its check had not begun. */
async function arrivedAgain(): Promise<string> {
  const [deposit] = await query(
    `update deposits set state = 'received', declaration_id = null, finished_at = null where employer_id = $1
     returning id`,
    [employer.id],
  )
  return String(deposit?.['id'])
}

describe('a file that has arrived', () => {
  it('is checked once, however often its job runs (RE11)', async () => {
    await sendWhole(visitor, fileOf(3))
    const job = { depositId: await arrivedAgain() }
    await query(`update declarations set state = 'abandoned' where employer_id = $1`, [employer.id])
    await Promise.all([1, 2, 3].map(() => checkDeposit(site.app, job)))
    await checkDeposit(site.app, job)
    expect(await declarationsNow()).toMatchObject([{ state: 'abandoned' }, { state: 'checked' }])
  })

  it('is not checked for somebody whose access has ended meanwhile (AT37)', async () => {
    await sendWhole(visitor, fileOf(3))
    const depositId = await arrivedAgain()
    await query(`update profiles set state = 'suspended' where id = $1`, [salma.id])
    await checkDeposit(site.app, { depositId })
    expect(await depositsNow()).toMatchObject([{ state: 'refused', refusal: 'web.not_allowed' }])
  })

  it('keeps with it why it is no declaration, and leaves the work of before (AT84)', async () => {
    await sendWhole(visitor, fileOf(3))
    for (const [name, bytes] of [
      ['paie.csv.exe', Buffer.from('MZ\x90\0'.padEnd(600, 'x'), 'latin1')],
      ['../../etc/passwd.txt', Buffer.from('root:x:0:0\n'.repeat(40))],
      ['page.txt', Buffer.from('<html><script>alert(1)</script></html>\n'.repeat(9))],
    ] as const) {
      const shown = await sendWhole(visitor, bytes, { name })
      expect(shown.url).toMatch(/^\/teledeclaration\/depots\//)
      expect(shown.title).toContain('Fichier non retenu')
      expect(shown.text).toContain('Ce fichier ne peut pas être lu comme une déclaration.')
      expect(shown.text).not.toContain('etc/')
      // How its accents were read is no reason.
      expect(shown.text).not.toContain('Windows-1252')
    }
    expect(await declarationsNow()).toMatchObject([{ state: 'checked', lines: 3 }])
    expect(await depositsNow()).toMatchObject([
      { state: 'checked' },
      { state: 'refused', refusal: 'declarations.unreadable' },
      { state: 'refused' },
      { state: 'refused' },
    ])
  })

  it('is gone on with from the page of its period, which says that another file would replace it', async () => {
    await sendWhole(visitor, fileOf(3))
    const shown = await visitor.get(paths.declarations.period(period))
    expect(shown.text).toContain('Un autre le remplacera, avec ses corrections.')
    const links = shown.document
      .querySelectorAll('main .note a')
      .map((one) => one.getAttribute('href'))
    expect(links.filter((href) => isCheck.test(href ?? ''))).toHaveLength(1)
    const other = await signedIn(site, karim)
    const theirs = await other.get(paths.declarations.period(period))
    expect(theirs.text).not.toContain('Un autre le remplacera, avec ses corrections.')
  })

  it('waits for its check on a page that says so, when that is longer than a page takes', async () => {
    await sendWhole(visitor, fileOf(3))
    const id = await arrivedAgain()
    const waiting = await visitor.get(paths.declarations.deposit({ id }))
    expect(waiting.text).toContain('Vous pouvez fermer cette page')
    expect((await visitor.get(paths.declarations.calendar())).text).toContain('Contrôle en cours')
    expect(saidBy(await visitor.raw(paths.declarations.depositState({ id })))).toMatchObject({
      state: 'received',
    })
    await checkDeposit(site.app, { depositId: id })
    expect((await visitor.get(paths.declarations.deposit({ id }))).url).toMatch(isCheck)
  })
})

describe('the same file again, and two people at once (AT97)', () => {
  it('sent twenty times at once, a form has one effect and one answer (RE9)', async () => {
    const page = await visitor.get(paths.declarations.period(period))
    const bytes = fileOf(3)
    const screens = await Promise.all(
      Array.from({ length: 20 }, () => sendWhole(visitor, bytes, { page })),
    )
    expect(new Set(screens.map(({ url }) => url)).size).toBe(1)
    expect(screens[0]?.url).toMatch(isCheck)
    expect(await declarationsNow()).toMatchObject([{ state: 'checked' }])
  })

  it('leads to the check that is there, with its corrections, and says so', async () => {
    const first = await sendWhole(visitor, fileOf(3))
    const again = await sendWhole(await signedIn(site, karim), fileOf(3))
    expect(again.url).toBe(first.url)
    expect(again.text).toContain('C’est le même fichier que celui envoyé par Salma Berrada')
    expect(await declarationsNow()).toHaveLength(1)
  })

  it('replaces nobody’s work unseen: it says whose it is, and asks', async () => {
    const other = await signedIn(site, karim)
    const early = await visitor.get(paths.declarations.period(period))
    const theirs = await sendWhole(other, fileOf(4), { name: 'karim.txt' })
    const mine = await sendWhole(visitor, fileOf(5), { page: early })
    expect(mine.url).toMatch(/^\/teledeclaration\/depots\//)
    expect(mine.text).toContain('Karim Bennani a fait contrôler le fichier « karim.txt »')
    expect(mine.document.querySelector(`a[href="${theirs.url}"]`)).not.toBeNull()
    expect(await declarationsNow()).toMatchObject([{ state: 'checked', lines: 4 }])
    const replaced = await visitor.submit(mine, {}, mine.url.replace(/$/, '/remplacer'))
    expect(replaced.url).toMatch(isCheck)
    expect(await declarationsNow()).toMatchObject([
      { state: 'abandoned', lines: 4 },
      { state: 'checked', lines: 5 },
    ])
  })

  it('does not lose one’s own corrections before that is said, and then at once (US15)', async () => {
    const check = await sendWhole(visitor, fileOf(3))
    const line = `${check.url}/lignes/1`
    await visitor.submit(await visitor.get(line), { salary: '25 000' }, line)
    const desk = await visitor.get(check.url)
    expect(desk.text).toContain('Remplacer ce contrôle, et perdre une correction')
    const asked = await sendWhole(visitor, fileOf(4))
    expect(asked.title).toContain('Vos corrections seraient perdues')
    expect(asked.text).toContain('il n’a encore rien remplacé')
    expect(await declarationsNow()).toMatchObject([{ state: 'checked', lines: 3 }])
    const replaced = await visitor.submit(asked, {}, `${asked.url}/remplacer`)
    expect(replaced.url).toMatch(isCheck)
    const again = `${replaced.url}/lignes/1`
    await visitor.submit(await visitor.get(again), { salary: '26 000' }, again)
    const page = await visitor.get(paths.declarations.period(period))
    const box = page.document.querySelector('input[type=checkbox][name=remplace]')
    const fichier = new File([new Uint8Array(fileOf(5))], 'encore.txt')
    const said = { fichier, remplace: box?.getAttribute('value') ?? '' }
    const told = await visitor.submit(page, said, paths.declarations.upload(period))
    expect(told.url).toMatch(isCheck)
    const standing = (await declarationsNow()).filter(({ state }) => state === 'checked')
    expect(standing).toMatchObject([{ lines: 5 }])
  })

  it('replaces what its sender saw, without asking twice', async () => {
    await sendWhole(await signedIn(site, karim), fileOf(4))
    const page = await visitor.get(paths.declarations.period(period))
    expect(page.text).toContain('Karim Bennani a fait contrôler le fichier')
    expect((await sendWhole(visitor, fileOf(5), { page })).url).toMatch(isCheck)
    expect(await declarationsNow()).toMatchObject([{ state: 'abandoned' }, { state: 'checked' }])
  })

  it('leaves one of a dozen simultaneous files of two people, and answers for each (RE13)', async () => {
    const people = [visitor, await signedIn(site, karim)]
    const pages = await Promise.all(people.map((one) => one.get(paths.declarations.period(period))))
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        const [who, page] = [people[index % 2], pages[index % 2]]
        if (!who || !page) throw new Error('nobody')
        return sendWhole(who, fileOf(2, 900_000 + index), { page, name: `${index}.txt` })
      }),
    )
    // Checked, in the way of a colleague's work, given up for a later one, or one too many: never a fault.
    for (const { status } of answers) expect([200, 409, 429]).toContain(status)
    const active = (await declarationsNow()).filter(({ state }) => state === 'checked')
    expect(active).toHaveLength(1)
  })
})

describe('what one person may send (AT95)', () => {
  it('is bounded in size, before anything is read (AT83)', async () => {
    const sender = await PartSender.on(visitor)
    const large = String(200 * 1_048_576 + 1)
    const announced = await sender.begin({ nom: 'x', taille: large, date: '1' })
    expect(announced.status).toBe(413)
    expect(saidBy(announced)['sentence']).toContain('200')
    const body = new ReadableStream({ pull: () => undefined })
    const whole = await visitor.raw(paths.declarations.upload(period), {
      method: 'POST',
      body,
      duplex: 'half',
      headers: {
        'content-length': String(300 * 1_048_576),
        'content-type': 'multipart/form-data; boundary=x',
      },
    } as RequestInit)
    expect(whole.status).toBe(413)
    expect(whole.headers.get('connection')).toBe('close')
    expect(await depositsNow()).toEqual([])
  })

  it('is bounded at once, and in a day', async () => {
    const sender = await PartSender.on(visitor)
    for (let index = 0; index < atOnceOfPerson; index += 1) await sender.begun(10, `${index}.txt`)
    const crowded = await sender.begin({ nom: 'one-more.txt', taille: '10', date: '1' })
    expect(crowded.status).toBe(429)
    expect(saidBy(crowded)['sentence']).toContain('déjà en cours d’envoi')
    const tooSoon = await sendWhole(visitor, fileOf(1), { name: 'and-more.txt' })
    expect(tooSoon.status).toBe(429)
    await query(
      `insert into deposits (profile_id, employer_id, category, year, quarter, file_name, size_bytes, state, started_at, seen_at)
       select profile_id, employer_id, category, year, quarter, 'many', 1, 'cancelled', started_at, seen_at
       from deposits, generate_series(1, ${dailyFiles}) where file_name = '0.txt' and employer_id = $1`,
      [employer.id],
    )
    await query(`update deposits set state = 'cancelled' where employer_id = $1`, [employer.id])
    const tomorrow = await sender.begin({ nom: 'one-more.txt', taille: '10', date: '1' })
    expect(tomorrow.status).toBe(429)
    expect(saidBy(tomorrow)['sentence']).toContain('Attendez demain')
    const other = await PartSender.on(await signedIn(site, karim))
    expect((await other.begin({ nom: 'x', taille: '10', date: '1' })).status).toBe(200)
  })

  it('is never reached by a path, nor by another company (AT95)', async () => {
    const shown = await sendWhole(visitor, fileOf(3))
    const [{ sha256 } = { sha256: Buffer.alloc(0) }] = await site.database.ownerQuery<{
      sha256: Buffer
    }>('select sha256 from files where employer_id = $1', [employer.id])
    const name = sha256.toString('hex')
    const stranger = await signedIn(site, await aProfile(site, await anEmployer(site)))
    for (const guess of [
      `/files/${name}`,
      `/public/../files/${name.slice(0, 2)}/${name}`,
      `/teledeclaration/depots/${name}`,
    ]) {
      expect((await visitor.get(guess)).status).toBe(404)
    }
    const [deposit] = await query('select id from deposits where employer_id = $1', [employer.id])
    const id = String(deposit?.['id'])
    for (const address of [
      shown.url,
      paths.declarations.deposit({ id }),
      paths.declarations.depositState({ id }),
    ]) {
      expect((await stranger.get(address)).status).toBe(404)
    }
  })

  it('has no room when the disk has none (RE16)', async () => {
    expect(await site.app.files.hasRoom(1)).toBe(true)
    expect(await site.app.files.hasRoom(Number.MAX_SAFE_INTEGER)).toBe(false)
  })
})
