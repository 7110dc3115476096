import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Clamd, eicar } from '../../../test/support/clamd.ts'
import { anAgent, anEmployer, signedIn } from '../../../test/support/factories.ts'
import { agentActor, aSubscription, letterNow } from '../../../test/support/letters.ts'
import { aPdf, aPng } from '../../../test/support/scans.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { openScan } from './open-scan.ts'

let clamd: Clamd
let site: TestSite
let agent: Visitor
let actor: ReturnType<typeof agentActor>
beforeAll(async () => {
  clamd = await Clamd.open()
  site = await openSite(undefined, { CLAMAV_URL: clamd.url })
  const person = await anAgent(site)
  actor = agentActor(person)
  agent = await signedIn(site, person)
})
beforeEach(async () => {
  clamd.mood = 'answering'
  await site.database.ownerQuery(
    `update desk_scans set state = 'removed', settled_by = brought_by, settled_at = brought_at where state = 'waiting'`,
  )
})
afterAll(async () => {
  await site.close()
  await clamd.close()
})

const tray = paths.agency.tray()
const pdf = (name: string, about: string) => new File([new Uint8Array(aPdf(about))], name)
const bring = async (documents: File) =>
  agent.submit(await agent.get(tray), { documents, arrivee: 'post' }, tray)

async function idOf(name: string): Promise<string> {
  const [row] = await site.database.ownerQuery<{ id: string }>(
    `select scan.id from desk_scans scan join files file on file.id = scan.file_id where file.name = $1`,
    [name],
  )
  return row?.id ?? ''
}

async function actionsOn(id: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    'select action from audit_events where subject_id = $1 order by sequence',
    [id],
  )
  return rows.map(({ action }) => action)
}

async function aForm(): Promise<{ id: string; reference: string }> {
  const { number } = await anEmployer(site)
  const id = await aSubscription(site, { number })
  return { id, reference: (await letterNow(site, id)).reference }
}

const attach = (screen: Screen, typed: Record<string, string>) =>
  agent.submit(screen, typed, paths.agency.attachScans())

const checkNow = async () => {
  await site.database.ownerQuery(`select graphile_worker.add_job('check-waiting')`)
  await site.runJobs()
}

describe('a scan of the tray that waited for the scanner', () => {
  it('AT93: infected, says so in its line, goes to no case, and keeps no other from its own', async () => {
    const [good, bad] = [await aForm(), await aForm()]
    await bring(pdf('saine.pdf', 'saine'))
    clamd.mood = 'hanging_up'
    await bring(pdf('virus.pdf', eicar))
    clamd.mood = 'answering'
    const [clean, infected] = [await idOf('saine.pdf'), await idOf('virus.pdf')]
    const stale = await agent.get(tray)
    expect(stale.text).toContain('La recherche de virus n’est pas terminée')
    await checkNow()
    const answer = await attach(stale, {
      [`code-${clean}`]: good.reference,
      [`code-${infected}`]: bad.reference,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`Le dossier ${good.reference} a reçu son document`)
    expect(answer.text).toContain('Ce document contenait un virus')
    expect((await letterNow(site, bad.id)).state).toBe('awaiting_signature')
    const shown = await agent.get(tray)
    expect(shown.text).toContain('Un virus a été trouvé')
    expect(shown.document.querySelector(`input[name="code-${infected}"]`)).toBeNull()
    expect((await agent.raw(paths.agency.trayScan({ id: infected }))).status).toBe(409)
    expect(await actionsOn(infected)).toEqual(['tray.scan_infected'])
  })

  it('AT93: goes to its case once it was found clean, not before', async () => {
    const form = await aForm()
    clamd.mood = 'hanging_up'
    await bring(pdf('attente.pdf', 'attente'))
    clamd.mood = 'answering'
    const id = await idOf('attente.pdf')
    const code = { [`code-${id}`]: form.reference }
    const early = await attach(await agent.get(tray), code)
    expect([early.status, early.text]).toEqual([
      422,
      expect.stringContaining('L’antivirus n’a pas encore examiné ce document'),
    ])
    await checkNow()
    expect(await actionsOn(id)).toEqual(['tray.scan_clean'])
    await attach(await agent.get(tray), code)
    expect((await letterNow(site, form.id)).state).toBe('received')
  })

  it('whose content is gone says what to do, and keeps no other from its case', async () => {
    const [good, bad] = [await aForm(), await aForm()]
    await bring(pdf('perdue.pdf', 'perdue'))
    await bring(pdf('la.pdf', 'la'))
    const [lost, kept] = [await idOf('perdue.pdf'), await idOf('la.pdf')]
    const [row] = await site.database.ownerQuery<{ sha256: Buffer }>(
      `select file.sha256 from desk_scans scan join files file on file.id = scan.file_id where scan.id = $1`,
      [lost],
    )
    await site.app.files.contents.remove(row?.sha256.toString('hex') ?? '')
    const answer = await attach(await agent.get(tray), {
      [`code-${lost}`]: bad.reference,
      [`code-${kept}`]: good.reference,
    })
    expect(answer.text).toContain('Le contenu de ce document n’est plus là')
    expect((await letterNow(site, good.id)).state).toBe('received')
  })
})

describe('a page of many scans', () => {
  it('is shown without a trace of openings, which only the link leaves', async () => {
    const image = new File([new Uint8Array(aPng())], 'photo.png')
    const screen = await bring(image)
    const id = await idOf('photo.png')
    const thumbnail = screen.document.querySelector('img[src*="/numerisations/"]')
    const shown = await agent.raw(thumbnail?.getAttribute('src') ?? '')
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(await actionsOn(id)).toEqual([])
    const link = screen.document.querySelector('a.scan')?.getAttribute('href') ?? ''
    expect((await agent.raw(link)).status).toBe(200)
    expect(await actionsOn(id)).toEqual(['tray.scan_viewed'])
  })

  it('holds no connection while the store of documents is slow', async () => {
    await bring(pdf('lente.pdf', 'lente'))
    const id = await idOf('lente.pdf')
    const held: number[] = []
    const read = async (sha256: Buffer) => {
      const rows = await site.database.ownerQuery(
        `select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      )
      held.push(rows.length)
      return site.app.files.read(sha256)
    }
    const app = { ...site.app, files: { ...site.app.files, read } }
    await openScan(app, actor, { id, isThumbnail: false })
    expect(held).toEqual([0])
  })

  it('comes back with a sentence when one of the files is over the limit', async () => {
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'trop.pdf')
    const answer = await bring(large)
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('Numérisations à rattacher')
    expect(answer.mistakes.join()).toContain('10')
  })
})
