import { sql } from 'kysely'
import { copyInto } from '../../platform/db/copy-into.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { KnownRow } from '../compare.ts'
import type { Values } from '../read-row.ts'
import type { OwnedValues } from './categories.ts'

export const noNumber = '000000000'

/** A member as they are looked for: by their number, and by the key of their identity. */
export interface WantedMember {
  readonly employerId: string
  readonly category: string
  readonly memberNumber: string
  /** In hexadecimal; empty when the file gives none. */
  readonly identityKey: string
}

export interface KnownMember extends KnownRow {
  readonly memberNumber: string
  readonly identitySealed: Buffer | null
}

export interface KnownMembers {
  readonly byNumber: ReadonlyMap<string, KnownMember>
  readonly byIdentity: ReadonlyMap<string, KnownMember>
}

function memberKey(employerId: string, category: string, by: string): string {
  return `${employerId} ${category} ${by}`
}

interface MemberRow {
  id: string
  employer_id: string
  category: string
  member_number: string
  last_name: string
  first_name: string
  staff_number: string
  sex: string
  nationality: string
  joined_on: string
  born_on: string
  family_situation: string
  children: number
  identity_sealed: Buffer | null
  identity_key: Buffer | null
  cnss_number: string
  phone: string
  email: string
  left_on: string | null
}

/** Those of the wanted members that the fund knows, in two look-ups by index. */
export async function findMembers(
  tx: Tx,
  wanted: readonly WantedMember[],
  locked = false,
): Promise<KnownMembers> {
  const lock = sql.raw(locked ? 'order by m.id for update of m' : '')
  const employers = wanted.map((one) => one.employerId)
  const categories = wanted.map((one) => one.category)
  const { rows: numbered } = await sql<MemberRow>`select m.* from memberships m
    join unnest(${employers}::uuid[], ${categories}::text[], ${wanted.map((one) => one.memberNumber)}::text[])
      as wanted (employer_id, category, member_number) using (employer_id, category, member_number)
    where m.member_number <> ${noNumber} ${lock}`.execute(tx)
  const { rows: identified } = await sql<MemberRow>`select m.* from memberships m
    join unnest(${employers}::uuid[], ${categories}::text[], ${wanted.map((one) => one.identityKey)}::text[])
      as wanted (employer_id, category, identity) on m.employer_id = wanted.employer_id and m.category = wanted.category
      and m.identity_key = decode(wanted.identity, 'hex')
    where wanted.identity <> '' ${lock}`.execute(tx)
  return {
    byNumber: new Map(numbered.map((row) => [keyOf(row, row.member_number), memberFrom(row)])),
    byIdentity: new Map(
      identified.map((row) => [
        keyOf(row, row.identity_key?.toString('hex') ?? ''),
        memberFrom(row),
      ]),
    ),
  }
}

const keyOf = (row: MemberRow, by: string) => memberKey(row.employer_id, row.category, by)

/** By number; without one, or when nobody has it yet, by identity. */
export function findMember(known: KnownMembers, wanted: WantedMember): KnownMember | undefined {
  const { employerId, category, memberNumber, identityKey } = wanted
  const numbered = known.byNumber.get(memberKey(employerId, category, memberNumber))
  if (numbered) return numbered
  return known.byIdentity.get(memberKey(employerId, category, identityKey))
}

function memberFrom(row: MemberRow): KnownMember {
  return {
    id: row.id,
    memberNumber: row.member_number,
    identitySealed: row.identity_sealed,
    values: {
      category: row.category,
      memberNumber: row.member_number,
      lastName: row.last_name,
      firstName: row.first_name,
      sex: row.sex,
      nationality: row.nationality,
      affiliatedOn: row.joined_on,
      bornOn: row.born_on,
      familySituation: row.family_situation,
      children: String(row.children),
      staffNumber: row.staff_number || null,
      identity: row.identity_key?.toString('hex') ?? null,
      cnssNumber: row.cnss_number || null,
      phone: row.phone || null,
      email: row.email || null,
      leftOn: row.left_on,
    },
  }
}

export interface NewMember extends OwnedValues {
  readonly identitySealed: Buffer | null
}

export async function insertMembers(tx: Tx, rows: readonly NewMember[]): Promise<void> {
  await copyInto(
    tx,
    'memberships',
    [
      'employer_id',
      'category',
      'member_number',
      'last_name',
      'first_name',
      'sex',
      'nationality',
      'joined_on',
      'born_on',
      'family_situation',
      'children',
      'staff_number',
      'identity_sealed',
      'identity_key',
      'cnss_number',
      'phone',
      'email',
      'left_on',
    ],
    rows.map(({ employerId, values, identitySealed }) => [
      employerId,
      values['category'] ?? '',
      values['memberNumber'] ?? noNumber,
      values['lastName'] ?? '',
      values['firstName'] ?? '',
      values['sex'] ?? '',
      values['nationality'] ?? '',
      values['affiliatedOn'] ?? '',
      values['bornOn'] ?? '',
      values['familySituation'] ?? '',
      Number(values['children'] ?? 0),
      values['staffNumber'] ?? '',
      identitySealed,
      identityKeyOf(values),
      values['cnssNumber'] ?? '',
      values['phone'] ?? '',
      values['email'] ?? '',
      values['leftOn'] ?? null,
    ]),
  )
}

function identityKeyOf(values: Values): Buffer | null {
  const { identity } = values
  return identity ? Buffer.from(identity, 'hex') : null
}

export interface ChangedMember extends KnownRow {
  /** Only when the identity changes. */
  readonly identitySealed: Buffer | null
}

export async function updateMembers(tx: Tx, rows: readonly ChangedMember[]): Promise<void> {
  const values = rows.map((row) => ({
    ...row.values,
    id: row.id,
    sealed: row.identitySealed?.toString('hex') ?? null,
  }))
  await sql`update memberships m set member_number = r."memberNumber", last_name = r."lastName",
      first_name = r."firstName", sex = r.sex, nationality = r.nationality, joined_on = r."affiliatedOn",
      born_on = r."bornOn", family_situation = r."familySituation", children = coalesce(r.children, 0),
      staff_number = coalesce(r."staffNumber", ''), identity_key = decode(r.identity, 'hex'),
      identity_sealed = coalesce(decode(r.sealed, 'hex'), m.identity_sealed), cnss_number = coalesce(r."cnssNumber", ''),
      phone = coalesce(r.phone, ''), email = coalesce(r.email, ''), left_on = r."leftOn"
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r (id uuid, "memberNumber" text, "lastName" text,
      "firstName" text, sex text, nationality text, "affiliatedOn" date, "bornOn" date, "familySituation" text,
      children smallint, "staffNumber" text, identity text, sealed text, "cnssNumber" text, phone text, email text,
      "leftOn" date)
    where m.id = r.id`.execute(tx)
}
