import { type Ice, type IceDifference, differenceOfIce, parseIce } from '../employers/ice.ts'
import type { Case } from './read-case.ts'

/** What the applicant typed of their company; other letters than a subscription say nothing of it. */
export function typedCompany({ letter }: Pick<Case, 'letter'>): {
  readonly name: string | undefined
  readonly ice: Ice | undefined
} {
  const company = letter.data['company']
  const typed: Readonly<Record<string, unknown>> =
    typeof company === 'object' && company !== null ? { ...company } : {}
  const { name, ice } = typed
  return {
    name: typeof name === 'string' ? name : undefined,
    ice: typeof ice === 'string' ? parseIce(ice) : undefined,
  }
}

export interface OtherIce {
  readonly typed: Ice
  readonly known: Ice
  readonly difference: IceDifference
}

/** The ICE that was typed beside the fund's, when both are known and differ (domain §8). */
export function otherIce(file: Pick<Case, 'letter' | 'employer'>): OtherIce | undefined {
  const { ice: typed } = typedCompany(file)
  const known = parseIce(file.employer?.ice ?? '')
  const difference = typed && known && differenceOfIce(typed, known)
  return difference && { typed, known, difference }
}
