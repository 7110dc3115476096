import type { Locator, Page } from 'playwright-core'

/** Somebody who works fast and touches no mouse: every element is come to by Tab, every press is a key. */
export class Keys {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Goes on to this element; at the top of a page, past the frame by the link made for that. */
  async reach(target: Locator): Promise<void> {
    const { page } = this
    const wanted = await target.first().elementHandle()
    const isThere = () => page.evaluate((element) => document.activeElement === element, wanted)
    if (await page.evaluate(() => document.activeElement === document.body)) {
      await page.keyboard.press('Tab')
      // An address that names a part of the page begins there.
      const isAtTop = await page.evaluate(() => document.activeElement?.matches('.skip'))
      if (isAtTop) await page.keyboard.press('Enter')
    }
    for (let steps = 0; steps < 150; steps += 1) {
      if (await isThere()) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard does not reach ${String(target)}`)
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.page.keyboard.type(text)
  }

  async tick(box: Locator): Promise<void> {
    await this.reach(box)
    await this.page.keyboard.press('Space')
  }

  /** Tab comes to the first of a group, the arrows to the others. */
  async choose(group: Locator, value: string): Promise<void> {
    const values = await group.evaluateAll((all) => all.map((one) => one.getAttribute('value')))
    await this.tick(group)
    for (let turn = values.indexOf(value); turn > 0; turn -= 1)
      await this.page.keyboard.press('ArrowDown')
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.press('Enter')
  }

  /** Presses what leads to another page. */
  async follow(target: Locator): Promise<void> {
    await this.reach(target)
    await this.arrive('Enter')
  }

  async arrive(key: string): Promise<void> {
    const arrived = this.page.waitForEvent('domcontentloaded')
    await this.page.keyboard.press(key)
    await arrived
  }
}
