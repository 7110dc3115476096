import { createHash } from 'node:crypto'
import type { Selectable, Updateable } from 'kysely'
import type { Database } from '../db/database.ts'
import { linkToken } from '../links/links.ts'
import type { Keyring } from '../secrets/keyring.ts'
import type { Clock } from '../../calendar/clock.ts'
import type { MailsTable } from '../tables.ts'
import type { Language } from '../../web/words/language.ts'
import type { Envelope, Mailer } from './mailer.ts'
import type { MailTemplate } from './message.ts'
import { renderMessage } from './render-message.ts'

export interface PostOffice {
  readonly db: Database
  readonly keyring: Keyring
  readonly clock: Clock
  readonly mailer: Mailer
  readonly from: string
  /** As it is called in each language. */
  readonly fundNames: Readonly<Record<Language, string>>
  readonly baseUrl: string
  // oxlint-disable-next-line typescript/no-explicit-any -- props were typed when the mail was queued
  readonly templates: readonly MailTemplate<any>[]
}

/**
 * Writes and sends one queued mail. Runs twice safely: a mail already sent, or refused for good, is left alone. What
 * could not leave is tried again, and is said failed with the last try.
 */
export async function sendMail(office: PostOffice, mailId: string, isLast: boolean): Promise<void> {
  const mail = await office.db.transaction({ as: 'system' }, (tx) =>
    tx.selectFrom('mails').selectAll().where('id', '=', mailId).executeTakeFirst(),
  )
  if (!mail || mail.state === 'sent' || mail.state === 'bounced') return
  try {
    await office.mailer.send(write(office, mail))
  } catch (error) {
    const isRefused = isRefusedForGood(error)
    const state = isRefused ? 'bounced' : isLast ? 'failed' : 'queued'
    await save(office, mailId, { state, last_error: String(error).slice(0, 300) })
    if (isRefused) return
    throw error
  }
  await save(office, mailId, { state: 'sent', sent_at: office.clock.now(), last_error: null })
}

function write(office: PostOffice, mail: Selectable<MailsTable>): Envelope {
  const template = office.templates.find((one) => one.name === mail.template)
  if (!template) throw new Error(`No mail is called ${mail.template}`)
  const token = mail.link_id ? linkToken(office.keyring, mail.link_id) : ''
  const fundName = office.fundNames[mail.language]
  const message = template.write(mail.props, {
    language: mail.language,
    fundName,
    baseUrl: office.baseUrl,
    token,
    code: sixDigits(token),
  })
  const rendered = renderMessage(message, mail.language, fundName)
  const { id, recipient: to, queued_at: at } = mail
  return { id, from: office.from, to, at, ...rendered }
}

/** The code that goes with a link's token, for those who must type it. */
export function sixDigits(token: string): string {
  if (!token) return ''
  const number = createHash('sha256').update(`code ${token}`).digest().readUInt32BE(0) % 1_000_000
  return number.toString().padStart(6, '0')
}

type Outcome = Pick<Updateable<MailsTable>, 'state' | 'sent_at' | 'last_error'>

async function save(office: PostOffice, mailId: string, outcome: Outcome): Promise<void> {
  await office.db.transaction({ as: 'system' }, (tx) =>
    tx.updateTable('mails').set(outcome).where('id', '=', mailId).execute(),
  )
}

function isRefusedForGood(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 550
}
