import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { parseForm, versionOf } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { isDeclarant, mayEnd, serviceOfCell } from './cell.ts'
import { changePowers } from './change-powers.ts'
import { changeScope } from './change-scope.ts'
import { grantableCategories } from './pages/scope-fields.tsx'
import { UserPowersPage } from './pages/user-powers.tsx'
import { UserScopePage } from './pages/user-scope.tsx'
import { cellOf, readUser, surroundings } from './route-parts.ts'
import { powersSchema, scopeSchema } from './forms/grants-form.ts'
import { type Wrong, refusedWith } from './wrong-form.ts'

/** «Télédéclaration» of one declarant: mode and categories (product A5). */
export function mountScope(site: Site, app: AppContext): void {
  const { pattern } = paths.administration.userScope
  const showIt = async (page: Page, actor: DelegateActor, wrong?: Wrong) => {
    const cell = cellOf(page)
    if (!isDeclarant(serviceOfCell(cell))) return refuse('web.not_found')
    const one = await readUser(app, actor, { cell, id: idOf(page) })
    const category = page.req.query('categorie')
    return show(
      page,
      <UserScopePage cell={cell} {...one} category={category} {...wrong} />,
      wrong?.status,
    )
  }
  site.get(pattern, { power: 'users.manage', audit: 'users.scope' }, (page, actor) =>
    showIt(page, actor),
  )
  site.post(
    pattern,
    { power: 'users.manage', audit: 'users.change_scope' },
    async (page, actor) => {
      const cell = cellOf(page)
      const id = idOf(page)
      const { administration, user } = await readUser(app, actor, { cell, id })
      const categories = grantableCategories(administration, user.mandate)
      const form = parseForm(
        scopeSchema(
          surroundings(app, page, cell, {
            administration,
            categories: categories.map(({ category }) => category),
          }),
          mayEnd(cell, user.mandate),
        ),
        page.var.fields,
      )
      if (!form.ok) return showIt(page, actor, { ...form, status: 422 })
      const service = serviceOfCell(cell)
      const done = await attempt(page, () =>
        changeScope(app, actor, {
          ...form.value,
          id,
          service,
          version: versionOf(page.var.fields),
        }),
      )
      if (!done.ok) return showIt(page, actor, refusedWith(page, done.sentence))
      const notice = page.var.visit.words.administration.user.scopeSaved
      return redirect(page, paths.administration.user({ cell, id }), notice)
    },
  )
}

/** «Compte Adhérent» of one payment profile: Ordonnateur, Validateur (product A6). */
export function mountPowers(site: Site, app: AppContext): void {
  const { pattern } = paths.administration.userPowers
  const showIt = async (page: Page, actor: DelegateActor, wrong?: Wrong) => {
    const cell = cellOf(page)
    if (cell !== 'profils') return refuse('web.not_found')
    const one = await readUser(app, actor, { cell, id: idOf(page) })
    return show(page, <UserPowersPage cell={cell} {...one} {...wrong} />, wrong?.status)
  }
  site.get(pattern, { power: 'users.manage', audit: 'users.powers' }, (page, actor) =>
    showIt(page, actor),
  )
  site.post(
    pattern,
    { power: 'users.manage', audit: 'users.change_powers' },
    async (page, actor) => {
      const id = idOf(page)
      const { words } = page.var.visit
      const form = parseForm(powersSchema(words), page.var.fields)
      if (!form.ok) return showIt(page, actor, { ...form, status: 422 })
      const done = await attempt(page, () =>
        changePowers(app, actor, { ...form.value, id, version: versionOf(page.var.fields) }),
      )
      if (!done.ok) return showIt(page, actor, refusedWith(page, done.sentence))
      const back = paths.administration.user({ cell: 'profils', id })
      const { powersSaved, powersSavedWaiting } = words.administration.user
      return redirect(page, back, done.value.waits ? powersSavedWaiting : powersSaved)
    },
  )
}
