import { paths } from '../../src/web/paths.ts'
import { sheetAt } from '../../src/declarations/entry/sheet-address.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer, type TestPerson } from './factories.ts'
import { aSentDeclaration, someMembers, type TestMember } from './members.ts'
import { openSite, type TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

export const sheetPeriod = { category: '01', quarter: '2026T3' }
const before = { year: 2026, quarter: 2 } as const

/** A company that declares on the sheet of salaries, and its clerk in front of it. */
export class SheetForm {
  readonly site: TestSite
  employer!: TestEmployer
  clerk!: TestPerson
  visitor!: Visitor
  members: TestMember[] = []

  static async open(): Promise<SheetForm> {
    return new SheetForm(await openSite())
  }

  private constructor(site: TestSite) {
    this.site = site
  }

  /** Another company, of which nobody is known yet. */
  async begin(): Promise<void> {
    this.employer = await anEmployer(this.site)
    this.clerk = await aProfile(this.site, this.employer, { mode: 'form' })
    this.visitor = await signedIn(this.site, this.clerk)
    this.members = []
  }

  sheet(look: Parameters<typeof sheetAt>[1] = {}): Promise<Screen> {
    return this.visitor.get(sheetAt(sheetPeriod, look))
  }

  /** Fills a page of the sheet and presses one of its buttons. */
  press(
    screen: Screen,
    vers: string,
    typed: Record<string, string> = {},
    who = this.visitor,
  ): Promise<Screen> {
    return who.submit(screen, { ...typed, vers }, paths.entry.sheet(sheetPeriod))
  }

  async knownMembers(count: number): Promise<void> {
    this.members = await someMembers(this.site, this.employer, { count })
  }

  async declaredBefore(dirhams = 18_000): Promise<void> {
    const salaries = this.members.map((member) => ({ member, dirhams }))
    await aSentDeclaration(this.site, this.employer, this.clerk, { quarter: before, salaries })
  }

  keyOf(index: number): string {
    return this.members[index]?.id ?? ''
  }
}

export const valueOf = (screen: Screen, name: string) =>
  screen.document.querySelector(`input[name="${name}"]`)?.getAttribute('value')
export const salariesOn = (screen: Screen) =>
  screen.document.querySelectorAll('input[name^="salaire-"]')
