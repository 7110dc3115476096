import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { signedIn } from '../../test/support/factories.ts'
import { aConfirmedOrder, aDrawnOrder, owedAmount } from '../../test/support/paying.ts'
import { aDebitDeskEachTime, today } from '../../test/support/debit-desk.ts'
import { paths } from '../web/paths.ts'
import { makeCollection } from './make-collection.ts'
import { openCollectionFile } from './views.ts'

const setting = aDebitDeskEachTime()
const { actor, openAmount, stateOf, referenceOf, collected } = setting

describe('a collection (E5)', () => {
  it('takes the confirmed orders whose day has come, and puts their money in transit', async () => {
    const due = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    const later = await aConfirmedOrder(setting.site, setting.paying, 100_000n, '2026-12-24')
    const unconfirmed = await aDrawnOrder(setting.site, setting.paying, 100_000n, today)
    const { text } = await collected()
    expect(text).toContain(`<EndToEndId>${await referenceOf(due)}</EndToEndId>`)
    expect(text).toContain('<CtrlSum>10000.00</CtrlSum>')
    expect([await stateOf(due), await stateOf(later), await stateOf(unconfirmed)]).toEqual([
      'collected',
      'confirmed',
      'awaiting_confirmation',
    ])
    expect(await openAmount()).toBe(owedAmount - 1_000_000n)
  })

  it('I6, RE22: never takes an order twice, even made twice at once', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    const made = await Promise.all([1, 2, 3].map(() => makeCollection(setting.site.app, actor())))
    expect(made.filter((one) => one.outcome === 'made')).toHaveLength(1)
    await setting.site.database.ownerQuery(
      `update payment_orders set state = 'confirmed' where id = $1`,
      [id],
    )
    await expect(makeCollection(setting.site.app, actor())).resolves.toMatchObject({
      outcome: 'nothing_due',
      heldBack: [{ reason: 'dues_not_open' }],
    })
    await setting.site.database.ownerQuery(
      `update payment_orders set state = 'collected', held_reason = null, held_at = null where id = $1`,
      [id],
    )
  })

  it('names the day when the signed mandate came back, in Casablanca', async () => {
    const [mandate] = await setting.site.database.ownerQuery<{ id: string }>(
      `update debit_mandates set requested_at = '2026-06-01T23:30:00Z' where employer_id = $1 returning id`,
      [setting.paying.company.id],
    )
    await aConfirmedOrder(setting.site, setting.paying, 100_000n, today)
    expect((await collected()).text).toContain('<DtOfSgntr>2026-06-02</DtOfSgntr>')
    await setting.site.database.ownerQuery(
      `with letter as (
         insert into letters (reference, kind, employer_number, employer_id, state, state_since, language, applicant_name,
             applicant_email, content, agents_required, created_at, received_at)
           values ('MP-0000-0000', 'debit_mandate', $2, $3, 'received', $4, 'fr', 'x', 'x@example.com', '{}', 1, $4, $4)
           returning id)
       update debit_mandates set letter_id = (select id from letter) where id = $1`,
      [
        mandate?.id,
        setting.paying.company.number,
        setting.paying.company.id,
        '2026-06-05T23:30:00Z',
      ],
    )
    await aConfirmedOrder(setting.site, setting.paying, 100_000n, today)
    expect((await collected()).text).toContain('<DtOfSgntr>2026-06-06</DtOfSgntr>')
  })

  it('is found however many came after it, and listed in pages', async () => {
    await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    const { id } = await collected()
    await setting.site.database.ownerQuery(
      `insert into collections select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
          'reference', 'PR-' || n, 'made_at', c.made_at + n * interval '1 minute'))).*
        from collections c, generate_series(1, 1001) n where c.id = $1`,
      [id],
    )
    const visitor = await signedIn(setting.site, setting.agent)
    expect((await visitor.get(paths.agency.collection({ id }))).status).toBe(200)
    const first = await visitor.get(paths.agency.collections())
    expect(first.text).toContain('Page 1 sur 21')
    expect(first.body).not.toContain(id)
    const last = await visitor.get(`${paths.agency.collections()}?page=21`)
    expect(last.body).toContain(id)
    await setting.site.database.ownerQuery(
      "delete from collections where reference like 'PR-%' and id <> $1 and not exists (select from collection_entries e where e.collection_id = collections.id)",
      [id],
    )
  })

  it.each(['pain.008', 'bordereau-120'] as const)(
    'RE22: in the layout of the fund’s bank (%s), is made again with the same bytes when the disk lost it',
    async (collectionFormat) => {
      await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
      const config = { ...setting.site.app.config, collectionFormat }
      const made = await makeCollection({ ...setting.site.app, config }, actor())
      if (made.outcome !== 'made') throw new Error('nothing was due')
      const before = await openCollectionFile(setting.site.app, actor(), made.id)
      const hash = createHash('sha256').update(before.body).digest('hex')
      await rm(path.join(setting.site.app.config.dataFolder, 'files', hash.slice(0, 2), hash))
      const after = await openCollectionFile(setting.site.app, actor(), made.id)
      expect(after).toEqual(before)
      const [kept] = await setting.site.database.ownerQuery<{ sha256: Buffer; adapter: string }>(
        'select sha256, adapter from collections where id = $1',
        [made.id],
      )
      expect(kept?.sha256.toString('hex')).toBe(hash)
      expect(before.name.endsWith(collectionFormat === 'pain.008' ? '.xml' : '.txt')).toBe(true)
    },
  )

  it('RE22: killed when the file is written and not recorded, has no effect; made again, the order leaves once', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    // The file is whole on the disk, and the program ends before the database heard of it.
    const files = Object.assign(Object.create(setting.site.app.files), {
      put: async (content: Uint8Array) => {
        await setting.site.app.files.put(content)
        throw new Error('killed')
      },
    })
    const dying = makeCollection({ ...setting.site.app, files }, actor())
    await expect(dying).rejects.toThrow('killed')
    expect(await stateOf(id)).toBe('confirmed')
    expect(await openAmount()).toBe(owedAmount)
    const { text } = await collected()
    expect(text.match(/<DrctDbtTxInf>/g)).toHaveLength(1)
    const entries = await setting.site.database.ownerQuery(
      'select collection_id from collection_entries where order_id = $1',
      [id],
    )
    expect(entries).toHaveLength(1)
    expect(await makeCollection(setting.site.app, actor())).toMatchObject({
      outcome: 'nothing_due',
    })
  })

  it('AT80: holds back «confirmed» written by hand, and says so in both trails', async () => {
    const id = await aDrawnOrder(setting.site, setting.paying, 1_000_000n, today)
    await setting.site.database.ownerQuery(
      `update payment_orders set state = 'confirmed' where id = $1`,
      [id],
    )
    const made = await makeCollection(setting.site.app, actor())
    expect(made).toMatchObject({ outcome: 'nothing_due', heldBack: [{ reason: 'not_confirmed' }] })
    const alarms = await setting.site.database.ownerQuery(
      `select employer_id from audit_events where action = 'order.held_back' and details->>'reference' = $1`,
      [await referenceOf(id)],
    )
    expect(alarms.map((one) => one['employer_id']).sort()).toEqual(
      [setting.paying.company.id, null].sort(),
    )
    // Nobody had confirmed it: it waits for that, and those who may are written to.
    const [order] = await setting.site.database.ownerQuery(
      'select state from payment_orders where id = $1',
      [id],
    )
    expect(order).toEqual({ state: 'awaiting_confirmation' })
    await setting.site.runJobs()
    expect(
      setting.site.mails.some(({ text }) => text.includes('n’est pas parti à la banque')),
    ).toBe(true)
  })
})

describe('the agents’ pages', () => {
  it('make the file of the day, give it, and note that the bank has it', async () => {
    await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    const visitor = await signedIn(setting.site, setting.agent)
    const list = await visitor.get(paths.agency.collections())
    expect(list.text).toMatch(/Un ordre confirmé, dont le jour est venu : 10.000,00.DH/)
    const made = await visitor.submit(list, {}, paths.agency.collections())
    expect(made.text).toContain('Le fichier est prêt')
    const [row] = await setting.site.database.ownerQuery<{ id: string }>(
      'select id from collections order by made_at desc, reference desc limit 1',
    )
    const id = row?.id ?? ''
    const file = await visitor.get(paths.agency.collectionFile({ id }))
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const unsure = await visitor.submit(made, {}, paths.agency.handOver({ id }))
    expect([unsure.status, unsure.mistakes]).toEqual([
      422,
      ['Cochez que la banque a ce fichier, ou déposez-le d’abord.'],
    ])
    const [order] = await setting.site.database.ownerQuery<{ order_id: string }>(
      'select order_id from collection_entries where collection_id = $1 and employer_id = $2',
      [id, setting.paying.company.id],
    )
    const maker = await signedIn(setting.site, setting.paying.maker)
    const address = paths.payments.order({ id: order?.order_id ?? '' })
    expect((await maker.get(address)).text).toContain('pas encore remis à la banque')
    const handed = await visitor.submit(unsure, { remis: 'on' }, paths.agency.handOver({ id }))
    expect((await maker.get(address)).text).not.toContain('pas encore remis à la banque')
    expect(handed.text).toContain('Remis à la banque')
    expect((await visitor.get(paths.agency.collections())).text).toContain(
      'Aucun ordre confirmé n’attend',
    )
    const empty = await visitor.submit(list, {}, paths.agency.collections())
    expect(empty.text).toContain('Aucun ordre n’est à prélever aujourd’hui.')
  })
})
