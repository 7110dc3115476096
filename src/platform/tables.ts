import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<Record<string, unknown>, string, string>

export interface MailsTable {
  id: Generated<string>
  employer_id: string | null
  recipient: string
  language: 'fr' | 'ar'
  template: string
  props: Json
  link_id: string | null
  state: Generated<'queued' | 'sent' | 'failed' | 'bounced'>
  queued_at: Date
  sent_at: Date | null
  last_error: string | null
}

export type LinkPurpose =
  | 'activate'
  | 'reset_password'
  | 'confirm_email'
  | 'first_password_code'
  | 'object'
  | 'follow'
  | 'keep_email'

export interface LinksTable {
  id: Generated<string>
  employer_id: string | null
  purpose: LinkPurpose
  token_hash: Buffer
  subject_kind: string
  subject_id: string
  payload: Json
  created_at: Date
  expires_at: Date
  used_at: Date | null
  voided_at: Date | null
}

export interface FilesTable {
  id: Generated<string>
  employer_id: string | null
  sha256: Buffer
  size: bigint
  media_type: string
  name: string
  purpose: string
  stored_at: Date
  check_state: Generated<'unchecked' | 'waiting' | 'clean' | 'infected'>
  check_tried_at: Generated<Date | null>
  checked_at: Date | null
  /** Its content is not kept any more. */
  removed_at: Generated<Date | null>
}

export interface ThrottlesTable {
  key: string
  failures: number
  window_started_at: Date
  blocked_until: Date | null
}

declare module './db/schema.ts' {
  interface Schema {
    mails: MailsTable
    links: LinksTable
    files: FilesTable
    throttles: ThrottlesTable
  }
}
