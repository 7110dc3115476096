import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { doorOf, isDoor, signInPath } from '../doors.ts'
import { readAnswers, readQuestions } from '../question-fields.tsx'
import { typedSecret } from '../typed-secret.ts'
import { activateProfile, findInvitation } from './activate-profile.ts'
import { askForReset, asksQuestionsAt } from './ask-for-reset.ts'
import { mountEmailLinks } from './email.routes.tsx'
import { mountFirstPassword } from './first-password.routes.tsx'
import {
  asksQuestionsOf,
  deadLink,
  passwordErrors,
  signedInAs,
  tokenIn,
  waitingLink,
} from './link-answers.tsx'
import { ActivatePage } from './pages/activate-page.tsx'
import { DelegateForgottenPage, ForgottenPage, ResetAskedPage } from './pages/forgotten-pages.tsx'
import { DeadLinkPage } from './pages/link-pages.tsx'
import { ResetPage } from './pages/password-pages.tsx'
import { findResetAccount, resetPassword } from './reset-password.ts'

/** Everything that goes through a mailed link, and how to ask for one. */
export function mountRecovery(site: Site, app: AppContext): void {
  const forgotten = { power: 'site.visit', audit: 'password.forgotten' } as const
  site.get(paths.signIn.forgotten.pattern, forgotten, (page) => showForgotten(app, page))
  site.post(paths.signIn.forgotten.pattern, forgotten, (page) => sendForgotten(app, page))
  const activation = { power: 'site.visit', audit: 'user.activate' } as const
  site.get(paths.links.activate.pattern, activation, (page) => showActivation(app, page))
  site.post(paths.links.activate.pattern, activation, (page) => activate(app, page))
  const reset = { power: 'site.visit', audit: 'password.reset' } as const
  site.get(paths.links.reset.pattern, reset, (page) => showReset(app, page))
  site.post(paths.links.reset.pattern, reset, (page) => saveReset(app, page))
  mountEmailLinks(site, app)
  mountFirstPassword(site, app)
}

function showForgotten(app: AppContext, page: Page) {
  const door = doorIn(page)
  if (door === 'administration') return show(page, <DelegateForgottenPage />)
  const asksQuestions = asksQuestionsAt(door, app.config.secretQuestions)
  return show(page, <ForgottenPage door={door} asksQuestions={asksQuestions} />)
}

async function sendForgotten(app: AppContext, page: Page) {
  const door = doorIn(page)
  if (door === 'administration') return refuse('web.not_found')
  const login = text(page.var.fields, 'login').slice(0, 200)
  if (!login) {
    const errors = { login: page.var.visit.words.access.signIn.loginNeeded }
    const asksQuestions = asksQuestionsAt(door, app.config.secretQuestions)
    return show(
      page,
      <ForgottenPage
        door={door}
        asksQuestions={asksQuestions}
        errors={errors}
        typed={page.var.fields}
      />,
      422,
    )
  }
  const answers = readAnswers(page.var.fields)
  await askForReset(app, { door, login, answers, address: page.var.address })
  return show(page, <ResetAskedPage door={door} />)
}

function doorIn(page: Page) {
  const door = page.req.param('door')
  return isDoor(door) ? door : refuse('web.not_found')
}

async function showActivation(app: AppContext, page: Page) {
  const token = tokenIn(page)
  const busy = signedInAs(page)
  if (busy) return busy
  const invitation = await findInvitation(app, token)
  if (!invitation) return deadLink(page)
  if (invitation.isInviterAway) return waitingLink(page)
  const asksQuestions = asksQuestionsOf(app, invitation.account)
  return show(
    page,
    <ActivatePage token={token} invitation={invitation} asksQuestions={asksQuestions} />,
  )
}

async function activate(app: AppContext, page: Page) {
  const { words, language } = page.var.visit
  const token = tokenIn(page)
  const busy = signedInAs(page)
  if (busy) return busy
  const invitation = await findInvitation(app, token)
  if (!invitation) return deadLink(page)
  if (invitation.isInviterAway) return waitingLink(page)
  const { account } = invitation
  const asksQuestions = asksQuestionsOf(app, account)
  const password = typedSecret(page.var.fields, 'newPassword')
  const { answers, errors: wrongAnswers } = asksQuestions
    ? readQuestions(page.var.fields, words)
    : { answers: [], errors: {} }
  const errors = { ...(await passwordErrors(app, page, account, password)), ...wrongAnswers }
  if (Object.keys(errors).length > 0) {
    const given = { token, invitation, asksQuestions, errors, typed: page.var.fields }
    return show(page, <ActivatePage {...given} />, 422)
  }
  const done = await attempt(page, () =>
    activateProfile(app, { token, password, answers, language }),
  )
  if (!done.ok) return show(page, <DeadLinkPage />, 404)
  return redirect(page, signInPath(doorOf(account)), words.access.activate.done)
}

async function showReset(app: AppContext, page: Page) {
  const token = tokenIn(page)
  const busy = signedInAs(page)
  if (busy) return busy
  const account = await findResetAccount(app, token)
  return account ? show(page, <ResetPage token={token} account={account} />) : deadLink(page)
}

async function saveReset(app: AppContext, page: Page) {
  const token = tokenIn(page)
  const busy = signedInAs(page)
  if (busy) return busy
  const account = await findResetAccount(app, token)
  if (!account) return deadLink(page)
  const password = typedSecret(page.var.fields, 'newPassword')
  const errors = await passwordErrors(app, page, account, password)
  if (Object.keys(errors).length > 0)
    return show(page, <ResetPage token={token} account={account} errors={errors} />, 422)
  const done = await attempt(page, () => resetPassword(app, { token, password }))
  if (!done.ok) return show(page, <DeadLinkPage />, 404)
  return redirect(page, signInPath(doorOf(account)), page.var.visit.words.access.reset.done)
}
