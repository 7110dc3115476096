import { describe, expect, it } from 'vitest'
import { anAgentAtWork } from '../../../test/support/agents.ts'
import { anAgent, anEmployer, signedIn } from '../../../test/support/factories.ts'
import { aSubscription, letterNow, newestProof, signedBack } from '../../../test/support/letters.ts'
import { aBatch, aPdf, picture } from '../../../test/support/scans.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { tellEvent } from '../../audit/tell-event.ts'
import { countPages, splitPdf } from '../../platform/pdf/split-pdf.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import { forgetRemovedScans, keptAfterRemovalMs } from './forget-removed-scans.ts'
import { partsOf } from './page-codes.ts'

const setting = anAgentAtWork()

async function aForm() {
  const { number } = await anEmployer(setting.site)
  const id = await aSubscription(setting.site, { number })
  return { id, reference: (await letterNow(setting.site, id)).reference }
}

/** The page on which a batch is split, brought to the desk just now. */
async function splitOf(name: string, bytes: Buffer): Promise<Screen> {
  const tray = paths.agency.tray()
  const documents = new File([new Uint8Array(bytes)], name)
  await setting.agent.submit(await setting.agent.get(tray), { documents, arrivee: 'post' }, tray)
  const [scan] = await setting.site.database.ownerQuery<{ id: string }>(
    `select scan.id from desk_scans scan join files file on file.id = scan.file_id where file.name = $1`,
    [name],
  )
  return setting.agent.get(paths.agency.splitScan({ id: scan?.id ?? '' }))
}

/** The codes, and the button that shares the pages out. */
const share = (screen: Screen, typed: Record<string, string>) =>
  setting.agent.submit(screen, { ...typed, geste: 'repartir' }, screen.url)

const waiting = () =>
  setting.site.database.ownerQuery<{ name: string }>(
    `select file.name from desk_scans scan join files file on file.id = scan.file_id
      where scan.state = 'waiting' order by scan.brought_at, scan.position`,
  )

describe('one PDF of several posted forms', () => {
  it('goes to the cases of its codes, each with the pages up to the next one', async () => {
    const [one, two] = [await aForm(), await aForm()]
    const screen = await splitOf('lot-1.pdf', aBatch(5))
    expect(screen.document.querySelectorAll('main input[name^="page-"]')).toHaveLength(5)
    const typed = { 'page-2': one.reference.toLowerCase(), 'page-4': two.reference }
    const done = await share(screen, typed)
    expect(done.text).toContain('2 dossiers ont reçu leur document')
    for (const { id } of [one, two]) {
      expect(await letterNow(setting.site, id)).toMatchObject({ state: 'received' })
      const { file } = await newestProof(setting.site, id)
      const sent = await setting.site.app.files.read(file?.sha256 ?? Buffer.alloc(0))
      expect(countPages(sent, 10)).toBe(2)
    }
    // The cover sheet belongs to nobody, and stays.
    expect(await waiting()).toEqual([{ name: 'lot-1 (1-1).pdf' }])
    const [event] = await setting.site.database.ownerQuery(
      `select details from audit_events where action = 'tray.scan_split'`,
    )
    expect(event).toMatchObject({ details: { scans: 3, by: 'post', pieces: expect.any(Array) } })
  })

  it('is not cut before every code is that of one case, and comes back as it was typed', async () => {
    const { reference } = await aForm()
    const screen = await splitOf('lot-2.pdf', aBatch(3))
    const typed = { 'page-1': reference, 'page-2': 'AB-12', 'page-3': reference }
    const back = await share(screen, typed)
    expect(back.status).toBe(422)
    expect(back.mistakes).toHaveLength(2)
    expect(back.body).toContain('value="AB-12"')
    expect(await waiting()).toContainEqual({ name: 'lot-2.pdf' })
    const none = await share(screen, {})
    expect(none.text).toContain('Saisissez au moins un code')
  })

  it('is not cut by the Enter of a reader, which only has the codes checked', async () => {
    const { reference } = await aForm()
    const screen = await splitOf('lot-6.pdf', aBatch(2))
    const checked = await setting.agent.submit(
      screen,
      { 'page-1': reference, geste: 'verifier' },
      screen.url,
    )
    expect(checked.status).toBe(200)
    expect(checked.text).toContain('Le code est celui d’un dossier.')
    expect(checked.body).toContain(`value="${reference}"`)
    expect(await waiting()).toContainEqual({ name: 'lot-6.pdf' })
  })

  it('leaves in the tray, under its code, what a case does not take', async () => {
    const [known, good] = [await aForm(), await aForm()]
    await signedBack(setting.site, known.id)
    const screen = await splitOf('lot-3.pdf', aBatch(2))
    const typed = { 'page-1': known.reference, 'page-2': good.reference }
    const looked = await setting.agent.submit(screen, { ...typed, geste: 'verifier' }, screen.url)
    expect(looked.text).toContain(`${known.reference} a déjà un document.`)
    expect(looked.text).not.toContain(`${good.reference} a déjà`)
    const done = await share(screen, typed)
    expect(done.text).toContain(`Le dossier ${good.reference} a reçu son document`)
    expect(done.text).toContain(`Le dossier ${known.reference} a déjà un document`)
    expect(await waiting()).toContainEqual({ name: `${known.reference} (1-1).pdf` })
    expect(done.body).toContain(`value="${known.reference}"`)
  })

  it('is refused with a sentence, and kept, when its pages share what they show', async () => {
    const { reference } = await aForm()
    const screen = await splitOf('lot-4.pdf', aBatch(2, true))
    const back = await share(screen, { 'page-2': reference })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Numérisez un fichier par dossier')
    expect(await waiting()).toContainEqual({ name: 'lot-4.pdf' })
  })

  it('was brought when it was, by whoever brought it, however late somebody else cuts it', async () => {
    const { id, reference } = await aForm()
    const broughtAt = setting.site.clock.now()
    const { url } = await splitOf('lot-7.pdf', aBatch(2))
    setting.site.clock.advance(3 * 3_600_000)
    const colleague = await signedIn(setting.site, await anAgent(setting.site))
    const screen = await colleague.get(url)
    await colleague.submit(screen, { 'page-2': reference, geste: 'repartir' }, url)
    const letter = await letterNow(setting.site, id)
    expect([letter.receivedAt, letter.clock.runningSince]).toEqual([broughtAt, broughtAt])
    const left = await setting.site.database.ownerQuery(
      `select piece.brought_at, piece.brought_by = whole.brought_by as by_the_same, item.since
        from desk_scans piece join files file on file.id = piece.file_id
        join work_items item on item.subject_kind = 'desk_scan' and item.subject_id = piece.id::text,
        desk_scans whole join files of on of.id = whole.file_id
        where file.name = 'lot-7 (1-1).pdf' and of.name = 'lot-7.pdf'`,
    )
    expect(left).toEqual([{ brought_at: broughtAt, by_the_same: true, since: broughtAt }])
    setting.agent = await signedIn(setting.site, await anAgent(setting.site))
  })

  it('has as many pages as can be drawn, when it says that it has more', async () => {
    const { id, reference } = await aForm()
    const boasting = aBatch(3).toString('latin1').replace('/Count 3', '/Count 9')
    const screen = await splitOf('lot-10.pdf', Buffer.from(boasting, 'latin1'))
    expect(screen.document.querySelectorAll('main input[name^="page-"]')).toHaveLength(3)
    const done = await share(screen, { 'page-2': reference })
    expect(done.text).toContain(`Le dossier ${reference} a reçu son document`)
    expect(await letterNow(setting.site, id)).toMatchObject({ state: 'received' })
  })

  it('is refused with a sentence, and kept, when something is laid over its pages', async () => {
    const stamped = aBatch(2).toString('latin1').replace('/Contents', '/Annots[90 0 R]/Contents')
    const said = await splitOf('lot-9.pdf', Buffer.from(stamped, 'latin1'))
    expect(said.text).toContain('que la répartition perdrait')
    expect(await waiting()).toContainEqual({ name: 'lot-9.pdf' })
  })

  it('stays as it was received, known to its pieces and to the journal, when what was taken out goes', async () => {
    const { reference } = await aForm()
    const screen = await splitOf('lot-8.pdf', aBatch(2))
    await share(screen, { 'page-2': reference })
    setting.site.clock.advance(keptAfterRemovalMs + 60_000)
    await forgetRemovedScans(setting.site.app)
    const [whole] = await setting.site.database.ownerQuery<{ id: string; sha256: Buffer }>(
      `select scan.id, file.sha256 from desk_scans scan join files file on file.id = scan.file_id
        where file.name = 'lot-8.pdf' and file.removed_at is null`,
    )
    expect(await setting.site.app.files.has(whole?.sha256 ?? Buffer.alloc(0))).toBe(true)
    const pieces = await setting.site.database.ownerQuery<{ id: string; pages: number }>(
      'select id, pages from desk_scans where split_from = $1 order by position',
      [whole?.id],
    )
    expect(pieces.map(({ pages }) => pages)).toEqual([1, 1])
    const [event] = await setting.site.database.ownerQuery<{ details: { pieces: string[] } }>(
      `select details from audit_events where action = 'tray.scan_split' and subject_id = $1`,
      [whole?.id],
    )
    expect(event?.details.pieces).toEqual(pieces.map(({ id }) => id))
    setting.agent = await signedIn(setting.site, await anAgent(setting.site))
  })

  it('is split once, whoever asks at the same time', async () => {
    const [one, two] = [await aForm(), await aForm()]
    const screen = await splitOf('lot-5.pdf', aBatch(2))
    const asked = [one, two].map(({ reference }) => share(screen, { 'page-1': reference }))
    const answers = await Promise.all(asked)
    expect(answers.map(({ text }) => text.includes('a reçu son document')).sort()).toEqual([
      false,
      true,
    ])
  })
})

describe('the PDF that pages were cut from', () => {
  it('is opened from its piece in the tray and from the case that received one, as it came', async () => {
    const { id, reference } = await aForm()
    const batch = aBatch(2)
    const done = await share(await splitOf('lot-11.pdf', batch), { 'page-2': reference })
    const original = /numerisations\/[0-9a-f-]+\/original/
    const inTray = done.document
      .querySelectorAll('tbody tr')
      .find((row) => row.text.includes('lot-11 (1-1).pdf'))
      ?.querySelectorAll('a')
      .find((link) => original.test(link.getAttribute('href') ?? ''))
    const file = await setting.agent.get(paths.agency.letter({ id }))
    const inCase = file.document
      .querySelectorAll('main a')
      .find((link) => original.test(link.getAttribute('href') ?? ''))
    expect(inCase?.text).toContain('Ouvrir le PDF d’où viennent ces pages')
    for (const link of [inTray, inCase]) {
      const opened = await setting.agent.raw(link?.getAttribute('href') ?? '')
      expect(opened.headers.get('content-type')).toBe('application/pdf')
      expect(Buffer.from(opened.bytes).equals(batch)).toBe(true)
    }
    const pieces = await setting.site.database.ownerQuery<{ id: string; split_from: string }>(
      `select piece.id, piece.split_from from desk_scans piece join desk_scans whole on whole.id = piece.split_from
        join files file on file.id = whole.file_id where file.name = 'lot-11.pdf' order by piece.position`,
    )
    const views = await setting.site.database.ownerQuery<{ details: { scan: string } }>(
      `select details from audit_events where action = 'tray.original_viewed' order by sequence desc limit 2`,
    )
    expect(views.map(({ details }) => details.scan).sort()).toEqual(
      pieces.map((piece) => piece.id).sort(),
    )
    const [, mine] = pieces
    expect(file.text).toContain(`(${mine?.id}) tirées d’un PDF de plusieurs formulaires`)
    expect(file.text).toContain(`(${mine?.split_from})`)
  })

  it('is not there for a scan that was brought alone', async () => {
    await splitOf('entier.pdf', aBatch(2))
    const [scan] = await setting.site.database.ownerQuery<{ id: string }>(
      `select scan.id from desk_scans scan join files file on file.id = scan.file_id where file.name = 'entier.pdf'`,
    )
    const opened = await setting.agent.raw(paths.agency.trayOriginal({ id: scan?.id ?? '' }))
    expect(opened.status).toBe(404)
  })

  it('is named with its pieces by the journal', () => {
    const details = { scans: 2, pieces: ['p-1', 'p-2'] }
    const telling = { words: wordsIn('fr'), language: 'fr', fundName: '' } as const
    expect(tellEvent({ action: 'tray.scan_split', details }, telling)).toMatch(
      /en 2.documents.: p-1, p-2$/,
    )
  })
})

describe('a PDF of one page', () => {
  it('is not proposed for sharing out, and says so to whoever asks all the same', async () => {
    const tray = paths.agency.tray()
    const alone = await splitOf('seule.pdf', aPdf('seule'))
    expect(alone.text).toContain('Ce PDF n’a qu’une page')
    const several = await splitOf('plusieurs.pdf', aBatch(2))
    const links = (await setting.agent.get(tray)).document
      .querySelectorAll('main a')
      .map((link) => link.getAttribute('href'))
    expect(links).toContain(several.url)
    expect(links).not.toContain(alone.url)
  })
})

describe('the parts of a PDF', () => {
  it('begin at their codes; what comes before the first has none', () => {
    const code = 'AB-6BV7-JFH1'
    expect(partsOf([{ page: 3, code }], 4)).toEqual([
      { from: 1, to: 2, code: null },
      { from: 3, to: 4, code },
    ])
  })

  it('are counted as they can be drawn, whatever the file says of itself', () => {
    const boasting = aBatch(2).toString('latin1').replace('/Count 2', '/Count 9')
    expect(countPages(Buffer.from(boasting, 'latin1'), 100)).toBe(2)
    expect(countPages(aBatch(7), 7)).toBe(7)
    expect(countPages(aBatch(8), 7)).toBeUndefined()
    expect(countPages(Buffer.from('%PDF-1.4 nonsense %%EOF'), 100)).toBeUndefined()
  })

  it('are none when there is nothing to read, or no such page', () => {
    const ranges = [{ from: 1, to: 1 }]
    expect(splitPdf(Buffer.from('%PDF-1.4 nonsense %%EOF'), ranges)).toBeUndefined()
    expect(splitPdf(aBatch(2), [{ from: 2, to: 3 }])).toBeUndefined()
  })

  it('are none when they share what they show, however many pictures no page shows', () => {
    const ranges = [1, 2, 3].map((page) => ({ from: page, to: page }))
    const superseded = Array.from({ length: 20 }, (_, index) => picture(500 + index, '0'))
    const beside = (batch: Buffer) =>
      Buffer.from(
        batch.toString('latin1').replace('\nxref', `\n${superseded.join('\n')}\nxref`),
        'latin1',
      )
    expect(splitPdf(beside(aBatch(3, true)), ranges)).toBeUndefined()
    expect(splitPdf(beside(aBatch(3)), ranges)).toHaveLength(3)
  })

  it('hold no program and nothing beside their pages', () => {
    const hostile = aBatch(2)
      .toString('latin1')
      .replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>')
    const parts = splitPdf(Buffer.from(hostile, 'latin1'), [{ from: 1, to: 1 }])
    expect(parts?.[0]?.toString('latin1')).not.toContain('JavaScript')
  })
})
