import { formatDate, parseLocalDate } from '../../calendar/index.ts'
import type { Language } from '../../web/words/language.ts'
import type { Words } from '../../web/words/index.ts'
import type { Change } from './changes.ts'

interface ToldChange {
  readonly fact: string
  readonly before: string
  readonly after: string
}

/** An answer that was written otherwise, as people say it. */
export function changeInWords(
  { fact, before, after }: Change,
  { claims }: Pick<Words, 'claims'>,
  language: Language,
): ToldChange {
  const { agent, capitalStep } = claims
  const said = (value: string) => {
    if (fact === 'capital') return value === 'capital' ? capitalStep.capital : capitalStep.pension
    const day = parseLocalDate(value)
    return day.ok ? formatDate(day.value, language) : value || '—'
  }
  return { fact: agent.facts[fact], before: said(before), after: said(after) }
}

/** «Compte bancaire : 007 … 96 → 011 … 12». */
export function tellChange(
  change: Change,
  words: Pick<Words, 'claims'>,
  language: Language,
): string {
  const { fact, before, after } = changeInWords(change, words, language)
  return words.claims.agent.changed(fact, before, after)
}
