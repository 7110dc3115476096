import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addScans,
  aReadyClaim,
  aSentClaim,
  beginClaim,
  claimRib,
  fillStep,
  scans,
} from '../../../test/support/claiming.ts'
import { paid } from '../../../test/support/accounts.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { aMember, aQuarterOf } from '../../../test/support/members.ts'
import { aJpeg, aPdf, aPng, jpegSegment } from '../../../test/support/scans.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { readableInAnHour, weightOfPage } from '../../members/count-reading.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson
let who: Visitor
let number = 400_000

beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-25T09:00:00Z')
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  clerk = await aProfile(site, atlas, { service: 'liquidation' })
  who = await signedIn(site, clerk, atlas)
})
afterAll(() => site.close())

/** Somebody of Atlas who reaches sixty this quarter. */
async function somebody(wishes: { readonly bornOn?: string; readonly state?: 'provisional' } = {}) {
  number += 1
  const cin = `BE${number}`
  const id = await aMember(site, atlas, {
    lastName: 'BENNANI',
    firstName: `YOUSSEF ${number}`,
    number: `000${number}`,
    bornOn: wishes.bornOn ?? '1966-11-30',
    cin,
    ...(wishes.state && { state: wishes.state }),
  })
  return { membershipId: id, cin, number: `000${number}` }
}

async function leftOn(memberNumber: string, on: string, quarter: string): Promise<void> {
  const [year, part] = quarter.split('T')
  const declarant = await aProfile(site, atlas)
  const [declaration] = await site.database.ownerQuery<{ id: string }>(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding, lines,
        accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at, receipt_number, sent_by,
        sent_at)
      values ($1, '01', $2, $3, 'sent', 'f', '\\x00', 'structure-190', 'utf-8', 1, 1, 0, 0, 0, $4, now(), $5, $4, now())
      returning id`,
    [atlas.id, year, part, declarant.id, `R-${randomUUID()}`],
  )
  await site.database.ownerQuery(
    `insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
        exit_on, employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes, sex, nationality,
        joined_on, born_on, marital_status, children)
      values ($1, $2, 1, '7', $3, 'BENNANI', 'YOUSSEF', $4, 600, 780, 0, 0, 0, 'M', 'M', '2020-01-01', '1966-11-30', 'C', 0)`,
    [declaration?.id, atlas.id, memberNumber, on],
  )
}

const stateOf = async (id: string) =>
  (
    await site.database.ownerQuery<{ state: string }>('select state from claims where id = $1', [
      id,
    ])
  )[0]?.state
const actions = async (id: string) =>
  (
    await site.database.ownerQuery<{ action: string }>(
      `select action from audit_events where subject_kind = 'claim' and subject_id = $1 order by sequence`,
      [id],
    )
  ).map(({ action }) => action)

describe('a claim is begun (L2)', () => {
  it('for somebody found by the beginning of a name, and waits in the list', async () => {
    const person = await somebody()
    const search = await who.get(`${own.start()}?q=bennani`)
    expect(search.document.querySelector(`a[href$="membre=${person.membershipId}"]`)).not.toBeNull()
    const id = await beginClaim(who, person.membershipId, 'normal')
    expect((await who.get(own.list())).text).toContain('À préparer')
    const page = await who.get(own.claim({ id }))
    expect(page.text).toMatch(/LQ-\d{6}-\d{6}/)
    expect(await actions(id)).toContain('claim.started')
  })

  it('once at a time for a kind, and not for somebody whom the fund does not know', async () => {
    const person = await somebody()
    await beginClaim(who, person.membershipId, 'early')
    const form = await who.get(`${own.start()}?membre=${person.membershipId}`)
    const again = await who.submit(form, { demande: 'early' }, own.start())
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('déjà en cours')])
    const unknown = await somebody({ state: 'provisional' })
    const other = await who.get(`${own.start()}?membre=${unknown.membershipId}`)
    const refused = await who.submit(other, { demande: 'normal' }, own.start())
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('pas encore')])
  })

  it('for one pension of a person at a time, whatever its kind, and for no second one', async () => {
    const person = await somebody()
    const begin = async (kind: string) =>
      who.submit(
        await who.get(`${own.start()}?membre=${person.membershipId}`),
        { demande: kind },
        own.start(),
      )
    const id = await beginClaim(who, person.membershipId, 'normal')
    for (const kind of ['normal', 'early', 'single_payment']) {
      const second = await begin(kind)
      expect([second.status, second.text]).toEqual([409, expect.stringContaining('déjà en cours')])
    }
    expect((await begin('reversion')).status).toBe(200)
    await site.database.ownerQuery(
      `update claims set state = 'granted', ended_at = now(), sent_at = now(), sent_by = started_by where id = $1`,
      [id],
    )
    const late = await begin('deferred')
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('déjà accordée')])
  })

  it('once for a form sent twice, and never without saying what is asked', async () => {
    const person = await somebody()
    const form = await who.get(`${own.start()}?membre=${person.membershipId}`)
    const nothing = await who.submit(form, {}, own.start())
    expect([nothing.status, nothing.mistakes]).toEqual([422, ['Choisissez ce qui est demandé.']])
    const first = await who.submit(form, { demande: 'normal' }, own.start())
    const second = await who.submit(form, { demande: 'normal' }, own.start())
    expect(second.url).toBe(first.url)
  })
})

describe('each task (L2)', () => {
  it('compares the identity with the declarations', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const typed = { piece: 'cin', confirme: 'on' }
    const other = await fillStep(who, id, 'person', { ...typed, numero: 'ZZ999999' })
    expect([other.status, other.text]).toEqual([409, expect.stringContaining('n’est pas celui')])
    const shape = await fillStep(who, id, 'person', { ...typed, numero: '12' })
    expect(shape.status).toBe(422)
    const right = await fillStep(who, id, 'person', {
      ...typed,
      numero: `${person.cin.slice(0, 2)} ${person.cin.slice(2)}`,
    })
    expect(right.url).toBe(own.claim({ id }))
    const shown = await who.get(own.person({ id }))
    expect(shown.body).not.toContain(person.cin)
  })

  it('compares the end of employment with the exit that was declared, code 7', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const silent = await fillStep(who, id, 'end', { jour: '30/09/2026' })
    expect([silent.status, silent.mistakes]).toEqual([
      409,
      [expect.stringContaining('pas encore déclarée')],
    ])
    await leftOn(person.number, '2026-09-30', '2026T3')
    const differs = await fillStep(who, id, 'end', { jour: '31/08/2026' })
    expect([differs.status, differs.mistakes]).toEqual([
      409,
      [expect.stringContaining('une autre date')],
    ])
    const page = await who.get(own.end({ id }))
    expect(page.text).toContain('Sortie déclarée le 30 septembre 2026')
    const agrees = await fillStep(who, id, 'end', { jour: '30/09/2026', note: '' })
    expect(agrees.url).toBe(own.claim({ id }))
    expect((await who.get(own.check({ id }))).text).toContain('Conforme à vos déclarations')
    expect((await fillStep(who, id, 'end', { jour: '31/02/2026' })).status).toBe(422)
  })

  it('names gaps and unpaid quarters, and leads to the account', async () => {
    const person = await somebody()
    for (const quarter of ['2025T3', '2026T1', '2026T2'])
      await aQuarterOf(site, atlas, [person.membershipId], { quarter, salary: '10000' })
    await paid(site, atlas, { amount: '2760', on: '2026-06-20' })
    const id = await beginClaim(who, person.membershipId, 'normal')
    await fillStep(who, id, 'end', { jour: '30/06/2026', note: 'Déclarée plus tard.' })
    const page = await who.get(own.career({ id }))
    const notes = page.document.querySelectorAll('.note').map((one) => one.text)
    expect(notes.find((text) => text.includes('sans salaire'))).toMatch(/4.{0,12}trimestre 2025/)
    const unpaid = notes.find((text) => text.includes('impayés'))
    expect(unpaid).toMatch(/trimestre 2026/)
    const due = paths.employerAccount.due({ category: '01', quarter: '2026T2' })
    expect(page.document.querySelector(`a[href="${due}"]`)).not.toBeNull()
    expect((await fillStep(who, id, 'career', {})).status).toBe(422)
    expect((await fillStep(who, id, 'career', { relue: 'on' })).url).toBe(own.claim({ id }))
  })

  it('asks for the capital choice of a pension alone, and checks the key of the RIB', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    expect((await fillStep(who, id, 'capital', {})).status).toBe(422)
    expect((await fillStep(who, id, 'capital', { choix: 'capital' })).url).toBe(own.claim({ id }))
    const wrong = await fillStep(who, id, 'account', { rib: '007780000123456789012345' })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('clé de ce RIB')])
    expect(wrong.body).toContain('007780000123456789012345')
    await fillStep(who, id, 'account', { rib: claimRib })
    const shown = await who.get(own.account({ id }))
    expect(shown.text).toContain('Attijariwafa')
    expect(shown.body).not.toContain(claimRib)
    const other = await somebody()
    const single = await beginClaim(who, other.membershipId, 'single_payment')
    expect((await who.get(own.capital({ id: single }))).status).toBe(404)
  })

  it('says when the kind does not fit the age', async () => {
    const young = await somebody({ bornOn: '1970-03-10' })
    const id = await beginClaim(who, young.membershipId, 'deferred')
    await fillStep(who, id, 'end', { jour: '31/12/2026', note: 'À venir.' })
    expect((await who.get(own.claim({ id }))).text).toContain('un départ anticipé conviendrait')
  })
})

describe('those who survive (L2)', () => {
  const spouse = {
    nom: 'El Amrani',
    prenom: 'Salma',
    naissance: '01/02/1970',
    piece: 'cin',
    numero: 'BK123456',
    mariage: '01/06/2025',
    rib: '230780000000000000000039',
  }

  it('are named with their account; a short marriage is said, not refused', async () => {
    const dead = await somebody()
    const id = await beginClaim(who, dead.membershipId, 'reversion')
    expect((await fillStep(who, id, 'end', { jour: '01/12/2026' })).text).toContain('à venir')
    await fillStep(who, id, 'end', { jour: '01/09/2026' })
    const wrong = await fillStep(who, id, 'payees', { ...spouse, rib: '1', mariage: '' })
    expect([wrong.status, wrong.mistakes.length]).toEqual([422, 2])
    const added = await fillStep(who, id, 'payees', spouse)
    expect(added.text).toContain('EL AMRANI SALMA')
    expect(added.text).toContain('Mariage de moins de 2 ans')
    expect((await who.get(own.account({ id }))).status).toBe(404)
  })

  it('may be children without a document, heirs of a capital, and are taken out again', async () => {
    const dead = await somebody()
    const orphans = await beginClaim(who, dead.membershipId, 'orphan')
    const child = { ...spouse, numero: '', naissance: '01/02/2015', handicap: 'on' }
    const added = await fillStep(who, orphans, 'payees', child)
    expect(added.text).toContain('Enfant en situation de handicap')
    const capital = await beginClaim(who, dead.membershipId, 'death_capital')
    expect((await fillStep(who, capital, 'payees', spouse)).mistakes).toEqual([
      'Choisissez le lien.',
    ])
    const heir = await fillStep(who, capital, 'payees', { ...spouse, lien: 'heir' })
    expect(heir.text).toContain('Autre héritier')
    const remove = heir.document
      .querySelectorAll('form')
      .map((form) => form.getAttribute('action') ?? '')
      .find((action) => action.endsWith('/retrait'))
    expect((await who.submit(heir, {}, remove)).text).toContain('Aucun bénéficiaire')
  })
})

describe('documents (L3)', () => {
  it('AT93: are told by their content, several at once, and nothing is kept of a wrong one', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const two = await addScans(who, id, 'identity', [
      scans.jpeg('recto.jpg'),
      scans.jpeg('verso.jpg'),
    ])
    expect(two.text).toContain('2 fichiers ajoutés')
    const html = new File(['<script>alert(1)</script>'], 'piece.pdf', { type: 'application/pdf' })
    const wrong = await addScans(who, id, 'bank_details', [scans.pdf(), html])
    expect([wrong.status, wrong.text]).toEqual([409, expect.stringContaining('n’est ni un PDF')])
    const empty = await addScans(who, id, 'bank_details', [new File([''], 'vide.pdf')])
    expect([empty.status, empty.text]).toEqual([409, expect.stringContaining('est vide')])
    expect(empty.text).toContain('vide.pdf')
    expect((await addScans(who, id, 'bank_details', [])).status).toBe(422)
    const active = new File(
      [new Uint8Array(aPdf('', { catalog: '/OpenAction<</S/JavaScript/JS(x)>>' }))],
      'a.pdf',
    )
    const refused = await addScans(who, id, 'bank_details', [active])
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('programme')])
    expect(await pagesOf(id)).toBe(2)
  })

  it('AT94: a photo keeps nothing of where it was taken, and an immense one is refused', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const located = aJpeg({ beside: [jpegSegment(0xe1, 'Exif\0\0GPSLatitude 33.57')] })
    const added = await addScans(who, id, 'identity', [
      new File([new Uint8Array(located)], 'photo.jpg'),
    ])
    const file = await who.raw(added.document.querySelector('ol a')?.getAttribute('href') ?? '')
    expect(Buffer.from(file.bytes).includes('GPSLatitude')).toBe(false)
    const immense = new File(
      [new Uint8Array(aPng(1, { width: 60_000, height: 60_000 }))],
      'immense.png',
    )
    const refused = await addScans(who, id, 'identity', [immense])
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('trop grande')])
  })

  it('AT93: are served as a file to keep, never to run, and each opening is in the trail', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const added = await addScans(who, id, 'identity', [scans.pdf('<b>nom</b>.pdf')])
    const file = await who.raw(added.document.querySelector('ol a')?.getAttribute('href') ?? '')
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="LQ-/)
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await actions(id)).toContain('claim.page_viewed')
  })

  it('a refused file is named on the page, and by its place alone in the trail', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const named = new File([''], 'certificat médical BENNANI.pdf')
    const refused = await addScans(who, id, 'identity', [scans.pdf(), named])
    expect(refused.text).toContain('certificat médical BENNANI.pdf')
    const [event] = await site.database.ownerQuery<{ details: { file?: string } }>(
      `select details from audit_events where action = 'refused' and subject_id = 'claim.add_pages'
        order by sequence desc limit 1`,
    )
    expect(event?.details.file).toBe('2')
    expect(JSON.stringify(event?.details)).not.toContain('BENNANI')
  })

  it('the store of files is never waited for with the claim held', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const { files } = site.app
    const keep = files.keepCopy.bind(files)
    files.keepCopy = async (...asked) => {
      await site.database.ownerQuery('select from claims where id = $1 for update nowait', [id])
      return keep(...asked)
    }
    const added = await addScans(who, id, 'identity').finally(() => {
      files.keepCopy = keep
    })
    expect(added.text).toContain('Fichier ajouté')
    const address = added.document.querySelector('ol a')?.getAttribute('href') ?? ''
    const read = files.read.bind(files)
    let traced: string[] = []
    files.read = async (...asked) => {
      traced = await actions(id)
      return read(...asked)
    }
    const file = await who.raw(address).finally(() => {
      files.read = read
    })
    expect([file.status, traced.at(-1)]).toEqual([200, 'claim.page_viewed'])
  })

  it('AT59: each page opened counts among what its reader was shown', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const added = await addScans(who, id, 'identity')
    const address = added.document.querySelector('ol a')?.getAttribute('href') ?? ''
    const reader = await aProfile(site, atlas, { service: 'liquidation' })
    const reading = await signedIn(site, reader, atlas)
    await reading.get(own.claim({ id }))
    await site.database.ownerQuery(`update throttles set failures = $2 where key = $1`, [
      `members profile ${reader.id}`,
      readableInAnHour - weightOfPage,
    ])
    expect((await reading.raw(address)).status).toBe(200)
    expect((await reading.raw(address)).status).toBe(409)
  })

  it('AT95: too many for one claim are refused', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const ten = Array.from({ length: 10 }, (_, index) => scans.pdf(`${index}.pdf`))
    for (let turn = 0; turn < 8; turn += 1) await addScans(who, id, 'identity', ten)
    const more = await addScans(who, id, 'identity')
    expect([more.status, more.text]).toEqual([409, expect.stringContaining('80 fichiers au plus')])
    expect(await pagesOf(id)).toBe(80)
  })

  it('a page added by mistake is taken out, and no unknown document is taken in', async () => {
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const added = await addScans(who, id, 'identity')
    const remove = added.document
      .querySelectorAll('form')
      .map((form) => form.getAttribute('action') ?? '')
      .find((action) => action.endsWith('/retrait'))
    expect((await who.submit(added, {}, remove)).text).toContain('La page est retirée')
    const stranger = new FormData()
    for (const name of ['csrf', 'entreprise', 'version'])
      stranger.set(
        name,
        added.document.querySelector(`[name=${name}]`)?.getAttribute('value') ?? '',
      )
    stranger.set('f', scans.pdf())
    const address = own.addPages({ id, code: 'tout_et_rien' })
    const answer = await who.raw(address, { method: 'POST', body: stranger })
    expect(answer.status).toBe(409)
  })
})

const pagesOf = async (id: string) =>
  Number(
    (
      await site.database.ownerQuery<{ count: string }>(
        'select count(*) from claim_documents where claim_id = $1 and removed_at is null',
        [id],
      )
    )[0]?.count,
  )

describe('sending (L5)', () => {
  it('waits for every task, then gives a number, a receipt and a mail', async () => {
    const person = await somebody()
    const half = await beginClaim(who, (await somebody()).membershipId, 'early')
    const check = await who.get(own.check({ id: half }))
    expect(check.text).toContain('Il reste à faire')
    expect(check.document.querySelector(`form[action="${own.send({ id: half })}"]`)).toBeNull()
    const id = await aSentClaim(who, person)
    expect(await stateOf(id)).toBe('sent')
    const page = await who.get(own.claim({ id }))
    expect(page.text).toContain('Dossier envoyé')
    await site.runJobs()
    const reference = /LQ-\d{6}-\d{6}/.exec(page.text)?.[0] ?? ''
    const mail = site.mails.findLast(({ to }) => to === clerk.email)
    expect(mail?.text).toContain(reference)
    expect(mail?.text).not.toContain('BENNANI')
    const receipt = await who.raw(own.receipt({ id }))
    expect(readPdf(receipt.bytes).text).toContain(reference)
  })

  it('leaves nothing open to writing, and the same page shown before is refused', async () => {
    const person = await somebody()
    const id = await aReadyClaim(who, person)
    const check = await who.get(own.check({ id }))
    const account = await who.get(own.account({ id }))
    await who.submit(check, {}, own.send({ id }))
    const twice = await who.submit(check, {}, own.send({ id }))
    expect(twice.status).toBe(409)
    const late = await who.submit(account, { rib: claimRib }, own.account({ id }))
    expect(late.status).toBe(409)
    expect((await who.get(own.account({ id }))).url).toBe(own.claim({ id }))
  })

  it('is given up with a reason, before it is decided', async () => {
    const person = await somebody()
    const id = await aSentClaim(who, person)
    const page = await who.get(own.claim({ id }))
    expect((await who.submit(page, { raison: '' }, own.withdraw({ id }))).status).toBe(422)
    const gone = await who.submit(page, { raison: 'Départ reporté' }, own.withdraw({ id }))
    expect(gone.text).toContain('Départ reporté')
    expect(await stateOf(id)).toBe('withdrawn')
  })
})

describe('another company', () => {
  it('AT44, AT46, AT48, AT49: finds nothing, changes nothing, learns nothing', async () => {
    const person = await somebody()
    const id = await aReadyClaim(who, person)
    const page = await who.get(own.documents({ id }))
    const file = page.document.querySelector('ol a')?.getAttribute('href') ?? ''
    const other = await anEmployer(site)
    const spy = await signedIn(site, await aProfile(site, other, { service: 'liquidation' }), other)
    const steps = ['claim', 'person', 'end', 'career', 'capital', 'account', 'documents', 'check']
    for (const step of steps as readonly 'claim'[]) {
      const answer = await spy.get(own[step]({ id }))
      expect([answer.status, answer.body.includes('BENNANI')]).toEqual([404, false])
    }
    expect((await spy.raw(file)).status).toBe(404)
    expect((await spy.raw(own.receipt({ id }))).status).toBe(404)
    const start = await spy.get(`${own.start()}?membre=${person.membershipId}`)
    expect(start.body).not.toContain('BENNANI')
    const mine = await spy.get(own.list())
    const token = mine.document.querySelector('[name=csrf]')?.getAttribute('value') ?? ''
    for (const [address, fields] of [
      [own.start(), { membre: person.membershipId, demande: 'normal' }],
      [own.send({ id }), { version: '12' }],
      [own.withdraw({ id }), { version: '12', raison: 'x' }],
      [own.account({ id }), { version: '12', rib: claimRib }],
    ] as const)
      expect((await spy.post(address, { csrf: token, ...fields })).status).toBe(404)
    for (const query of ['page=-1', 'page=9e9', 'tri=rib', 'champs=*'])
      expect((await spy.get(`${own.list()}?${query}`)).text).toContain('Aucun dossier')
    expect(await stateOf(id)).toBe('draft')
  })
})
