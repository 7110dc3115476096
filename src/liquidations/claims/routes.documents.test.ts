import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addScans, beginClaim, scans } from '../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { aProfile, signedIn } from '../../../test/support/factories.ts'
import { aJpeg, aPdf, aPng, jpegSegment } from '../../../test/support/scans.ts'
import { readableInAnHour, weightOfPage } from '../../members/count-reading.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

const pagesOf = async (id: string) =>
  Number(
    (
      await setting.site.database.ownerQuery<{ count: string }>(
        'select count(*) from claim_documents where claim_id = $1 and removed_at is null',
        [id],
      )
    )[0]?.count,
  )

describe('documents (L3)', () => {
  it('AT93: are told by their content, several at once, and a wrong one keeps out no other', async () => {
    const { who, somebody } = setting
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
    expect(wrong.text).toContain('L’autre fichier est ajouté')
    const all = await addScans(who, id, 'bank_details', [html, new File([''], 'vide.pdf')])
    expect(all.text).toContain('Pas ajoutés non plus : « vide.pdf »')
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
    expect(await pagesOf(id)).toBe(3)
  })

  it('AT94: a photo keeps nothing of where it was taken, and an immense one is refused', async () => {
    const { who, somebody } = setting
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
    const { who, somebody, actionsOf } = setting
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const added = await addScans(who, id, 'identity', [scans.pdf('<b>nom</b>.pdf')])
    const file = await who.raw(added.document.querySelector('ol a')?.getAttribute('href') ?? '')
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="LQ-/)
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await actionsOf(id)).toContain('claim.page_viewed')
  })

  it('a refused file is named on the page, and by its place alone in the trail', async () => {
    const { site, who, somebody } = setting
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
    const { site, who, somebody, actionsOf } = setting
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
      traced = await actionsOf(id)
      return read(...asked)
    }
    const file = await who.raw(address).finally(() => {
      files.read = read
    })
    expect([file.status, traced.at(-1)]).toEqual([200, 'claim.page_viewed'])
  })

  it('AT59: each page opened counts among what its reader was shown', async () => {
    const { site, atlas, who, somebody } = setting
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
    const { who, somebody } = setting
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const ten = Array.from({ length: 10 }, (_, index) => scans.pdf(`${index}.pdf`))
    for (let turn = 0; turn < 8; turn += 1) await addScans(who, id, 'identity', ten)
    const more = await addScans(who, id, 'identity')
    expect([more.status, more.text]).toEqual([409, expect.stringContaining('80 fichiers au plus')])
    expect(await pagesOf(id)).toBe(80)
  })

  it('a page added by mistake is taken out, and no unknown document is taken in', async () => {
    const { who, somebody } = setting
    const person = await somebody()
    const id = await beginClaim(who, person.membershipId, 'normal')
    const added = await addScans(who, id, 'identity')
    const remove = added.document
      .querySelectorAll('form')
      .map((form) => form.getAttribute('action') ?? '')
      .find((action) => action.endsWith('/retrait'))
    expect((await who.submit(added, {}, remove)).text).toContain('Le fichier est retiré')
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
