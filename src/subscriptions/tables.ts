import type { ColumnType, Generated } from 'kysely'
import type { IdentityKind } from '../platform/secrets/identity.ts'

type Json = ColumnType<Record<string, unknown> | null, string | null, string | null>

export interface SubscriptionDraftsTable {
  id: Generated<string>
  key_hash: Buffer
  kind: 'subscription' | 'renewal'
  employer_number: string
  company: Json
  delegate: Json
  services: Json
  password_hash: string | null
  unfinished_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  letter_id: string | null
  language: 'fr' | 'ar'
  created_at: Date
  touched_at: Date
}

export interface SubscriptionsTable {
  letter_id: string
  employer_id: string | null
  identity_kind: IdentityKind
  identity_sealed: Buffer
  identity_key: Buffer
  password_hash: string | null
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    subscription_drafts: SubscriptionDraftsTable
    subscriptions: SubscriptionsTable
  }
}
