import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import { wordsIn } from '../../../src/web/words/index.ts'
import { languages } from '../../../src/web/words/language.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { folded, type Office, saidOn } from './office.ts'

interface Told {
  readonly number: number
  readonly reference: string
  readonly verdict: 'granted' | 'revised' | 'complement'
  readonly amounts: readonly string[]
}

/** The company keeps the letter of a decision, which says the same in French and in Arabic. */
export async function expectLetters(
  { clerk }: Office,
  id: string,
  { number, reference, verdict, amounts }: Told,
): Promise<void> {
  for (const language of languages) {
    const address = `${paths.claims.notification({ id, number: String(number) })}?langue=${language}`
    const answer = await clerk.request.get(address)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    const text = folded(readPdf(await answer.body()).text)
    const { letter } = wordsIn(language).claims
    // Arabic is read back word by word, the last one first.
    const words = letter.titles[verdict].split(' ')
    const title = (language === 'ar' ? words.toReversed() : words).join(' ')
    for (const said of [title, reference, ...amounts]) expect(text).toContain(said)
  }
}

export async function expectSaid(page: Page, ...sentences: readonly string[]): Promise<void> {
  const shown = await saidOn(page)
  for (const sentence of sentences) expect(shown).toContain(folded(sentence))
}
