import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { signedIn } from '../../test/support/factories.ts'
import { BankDesk, message, type Sent } from '../../test/support/transfers.ts'
import { paths } from '../web/paths.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await BankDesk.open()
})
afterAll(() => desk.site.close())
beforeEach(() => desk.begin())

const own = paths.agency

/** What came into suspense by these files, and what they left to decide. */
async function afterFiles(...files: readonly string[]) {
  const before = { suspense: await desk.inSuspense(), parked: (await parked()).length }
  for (const file of files) await desk.give(file)
  return {
    received: (await desk.inSuspense()) - before.suspense,
    questions: (await parked()).slice(before.parked).map(({ note }) => note),
  }
}

interface ParkedRow {
  readonly message_id: string
  readonly position: number
  readonly note: string
}

const parked = () =>
  desk.site.database.ownerQuery<ParkedRow>(
    `select m.message_id, position, note from bank_movements m join bank_messages b on b.id = m.message_id
      where state = 'parked' order by b.received_at, position`,
  )

const unnamed = (): Sent => ({ amount: '77.00', payer: randomUUID(), bank: '' })
const named = (): Sent => ({ amount: '77.00', payer: 'X', bank: `B${randomUUID()}` })
/** The same message in another file: not one byte of what it says changes. */
const resent = (text: string) => text.replace('<GrpHdr>', '<GrpHdr> ')

describe('RE23: within one message, of movements that look the same', () => {
  it('each is money of its own when the bank gives no reference', async () => {
    const row = unnamed()
    expect(await afterFiles(message('053', [row, row, row]))).toEqual({
      received: 23_100n,
      questions: [],
    })
  })

  it('each is, however the bank says that the payer wrote nothing, or in which field he wrote', async () => {
    const row = { ...unnamed(), reference: 'NOTPROVIDED' }
    const other = { ...row, reference: 'NONREF' }
    const label = { ...row, label: 'COTISATIONS' }
    const field = { ...row, reference: 'COTISATIONS' }
    expect(await afterFiles(message('054', [row, other, label, field]))).toEqual({
      received: 30_800n,
      questions: [],
    })
  })

  it('a second one under the same reference of the bank is a question, and never lost', async () => {
    const row = named()
    expect(await afterFiles(message('053', [row, row]))).toEqual({
      received: 7_700n,
      questions: ['told_twice'],
    })
  })

  it('each is under one reference when it is the same with another day or another amount', async () => {
    const row = named()
    const text = message('053', [row, { ...row, amount: '78.00' }])
    expect(await afterFiles(text)).toEqual({ received: 15_500n, questions: [] })
  })

  it.each([
    ['one reference for the booking', 'B1', ''],
    ['one reference, repeated in each', 'B2', 'B2'],
    ['none', '', ''],
  ])('the transactions of one booking are told apart, with %s', async (_how, bank, each) => {
    const payer = randomUUID()
    expect(await afterFiles(summedUp({ bank, each, payer }))).toEqual({
      received: 15_400n,
      questions: [],
    })
  })

  it('without references, what one booking tells and what another message does are not one for their place alone', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    const files = [one, other].map((payer) => summedUp({ bank: '', each: '', payer }))
    expect(await afterFiles(...files)).toEqual({ received: 30_800n, questions: [] })
  })
})

describe('RE23: in another message', () => {
  it.each([
    ['054', '053'],
    ['053', '054'],
    ['054', '054'],
    ['053', '053'],
  ] as const)(
    'what was told under the reference of the bank is known: %s then %s',
    async (first, then) => {
      const row = named()
      expect(await afterFiles(message(first, [row]), message(then, [row]))).toEqual({
        received: 7_700n,
        questions: [],
      })
    },
  )

  it.each([
    ['054', '053'],
    ['053', '054'],
    ['054', '054'],
    ['053', '053'],
  ] as const)('what was told without any is a question: %s then %s', async (first, then) => {
    const row = unnamed()
    expect(await afterFiles(message(first, [row]), message(then, [row]))).toEqual({
      received: 7_700n,
      questions: ['said_before'],
    })
  })

  it('one more than was known is money at once, for a message tells each once', async () => {
    const row = unnamed()
    expect(await afterFiles(message('054', [row]), message('053', [row, row]))).toEqual({
      received: 15_400n,
      questions: ['said_before'],
    })
  })

  it('another reference, or another word of the payer, is another transfer', async () => {
    const [one, other] = [named(), named()]
    const said = unnamed()
    const files = [
      message('054', [one, said]),
      message('053', [other, { ...said, label: 'AUTRE' }]),
    ]
    expect(await afterFiles(...files)).toEqual({ received: 30_800n, questions: [] })
  })

  it('the same message sent again in another file has no effect at all', async () => {
    const row = unnamed()
    const text = message('053', [row, row, named()])
    expect(await afterFiles(text, resent(text), text)).toEqual({
      received: 23_100n,
      questions: [],
    })
  })
})

describe('the question that an agent answers', () => {
  const asked = async (row: Sent, kind: '053' | '054' = '053') => {
    await desk.give(message('054', [row]))
    await desk.give(message(kind, [row]))
    const last = (await parked()).at(-1)
    if (!last) throw new Error('nothing waits')
    const place = { id: last.message_id, position: String(last.position) }
    const visitor = await signedIn(desk.site, desk.agent)
    return { place, visitor, page: await visitor.get(own.bankMessages()) }
  }

  it('says what it is about, and leads to the transfer that is known', async () => {
    const { page, place } = await asked(unnamed())
    expect(page.text).toContain('la banque ne donne aucune référence : est-ce le même virement ?')
    const { id } = await desk.newest()
    const section = page.document.querySelector(`[id="mouvement-${place.id}-${place.position}"]`)
    const links = section?.querySelectorAll('a').map((one) => one.getAttribute('href'))
    expect(links).toEqual([own.receivedTransfer({ id })])
  })

  it('«un second virement»: it waits in suspense, and is known when both are told again', async () => {
    const row = unnamed()
    const before = await desk.inSuspense()
    const { page, place, visitor } = await asked(row)
    const done = await visitor.submit(page, {}, own.receiveMovement(place))
    expect(done.text).toContain('C’est un virement reçu, en attente')
    expect(done.text).toContain('un agent y a reconnu un second')
    expect((await desk.inSuspense()) - before).toBe(15_400n)
    // Answered once: another agent who had the page open changes nothing.
    expect((await visitor.submit(page, {}, own.receiveMovement(place))).status).toBe(409)
    const again = await afterFiles(message('053', [row, row]))
    expect(again).toEqual({ received: 0n, questions: ['said_before', 'said_before'] })
  })

  it('«le même»: nothing comes into suspense, and the answer is kept', async () => {
    const before = await desk.inSuspense()
    const { page, place, visitor } = await asked(unnamed())
    const done = await visitor.submit(page, {}, own.setAside(place))
    expect(done.text).toContain('Le mouvement est écarté')
    expect((await desk.inSuspense()) - before).toBe(7_700n)
    const [kept] = await desk.site.database.ownerQuery<{ state: string; note: string }>(
      'select state, note from bank_movements where message_id = $1 and position = $2',
      [place.id, Number(place.position)],
    )
    expect(kept).toEqual({ state: 'set_aside', note: 'C’est le même virement, déjà reçu.' })
  })

  it('under one reference of the bank, a second transfer is known from then on', async () => {
    const row = named()
    const before = await desk.inSuspense()
    await desk.give(message('054', [row, row]))
    const last = (await parked()).at(-1)
    const place = { id: last?.message_id ?? '', position: String(last?.position) }
    const visitor = await signedIn(desk.site, desk.agent)
    await visitor.submit(await visitor.get(own.bankMessages()), {}, own.receiveMovement(place))
    expect((await desk.inSuspense()) - before).toBe(15_400n)
    expect(await afterFiles(message('053', [row, row]))).toEqual({ received: 0n, questions: [] })
  })
})

/** One booking of two transactions of the same amount; `each`: the reference that the bank repeats in every one. */
function summedUp({
  bank,
  each,
  payer = 'X',
}: {
  readonly bank: string
  readonly each: string
  readonly payer?: string
}): string {
  const [one] = /<Ntry>.*<\/Ntry>/s.exec(message('053', [{ amount: '77.00', bank, payer }])) ?? []
  const [details = ''] = /<TxDtls>.*<\/TxDtls>/s.exec(one ?? '') ?? []
  const row = details
    .replace('<Refs>', `<Refs>${each ? `<AcctSvcrRef>${each}</AcctSvcrRef>` : ''}`)
    .replace('</Refs>', '</Refs><Amt Ccy="MAD">77.00</Amt>')
  const booking = (one ?? '').replace(details, row + row).replace('>77.00<', '>154.00<')
  return message('053', []).replace('</GrpHdr><Stmt>', `</GrpHdr><Stmt>${booking}`)
}
