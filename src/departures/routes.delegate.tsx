import type { DelegateActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { type Mistakes, text, versionOf } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { confirmUserList } from './confirm-user-list.ts'
import { DeparturesPage } from './pages/departures.tsx'
import { readDepartures } from './read-departures.ts'
import { suspendDepartedUser } from './suspend-departed-user.ts'

/** «Départs»: who looks gone, and the quarterly confirmation of the list (product A12). */
export function mountDepartures(site: Site, app: AppContext): void {
  const { departures, departure } = paths.administration
  site.get(departures.pattern, { power: 'users.manage', audit: 'departures.show' }, (page, actor) =>
    showDepartures(app, page, actor),
  )
  site.post(
    departures.pattern,
    { power: 'users.manage', audit: 'departures.confirm_list' },
    async (page, actor) => {
      const own = page.var.visit.words.administration.departures
      if (text(page.var.fields, 'confirmed') !== 'on')
        return showDepartures(app, page, actor, {
          errors: { confirmed: own.confirmNeeded },
          status: 422,
        })
      const shown = text(page.var.fields, 'version')
      const done = await attempt(page, () => confirmUserList(app, actor, shown))
      if (!done.ok)
        return showDepartures(app, page, actor, { errors: { '': done.sentence }, status: 409 })
      return redirect(page, departures(), own.confirmed)
    },
  )
  site.post(
    departure.pattern,
    { power: 'users.manage', audit: 'departures.suspend' },
    async (page, actor) => {
      const own = page.var.visit.words.administration.departures
      const id = idOf(page)
      const version = versionOf(page.var.fields)
      const { name } = await suspendDepartedUser(app, actor, { id, version, reason: own.reason })
      return redirect(page, departures(), own.suspended(name))
    },
  )
}

async function showDepartures(
  app: AppContext,
  page: Page,
  actor: DelegateActor,
  wrong?: { readonly errors: Mistakes; readonly status: 409 | 422 },
) {
  const found = await readDepartures(app, actor)
  return show(page, <DeparturesPage {...found} errors={wrong?.errors} />, wrong?.status ?? 200)
}
