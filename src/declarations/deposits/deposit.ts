import type { Quarter } from '../../calendar/index.ts'
import type { RefusalCode } from '../../web/words/index.ts'

/** A file on its way to be declared (declarations.md). */
export interface Deposit {
  readonly id: string
  readonly profileId: string
  /** Nothing for a firm's file of several companies. */
  readonly period: DepositPeriod | null
  readonly fileName: string
  readonly size: number
  readonly received: number
  readonly mark: string
  readonly state: 'receiving' | 'received' | 'checked' | 'refused' | 'cancelled'
  /** The check that the page showed: this one may take its place. */
  readonly insteadOf: string | null
  readonly refusal: { readonly code: RefusalCode; readonly details: Values } | null
  readonly fileId: string | null
  /** What it has led to; or what stood in its way. */
  readonly declarationId: string | null
  readonly startedAt: Date
  readonly seenAt: Date
}

export interface DepositPeriod {
  readonly employerId: string
  readonly category: string
  readonly quarter: Quarter
}

type Values = Readonly<Record<string, string>>

const megabyte = 1_048_576

/** A million lines of 190 characters and their ends, which is the most that one file may hold. */
export const mostBytes = 200 * megabyte
/** Small enough to be sent again without regret on a line of 64 kB/s, and to wait for in memory. */
export const partBytes = megabyte

/** What one person sends for one company in a day, counting what was given up: far more than any work needs (attack AT95). */
export const dailyFiles = 300
const dailyBytesOfCompany = 2_048 * megabyte
/** Files on their way at once: of one person, and of a company. */
export const atOnceOfPerson = 6
export const atOnceOfCompany = 20
/** What no longer moves is no longer on its way; after a day it is given up. */
export const stillMs = 15 * 60_000
export const abandonedMs = 86_400_000

export interface Usage {
  /** Of this person for this company, since a day. */
  readonly files: number
  /** Of this company, since a day. */
  readonly bytesOfCompany: number
  readonly atOnceOfPerson: number
  readonly atOnceOfCompany: number
}

/** Why one more file may not begin to arrive; nothing when it may. */
export function obstacleToDeposit(usage: Usage, size: number): RefusalCode | null {
  if (size === 0) return 'declarations.empty_file'
  if (size > mostBytes) return 'web.file_too_large'
  if (usage.files >= dailyFiles) return 'declarations.too_many_files'
  if (usage.bytesOfCompany + size > dailyBytesOfCompany) return 'declarations.too_many_bytes'
  const isCrowded =
    usage.atOnceOfPerson >= atOnceOfPerson || usage.atOnceOfCompany >= atOnceOfCompany
  return isCrowded ? 'declarations.too_many_at_once' : null
}

/** Refused for work that is there: shown whose it is and what would be lost, its sender may take its place. */
export function isInTheWay({ refusal }: Pick<Deposit, 'refusal'>): boolean {
  return (
    refusal?.code === 'declarations.checked_meanwhile' ||
    refusal?.code === 'declarations.would_lose_work'
  )
}

/** How far it has come, for people: never «100 %» before all of it is there. */
export function percentOf({ size, received }: Pick<Deposit, 'size' | 'received'>): number {
  return size === 0 ? 0 : Math.floor((100 * received) / size)
}

/** What follows the bytes already there, no more than was announced; anything else is asked for again from there. */
export function follows(deposit: Deposit, part: { readonly from: number; readonly size: number }) {
  return part.from === deposit.received && part.from + part.size <= deposit.size
}
