import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import { wordsIn } from '../../../src/web/words/index.ts'
import { languages } from '../../../src/web/words/language.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { follow } from './clerk.ts'
import { folded, type Office, saidOn } from './office.ts'
import type { Accepted } from './until-accepted.ts'

interface Told {
  readonly verdict: 'granted' | 'revised' | 'complement'
  /** On the page of the claim. */
  readonly said: readonly string[]
  /** In the letter. */
  readonly amounts: readonly string[]
}

/** The company reads a decision where it follows the claim, and keeps its letter. */
export async function expectDecided(office: Office, claim: Accepted, told: Told): Promise<void> {
  await expectSaid(await follow(office, claim.id), ...told.said)
  await expectLetters(office, claim, told)
}

/** The letter of a decision says the same in French and in Arabic; the first grants, the second changes it. */
async function expectLetters(
  { clerk }: Office,
  { id, reference }: Accepted,
  { verdict, amounts }: Told,
): Promise<void> {
  const number = verdict === 'granted' ? 1 : 2
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
