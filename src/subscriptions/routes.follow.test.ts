import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printedLetter } from '../letters/printed-letter.ts'
import { findLetterByReference } from '../letters/store/letters.ts'
import { aJpeg, aPdf, jpegSegment } from '../../test/support/scans.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { company, delegate, referenceOf, scan, subscribe } from '../../test/support/subscribing.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { openIdentity } from './open-identity.ts'

let site: TestSite
let next = 500_000
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const aNumber = () => String((next += 1))

async function follow(visitor: Visitor, reference: string, email = delegate.email) {
  return visitor.submit(await visitor.get('/suivi'), { reference, email })
}

describe('the form to sign', () => {
  it('has a reference, the file to download, what to do with it and the 48 hours', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    expect(ready.url).toBe('/abonnement/formulaire')
    expect(referenceOf(ready)).toMatch(/^AB-/)
    expect(ready.text).toContain('Faites-le signer et cacheter')
    expect(ready.text).toContain('répond sous 48 heures')
    expect(ready.text).toContain('Formulaire rempli')
    const pdf = await visitor.raw('/suivi/dossier/formulaire.pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toContain(referenceOf(ready))
    expect(pdf.body.slice(0, 5)).toBe('%PDF-')
  })

  it('is drawn up once, though the answers are sent twice', async () => {
    const visitor = site.visitor()
    const number = aNumber()
    const ready = await subscribe(site, visitor, number)
    const [draft] = await site.database.ownerQuery<{ id: string }>(
      'select id from subscription_drafts where employer_number = $1',
      [number],
    )
    const again = await visitor.submit(
      await visitor.get('/aide').then(() => visitor.get('/abonnement')),
      { employerNumber: number },
    )
    const csrf = again.document.querySelector('[name="csrf"]')?.getAttribute('value') ?? ''
    await visitor.post('/abonnement/verification', { csrf, dossier: draft?.id ?? '' })
    const letters = await site.database.ownerQuery(
      'select reference from letters where employer_number = $1',
      [number],
    )
    expect(letters).toEqual([{ reference: referenceOf(ready) }])
  })

  it('gives the answers back when a mistake is seen on it, and replaces it', async () => {
    const visitor = site.visitor()
    const number = aNumber()
    const ready = await subscribe(site, visitor, number)
    const check = await visitor.submit(ready, {}, '/abonnement/corriger')
    expect(check.url).toBe('/abonnement/verification')
    const second = await visitor.submit(check, {}, '/abonnement/verification')
    expect(referenceOf(second)).not.toBe(referenceOf(ready))
    const letters = await site.database.ownerQuery(
      'select state from letters where employer_number = $1 order by created_at, state',
      [number],
    )
    expect(letters.map(({ state }) => state).sort()).toEqual(['awaiting_signature', 'withdrawn'])
  })

  it('reaches its applicant by mail, with the reference and never the password', async () => {
    const email = 'premiere@atlas-textile.example'
    const ready = await subscribe(site, site.visitor(), aNumber(), {
      delegate: { ...delegate, email },
    })
    await site.runJobs()
    const mail = site.mails.findLast(({ to }) => to === email)
    expect(mail?.subject).toContain(referenceOf(ready))
    expect(mail?.text).toContain('http://localhost:3000/suivi')
    expect(mail?.text).not.toContain(delegate.password)
    expect(mail?.text).not.toContain(delegate.identityNumber)
  })

  it('writes to an address that nobody proved at most three times an hour', async () => {
    const email = 'inondee@atlas-textile.example'
    for (let index = 0; index < 5; index += 1) {
      await subscribe(site, site.visitor(), aNumber(), { delegate: { ...delegate, email } })
    }
    await site.runJobs()
    expect(site.mails.filter(({ to }) => to === email).length).toBe(3)
  })
})

describe('«Où en est ma demande ?»', () => {
  it('opens with the reference as people copy it and the e-mail, and puts neither in an address', async () => {
    const reference = referenceOf(await subscribe(site, site.visitor(), aNumber()))
    const typed = reference.toLowerCase().replaceAll('-', ' ')
    const screen = await follow(site.visitor(), typed, delegate.email.toUpperCase())
    expect(screen.status).toBe(200)
    expect(screen.url).toBe('/suivi/dossier')
    expect(screen.text).toContain(reference)
  })

  it('gives the same answer for an unknown reference and for another e-mail (P7)', async () => {
    const reference = referenceOf(await subscribe(site, site.visitor(), aNumber()))
    const visitor = site.visitor()
    const wrongEmail = await follow(visitor, reference, 'autre@entreprise.example')
    const unknown = await follow(visitor, 'AB-0000-0000', 'autre@entreprise.example')
    const comparable = (body: string) =>
      body.replaceAll(reference, 'X').replaceAll('AB-0000-0000', 'X')
    expect(wrongEmail.status).toBe(422)
    expect(unknown.status).toBe(422)
    expect(comparable(unknown.body)).toBe(comparable(wrongEmail.body))
  })

  it('slows down whoever guesses', async () => {
    const guesser = site.visitor()
    let status = 0
    for (let tries = 0; tries < 12 && status !== 429; tries += 1) {
      status = (await follow(guesser, 'AB-1111-1111', `essai${tries}@entreprise.example`)).status
    }
    expect(status).toBe(429)
    site.clock.advance(2 * 3_600_000)
  })

  it('is closed to a visit that did not prove anything, and its pass is worthless elsewhere', async () => {
    const visitor = site.visitor()
    await subscribe(site, visitor, aNumber())
    const thief = site.visitor()
    await thief.get('/')
    thief.cookies.set('__Host-suivi', visitor.cookies.get('__Host-suivi') ?? '')
    expect((await thief.get('/suivi/dossier')).url).toBe('/suivi')
    expect((await thief.get('/suivi/dossier/formulaire.pdf')).url).toBe('/suivi')
  })

  it('takes a pass that another node gave, whose clock is a little ahead; none of another hour', async () => {
    const visitor = site.visitor()
    await subscribe(site, visitor, aNumber())
    site.clock.advance(-2_000)
    expect((await visitor.get('/suivi/dossier')).url).toBe('/suivi/dossier')
    site.clock.advance(-3_600_000)
    expect((await visitor.get('/suivi/dossier')).url).toBe('/suivi')
    site.clock.advance(3_602_000)
  })

  it('forgets the pass after a day', async () => {
    const visitor = site.visitor()
    await subscribe(site, visitor, aNumber())
    site.clock.advance(11 * 3_600_000)
    expect((await visitor.get('/suivi/dossier')).url).toBe('/suivi')
  })
})

describe('the signed form sent on line', () => {
  it('says on its own page that the file is over ten megabytes, and keeps the request as it was', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    const huge = new File([new Uint8Array(11_000_000)], 'grand.pdf', { type: 'application/pdf' })
    const sent = await visitor.submit(ready, { proof: huge }, '/suivi/dossier/justificatif')
    expect(sent.status).toBe(413)
    expect(sent.mistakes.join()).toContain('trop volumineux')
    expect(sent.text).toContain(referenceOf(ready))
    const again = await visitor.submit(sent, { proof: scan() }, '/suivi/dossier/justificatif')
    expect(again.text).toContain('Document reçu')
  })

  it('starts the 48 hours, without the week-end, and says before when the answer comes', async () => {
    site.clock.set('2026-11-27T10:00:00Z') // a Friday, 11:00 in Casablanca
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    const sent = await visitor.submit(ready, { proof: scan() }, '/suivi/dossier/justificatif')
    expect(sent.status).toBe(200)
    expect(sent.text).toContain('Document reçu')
    expect(sent.text).toContain('Votre dossier est à l’examen')
    expect(sent.text).toContain(
      'Réponse avant le 1er décembre 2026 à 11\u00a0h\u00a000'.replaceAll('\u00a0', ' '),
    )
  })

  it('refuses what is not a PDF, a JPEG or a PNG by its content, and an absent file', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    const wrong = new File(['<script>alert(1)</script>'], 'scan.pdf', { type: 'application/pdf' })
    const refused = await visitor.submit(ready, { proof: wrong }, '/suivi/dossier/justificatif')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('ni un PDF, ni une image')
    const nothing = await visitor.submit(ready, {}, '/suivi/dossier/justificatif')
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Choisissez le document signé')
  })

  it('AT93: refuses a PDF with a program in it, says what to do in either language, and keeps nothing of it', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    const kept = async () => ({
      files: await readdir(path.join(site.app.config.dataFolder, 'files'), { recursive: true }),
      rows: await site.database.ownerQuery('select id from files'),
    })
    const before = await kept()
    const active = aPdf('', { catalog: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' })
    const proof = new File([new Uint8Array(active)], 'scan.pdf', { type: 'application/pdf' })
    const send = () => visitor.submit(ready, { proof }, '/suivi/dossier/justificatif')
    const refused = await send()
    expect(refused.status).toBe(409)
    expect(refused.mistakes.join()).toContain('Imprimez-le vers un nouveau PDF')
    await visitor.get('/suivi/dossier?lang=ar')
    expect((await send()).mistakes.join()).toContain('اطبعوه في ملف PDF جديد')
    expect(await kept()).toEqual(before)
    const [event] = await site.database.ownerQuery(
      `select details from audit_events where action = 'refused' order by sequence desc limit 1`,
    )
    expect(JSON.stringify(event)).toContain('scans.pdf_active')
  })

  it('AT94: keeps a photograph without what the telephone says of its owner', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    const photo = aJpeg({ beside: [jpegSegment(0xfe, 'GPS 33.5731 -7.5898')] })
    const proof = new File([new Uint8Array(photo)], 'photo.jpg', { type: 'image/jpeg' })
    expect((await visitor.submit(ready, { proof }, '/suivi/dossier/justificatif')).status).toBe(200)
    const [row] = await site.database.ownerQuery<{ sha256: Buffer; size: bigint }>(
      `select sha256, size from files where name = 'photo.jpg'`,
    )
    const content = await site.app.files.read(row?.sha256 ?? Buffer.alloc(32))
    expect(content).toEqual(aJpeg())
    expect(Number(row?.size)).toBe(content.length)
  })

  it('can be sent again, and withdrawn before the decision', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    const sent = await visitor.submit(ready, { proof: scan('un') }, '/suivi/dossier/justificatif')
    const again = await visitor.submit(sent, { proof: scan('deux') }, '/suivi/dossier/justificatif')
    expect(again.status).toBe(200)
    const gone = await visitor.submit(again, {}, '/suivi/dossier/retirer')
    expect(gone.text).toContain('Vous avez retiré cette demande')
    expect(gone.document.querySelector('[action="/suivi/dossier/justificatif"]')).toBeNull()
  })

  it('cannot be sent for another letter than the one that the visit may see', async () => {
    const other = site.visitor()
    const theirs = await subscribe(site, other, aNumber())
    const letterId = theirs.document.querySelector('[name="dossier"]')?.getAttribute('value') ?? ''
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, aNumber())
    const screen = await visitor.submit(ready, { dossier: letterId }, '/suivi/dossier/retirer')
    expect(screen.status).toBe(409)
    expect(screen.text).toContain('Ce dossier n’est plus ouvert')
  })

  it('shows what must be completed, in words', async () => {
    const visitor = site.visitor()
    const number = aNumber()
    const ready = await subscribe(site, visitor, number)
    await visitor.submit(ready, { proof: scan() }, '/suivi/dossier/justificatif')
    await site.database.ownerQuery(
      `update letters set state = 'to_complete', state_since = $2, clock_running_since = null,
        reasons = '["missing_stamp"]', note = 'Deuxième page' where employer_number = $1`,
      [number, site.clock.now()],
    )
    const screen = await visitor.get('/suivi/dossier')
    expect(screen.text).toContain('Le cachet de l’entreprise manque.')
    expect(screen.text).toContain('Deuxième page')
    expect(screen.text).toContain('À compléter avant le')
    expect(screen.text).toContain('imprimé, signé et cacheté À faire')
    expect(screen.text).toContain('Réponse de l’Agence Virtuelle Ensuite')
  })
})

describe('secrets', () => {
  it('leave neither the password nor the identity number in clear in the database', async () => {
    await subscribe(site, site.visitor(), aNumber())
    const tables = ['subscription_drafts', 'subscriptions', 'letters', 'mails', 'audit_events']
    for (const table of tables) {
      const rows = await site.database.ownerQuery(
        `select 1 from ${table} t where t::text like $1 or t::text like $2`,
        [`%${delegate.password}%`, `%${delegate.identityNumber}%`],
      )
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 })
    }
    expect(site.logged.join('\n')).not.toContain(delegate.password)
  })

  it('print every answer but the password: the whole identity number on paper, a masked one in store', async () => {
    const reference = referenceOf(await subscribe(site, site.visitor(), aNumber()))
    const { stored, paper } = await site.app.db.transaction({ as: 'agency' }, async (tx) => {
      const letter = await findLetterByReference(tx, reference)
      if (!letter) throw new Error(`no letter ${reference}`)
      const whole = await openIdentity(tx, site.app, letter)
      return {
        stored: JSON.stringify(letter),
        paper: JSON.stringify(printedLetter(whole, site.app.config.fund)),
      }
    })
    const [{ password_hash: hash } = { password_hash: '' }] = await site.database.ownerQuery<{
      password_hash: string
    }>(
      'select password_hash from subscriptions join letters on letters.id = letter_id where reference = $1',
      [reference],
    )
    for (const secret of [delegate.password, hash]) {
      expect(secret.length).toBeGreaterThan(10)
      expect(stored + paper).not.toContain(secret)
    }
    expect(stored).not.toContain(delegate.identityNumber)
    expect(paper).toContain(delegate.identityNumber)
    for (const answer of [
      delegate.lastName,
      delegate.email,
      company.name,
      company.ice,
      reference,
    ]) {
      expect(paper).toContain(answer)
    }
  })
})
