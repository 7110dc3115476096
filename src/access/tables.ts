import type { Generated } from 'kysely'
import type { KeyScope, Service, Stage } from '../actors/actor.ts'
import type { IdentityKind } from '../platform/secrets/identity.ts'

type Language = 'fr' | 'ar'

interface SealedIdentity {
  identity_kind: IdentityKind
  identity_sealed: Buffer
  identity_key: Buffer
}

interface Credentials {
  password_hash: string | null
  password_set_at: Date | null
  former_hashes: Generated<string[]>
  totp_sealed: Buffer | null
  totp_last_step: bigint | null
  /** Kept by the database itself, as passkeys come and go. */
  passkey_count: Generated<number>
  last_signed_in_at: Date | null
}

export interface DelegatesTable extends SealedIdentity, Credentials {
  id: Generated<string>
  employer_id: string
  state: 'active' | 'suspended' | 'replaced'
  first_name: string
  last_name: string
  job_title: string
  email: string
  phone: string
  language: Language
  users_confirmed_at: Date | null
  users_imported_at: Generated<Date | null>
  created_at: Date
  ended_at: Date | null
  version: Generated<number>
}

export interface FirmsTable {
  id: Generated<string>
  ice: string
  name: string
  created_at: Date
}

export interface ProfilesTable extends SealedIdentity, Credentials {
  id: Generated<string>
  employer_id: string | null
  firm_id: string | null
  service: Service
  login: string
  state: 'invited' | 'active' | 'suspended' | 'removed'
  first_name: string
  last_name: string
  job_title: string
  email: string
  phone: string
  language: Language
  is_maker: boolean
  is_validator: boolean
  confirms_from: Date | null
  provisional_hash: string | null
  provisional_until: Date | null
  suggested_questions: Generated<string[]>
  mail_bounced_at: Date | null
  created_at: Date
  state_reason: Generated<string>
  state_changed_at: Date
  version: Generated<number>
}

export interface MandatesTable {
  id: Generated<string>
  employer_id: string
  profile_id: string
  state: 'offered' | 'active' | 'suspended' | 'declined' | 'revoked'
  mode: 'prepared_file' | 'form'
  typed_name: string
  typed_firm: Generated<string>
  typed_email: Generated<string>
  from_on: string
  until_on: string | null
  created_at: Date
  answered_at: Date | null
  ended_at: Date | null
  end_reason: Generated<string>
  version: Generated<number>
}

export interface MandateCategoriesTable {
  mandate_id: string
  employer_id: string
  category: string
}

export interface AgentsTable extends Credentials {
  id: Generated<string>
  login: string
  role: 'agent' | 'supervisor'
  state: 'proposed' | 'invited' | 'active' | 'suspended' | 'declined'
  state_reason: Generated<string>
  state_changed_at: Generated<Date | null>
  first_name: string
  last_name: string
  identity_key: Buffer
  email: string
  language: Language
  own_employer_number: string | null
  created_at: Date
}

export interface SecretAnswersTable {
  profile_id: string
  question: string
  answer_hash: string
}

export type AccountKind = 'delegate' | 'profile' | 'agent'

export interface RecoveryCodesTable {
  account_kind: AccountKind
  account_id: string
  code_hash: Buffer
  used_at: Date | null
}

export interface PasskeysTable {
  id: Generated<string>
  account_kind: AccountKind
  account_id: string
  credential_id: Buffer
  public_key: Buffer
  signatures: bigint
  transports: string[]
  is_synced: boolean
  name: string
  created_at: Date
  last_used_at: Date | null
}

/** `prove`: that a passkey is there; `register`: that one was made. */
export type ChallengePurpose = 'prove' | 'register'

export interface PasskeyChallengesTable {
  session_id: string
  account_id: string
  purpose: ChallengePurpose
  challenge: Buffer
  expires_at: Date
}

export interface PresenceAssertionsTable {
  id: string
  employer_id: string | null
  profile_id: string | null
  agent_id: string | null
  digest: Buffer
  wording: string | null
  credential_id: Buffer
  public_key: Buffer
  key_added_at: Date
  authenticator_data: Buffer
  client_data: Buffer
  signature: Buffer
  made_at: Date
}

export interface KnownDevicesTable {
  token_hash: Buffer
  account_id: string
  last_used_at: Date
}

export interface SessionsTable {
  id: Generated<string>
  token_hash: Buffer
  account_kind: AccountKind
  account_id: string
  employer_id: string | null
  stage: Stage
  second_factor_tries: Generated<number>
  browser: Generated<string>
  started_at: Date
  seen_at: Date
  ended_at: Date | null
  end_reason: string | null
}

/** The services that a company's software may be given a key for. */
export type KeyService = 'declaration_internal' | 'employer_account'

export interface MachineKeysTable {
  id: Generated<string>
  employer_id: string
  service: KeyService
  scopes: KeyScope[]
  name: string
  addresses: string[]
  secret_hash: Buffer
  secret_start: string
  made_by: string
  made_by_name: string
  created_at: Date
  expires_at: Date
  warned_at: Date | null
  last_used_at: Date | null
  last_refused_at: Date | null
  revoked_at: Date | null
  revoked_by: Generated<string>
  window_started_at: Date | null
  window_requests: Generated<number>
}

export interface MachineKeyCategoriesTable {
  key_id: string
  employer_id: string
  category: string
}

export interface KeptFormsTable {
  session_id: string
  key_hash: Buffer
  address: string
  fields_sealed: Buffer
  kept_at: Date
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    delegates: DelegatesTable
    firms: FirmsTable
    profiles: ProfilesTable
    mandates: MandatesTable
    mandate_categories: MandateCategoriesTable
    agents: AgentsTable
    secret_answers: SecretAnswersTable
    recovery_codes: RecoveryCodesTable
    passkeys: PasskeysTable
    passkey_challenges: PasskeyChallengesTable
    presence_assertions: PresenceAssertionsTable
    known_devices: KnownDevicesTable
    sessions: SessionsTable
    machine_keys: MachineKeysTable
    machine_key_categories: MachineKeyCategoriesTable
    kept_forms: KeptFormsTable
  }
}
