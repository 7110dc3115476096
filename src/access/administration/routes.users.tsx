import type { DelegateActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { type Fields, type Mistakes, parseForm, versionOf } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { asksSecretQuestions } from '../secret-questions.ts'
import { type Cell, serviceOfCell } from './cell.ts'
import { changeUser, type EmailOutcome } from './change-user.ts'
import { createUser } from './create-user.ts'
import { offerMandate } from './offer-mandate.ts'
import { type UserQuery, userStates } from './narrow-users.ts'
import { NewUserPage } from './pages/new-user.tsx'
import { grantableCategories } from './pages/scope-fields.tsx'
import { UserList } from './pages/user-list.tsx'
import { UserPage } from './pages/user.tsx'
import { type Administration, isFirstUser, readAdministration } from './read-administration.ts'
import { cellOf, readUser, surroundings } from './route-parts.ts'
import { withoutPassword } from './forms/access-form.ts'
import { parseExternalUser, parseNewUser } from './forms/new-user-form.ts'
import { personSchema } from './forms/person-form.ts'
import { fullName } from '../accounts.ts'

/** The cells of users: list, «Nouveau», one user (product A4 to A7). */
export function mountUsers(site: Site, app: AppContext): void {
  const { users, newUser, user } = paths.administration

  site.get(users.pattern, { power: 'users.manage', audit: 'users.list' }, async (page, actor) => {
    const administration = await readAdministration(app, actor)
    if (isFirstUser(administration, cellOf(page))) return newUserPage(app, page, administration)
    const asked = page.req.query('categorie')
    const assign = administration.uncovered.find(({ category }) => category === asked)?.category
    const query = queryOf(page)
    return show(
      page,
      <UserList
        cell={cellOf(page)}
        administration={administration}
        assign={assign}
        query={query}
      />,
    )
  })

  site.get(newUser.pattern, { power: 'users.manage', audit: 'users.new' }, (page, actor) =>
    showNewUser(app, page, actor),
  )

  site.post(newUser.pattern, { power: 'users.manage', audit: 'users.create' }, (page, actor) =>
    cellOf(page) === 'externe' ? createExternal(app, page, actor) : create(app, page, actor),
  )

  site.get(user.pattern, { power: 'users.manage', audit: 'users.show' }, async (page, actor) => {
    const cell = cellOf(page)
    const one = await readUser(app, actor, { cell, id: idOf(page) })
    return show(page, <UserPage cell={cell} {...one} />)
  })

  site.post(user.pattern, { power: 'users.manage', audit: 'users.change' }, (page, actor) =>
    change(app, page, actor),
  )
}

/** What is unknown narrows nothing: a list is never wrong (quality AT48). */
function queryOf(page: Page): UserQuery {
  const asked = page.req.query()
  return {
    search: (asked['q'] ?? '').trim().slice(0, 100),
    state: userStates.find((state) => state === asked['etat']) ?? null,
    after: asked['apres'] ?? null,
    before: asked['avant'] ?? null,
  }
}

interface Wrong {
  readonly errors: Mistakes
  readonly typed: Fields
  readonly status: 409 | 422
  readonly isFirmKnown?: boolean
  readonly isPersonKnown?: boolean
}

async function showNewUser(app: AppContext, page: Page, actor: DelegateActor, wrong?: Wrong) {
  return newUserPage(app, page, await readAdministration(app, actor), wrong)
}

function newUserPage(app: AppContext, page: Page, administration: Administration, wrong?: Wrong) {
  const cell = cellOf(page)
  const asksQuestions = asksSecretQuestions(serviceOfCell(cell), app.config.secretQuestions)
  return show(
    page,
    <NewUserPage
      cell={cell}
      administration={administration}
      asksQuestions={asksQuestions}
      errors={wrong?.errors}
      typed={wrong?.typed}
      category={page.req.query('categorie')}
      power={page.req.query('pouvoir')}
      isFirmKnown={wrong?.isFirmKnown}
      isPersonKnown={wrong?.isPersonKnown}
    />,
    wrong?.status ?? 200,
  )
}

async function formOf(app: AppContext, page: Page, actor: DelegateActor, cell: Cell) {
  const administration = await readAdministration(app, actor)
  const categories = grantableCategories(administration).map(({ category }) => category)
  return surroundings(app, page, cell, { administration, categories })
}

async function create(app: AppContext, page: Page, actor: DelegateActor) {
  const cell = cellOf(page)
  const form = parseNewUser(page.var.fields, await formOf(app, page, actor, cell))
  if (!form.ok) return showNewUser(app, page, actor, { ...form, status: 422 })
  const done = await attempt(page, () => createUser(app, actor, form.value))
  if (!done.ok) return showRefused(app, page, actor, done)
  const words = page.var.visit.words.administration.user
  const sentence = form.value.firstPassword.kind === 'link' ? words.createdLink : words.createdTyped
  return redirect(
    page,
    paths.administration.users({ cell }),
    sentence(fullName(form.value), done.value.login),
  )
}

async function createExternal(app: AppContext, page: Page, actor: DelegateActor) {
  const form = parseExternalUser(page.var.fields, await formOf(app, page, actor, 'externe'))
  if (!form.ok) return showNewUser(app, page, actor, { ...form, status: 422 })
  const done = await attempt(page, () => offerMandate(app, actor, form.value))
  if (!done.ok) return showRefused(app, page, actor, done)
  return redirect(
    page,
    paths.administration.users({ cell: 'externe' }),
    page.var.visit.words.administration.user.offered(fullName(form.value)),
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  'administration.login_taken': 'login',
  'administration.firm_is_own': 'firmIce',
  'administration.firm_other_name': 'firmIce',
  'administration.person_other_name': 'identityNumber',
}

/** A login that is taken, or another firm's ICE, is a mistake of that field; any other refusal belongs to the whole form. */
function showRefused(
  app: AppContext,
  page: Page,
  actor: DelegateActor,
  done: { readonly sentence: string; readonly refusal: { readonly code: string } },
) {
  const { code } = done.refusal
  const typed = withoutPassword(page.var.fields)
  return showNewUser(app, page, actor, {
    errors: { [fieldOf[code] ?? '']: done.sentence },
    typed,
    status: 409,
    isFirmKnown: code === 'administration.firm_other_name',
    isPersonKnown: code === 'administration.person_other_name',
  })
}

const notices: Record<EmailOutcome, 'saved' | 'savedEmailAsked' | 'savedEmailReplaced'> = {
  unchanged: 'saved',
  asked: 'savedEmailAsked',
  replaced: 'savedEmailReplaced',
}

async function change(app: AppContext, page: Page, actor: DelegateActor) {
  const cell = cellOf(page)
  const id = idOf(page)
  const { words } = page.var.visit
  const again = async (errors: Mistakes, status: 409 | 422) => {
    const one = await readUser(app, actor, { cell, id })
    return show(
      page,
      <UserPage cell={cell} {...one} errors={errors} typed={page.var.fields} />,
      status,
    )
  }
  const form = parseForm(personSchema(words), page.var.fields)
  if (!form.ok) return again(form.errors, 422)
  const service = serviceOfCell(cell)
  const done = await attempt(page, () =>
    changeUser(app, actor, { ...form.value, id, service, version: versionOf(page.var.fields) }),
  )
  if (!done.ok) return again({ '': done.sentence }, 409)
  const notice = words.administration.user[notices[done.value.email]]
  return redirect(page, paths.administration.user({ cell, id }), notice)
}
