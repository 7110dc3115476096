import type { Membership } from '../../members/member.ts'
import type { Keyring } from '../../platform/secrets/keyring.ts'
import type { WritableLine } from '../checking/write-structure-190.ts'

/** Who a member is, as a declared line says it. */
export type CivilData = Pick<
  WritableLine,
  | 'memberNumber'
  | 'lastName'
  | 'firstName'
  | 'staffNumber'
  | 'sex'
  | 'nationality'
  | 'joinedOn'
  | 'bornOn'
  | 'maritalStatus'
  | 'children'
  | 'identityNumber'
  | 'cnssNumber'
  | 'mobile'
  | 'email'
>

const unnumbered = /^0+$/

/** What the fund knows of a member. */
export function civilDataOf(member: Membership, keyring: Keyring): CivilData {
  return {
    memberNumber: unnumbered.test(member.memberNumber) ? null : member.memberNumber,
    lastName: member.lastName,
    firstName: member.firstName,
    staffNumber: member.staffNumber,
    sex: member.sex,
    nationality: member.nationality,
    joinedOn: member.joinedOn,
    bornOn: member.bornOn,
    maritalStatus: member.familySituation,
    children: member.children,
    identityNumber: member.identitySealed ? keyring.open(member.identitySealed) : null,
    cnssNumber: member.cnssNumber || null,
    mobile: writtenMobile(member.phone),
    email: member.email || null,
  }
}

/** «+212661…» as the layout writes it, «00212661…»; nothing when there is none. */
export function writtenMobile(phone: string): string | null {
  return phone === '' ? null : phone.replace(/^\+/, '00')
}

export function sealCivilData(keyring: Keyring, data: CivilData): Buffer {
  return keyring.seal(JSON.stringify(data))
}

/** What `sealCivilData` kept; only this program writes it. */
export function openCivilData(keyring: Keyring, sealed: Buffer): CivilData {
  return JSON.parse(keyring.open(sealed)) as CivilData
}

/** A member is named as the fund's files name them, the surname first, on every page. */
export function fullName({ firstName, lastName }: Pick<CivilData, 'firstName' | 'lastName'>) {
  return `${lastName} ${firstName}`
}
