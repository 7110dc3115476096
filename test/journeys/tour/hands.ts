import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Somebody who has a keyboard and no mouse, and who must always see where they are (quality US5). */
export class Hands {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Goes forward to this element, looking at every stop on the way. */
  async reach(target: Locator): Promise<void> {
    const wanted = await target.first().elementHandle()
    for (let steps = 0; steps < 150; steps += 1) {
      await this.page.keyboard.press('Tab')
      expect(await this.lostFocus()).toBe('')
      if (await this.page.evaluate((element) => document.activeElement === element, wanted)) return
    }
    throw new Error(`the keyboard does not reach ${String(target)}`)
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.page.keyboard.type(text)
  }

  async tick(box: Locator): Promise<void> {
    await this.reach(box)
    if (!(await box.isChecked())) await this.page.keyboard.press('Space')
    expect(await box.isChecked()).toBe(true)
  }

  /** The first of the group is reached, then the arrows choose. */
  async choose(option: Locator): Promise<void> {
    const name = await option.getAttribute('name')
    const group = this.page.locator(`main input[type=radio][name="${name}"]`)
    const checked = group.and(this.page.locator(':checked'))
    await this.reach((await checked.count()) > 0 ? checked : group)
    await this.page.keyboard.press('Space')
    for (let turns = 0; !(await option.isChecked()); turns += 1) {
      if (turns > 10) throw new Error('the arrows do not reach the option')
      await this.page.keyboard.press('ArrowDown')
    }
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.press('Enter')
  }

  /** Presses what leads to another page, and waits for it. */
  async follow(target: Locator): Promise<void> {
    await this.reach(target)
    const arrived = this.page.waitForEvent('domcontentloaded')
    await this.page.keyboard.press('Enter')
    await arrived
  }

  /** Why the focus cannot be seen; empty when it can. */
  private async lostFocus(): Promise<string> {
    return this.page.evaluate(async () => {
      // A list that scrolls follows the focus in the next frame.
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
      const focused = document.activeElement
      if (!focused || focused === document.body || focused === document.documentElement) return ''
      // The file input of the drop zone lends its ring to the button drawn in its place.
      const isLent = focused.matches('.drop.is-enhanced input')
      const shown = isLent ? (focused.nextElementSibling ?? focused) : focused
      const { outlineStyle, outlineWidth } = getComputedStyle(shown)
      const told = shown.outerHTML.slice(0, 120)
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no ring: ${told}`
      const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 12)]
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight)
        return `out of sight (${Math.round(x)},${Math.round(y)}): ${told}`
      const top = document.elementFromPoint(x, y)
      const isOnTop = top !== null && (shown.contains(top) || top.contains(shown))
      return isOnTop ? '' : `hidden under ${top?.outerHTML.slice(0, 80)}: ${told}`
    })
  }
}
