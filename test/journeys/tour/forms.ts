import type { HTMLElement } from 'node-html-parser'
import type { Page } from 'playwright-core'
import type { Screen } from '../../support/visitor.ts'

/** A form of a page, known by where it goes and what it asks. */
export interface FoundForm {
  readonly action: string
  readonly index: number
  readonly signature: string
}

const asking = 'input:not([type=hidden]), select, textarea'

/** The forms of the page's body that ask something. Identifiers in addresses do not make another form. */
export function formsOf({ document, url }: Screen): FoundForm[] {
  return document.querySelectorAll('main form[method=post]').flatMap((form, index) => {
    const own = form.getAttribute('id')
    const fields = [
      ...form.querySelectorAll(asking),
      ...(own ? document.querySelectorAll(`[form="${own}"]`) : []).filter(isAsking),
    ]
    if (fields.length === 0) return []
    const address = form.getAttribute('action') ?? ''
    const action = new URL(address, `http://portal${url}`).pathname
      .replace(/[\da-f]{8}-[\da-f-]{27}/g, ':id')
      .replace(/\/[\w-]{40,}$/, '/:token')
    const names = [...new Set(fields.map((field) => field.getAttribute('name') ?? ''))].join(',')
    return [{ action, index, signature: `${action} ${names}` }]
  })
}

function isAsking(field: HTMLElement): boolean {
  return (
    ['SELECT', 'TEXTAREA'].includes(field.tagName) ||
    (field.tagName === 'INPUT' && field.getAttribute('type') !== 'hidden')
  )
}

export const typedText = 'Zz9'

/**
 * Empties the form, types something in its last text when it has several and in every password, and sends it.
 * Gives the name of the text that must come back.
 */
export async function sendAlmostEmpty(page: Page, { index }: FoundForm): Promise<string> {
  const kept = await page.evaluate(
    ({ at, text }) => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('main details'))
        details.open = true
      const form = document.querySelectorAll<HTMLFormElement>('main form[method=post]')[at]
      if (!form) throw new Error('the form is gone')
      const fields = [...form.elements].filter((field) =>
        field.matches('input:not([type=hidden]), select, textarea'),
      ) as HTMLInputElement[]
      for (const field of fields) {
        if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
        else if (field.type === 'password') field.value = 'court'
        else if (!field.readOnly) field.value = ''
      }
      const texts = fields.filter((field) =>
        field.matches(
          // A code of one's authenticator serves once: it does not come back.
          'textarea, input:is([type=text], [type=email], [type=tel], :not([type])):not([autocomplete=one-time-code])',
        ),
      )
      const asked = new Set(fields.map(({ name }) => name))
      const last = texts.filter(({ readOnly }) => !readOnly).at(-1)
      if (!last || asked.size < 2) return ''
      last.value = text
      return last.name
    },
    { at: index, text: typedText },
  )
  const form = page.locator('main form[method=post]').nth(index)
  const answered = page.waitForResponse(
    (answer) => answer.request().isNavigationRequest() && answer.request().method() === 'POST',
  )
  // Where a form works in its place, what is looked at is the page that everybody else is answered with.
  const isInPlace = await form.evaluate((one) => one.closest('[data-enhance~=inplace]') !== null)
  const loaded = isInPlace ? page.waitForEvent('load') : null
  if (isInPlace) await form.evaluate((one) => HTMLFormElement.prototype.submit.call(one))
  else await form.locator('button[type=submit]:not([formaction])').first().click()
  const answer = await answered
  await loaded
  await page.waitForLoadState()
  if (answer.status() !== 422) throw new Error(`answered ${answer.status()}`)
  return kept
}

export interface Summary {
  readonly title: string
  readonly isFirst: boolean
  readonly isFocused: boolean
  /** Where each sentence leads, and what the field says itself. */
  readonly sentences: readonly {
    readonly said: string
    readonly leadsTo: string
    readonly fieldSays: string
  }[]
  readonly unsummed: readonly string[]
  readonly passwords: readonly string[]
  /** By name; two forms may ask the same. */
  readonly texts: Readonly<Record<string, readonly string[]>>
}

export async function summaryOf(page: Page): Promise<Summary> {
  return page.evaluate(() => {
    const summary = document.querySelector('.error-summary')
    const first = [...document.querySelectorAll('main > *')].find(
      (element) => !element.matches('.notice-region'),
    )
    const saidBy = (mistake: Element | null | undefined) => {
      const copy = mistake?.cloneNode(true) as Element | undefined
      copy?.querySelector('.visually-hidden')?.remove()
      return copy?.textContent.trim() ?? ''
    }
    const sentences = [...(summary?.querySelectorAll('li') ?? [])].map((line) => {
      const hash = line.querySelector('a')?.hash.slice(1) ?? ''
      const target = hash ? document.getElementById(hash) : null
      const described = target?.closest('.field') ?? target
      return {
        said: line.textContent.trim(),
        leadsTo: hash === '' ? 'nowhere' : target ? target.tagName : `missing #${hash}`,
        fieldSays: saidBy(described?.querySelector('.mistake')),
      }
    })
    const said = new Set(sentences.map((one) => one.said))
    const values = (selector: string) => [
      ...document.querySelectorAll<HTMLInputElement>(`main ${selector}`),
    ]
    return {
      title: document.title,
      isFirst: summary !== null && first === summary,
      isFocused: document.activeElement === summary,
      sentences,
      unsummed: [...document.querySelectorAll('main .mistake')]
        .map(saidBy)
        .filter((sentence) => !said.has(sentence)),
      passwords: values('input[type=password]').map(({ value }) => value),
      texts: Object.fromEntries(
        values(':is(input, textarea)').map(({ name }) => [
          name,
          values(`[name="${name}"]`).map(({ value }) => value),
        ]),
      ),
    }
  })
}
