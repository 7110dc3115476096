import { setTimeout as wait } from 'node:timers/promises'
import { todayIn } from '../../src/calendar/index.ts'
import { systemClock } from '../../src/calendar/clock.ts'
import { firstDebitDay } from '../../src/payments/debit-day.ts'
import { paths } from '../../src/web/paths.ts'
import type { Screen } from '../support/visitor.ts'
import type { PayingCompany } from './arrange-payers.ts'
import { type Client, Refused } from './client.ts'
import { signInAt } from './doors.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'

export interface PayerAtWork {
  readonly client: Client
  readonly journal: Journal
  readonly company: PayingCompany
  readonly account: PayingCompany['makers'][number]
  readonly random: Random
}

const own = paths.payments
const toOrder = /^\/paiement\/ordres\//
const due = '01-2025T4-contributions'
const mostOpen = 25

function enter({ client, journal, account }: PayerAtWork): Promise<boolean> {
  const path = '/connexion/e-paiement'
  return signInAt(client, journal, { path, fields: { ...account } })
}

/** A Validateur opens one of the orders that wait for them, reads it, and confirms it or says no (product E2 to E4). */
export async function decideOrderOnce(work: PayerAtWork): Promise<void> {
  if (!(await enter(work))) return
  const { client, journal, account, random } = work
  const list = await client.page(own.orders())
  const waiting = ordersIn(list).filter(({ isMine }) => isMine)
  if (waiting.length === 0) {
    await wait(100)
    return
  }
  const { id } = random.pick(waiting)
  const page = await client.page(own.order({ id }))
  const confirm = own.confirm({ id })
  const form = page.document.querySelector(`form[action="${confirm}"]`)
  if (!form) return
  if (random.next() < 0.12) {
    const send = () => client.visitor.submit(page, { raison: 'À revoir' }, own.refuse({ id }))
    if (await client.effect(send, toOrder))
      journal.acknowledge({ what: 'refused_order', orderId: id })
    return
  }
  const digest = form.querySelector('input[name="empreinte"]')?.getAttribute('value') ?? ''
  const password = { motDePasse: account.password }
  const done = await client.effect(() => client.visitor.submit(page, password, confirm), toOrder)
  const { login: by } = account
  if (done) journal.acknowledge({ what: 'confirmed_order', orderId: id, by, digest })
}

/** An Ordonnateur draws up orders, and now and then changes or withdraws one (product E1, E4). */
export async function drawUpOnce(work: PayerAtWork): Promise<void> {
  if (!(await enter(work))) return
  const { client, journal, random } = work
  const open = ordersIn(await client.page(own.orders())).filter(({ isOpen }) => isOpen)
  const chance = random.next()
  if (open.length > mostOpen || (open.length > 4 && chance < 0.15)) {
    const { id } = random.pick(open)
    return chance < 0.08 ? changeOne(work, id) : withdrawOne(work, id)
  }
  const form = await client.page(own.drawUp())
  const fields = { ...amountOf(random), jour: dayTyped() }
  // Without an answer, the same form is sent again: it is one order, whatever became of the first try (quality RE9).
  const led = await client.again(async () => {
    const to = await client.effect(() => client.visitor.submit(form, fields, own.drawUp()), toOrder)
    return to ?? client.unanswered()
  })
  journal.acknowledge({ what: 'drawn_up', orderId: led.split('/').at(-1) ?? '' })
}

async function changeOne({ client, random }: PayerAtWork, id: string): Promise<void> {
  const form = await client.page(own.edit({ id })).catch((error: unknown) => {
    if (client.isOutage(error)) throw error
    throw new Refused('not open any more')
  })
  const send = () => client.visitor.submit(form, amountOf(random), own.edit({ id }))
  await client.effect(send, toOrder)
}

async function withdrawOne({ client, journal }: PayerAtWork, id: string): Promise<void> {
  const page = await client.page(own.order({ id }))
  if (!page.document.querySelector(`form[action="${own.cancel({ id })}"]`)) return
  const send = () => client.visitor.submit(page, { raison: 'Doublon' }, own.cancel({ id }))
  if (await client.effect(send, toOrder))
    journal.acknowledge({ what: 'cancelled_order', orderId: id })
}

/** An agent makes the file of what is confirmed (product E5); two at the same instant make one. */
export async function collectOnce({
  client,
  journal,
  company: { collector },
}: Pick<PayerAtWork, 'client' | 'journal' | 'company'>): Promise<void> {
  const { identifier: login, password, totpSecret } = collector
  const path = '/agence/connexion'
  if (!(await signInAt(client, journal, { path, fields: { login, password }, totpSecret }))) {
    await wait(2_000)
    return
  }
  await wait(1_000)
  const page = await client.page(paths.agency.collections())
  const to = paths.agency.collections()
  const led = await client.effect(
    () => client.visitor.submit(page, {}, to),
    /^\/agence\/prelevements/,
  )
  const collectionId = led?.split('/')[3]
  if (collectionId) journal.acknowledge({ what: 'collected', collectionId })
}

interface ListedOrder {
  readonly id: string
  /** It waits for this person. */
  readonly isMine: boolean
  readonly isOpen: boolean
}

/** Links to orders, with what their row says. */
function ordersIn(list: Screen): ListedOrder[] {
  return list.document.querySelectorAll('tr a[href^="/paiement/ordres/"]').map((link) => {
    const said = link.closest('tr')?.text ?? ''
    return {
      id: (link.getAttribute('href') ?? '').split('/').at(-1) ?? '',
      isMine: link.text.includes('confirmer'),
      isOpen: said.includes('À confirmer') || said.includes('Confirmé'),
    }
  })
}

function amountOf(random: Random): Record<string, string> {
  return {
    [`payer-${due}`]: 'on',
    [`montant-${due}`]: `${random.between(1, 900)},${random.between(10, 99)}`,
  }
}

/** The first working day from today on: banks debit on no other. */
function dayTyped(): string {
  return firstDebitDay(todayIn(systemClock), new Set()).split('-').toReversed().join('/')
}
