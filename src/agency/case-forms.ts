import { z } from 'zod'
import { completionReasons, refusalReasons } from '../letters/reasons.ts'
import { choice, line, sayMost, tick, ticked } from '../web/form.ts'
import type { Words } from '../web/words/index.ts'
import { checklistOf, checks, commonChecks } from './checklist.ts'
import type { Verdict } from './case-decision.ts'

export const verdicts = ['accept', 'complete', 'refuse'] as const
export type VerdictName = (typeof verdicts)[number]

/** What the decision forms send besides the verdict: the version and the scan that were shown. */
const shown = {
  version: z.coerce.number().int().positive(),
  justificatif: z.uuid(),
}

export interface GivenVerdict {
  readonly version: number
  readonly proofId: string
  readonly verdict: Verdict
}

/** One schema per button, since each asks for something else. */
export function verdictSchema(name: VerdictName, words: Words): z.ZodType<GivenVerdict> {
  return name === 'accept' ? acceptSchema(words) : answerSchema(name, words)
}

/** What a letter needs besides, the decision says. */
function acceptSchema(words: Words): z.ZodType<GivenVerdict> {
  const { mistakes } = words.agency
  return z
    .object({
      ...shown,
      controles: ticked(checks).refine(
        (all) => commonChecks.every((check) => all.includes(check)),
        mistakes.checks,
      ),
    })
    .transform((form) => ({
      version: form.version,
      proofId: form.justificatif,
      verdict: { verdict: 'accept' as const, checklist: checklistOf(form.controles) },
    }))
}

function answerSchema(name: 'complete' | 'refuse', words: Words): z.ZodType<GivenVerdict> {
  const { mistakes } = words.agency
  const known = name === 'complete' ? completionReasons : refusalReasons
  return z
    .object({
      ...shown,
      motifs: ticked(known).refine((chosen) => chosen.length > 0, mistakes.reasons),
      precision: paragraph(mistakes.noteTooLong),
    })
    .transform((form) => ({
      version: form.version,
      proofId: form.justificatif,
      verdict: {
        verdict: name,
        checklist: checklistOf([]),
        reasons: form.motifs,
        note: form.precision,
      },
    }))
}

export function objectionSchema(words: Words) {
  const { mistakes } = words.agency
  return z
    .object({
      version: shown.version,
      decision: choice(['upheld', 'dismissed'], mistakes.decision),
      motif: paragraph(mistakes.noteTooLong).pipe(z.string().min(1, mistakes.objectionNote)),
      lu: tick().refine((isTicked) => isTicked, mistakes.objectionRead),
    })
    .transform(({ version, decision, motif, lu }) => ({
      version,
      decision,
      note: motif,
      hasRead: lu,
    }))
}

export function paperOrderSchema(words: Words) {
  const { mistakes } = words.agency
  return z
    .object({
      // Without it the form is not one of ours: it is nobody's, and is refused as changed.
      delegue: z.string().catch(''),
      courrier: line(mistakes.paper, mistakes.tooLong, 60),
      motif: line(mistakes.reason, mistakes.tooLong, 200),
    })
    .transform(({ delegue, courrier, motif }) => ({
      delegateId: delegue,
      paper: courrier,
      reason: motif,
    }))
}

export function arrivalSchema(words: Words) {
  return z
    .object({
      version: shown.version,
      arrivee: choice(['post', 'counter'], words.agency.mistakes.arrival),
    })
    .transform(({ version, arrivee }) => ({ version, by: arrivee }))
}

/** Several lines of plain text, without what could rearrange a mail or a page. */
function paragraph(tooLong: string) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string())
    .transform((value) => plain(value))
    .pipe(z.string().max(1000, sayMost(tooLong, 1000)))
}

/** Control characters and direction overrides; line ends stay. */
const disturbing = /(?!\n)[\p{Cc}\p{Cf}]/gu

function plain(value: string): string {
  return value.normalize('NFC').replace(/\r\n?/g, '\n').replace(disturbing, '').trim()
}
