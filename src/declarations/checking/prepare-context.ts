import type { Quarter } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import { trancheOneCeiling } from './contribution-rates.ts'
import {
  type CategoryTerms,
  type CheckContext,
  defaultLimits,
  type KnownMember,
  type KnownMembers,
  type Newcomers,
  type LastSent,
} from './check-context.ts'

/** The context made ready for one look-up per line. */
export interface PreparedContext {
  readonly employerNumber: string | undefined
  readonly categories: ReadonlyMap<string, CategoryTerms> | undefined
  /** Every code that may be declared, whether or not its terms are known. */
  readonly categoryCodes: ReadonlySet<string> | undefined
  /** The category meant where none is written, when there is only one. */
  readonly onlyCategory: string | undefined
  readonly quarter: Quarter | undefined
  readonly members: KnownMembers | undefined
  /** The number of today, by a provisional one. */
  readonly renumbered: ReadonlyMap<string, string>
  readonly newcomers: Newcomers | undefined
  readonly lowSalary: Dirhams | undefined
  readonly highSalary: Dirhams
  readonly lastSent: LastSent | undefined
  readonly variationPercent: bigint
  readonly trancheOneCeiling: Dirhams
  readonly limits: { readonly lines: number; readonly findings: number }
}

/** 100,000 DH a month: beyond it a figure too many is likelier than the pay of somebody just hired (ours, contribution-file.md). */
const highSalary = centimes(30_000_000n)

export function prepareContext(context: CheckContext): PreparedContext {
  const categoryCodes = codesOf(context)
  return {
    employerNumber: context.employerNumber,
    categories: context.categories && new Map(context.categories.map((of) => [of.category, of])),
    categoryCodes,
    onlyCategory: categoryCodes?.size === 1 ? [...categoryCodes][0] : undefined,
    quarter: context.quarter,
    members: context.knownMembers && byNumber(context.knownMembers),
    renumbered: new Map(context.renumbered?.map(({ former, number }) => [former, number])),
    newcomers: context.newcomers,
    lowSalary: context.lowSalary,
    highSalary: context.highSalary ?? highSalary,
    lastSent: context.lastSent,
    variationPercent: BigInt(Math.round(context.variationPercent ?? 30)),
    trancheOneCeiling: context.trancheOneCeiling ?? trancheOneCeiling,
    limits: {
      lines: context.limits?.lines ?? defaultLimits.lines,
      findings: context.limits?.findings ?? defaultLimits.findings,
    },
  }
}

function byNumber(known: readonly KnownMember[] | KnownMembers): KnownMembers {
  return 'get' in known ? known : new Map(known.map((of) => [of.memberNumber, of]))
}

function codesOf({ categories, categoryCodes }: CheckContext): ReadonlySet<string> | undefined {
  const codes = categories?.map(({ category }) => category) ?? categoryCodes
  return codes && new Set(codes)
}
