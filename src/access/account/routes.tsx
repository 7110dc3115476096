import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { sessionCookie, writeCookie } from '../../web/cookies.ts'
import { emailAddress, type Mistakes, parseForm } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { z } from 'zod'
import { confirmPassword } from '../confirm-password.ts'
import { doorOf } from '../doors.ts'
import { browserOf, keepDevice, originOf } from '../origin-of.ts'
import { readQuestions } from '../question-fields.tsx'
import { passwordErrors } from '../recovery/link-answers.tsx'
import { typedSecret } from '../typed-secret.ts'
import { changeOwnEmail } from './change-own-email.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { changeOwnQuestions } from './change-own-questions.ts'
import { currentPasswordErrors, mistakesOf } from './mistakes.ts'
import { readOwnAccount } from './own-account.ts'
import { endOtherSessions } from './own-sessions.ts'
import { AccountPage } from './pages/account-page.tsx'
import { destinationOf } from '../sign-in/destination.ts'
import { ProtectPage } from './pages/protect-page.tsx'
import { EmailPage, PasswordPage, QuestionsPage } from './pages/change-pages.tsx'
import { mountOwnPasskeys } from './passkeys.routes.tsx'
import { mountOwnSecondFactor } from './second-factor.routes.tsx'

/** «Mon compte»: what its owner may see and change, whatever they are. */
export function mountAccount(site: Site, app: AppContext): void {
  site.get(
    paths.account.show.pattern,
    { power: 'session.own', audit: 'account.show' },
    async (page, actor) => {
      const own = await readOwnAccount(app, actor)
      return show(page, <AccountPage own={own} sessionId={actor.sessionId} />)
    },
  )
  site.get(
    paths.account.protect.pattern,
    { power: 'session.own', audit: 'account.protect' },
    async (page, actor) => {
      const { account } = await readOwnAccount(app, actor)
      const next = destinationOf(account, page.req.query('suite') ?? '')
      return show(page, <ProtectPage next={next} />)
    },
  )
  site.post(
    paths.account.sessions.pattern,
    { power: 'session.own', audit: 'session.end_others' },
    async (page, actor) => {
      await endOtherSessions(app, actor)
      return redirect(page, paths.account.show(), page.var.visit.words.account.othersEnded)
    },
  )
  const password = { power: 'session.own', audit: 'account.password' } as const
  site.get(paths.account.password.pattern, password, async (page, actor) => {
    const { account } = await readOwnAccount(app, actor)
    return show(page, <PasswordPage account={account} />)
  })
  site.post(paths.account.password.pattern, password, (page, actor) =>
    savePassword(app, page, actor),
  )
  const email = { power: 'session.own', audit: 'account.email' } as const
  site.get(paths.account.email.pattern, email, async (page, actor) => {
    const { account } = await readOwnAccount(app, actor)
    return show(page, <EmailPage account={account} />)
  })
  site.post(paths.account.email.pattern, email, (page, actor) => saveEmail(app, page, actor))
  const questions = { power: 'session.own', audit: 'account.questions' } as const
  site.get(paths.account.questions.pattern, questions, async (page, actor) => {
    const own = await readOwnAccount(app, actor)
    return own.questions ? show(page, <QuestionsPage />) : refuse('web.not_found')
  })
  site.post(paths.account.questions.pattern, questions, (page, actor) =>
    saveQuestions(app, page, actor),
  )
  mountOwnSecondFactor(site, app)
  mountOwnPasskeys(site, app)
}

async function savePassword(app: AppContext, page: Page, actor: SignedInActor) {
  const { words } = page.var.visit
  const { account } = await readOwnAccount(app, actor)
  const password = typedSecret(page.var.fields, 'newPassword')
  const again = (errors: Mistakes) =>
    show(page, <PasswordPage account={account} errors={errors} />, 422)
  const errors = {
    ...currentPasswordErrors(page),
    ...(await passwordErrors(app, page, account, password)),
  }
  if (Object.keys(errors).length > 0) return again(errors)
  const origin = originOf(page)
  const done = await attempt(page, async () => {
    await confirmPassword(app, actor, typedSecret(page.var.fields, 'currentPassword'), origin)
    return changeOwnPassword(app, actor, { password, origin, browser: browserOf(page) })
  })
  if (!done.ok) return again(mistakesOf(done))
  writeCookie(page, sessionCookie, done.value)
  keepDevice(page, origin, doorOf(actor))
  return redirect(page, paths.account.show(), words.account.passwordDone)
}

async function saveEmail(app: AppContext, page: Page, actor: SignedInActor) {
  const { account: words } = page.var.visit.words
  const { account } = await readOwnAccount(app, actor)
  const typed = page.var.fields
  const again = (errors: Mistakes) =>
    show(page, <EmailPage account={account} errors={errors} typed={typed} />, 422)
  const form = parseForm(z.object({ email: emailAddress(words.emailWrong) }), typed)
  const errors = { ...(form.ok ? {} : form.errors), ...currentPasswordErrors(page) }
  if (!form.ok || Object.keys(errors).length > 0) return again(errors)
  const { email } = form.value
  if (email === account.email) return again({ email: words.emailSame })
  const done = await attempt(page, async () => {
    const password = typedSecret(typed, 'currentPassword')
    await confirmPassword(app, actor, password, originOf(page))
    await changeOwnEmail(app, actor, email)
  })
  if (!done.ok) return again(mistakesOf(done))
  return redirect(page, paths.account.show(), words.emailSent(email))
}

async function saveQuestions(app: AppContext, page: Page, actor: SignedInActor) {
  const { words } = page.var.visit
  const typed = page.var.fields
  const again = (errors: Mistakes) =>
    show(page, <QuestionsPage errors={errors} typed={typed} />, 422)
  const { answers, errors: wrong } = readQuestions(typed, words)
  const errors = { ...wrong, ...currentPasswordErrors(page) }
  if (Object.keys(errors).length > 0) return again(errors)
  const done = await attempt(page, async () => {
    const password = typedSecret(typed, 'currentPassword')
    await confirmPassword(app, actor, password, originOf(page))
    await changeOwnQuestions(app, actor, answers)
  })
  if (!done.ok) return again(mistakesOf(done))
  return redirect(page, paths.account.show(), words.account.questionsDone)
}
