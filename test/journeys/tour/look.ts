import type { Page } from 'playwright-core'

export interface Frame {
  readonly lang: string
  readonly dir: string
  readonly title: string
  readonly headings: readonly string[]
  /** Where help and contact stand: the first part of the page that holds the link, and how it is told. */
  readonly help: string
  readonly bytes: number
  readonly scriptBytes: number
}

/** What every page must say and weigh, whatever it is about. */
export async function frameOf(page: Page): Promise<Frame> {
  return page.evaluate(() => {
    const root = document.documentElement
    const help = document.querySelectorAll('.top-links > a[href="/aide"], .bottom a[href="/aide"]')
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const [own] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const sizeOf = (entries: readonly PerformanceResourceTiming[]) =>
      entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
    const light = fetched.filter(({ name }) => !/\.woff2$|\/justificatifs\//.test(name))
    // A form that is answered in its place brings another page: the heavier of the two is weighed.
    const brought = light.filter(
      ({ initiatorType, name }) =>
        ['fetch', 'xmlhttprequest'].includes(initiatorType) && !name.includes('/public/'),
    )
    const pages = [...(own ? [own] : []), ...brought].map(({ encodedBodySize }) => encodedBodySize)
    return {
      lang: root.lang,
      dir: root.dir,
      title: document.title,
      headings: [...document.querySelectorAll('h1')].map((h1) => h1.innerText.trim()),
      help: [...help].map((link) => link.closest('header, footer')?.tagName ?? '').join(' '),
      bytes: sizeOf(light.filter((one) => !brought.includes(one))) + Math.max(0, ...pages),
      scriptBytes: sizeOf(light.filter(({ name }) => name.endsWith('.js'))),
    }
  })
}

/** What runs out of a narrow screen, or is too small for a finger (quality US8, US9, US10). */
export async function misfits(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 })
  return page.evaluate((wide) => {
    const found: string[] = []
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const told = (element: Element) => element.outerHTML.slice(0, 160)
    const scrolls = (element: Element) =>
      element.closest('.band ul, .table-scroll, .visually-hidden') !== null
    if (over > 0) {
      const out = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(element)
      })
      found.push(`${over}px too wide at ${wide}: ${out.slice(-3).map(told).join(' | ')}`)
    }
    for (const element of document.querySelectorAll(
      'a, button, input, select, textarea, summary',
    )) {
      const box = element.getBoundingClientRect()
      const isSeen = box.width > 1 && box.height > 1 && getComputedStyle(element).opacity !== '0'
      if (isSeen && (box.height < 24 || box.width < 24)) {
        const isInSentence = element.tagName === 'A' && element.parentElement?.tagName === 'P'
        const size = `${Math.round(box.width)}×${Math.round(box.height)}`
        if (!isInSentence) found.push(`${size} at ${wide}: ${told(element)}`)
      }
    }
    return found
  }, width)
}
