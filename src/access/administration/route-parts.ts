import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Page } from '../../web/site.ts'
import { asksSecretQuestions } from '../secret-questions.ts'
import { type Cell, isCell, serviceOfCell } from './cell.ts'
import { getUserDetails } from './find-user-details.ts'
import { type Administration, loadAdministration } from './read-administration.ts'
import type { FormSurroundings } from './forms/surroundings.ts'
import type { UserDetails } from './user.ts'

/** The cell named in the address; any other word is no page. */
export function cellOf(page: Page): Cell {
  const cell = page.req.param('cell')
  return isCell(cell) ? cell : refuse('web.not_found')
}

export interface OneUser {
  readonly administration: Administration
  readonly user: UserDetails
}

/** What the pages of one user stand on. */
export function readUser(
  app: Pick<AppContext, 'db' | 'clock' | 'keyring'>,
  actor: DelegateActor,
  wanted: { readonly cell: Cell; readonly id: string },
): Promise<OneUser> {
  const { employerId } = actor
  const service = serviceOfCell(wanted.cell)
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => ({
    administration: await loadAdministration(tx, app, actor),
    user: await getUserDetails(tx, app, employerId, { id: wanted.id, service }),
  }))
}

/** What the forms of a cell need to know to read what was typed. */
export function surroundings(
  app: AppContext,
  page: Page,
  cell: Cell,
  known: { readonly administration: Administration; readonly categories: readonly string[] },
): FormSurroundings {
  const { employer, today } = known.administration
  const service = serviceOfCell(cell)
  return {
    words: page.var.visit.words,
    service,
    categories: known.categories,
    today,
    employerWords: [employer.name, employer.number, app.config.fund.name],
    asksQuestions: asksSecretQuestions(service, app.config.secretQuestions),
  }
}
