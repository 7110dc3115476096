import { randomUUID } from 'node:crypto'
import type { Keyring } from '../secrets/keyring.ts'
import { tokenHash } from '../secrets/keyring.ts'
import type { Tx } from '../db/database.ts'
import type { LinkPurpose } from '../tables.ts'

export type { LinkPurpose } from '../tables.ts'

/** A single-use link: what it is for, about whom, until when. Its token is derived, only its hash is kept. */
export interface Link {
  readonly id: string
  readonly employerId: string | null
  readonly purpose: LinkPurpose
  readonly subject: { readonly kind: string; readonly id: string }
  readonly payload: Record<string, unknown>
  readonly expiresAt: Date
}

export interface NewLink {
  readonly employerId: string | null
  readonly purpose: LinkPurpose
  readonly subject: { readonly kind: string; readonly id: string }
  readonly payload?: Record<string, unknown>
  readonly createdAt: Date
  readonly expiresAt: Date
}

const PURPOSE = 'link'

/** Creates a link and voids the older ones of the same purpose and subject: the newest alone works. */
export async function createLink(tx: Tx, keyring: Keyring, link: NewLink): Promise<string> {
  await voidLinks(tx, link.subject.id, link.createdAt, [link.purpose])
  const id = randomUUID()
  await tx
    .insertInto('links')
    .values({
      id,
      employer_id: link.employerId,
      purpose: link.purpose,
      token_hash: tokenHash(linkToken(keyring, id)),
      subject_kind: link.subject.kind,
      subject_id: link.subject.id,
      payload: JSON.stringify(link.payload ?? {}),
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
      voided_at: null,
    })
    .execute()
  return id
}

/** What goes into the URL of a mail; the handler that writes the mail derives it from the link's id. */
export function linkToken(keyring: Keyring, linkId: string): string {
  return keyring.token(PURPOSE, linkId)
}

/** The link of this token if it may still be used. Looking does not consume it: mail scanners look. */
export async function findLink(
  tx: Tx,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): Promise<Link | undefined> {
  const row = await tx
    .selectFrom('links')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      employerId: row.employer_id,
      purpose: row.purpose,
      subject: { kind: row.subject_kind, id: row.subject_id },
      payload: row.payload,
      expiresAt: row.expires_at,
    }
  )
}

/** Marks the link used; false when another request was faster. */
export async function consumeLink(tx: Tx, linkId: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('links')
    .set({ used_at: now })
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** What a link remembers changes while it waits: the codes that were tried. */
export async function saveLinkPayload(
  tx: Tx,
  linkId: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await tx
    .updateTable('links')
    .set({ payload: JSON.stringify(payload) })
    .where('id', '=', linkId)
    .execute()
}

/** Every link of these purposes that somebody of a company sent. */
export async function voidLinksOf(
  tx: Tx,
  employerId: string,
  now: Date,
  purposes: readonly LinkPurpose[],
): Promise<void> {
  await tx
    .updateTable('links')
    .set({ voided_at: now })
    .where('employer_id', '=', employerId)
    .where('purpose', 'in', [...purposes])
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute()
}

/** Links die with what they were for: a new password, another address, a suspension. */
export async function voidLinks(
  tx: Tx,
  subjectId: string,
  now: Date,
  purposes?: readonly LinkPurpose[],
): Promise<void> {
  let query = tx
    .updateTable('links')
    .set({ voided_at: now })
    .where('subject_id', '=', subjectId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
  if (purposes) query = query.where('purpose', 'in', [...purposes])
  await query.execute()
}
