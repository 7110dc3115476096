import type { CheckContext } from '../checking/check-context.ts'
import { checkBySteps, type CheckSummary, unreadable } from '../checking/check-declaration.ts'
import { checkReport, type CheckReport, lineCounts } from '../checking/check-report.ts'
import { openContribution } from '../checking/check-contribution.ts'
import { frenchQuotes, frenchSpaces } from '../../web/words/french-spaces.ts'
import type { ByteSource } from '../checking/byte-source.ts'
import type { Language } from '../checking/check-words.ts'
import type { Finding } from '../checking/finding.ts'
import { type FindingGroup, groupFindings } from '../checking/group-findings.ts'
import { checkWords, fieldLabel, findingAdvice, findingSentence } from '../checking/sentences.ts'

/** What a page asks of its worker. Plain data: it crosses to another thread. */
export interface CheckAheadTask {
  readonly bytes: Uint8Array
  readonly context: CheckContext
  readonly language: Language
}

/** What the page shows of a file before it is sent. */
export interface CheckedAhead {
  readonly isReadable: boolean
  readonly lines: number
  readonly accepted: number
  /** «98 lignes sur 100 sont prêtes : 2 à corriger.» */
  readonly headline: string
  readonly causes: readonly CauseAhead[]
  /** Causes beyond those told. */
  readonly more: number
  /** The verdict as `guichet check --json` gives it, but for its findings. */
  readonly report: () => CheckReport
}

export interface CauseAhead {
  readonly severity: Finding['severity']
  readonly severityName: string
  /** The field: «Salaire»; nothing for a whole line or file. */
  readonly place: string
  /** What is wrong on the first lines met, each with its own figures and its line. */
  readonly texts: readonly string[]
  readonly count: number
}

/** Enough to see what is the matter; the portal shows them all. */
const mostCauses = 6

/**
 * The engine's verdict on a file that is still with the one who sends it (product D3): what the file alone tells, with
 * the company, the period and the terms; who is expected in it is the fund's to know.
 */
export async function checkAhead(
  { bytes, context, language }: CheckAheadTask,
  tellProgress: (percent: number) => void,
): Promise<CheckedAhead> {
  const findings: Finding[] = []
  const summary = await summaryOf(bytes, context, { findings, tellProgress })
  const words = checkWords(language)
  const whole = wholeVerdict(summary, findings)
  const groups = whole ? [] : groupFindings(findings)
  const isReadable = summary.layout !== null && whole === null
  return {
    isReadable,
    lines: summary.lines,
    accepted: summary.accepted,
    headline: whole
      ? told(findingAdvice(whole, language), language)
      : isReadable
        ? words.report.verdict(lineCounts(summary))
        : words.report.unreadable,
    causes: groups.slice(0, mostCauses).map((group) => ({
      severity: group.severity,
      severityName: words.severities[group.severity],
      place: placeOf(group.samples[0], language),
      texts: sentencesOf(group, language),
      count: group.count,
    })),
    more: Math.max(0, groups.length - mostCauses),
    report: () =>
      checkReport({ ...summary, declaredLines: [], refusedLines: [], findings }, language),
  }
}

/** What one sentence says of the whole file: empty, or of another company or period. */
function wholeVerdict({ misplaced }: CheckSummary, findings: readonly Finding[]): Finding | null {
  return misplaced ?? findings.find(({ code }) => code === 'file_empty') ?? null
}

function told(advice: string, language: Language): string {
  const sentence = capitalised(advice)
  return language === 'fr' ? frenchQuotes(frenchSpaces(sentence)) : sentence
}

interface Telling {
  readonly findings: Finding[]
  readonly tellProgress: (percent: number) => void
}

async function summaryOf(
  bytes: Uint8Array,
  context: CheckContext,
  { findings, tellProgress }: Telling,
): Promise<CheckSummary> {
  const opened = await openContribution(bytes)
  if (!opened.ok) {
    findings.push(...opened.findings)
    return unreadable(null, null)
  }
  const sink = { line: () => undefined, finding: (found: Finding) => void findings.push(found) }
  const source = countedSource(opened.text, tellProgress)
  const steps = checkBySteps(source, context, sink, opened.origin)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The bytes are gone through twice: to know the encoding, then to read the lines. */
function countedSource(bytes: Uint8Array, tellProgress: (percent: number) => void): ByteSource {
  let [passed, told] = [0, 0]
  return {
    size: bytes.length,
    read: (from, count) => {
      const read = bytes.subarray(from, from + count)
      passed += read.length
      const percent = Math.min(99, Math.floor((50 * passed) / bytes.length))
      if (percent > told) tellProgress((told = percent))
      return read
    },
  }
}

function placeOf(found: Finding | undefined, language: Language): string {
  return found?.field ? capitalised(fieldLabel(found.field, language)) : ''
}

/** One sentence when the lines say the same, else one for each of those shown; the line is named where it is one. */
function sentencesOf({ samples, count }: FindingGroup, language: Language): string[] {
  const advices = new Set(samples.map((found) => findingAdvice(found, language)))
  const isSame = advices.size === 1 && count > 1
  const said = isSame
    ? [...advices].map(capitalised)
    : samples.map((found) =>
        found.line > 0
          ? findingSentence(found, language)
          : capitalised(findingAdvice(found, language)),
      )
  return language === 'fr' ? said.map((one) => frenchQuotes(frenchSpaces(one))) : said
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
