import { z } from 'zod'
import type { LocalDate } from '../../../calendar/index.ts'
import { refusalReasons } from '../refusal-reasons.ts'
import { partOf, type Shares } from '../shares.ts'
import { type Dirhams, parseTypedDirhams, westernDigits } from '../../../money/index.ts'
import { choice, line, optionalLine } from '../../../web/form.ts'
import { looksLikeDay, readDay } from '../../../web/read-day.ts'
import type { Words } from '../../../web/words/index.ts'

const longest = 1000

/** Accept, or refuse for a reason of the list or in the agent's own words. */
export function reviewSchema({ agent: own, tooLong }: Words['claims']) {
  return z
    .object({
      avis: choice(['accepted', 'refused'], own.verdictMissing),
      motif: z.string().optional(),
      autre: optionalLine(tooLong, longest),
    })
    .transform(({ avis, motif, autre }, context) => {
      if (avis === 'accepted') return { verdict: avis, reason: '' }
      const listed = refusalReasons.find((one) => one === motif)
      const reason = autre !== '' ? autre : listed
      if (reason) return { verdict: avis, reason }
      context.addIssue({ code: 'custom', message: own.reasonMissing, path: ['motif'] })
      return z.NEVER
    })
}

export function askSchema({ tooLong }: Words['claims']) {
  return z.object({ note: optionalLine(tooLong, longest) })
}

/** Granted from a day with its amounts and shares, or refused with a reason; everything that is wrong is told at once. */
export function decisionSchema(words: Words['claims']) {
  return z.intersection(verdictSchema(words), sharesSchema(words.agent.partWrong))
}

function verdictSchema(words: Words['claims']) {
  const own = words.agent
  return z
    .object({
      decision: choice(['granted', 'refused'], own.decisionMissing),
      debut: day(words),
      annuelle: amount(own.amountWrong),
      unique: amount(own.amountWrong),
      raison: optionalLine(words.tooLong, longest),
      points: shownPoints(),
    })
    .transform((typed, context) => {
      const wrong = (path: string, message: string) => {
        context.addIssue({ code: 'custom', message, path: [path] })
        return z.NEVER
      }
      if (typed.decision === 'refused')
        return typed.raison === ''
          ? wrong('raison', own.refusalReasonMissing)
          : { verdict: typed.decision, reason: typed.raison }
      const startsOn = typed.debut
      if (typed.annuelle === null && typed.unique === null) wrong('annuelle', own.amountMissing)
      if (!startsOn) return wrong('debut', words.dayWrong)
      return {
        verdict: typed.decision,
        startsOn,
        yearly: typed.annuelle,
        atOnce: typed.unique,
        reason: typed.raison,
        points: typed.points,
      }
    })
}

/** The parts of each beneficiary, where the form asks for them; a wrong one is told at its field, unless nothing is granted. */
function sharesSchema(sentence: string) {
  return z
    .record(z.string(), z.unknown())
    .transform((typed, context): { readonly shares: Shares | null } => {
      const fields = Object.entries(typed).filter(([name]) => name.startsWith(partOf))
      if (fields.length === 0 || typed['decision'] !== 'granted') return { shares: null }
      const read = fields.map(([name, value]) => ({ name, parts: partsIn(value) }))
      const isNobody = read.every(({ parts }) => parts === 0)
      const wrong = read.filter(({ parts }) => parts === undefined || isNobody)
      for (const { name } of wrong)
        context.addIssue({ code: 'custom', message: sentence, path: [name] })
      const parts = read.map(({ name, parts = 0 }) => [name.slice(partOf.length), parts] as const)
      return { shares: Object.fromEntries(parts) }
    })
}

function partsIn(value: unknown): number | undefined {
  const digits = typeof value === 'string' ? westernDigits(value).trim() : ''
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined
}

/** Confirmed, or sent back with why. */
export function settleSchema({ agent: own, tooLong }: Words['claims']) {
  return z
    .object({
      accord: choice(['oui', 'non'], own.settleTitle),
      raison: optionalLine(tooLong, longest),
    })
    .transform(({ accord, raison }, context) => {
      if (accord === 'oui' || raison !== '') return { isAgreed: accord === 'oui', reason: raison }
      context.addIssue({ code: 'custom', message: own.sendBackReasonMissing, path: ['raison'] })
      return z.NEVER
    })
}

/** What arrears add: always an amount, of nothing if nothing is due, and why. */
export function complementSchema(words: Words['claims']) {
  const own = words.agent
  return z
    .object({
      annuelle: amount(own.amountWrong),
      unique: amount(own.amountWrong),
      raison: line(own.complementReasonMissing, words.tooLong, longest),
      points: shownPoints(),
    })
    .transform(({ annuelle, unique, raison, points }, context) => {
      if (unique !== null) return { yearly: annuelle, atOnce: unique, reason: raison, points }
      context.addIssue({ code: 'custom', message: own.complementMissing, path: ['unique'] })
      return z.NEVER
    })
}

/** Carried unseen by the form; what was never on a page is none that anybody saw. */
function shownPoints() {
  return z
    .string()
    .optional()
    .transform((carried) => (carried && /^\d{1,15}$/.test(carried) ? BigInt(carried) : null))
}

/** Told at once with a wrong amount; whoever refuses needs none. */
function day({ dayWrong, noSuchDay }: Words['claims']) {
  return optionalLine(dayWrong, 20).transform((typed, context): LocalDate | null => {
    const read = typed === '' ? null : readDay(typed)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: looksLikeDay(typed) ? noSuchDay : dayWrong })
    return z.NEVER
  })
}

function amount(wrong: string) {
  return optionalLine(wrong, 30).transform((typed, context): Dirhams | null => {
    if (typed === '') return null
    const parsed = parseTypedDirhams(typed)
    if (parsed.ok && parsed.value >= 0n) return parsed.value
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
}
