import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Language, languages } from '../../src/web/words/language.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { barriers } from '../support/barriers.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { carry, keepEvidence } from './support.ts'
import { type FoundForm, formsOf, sendAlmostEmpty, summaryOf, typedText } from './tour/forms.ts'
import { byVisitor, type Stop } from './tour/stop.ts'
import { arrangeTour } from './tour/tour.ts'

const period = { category: '01', quarter: '2026T3' }

/**
 * The gallery's forms show components and go nowhere. An emptied sheet of salaries is a sheet to complete, and a reason
 * alone says enough of somebody who was not paid. Without a number a newcomer gets the next of the series, and without dues
 * ticked a transfer pays the oldest; a view of the queue needs its name alone, and whoever agrees to a decision gives no reason. Their
 * own tests look at their mistakes.
 */
const notForms: readonly string[] = [
  paths.gallery(),
  paths.entry.sheet(period),
  decodeURIComponent(paths.entry.memberQuarter({ ...period, id: ':id' })),
  decodeURIComponent(paths.agency.confirmNewcomer({ id: ':id' })),
  decodeURIComponent(paths.agency.attributeTransfer({ id: ':id' })),
  decodeURIComponent(paths.agency.settleClaim({ id: ':id' })),
  paths.agency.workViews(),
]

let portal: Portal
let stops: Stop[]
beforeAll(async () => {
  portal = await openPortal()
  stops = await arrangeTour(portal.site)
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

for (const language of languages) {
  it(`every form says what is wrong, first, where and in the same words (${language})`, async () => {
    const wrong: string[] = []
    const tried = new Set<string>()
    for (const [who, own] of byVisitor(stops)) {
      const forms = await untriedForms(own, tried)
      if (forms.length === 0) continue
      const { context, page } = await portal.visitor({ viewport: { width: 390, height: 900 } })
      await carry(context, who)
      await page.goto(`${paths.help()}?lang=${language}`)
      for (const { stop, form, closely } of forms) {
        await page.goto(stop.address)
        const problems = await mistakesOf(page, form, language, closely).catch((error) => [
          String(error),
        ])
        wrong.push(...problems.map((problem) => `${form.signature}: ${problem}`))
      }
      await context.close()
    }
    expect(wrong).toEqual([])
    expect(tried.size).toBeGreaterThan(40)
  }, 1_200_000)

  /** Found in the HTML that everybody is sent: a browser opens only the pages with a form that was not tried yet. */
  async function untriedForms(own: readonly Stop[], tried: Set<string>): Promise<UntriedForm[]> {
    const found: UntriedForm[] = []
    for (const stop of own.filter(({ act, breaking }) => !act && !breaking)) {
      for (const form of formsOf(await stop.who.get(stop.address))) {
        if (tried.has(form.signature) || notForms.includes(form.action)) continue
        tried.add(form.signature)
        // Axe is slow: each form in one of the languages.
        const closely = tried.size % languages.length === languages.indexOf(language)
        found.push({ stop, form, closely })
      }
    }
    return found
  }
}

interface UntriedForm {
  readonly stop: Stop
  readonly form: FoundForm
  readonly closely: boolean
}

async function mistakesOf(
  page: Page,
  form: FoundForm,
  language: Language,
  closely: boolean,
): Promise<string[]> {
  const kept = await sendAlmostEmpty(page, form)
  const shown = await summaryOf(page)
  const { errorTitlePrefix } = wordsIn(language).frame
  const problems = [
    shown.title.startsWith(errorTitlePrefix) ? '' : `the title is ${shown.title}`,
    shown.isFirst ? '' : 'the summary is not first',
    shown.isFocused ? '' : 'the summary has no focus',
    shown.sentences.length > 0 ? '' : 'nothing is summed up',
    shown.passwords.every((value) => value === '') ? '' : 'a password came back',
    kept === '' || shown.texts[kept]?.includes(typedText)
      ? ''
      : `${kept} came back as ${String(shown.texts[kept])}`,
    ...shown.unsummed.map((sentence) => `not in the summary: ${sentence}`),
    ...shown.sentences
      .filter(({ leadsTo }) => leadsTo !== 'nowhere')
      .map(({ said, leadsTo, fieldSays }) =>
        said === fieldSays ? '' : `«${said}» leads to ${leadsTo}, which says «${fieldSays}»`,
      ),
    ...(closely ? await barriers(page) : []),
  ]
  return problems.filter((problem) => problem !== '')
}
