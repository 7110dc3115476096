import type { Schema } from '../../../platform/db/schema.ts'

/** Rows of a table that leave with their company; `$1` is the company. */
export interface Taken {
  readonly rows: string
  /** Columns that stay: they open a door, or say nothing without the key of this installation. */
  readonly but?: readonly string[]
  /** Columns that rest sealed, and leave as they were typed, under a name that says so. */
  readonly opened?: Readonly<Record<string, string>>
  /** Columns that the table does not have, as SQL. */
  readonly also?: Readonly<Record<string, string>>
}

/** Why a table stays. */
export type LeftReason = 'access' | 'fund' | 'visitors' | 'program'

/** They say again what the tables below them say. */
type View = 'ledger_positions' | 'ledger_statement'

/** Tables that no query names by its type. */
type Untyped = 'audit_chains' | 'audit_events' | 'declarants' | 'installation'

const own = 'employer_id = $1'
const ofLetters = 'letter_id in (select id from letters where employer_id = $1)'
const all: Taken = { rows: own }
const identity = { opened: { identity_sealed: 'identity_number' }, but: ['identity_key'] } as const
const person = ['password_hash', 'former_hashes', 'totp_sealed', 'totp_last_step']

/** What an event was hashed as, so that the chain can be proved without the portal (docs/domain/takeout.md). */
const hashed = `array_to_string(array[chain, sequence::text, (extract(epoch from at) * 1000000)::bigint::text, actor_kind,
  coalesce(actor_id::text, ''), actor_name, action, subject_kind, subject_id, details::text], E'\\x1f')`

/**
 * Every table of the program: what of it is a company's own, or why nothing is. A table that is new does not compile
 * without its line here, and a column that may hold a secret fails a test (product G7; docs/domain/takeout.md).
 */
export const takeoutContents: Readonly<
  Record<Exclude<keyof Schema, View> | Untyped, Taken | LeftReason>
> = {
  agent_requests: 'fund',
  agents: 'fund',
  attestations: all,
  audit_chains: all,
  audit_events: { rows: own, also: { hashed } },
  bank_accounts: all,
  bank_messages: 'fund',
  bank_movements: 'fund',
  careers: all,
  claim_changes: all,
  claim_decisions: all,
  claim_document_reviews: all,
  claim_documents: all,
  claim_page_views: all,
  claim_payees: { rows: own, ...identity },
  claim_steps: all,
  claims: { rows: own, ...identity },
  collection_entries: all,
  collections: 'fund',
  debit_mandates: all,
  declarants: 'program',
  declaration_causes: all,
  declaration_corrections: all,
  declaration_findings: all,
  declaration_hands: all,
  declaration_lines: { rows: own, ...identity },
  declarations: all,
  delegates: {
    rows: own,
    opened: { identity_sealed: 'identity_number' },
    but: ['identity_key', ...person],
  },
  deposits: all,
  employer_categories: all,
  employers: { rows: 'id = $1' },
  desk_scans: 'fund',
  entry_checks: all,
  entry_draft_rows: { rows: own, opened: { person_sealed: 'person_typed' } },
  entry_drafts: all,
  files: { rows: `${own} or id in (select file_id from letter_proofs where ${ofLetters})` },
  firm_parts: all,
  firms: {
    rows: `id in (select firm_id from profiles where employer_id = $1 union
      select p.firm_id from profiles p join mandates m on m.profile_id = p.id where m.employer_id = $1)`,
  },
  import_findings: 'fund',
  import_rows: 'fund',
  imports: 'fund',
  installation: 'program',
  kept_forms: 'access',
  known_devices: 'access',
  ledger_accounts: all,
  ledger_dues: all,
  ledger_entries: all,
  ledger_entry_categories: all,
  ledger_postings: all,
  ledgers: all,
  letter_proofs: { rows: ofLetters },
  letter_reviews: { rows: ofLetters },
  letter_views: { rows: ofLetters },
  letters: all,
  links: 'access',
  machine_key_categories: all,
  machine_keys: { rows: own, but: ['secret_hash', 'secret_start'] },
  machine_refusals: all,
  machine_requests: { rows: own, but: ['fingerprint'] },
  mails: all,
  mandate_categories: all,
  mandates: all,
  memberships: { rows: own, ...identity },
  objections: { rows: ofLetters },
  parameter_proposals: 'fund',
  parameters: 'fund',
  passkey_challenges: 'access',
  passkeys: 'access',
  payment_confirmations: { rows: own, but: ['person_key'] },
  payment_order_dues: all,
  payment_order_revisions: { rows: own, but: ['person_key'] },
  payment_orders: all,
  payment_settings_to_come: all,
  presence_assertions: all,
  profiles: {
    rows: own,
    opened: { identity_sealed: 'identity_number' },
    but: ['identity_key', 'provisional_hash', ...person],
  },
  reading_alerts: all,
  received_transfers: 'fund',
  reconciliation_faults: all,
  reconciliations: 'fund',
  recovery_codes: 'access',
  refused_lines: { rows: own, opened: { sealed: 'line_read' } },
  retirement_notices: all,
  secret_answers: 'access',
  sessions: 'access',
  subscribed_services: all,
  subscription_drafts: 'visitors',
  subscriptions: {
    rows: ofLetters,
    opened: { identity_sealed: 'identity_number' },
    but: ['identity_key', 'password_hash'],
  },
  suspense_entries: 'fund',
  systematic_debits: all,
  takeouts: all,
  throttles: 'program',
  transfer_attributions: all,
  transfer_orders: all,
  work_items: 'program',
  work_views: 'fund',
}

/** The tables that leave, in the order of their names. */
export const takenTables: readonly (readonly [string, Taken])[] = Object.entries(
  takeoutContents,
).flatMap(([name, taken]) => (typeof taken === 'string' ? [] : [[name, taken] as const]))

export const leftTables: readonly (readonly [string, LeftReason])[] = Object.entries(
  takeoutContents,
).flatMap(([name, why]) => (typeof why === 'string' ? [[name, why] as const] : []))
