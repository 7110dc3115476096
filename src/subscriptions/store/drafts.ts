import type { Tx } from '../../platform/db/database.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import type { Keyring } from '../../platform/secrets/keyring.ts'
import { tokenHash } from '../../platform/secrets/keyring.ts'
import type { Language } from '../../web/words/language.ts'
import {
  type CompanyAnswers,
  type DelegateAnswers,
  type Draft,
  oldestDraft,
  type ServicesAnswers,
  type SubscriptionKind,
  type Unfinished,
} from '../draft.ts'

/** Whose drafts: the cookie of the visit. Nobody else finds them, whatever identifier they hold. */
export interface Visit {
  readonly guestKey: string
  readonly keyring: Keyring
  readonly now: Date
}

/** The newest drafts of a visit, the one in hand first. */
export async function listDrafts(tx: Tx, visit: Visit): Promise<Draft[]> {
  const rows = await draftsOf(tx, visit).orderBy('touched_at', 'desc').limit(20).execute()
  return rows.map((row) => draftFrom(row, visit.keyring))
}

export async function findDraft(tx: Tx, visit: Visit, id: string): Promise<Draft | undefined> {
  if (!isRowId(id)) return undefined
  const row = await draftsOf(tx, visit).where('id', '=', id).executeTakeFirst()
  return row && draftFrom(row, visit.keyring)
}

export async function lockDraft(
  tx: Tx,
  visit: Visit,
  id: string,
): Promise<(Draft & { readonly passwordHash: string | null }) | undefined> {
  if (!isRowId(id)) return undefined
  const row = await draftsOf(tx, visit).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && { ...draftFrom(row, visit.keyring), passwordHash: row.password_hash }
}

interface NewDraft {
  readonly kind: SubscriptionKind
  readonly employerNumber: string
  readonly language: Language
}

/** Opens the draft of this number, or takes the one already begun in hand: nothing is asked twice. */
export async function openDraft(tx: Tx, visit: Visit, draft: NewDraft): Promise<string> {
  const { id } = await tx
    .insertInto('subscription_drafts')
    .values({
      key_hash: tokenHash(visit.guestKey),
      kind: draft.kind,
      employer_number: draft.employerNumber,
      company: null,
      delegate: null,
      services: null,
      password_hash: null,
      letter_id: null,
      language: draft.language,
      created_at: visit.now,
      touched_at: visit.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['key_hash', 'kind', 'employer_number'])
        .where('letter_id', 'is', null)
        .doUpdateSet({ touched_at: visit.now, language: draft.language }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Changes {
  readonly company?: CompanyAnswers
  readonly delegate?: DelegateAnswers
  readonly services?: ServicesAnswers
  readonly passwordHash?: string
  readonly letterId?: string | null
  readonly language?: Language
  readonly unfinished?: Unfinished
}

export async function saveDraft(tx: Tx, visit: Visit, id: string, changes: Changes): Promise<void> {
  const { company, delegate, services, passwordHash, letterId, language, unfinished } = changes
  await tx
    .updateTable('subscription_drafts')
    .set({
      touched_at: visit.now,
      ...(company ? { company: JSON.stringify(company) } : {}),
      ...(delegate ? { delegate: JSON.stringify(sealed(delegate, visit.keyring)) } : {}),
      ...(services ? { services: JSON.stringify(services) } : {}),
      ...(passwordHash ? { password_hash: passwordHash } : {}),
      ...(letterId === undefined ? {} : { letter_id: letterId }),
      ...(language ? { language } : {}),
      ...(unfinished ? { unfinished_sealed: visit.keyring.seal(JSON.stringify(unfinished)) } : {}),
    })
    .where('id', '=', id)
    .where('key_hash', '=', tokenHash(visit.guestKey))
    .execute()
}

export async function deleteDraft(tx: Tx, visit: Visit, id: string): Promise<void> {
  if (!isRowId(id)) return
  await tx
    .deleteFrom('subscription_drafts')
    .where('id', '=', id)
    .where('key_hash', '=', tokenHash(visit.guestKey))
    .execute()
}

export async function deleteDraftsBefore(tx: Tx, before: Date): Promise<number> {
  const result = await tx
    .deleteFrom('subscription_drafts')
    .where('touched_at', '<', before)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

function draftsOf(tx: Tx, visit: Visit) {
  return tx
    .selectFrom('subscription_drafts')
    .selectAll()
    .where('key_hash', '=', tokenHash(visit.guestKey))
    .where('touched_at', '>', oldestDraft(visit.now))
}

type SealedDelegate = Omit<DelegateAnswers, 'identityNumber'> & { readonly identitySealed: string }

function sealed(answers: DelegateAnswers, keyring: Keyring): SealedDelegate {
  const { identityNumber, ...others } = answers
  return { ...others, identitySealed: keyring.seal(identityNumber).toString('base64') }
}

function opened(answers: SealedDelegate, keyring: Keyring): DelegateAnswers {
  const { identitySealed, ...others } = answers
  return { ...others, identityNumber: keyring.open(Buffer.from(identitySealed, 'base64')) }
}

interface DraftRow {
  id: string
  kind: SubscriptionKind
  employer_number: string
  language: Language
  company: unknown
  delegate: unknown
  services: unknown
  password_hash: string | null
  unfinished_sealed: Buffer | null
  letter_id: string | null
  touched_at: Date
}

function draftFrom(row: DraftRow, keyring: Keyring): Draft {
  return {
    id: row.id,
    kind: row.kind,
    employerNumber: row.employer_number,
    language: row.language,
    company: row.company as CompanyAnswers | null,
    delegate: row.delegate === null ? null : opened(row.delegate as SealedDelegate, keyring),
    services: row.services as ServicesAnswers | null,
    hasPassword: row.password_hash !== null,
    unfinished: row.unfinished_sealed ? JSON.parse(keyring.open(row.unfinished_sealed)) : {},
    letterId: row.letter_id,
    touchedAt: row.touched_at,
  }
}
