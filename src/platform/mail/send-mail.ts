import { createHash } from 'node:crypto'
import type { Database } from '../db/database.ts'
import { linkToken } from '../links/links.ts'
import type { Keyring } from '../secrets/keyring.ts'
import type { Clock } from '../../calendar/clock.ts'
import type { Mailer } from './mailer.ts'
import type { MailTemplate } from './message.ts'
import { renderMessage } from './render-message.ts'

export interface PostOffice {
  readonly db: Database
  readonly keyring: Keyring
  readonly clock: Clock
  readonly mailer: Mailer
  readonly from: string
  readonly fundName: string
  readonly baseUrl: string
  // oxlint-disable-next-line typescript/no-explicit-any -- props were typed when the mail was queued
  readonly templates: readonly MailTemplate<any>[]
}

/** Writes and sends one queued mail. Runs twice safely: a mail already sent is left alone. */
export async function sendMail(office: PostOffice, mailId: string): Promise<void> {
  const mail = await office.db.transaction({ as: 'system' }, (tx) =>
    tx.selectFrom('mails').selectAll().where('id', '=', mailId).executeTakeFirst(),
  )
  if (!mail || mail.state === 'sent') return
  const template = office.templates.find((one) => one.name === mail.template)
  if (!template) throw new Error(`No mail is called ${mail.template}`)
  const token = mail.link_id ? linkToken(office.keyring, mail.link_id) : ''
  const message = template.write(mail.props, {
    language: mail.language,
    fundName: office.fundName,
    baseUrl: office.baseUrl,
    token,
    code: sixDigits(token),
  })
  const rendered = renderMessage(message, mail.language, office.fundName)
  try {
    await office.mailer.send({
      id: mail.id,
      from: office.from,
      to: mail.recipient,
      at: mail.queued_at,
      ...rendered,
    })
  } catch (error) {
    await note(office, mailId, error)
    throw error
  }
  await office.db.transaction({ as: 'system' }, (tx) =>
    tx
      .updateTable('mails')
      .set({ state: 'sent', sent_at: office.clock.now(), last_error: null })
      .where('id', '=', mailId)
      .execute(),
  )
}

/** The code that goes with a link's token, for those who must type it. */
export function sixDigits(token: string): string {
  if (!token) return ''
  const number = createHash('sha256').update(`code ${token}`).digest().readUInt32BE(0) % 1_000_000
  return number.toString().padStart(6, '0')
}

async function note(office: PostOffice, mailId: string, error: unknown): Promise<void> {
  const refused = isRefusedForGood(error)
  await office.db.transaction({ as: 'system' }, (tx) =>
    tx
      .updateTable('mails')
      .set({ state: refused ? 'bounced' : 'queued', last_error: String(error).slice(0, 300) })
      .where('id', '=', mailId)
      .execute(),
  )
}

function isRefusedForGood(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 550
}
