import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAgent, anEmployer, signedIn } from '../../../test/support/factories.ts'
import { agentActor, aSubscription, letterNow, signedBack } from '../../../test/support/letters.ts'
import { aPdf, aPng } from '../../../test/support/scans.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { sweepFiles } from '../../platform/files/sweep-files.ts'
import { attachScan } from './attach-scan.ts'
import { forgetRemovedScans, keptAfterRemovalMs } from './forget-removed-scans.ts'

let site: TestSite
let agent: Visitor
let actor: ReturnType<typeof agentActor>

beforeAll(async () => {
  site = await openSite()
  const person = await anAgent(site)
  actor = agentActor(person)
  agent = await signedIn(site, person)
})
beforeEach(() =>
  site.database.ownerQuery(
    `update desk_scans set state = 'removed', settled_by = brought_by, settled_at = brought_at where state = 'waiting'`,
  ),
)
afterAll(() => site.close())

const tray = paths.agency.tray()
const file = (name: string, bytes: Uint8Array = aPdf()) => new File([Buffer.from(bytes)], name)

async function aForm(): Promise<{ id: string; reference: string }> {
  const { number } = await anEmployer(site)
  const id = await aSubscription(site, { number })
  return { id, reference: (await letterNow(site, id)).reference }
}

async function brought(...names: string[]): Promise<Screen> {
  let screen = await agent.get(tray)
  for (const name of names)
    screen = await agent.submit(screen, { documents: file(name), arrivee: 'post' }, tray)
  return screen
}

const fields = (screen: Screen) =>
  screen.document
    .querySelectorAll('input[name^="code-"]')
    .map((one) => one.getAttribute('name') ?? '')
const attach = (screen: Screen, typed: Record<string, string>) =>
  agent.submit(screen, typed, paths.agency.attachScans())

describe('scans of several cases, brought together', () => {
  it('each go to the case of their code, and its 48 hours begin', async () => {
    const [one, two] = [await aForm(), await aForm()]
    const screen = await brought('scan-1.pdf', 'scan-2.pdf', 'scan-3.pdf')
    const [first = '', second = '', third = ''] = fields(screen)
    const done = await attach(screen, {
      [first]: ` ${one.reference.toLowerCase()} `,
      [second]: two.reference,
    })
    expect(done.text).toContain('2 dossiers ont reçu leur document')
    expect(fields(done)).toEqual([third])
    for (const { id } of [one, two])
      expect(await letterNow(site, id)).toMatchObject({ state: 'received' })
    const events = await site.database.ownerQuery(
      `select 1 from audit_events where action = 'letter.received' and subject_id = any($1)`,
      [[one.id, two.id]],
    )
    expect(events).toHaveLength(2)
  })

  it('propose the code that stands in their name', async () => {
    const { reference } = await aForm()
    const screen = await brought(`20261124_${reference}.pdf`)
    expect(screen.body).toContain(`value="${reference}"`)
  })

  it('stay with what was typed when the code is not one, is nobody’s, or its case has a scan; the others go', async () => {
    const [good, known] = [await aForm(), await aForm()]
    await signedBack(site, known.id)
    const screen = await brought('a.pdf', 'b.pdf', 'c.pdf')
    const [a = '', b = '', c = ''] = fields(screen)
    const answer = await attach(screen, { [a]: 'AB-12', [b]: known.reference, [c]: good.reference })
    expect(answer.status).toBe(422)
    expect(answer.mistakes).toHaveLength(2)
    expect(answer.text).toContain(`Le dossier ${known.reference} a déjà un document`)
    expect(answer.text).toContain(`Le dossier ${good.reference} a reçu son document`)
    expect(answer.body).toContain('value="AB-12"')
    expect(fields(answer)).toEqual([a, b])
  })

  it('go to one case once, whoever asks at the same time', async () => {
    const [one, two] = [await aForm(), await aForm()]
    const [name = ''] = fields(await brought('a.pdf'))
    const id = name.slice('code-'.length)
    const tries = await Promise.allSettled(
      [one, two].map(({ reference }) => attachScan(site.app, actor, { id, code: reference })),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const states = await Promise.all(
      [one, two].map(async ({ id: of }) => (await letterNow(site, of)).state),
    )
    expect(states.sort()).toEqual(['awaiting_signature', 'received'])
  })

  it('AT93: are looked into one by one: what is refused is named, and the rest is kept', async () => {
    const body = new FormData()
    const page = await agent.get(tray)
    body.append(
      'csrf',
      page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '',
    )
    body.append('arrivee', 'counter')
    const { reference } = await aForm()
    body.append('documents', file(`bonne ${reference}.png`, aPng()))
    body.append('documents', file('programme.pdf', Buffer.from('MZ not a document')))
    const answer = await agent.raw(tray, { method: 'POST', body })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('1 document est déposé.')
    expect(answer.text).toContain('« programme.pdf » n’a pas été gardé.')
    const [code] = answer.document.querySelectorAll('input[name^="code-"]')
    expect([fields(answer).length, code?.getAttribute('value')]).toEqual([1, reference])
    const none = await agent.submit(await agent.get(tray), { arrivee: 'post' }, tray)
    expect([none.status, none.text]).toEqual([
      422,
      expect.stringContaining('Choisissez au moins un'),
    ])
  })

  it('are looked at, and taken out of the tray, with a trace', async () => {
    const screen = await brought('a.pdf')
    const [name = ''] = fields(screen)
    const id = name.slice('code-'.length)
    const seen = await agent.raw(paths.agency.trayScan({ id }))
    expect(seen.headers.get('content-disposition')).toContain('attachment')
    const unsaid = await attach(screen, { retirer: id })
    expect([unsaid.status, unsaid.mistakes.join()]).toEqual([
      422,
      expect.stringContaining('Indiquez le motif du retrait'),
    ])
    const gone = await attach(unsaid, { retirer: id, [`motif-${id}`]: 'Page blanche' })
    expect(gone.text).toContain('Aucun document n’attend.')
    expect((await agent.raw(paths.agency.trayScan({ id }))).status).toBe(404)
    const [{ count } = { count: 0n }] = await site.database.ownerQuery<{ count: bigint }>(
      `select count(*) as count from audit_events where subject_id = $1 and action like 'tray.%'`,
      [id],
    )
    expect(Number(count)).toBe(2)
  })

  it('are taken out without losing the codes typed beside the others', async () => {
    const screen = await brought('a.pdf', 'b.pdf')
    const [a = '', b = ''] = fields(screen)
    const id = a.slice('code-'.length)
    const typed = { [b]: 'AB-6BV7', retirer: id, [`motif-${id}`]: 'En double' }
    const answer = await attach(screen, typed)
    expect([answer.status, answer.text]).toEqual([
      200,
      expect.stringContaining('Le document est retiré.'),
    ])
    expect(fields(answer)).toEqual([b])
    expect(answer.body).toContain('value="AB-6BV7"')
    const late = await attach(screen, typed)
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('n’attend plus')])
  })

  it('go nowhere, and none is taken out, by the Enter key in a reason', async () => {
    const { id: letterId, reference } = await aForm()
    const screen = await brought('a.pdf', 'b.pdf')
    const [a = '', b = ''] = fields(screen)
    const reason = `motif-${a.slice('code-'.length)}`
    const answer = await attach(screen, { [b]: reference, [reason]: 'En double' })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('« Retirer »')])
    expect(answer.body).toContain('value="En double"')
    expect(fields(answer)).toEqual([a, b])
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'awaiting_signature' })
  })

  it('are all counted, and shown fifty at a time', async () => {
    await brought('premier.pdf')
    await site.database.ownerQuery(
      `insert into desk_scans (file_id, arrival, brought_by, brought_at, position)
        select file_id, arrival, brought_by, brought_at, n + 1 from desk_scans, generate_series(1, 51) n where state = 'waiting'`,
    )
    const first = await agent.get(tray)
    expect(first.text).toContain('52 documents attendent leur code')
    expect(fields(first)).toHaveLength(50)
    const second = await agent.get(`${tray}?page=2`)
    expect(fields(second)).toHaveLength(2)
    expect(second.text).toContain('Code du document 52')
    const [name = ''] = fields(second)
    const wrong = await attach(second, { [name]: 'AB-12', page: '2' })
    expect(fields(wrong)).toEqual(fields(second))
  })

  it('wait in the queue since they were brought, and so long do the 48 hours of their case run', async () => {
    const { id, reference } = await aForm()
    const broughtAt = site.clock.now()
    const [name = ''] = fields(await brought('a.pdf'))
    const waiting = () =>
      site.database.ownerQuery(
        `select kind, since, about from work_items where subject_kind = 'desk_scan' and subject_id = $1`,
        [name.slice('code-'.length)],
      )
    expect(await waiting()).toEqual([{ kind: 'desk_scan', since: broughtAt, about: 'a.pdf' }])
    expect((await agent.get(paths.agency.queue())).text).toContain('a.pdf')
    site.clock.advance(3 * 3_600_000)
    await attachScan(site.app, actor, { id: name.slice('code-'.length), code: reference })
    expect(await waiting()).toEqual([])
    const letter = await letterNow(site, id)
    expect([letter.receivedAt, letter.clock.runningSince]).toEqual([broughtAt, broughtAt])
  })

  it('give no case a time before it was drawn up', async () => {
    agent = await signedIn(site, await anAgent(site))
    const [name = ''] = fields(await brought('a.pdf'))
    site.clock.advance(60_000)
    const { id, reference } = await aForm()
    const drawnUpAt = site.clock.now()
    await attach(await agent.get(tray), { [name]: reference })
    expect((await letterNow(site, id)).receivedAt).toEqual(drawnUpAt)
  })
})

describe('scans taken out of the tray', () => {
  it('lose their content a month after they were taken out; another document of the same bytes keeps its own', async () => {
    const removed = async (name: string, bytes: Uint8Array) => {
      await agent.submit(
        await agent.get(tray),
        { documents: file(name, bytes), arrivee: 'post' },
        tray,
      )
      const screen = await agent.get(tray)
      const id = (fields(screen).at(-1) ?? '').slice('code-'.length)
      await agent.submit(
        screen,
        { retirer: id, [`motif-${id}`]: 'Page blanche' },
        paths.agency.attachScans(),
      )
      return id
    }
    const alone = await removed('seul.pdf', aPdf('% seul'))
    const shared = await removed('deux.png', aPng())
    const twin = { documents: file('trois.png', aPng()), arrivee: 'post' }
    await agent.submit(await agent.get(tray), twin, tray)
    const contents = () =>
      site.database.ownerQuery<{ id: string; sha256: Buffer; removed_at: Date | null }>(
        `select scan.id, file.sha256, file.removed_at from desk_scans scan join files file on file.id = scan.file_id
          where scan.id = any($1) order by scan.id = $2`,
        [[alone, shared], shared],
      )
    site.clock.advance(keptAfterRemovalMs - 60_000)
    await forgetRemovedScans(site.app)
    expect((await contents()).map(({ removed_at: at }) => at)).toEqual([null, null])
    site.clock.advance(120_000)
    await forgetRemovedScans(site.app)
    const [one, two] = await contents()
    expect([one?.removed_at, two?.removed_at]).toEqual([expect.any(Date), expect.any(Date)])
    expect(await forgetRemovedScans(site.app)).toEqual({ forgotten: 0 })
    site.clock.set(new Date(Date.now() + 2 * 86_400_000))
    expect(await sweepFiles(site.app)).toMatchObject({ missing: [] })
    expect(await site.app.files.has(one?.sha256 ?? Buffer.alloc(0))).toBe(false)
    expect(await site.app.files.has(two?.sha256 ?? Buffer.alloc(0))).toBe(true)
    const told = await site.database.ownerQuery(
      `select 1 from audit_events where action = 'tray.scan_forgotten' and subject_id = any($1)`,
      [[alone, shared]],
    )
    expect(told).toHaveLength(2)
  })
})
