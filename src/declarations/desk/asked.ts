import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Page } from '../../web/site.ts'

/** A request at the desk: of which page, by whom. */
export interface Asked {
  readonly page: Page
  readonly app: AppContext
  readonly actor: EmployedActor
}
