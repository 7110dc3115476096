import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Authenticator } from '../../test/support/authenticator.ts'
import { goodPassword, signedIn, type TestPerson } from '../../test/support/factories.ts'
import { askedOf, withPasskey } from '../../test/support/passkeys.ts'
import {
  aDrawnOrder,
  aPayingCompany,
  choiceOf,
  confirmAs,
  orderOf as findPaid,
  type Paying,
  paymentActor,
} from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'
import { editOrder } from './edit-order.ts'
import { verifyConfirmations } from './verify-confirmations.ts'

let site: TestSite
let paying: Paying
let amina: TestPerson
let badr: TestPerson
let passkey: Authenticator

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  await site.database.ownerQuery('delete from throttles')
  paying = await aPayingCompany(site)
  ;({ amina, badr } = paying)
  passkey = await withPasskey(site, amina)
})

const orderOf = (id: string) => findPaid(site, paying, id)
const confirmPath = (id: string) => paths.payments.confirm({ id })

/** The order as Amina reads it, and what she sends. */
async function shown(id: string, person = amina) {
  const visitor = await signedIn(site, person)
  const screen = await visitor.get(paths.payments.order({ id }))
  const send = (assertion: string): Promise<Screen> =>
    visitor.submit(screen, { assertion }, confirmPath(id))
  return { visitor, screen, send }
}

const assertions = () =>
  site.database.ownerQuery<{ digest: Buffer; public_key: Buffer }>(
    'select digest, public_key from presence_assertions where employer_id = $1',
    [paying.company.id],
  )

describe('a confirmation by passkey (E3)', () => {
  it('signs the digest of what is shown, is kept, and holds when verified later', async () => {
    const id = await aDrawnOrder(site, paying)
    const { screen, send } = await shown(id)
    const { digest } = await orderOf(id)
    expect(Buffer.from(askedOf(screen).challenge, 'base64url').toString('hex')).toBe(digest)
    const done = await send(passkey.sign(askedOf(screen)))
    expect(done.url).toBe(paths.payments.order({ id }))
    expect(done.text).toContain('clé d’accès')
    await confirmAs(site, paying, badr, id)
    expect((await orderOf(id)).state).toBe('confirmed')
    expect(await assertions()).toHaveLength(1)
    const verdict = await verifyConfirmations(site.app.db)
    expect(verdict.byPasskey).toBeGreaterThanOrEqual(1)
    expect(verdict.breaks).toEqual([])
  })

  it('is not offered to who has none; the password still serves', async () => {
    const id = await aDrawnOrder(site, paying)
    const { screen, visitor } = await shown(id, badr)
    expect(screen.document.querySelector('[data-get]')).toBeNull()
    const done = await visitor.submit(screen, { motDePasse: goodPassword }, confirmPath(id))
    expect(done.url).toBe(paths.payments.order({ id }))
  })

  it.each<[string, (asked: { challenge: string }) => string]>([
    ['of something else', (asked) => passkey.sign(asked, { challenge: 'A'.repeat(43) })],
    ['on another site', (asked) => passkey.sign(asked, { origin: 'https://portail.example' })],
    ['without recognising anybody', (asked) => passkey.sign(asked, { userVerified: false })],
    ['by a key that nobody added', (asked) => new Authenticator().sign(asked)],
    ['unreadable', () => '{"id":'],
  ])('is refused when the signature is %s; nothing is kept', async (_how, answer) => {
    const id = await aDrawnOrder(site, paying)
    const { screen, send } = await shown(id)
    const refused = await send(answer(askedOf(screen)))
    expect(refused.status).toBe(422)
    expect(refused.mistakes).toHaveLength(1)
    expect((await orderOf(id)).confirmations).toHaveLength(0)
    expect(await assertions()).toHaveLength(0)
  })

  it('of one order serves no other, nor another person', async () => {
    const [one, other] = [
      await aDrawnOrder(site, paying, 100_000n),
      await aDrawnOrder(site, paying, 200_000n),
    ]
    const first = await shown(one)
    const assertion = passkey.sign(askedOf(first.screen))
    const second = await shown(other)
    expect((await second.send(assertion)).status).toBe(422)
    const byBadr = await shown(one, badr)
    expect((await byBadr.send(passkey.sign(askedOf(first.screen)))).status).toBe(422)
    expect((await orderOf(other)).confirmations).toHaveLength(0)
    expect((await orderOf(one)).confirmations).toHaveLength(0)
  })

  it('AT72: of an order that changed meanwhile confirms nothing, and nothing is kept', async () => {
    const id = await aDrawnOrder(site, paying)
    const { screen, send } = await shown(id)
    const assertion = passkey.sign(askedOf(screen))
    const { version } = await orderOf(id)
    const changed = { ...choiceOf(paying, 500_000n), orderId: id, version }
    await editOrder(site.app, paymentActor(paying.maker), changed)
    expect((await send(assertion)).status).toBe(409)
    expect((await orderOf(id)).confirmations).toHaveLength(0)
    expect(await assertions()).toHaveLength(0)
  })

  it('AT9: waits with the account, like the password: wrong answers of one close the other too', async () => {
    const id = await aDrawnOrder(site, paying)
    const { screen, send, visitor } = await shown(id)
    for (let tries = 0; tries < 7; tries += 1)
      await send(passkey.sign(askedOf(screen), { challenge: 'A'.repeat(43) }))
    expect((await send(passkey.sign(askedOf(screen)))).status).toBe(422)
    const again = await visitor.submit(screen, { motDePasse: goodPassword }, confirmPath(id))
    expect(again.status).toBe(422)
  })
})

describe('what was confirmed, verified again', () => {
  async function confirmed(): Promise<string> {
    const id = await aDrawnOrder(site, paying)
    const { screen, send } = await shown(id)
    await send(passkey.sign(askedOf(screen)))
    return (await orderOf(id)).reference
  }

  /** Whoever holds the database may do this; nobody else can. */
  async function tamper(table: string, sql: string, ...values: unknown[]): Promise<void> {
    await site.database.ownerQuery(`alter table ${table} disable trigger user`)
    await site.database.ownerQuery(sql, values)
    await site.database.ownerQuery(`alter table ${table} enable trigger user`)
  }

  const breaksOf = async (reference: string) =>
    (await verifyConfirmations(site.app.db)).breaks
      .filter((one) => one.reference === reference)
      .map(({ what }) => what)

  it.each([
    ['payment_order_revisions', `set wording = wording || ' '`, 'wording'],
    [
      'presence_assertions',
      'set signature = set_byte(signature, 12, get_byte(signature, 12) # 1)',
      'signature',
    ],
    ['presence_assertions', `set client_data = client_data || ' '::bytea`, 'signature'],
    [
      'presence_assertions',
      'set public_key = set_byte(public_key, 30, get_byte(public_key, 30) # 1)',
      'signature',
    ],
    ['presence_assertions', `set key_added_at = key_added_at - interval '1 day'`, 'key'],
    ['payment_confirmations', `set confirmed_at = confirmed_at + interval '1 hour'`, 'trail'],
  ])('shows what somebody changed in %s (%s)', async (table, change, what) => {
    const reference = await confirmed()
    expect(await breaksOf(reference)).toEqual([])
    const { id } = paying.company
    await tamper(table, `update ${table} ${change} where employer_id = $1`, id)
    expect(await breaksOf(reference)).toEqual([what])
  })

  it('holds after the passkey is gone', async () => {
    const reference = await confirmed()
    await site.database.ownerQuery('delete from passkeys where account_id = $1', [amina.id])
    expect(await breaksOf(reference)).toEqual([])
  })

  it('cannot be changed or read by the program for a company', async () => {
    await confirmed()
    const employerId = paying.company.id
    const asCompany = <T>(sql: string) =>
      site.app.db.transaction({ as: 'employer', employerId }, (tx) =>
        tx.named<T & Record<string, unknown>>(`presence.${sql.length}`, sql),
      )
    expect(await asCompany('select 1 as one from presence_assertions')).toEqual([])
    await expect(asCompany(`update presence_assertions set made_at = now()`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(asCompany('delete from presence_assertions')).rejects.toThrow(/permission denied/)
  })
})
