import { afterAll, beforeAll, beforeEach } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from './factories.ts'
import { openSite, type TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

/** «Atlas Textile SA» and its clerk, signed in, anew before each test. */
export function aClerkEachTime() {
  const at = {} as { site: TestSite; atlas: TestEmployer; clerk: Visitor }
  beforeAll(async () => {
    at.site = await openSite()
  })
  beforeEach(async () => {
    at.atlas = await anEmployer(at.site, { name: 'Atlas Textile SA' })
    at.clerk = await signedIn(at.site, await aProfile(at.site, at.atlas))
  })
  afterAll(() => at.site.close())
  return at
}

export interface PeriodAsked {
  readonly category: string
  readonly quarter: string
}

/** Sends a file for a period, as its page does, and gives what comes back: the check, or why there is none. */
export async function sendFile(
  visitor: Visitor,
  period: PeriodAsked,
  content: string | Uint8Array,
  name = 'declaration.txt',
): Promise<Screen> {
  const page = await visitor.get(paths.declarations.period(period))
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const fichier = new File([new Uint8Array(bytes)], name, { type: 'text/plain' })
  return visitor.submit(page, { fichier }, paths.declarations.upload(period))
}

/** Settles every doubt of a check with one reason, and shows what is left. */
export async function confirmEverything(visitor: Visitor, check: Screen): Promise<Screen> {
  let shown = check
  for (let doubts = 0; doubts < 20; doubts += 1) {
    const form = shown.document.querySelector('form[action$="/confirmer"]')
    if (!form) return shown
    shown = await visitor.submit(
      shown,
      { raison: 'Vérifié avec la paie' },
      form.getAttribute('action'),
    )
  }
  return shown
}

/** Declares a period by a file, whatever is asked about it, and leads to its receipt. */
export async function declareFile(
  visitor: Visitor,
  ...file: [period: PeriodAsked, content: string | Uint8Array]
): Promise<Screen> {
  const check = await sendFile(visitor, ...file)
  return sendDeclared(visitor, await confirmEverything(visitor, check))
}

/** Sends what is ready and leads to its receipt. */
export function sendDeclared(visitor: Visitor, check: Screen): Promise<Screen> {
  const form = check.document.querySelector('form[action$="/envoyer"]')
  return visitor.submit(check, {}, form?.getAttribute('action'))
}
