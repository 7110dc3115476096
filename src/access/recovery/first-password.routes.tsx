import type { AppContext } from '../../context.ts'
import { forgetCookie, readCookie } from '../../web/cookies.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { type Page, redirect, show, type Site } from '../../web/site.ts'
import { doorOf, signInPath } from '../doors.ts'
import { readQuestions } from '../question-fields.tsx'
import { typedSecret } from '../typed-secret.ts'
import { chooseFirstPassword, findFirstPassword } from './choose-first-password.ts'
import { firstPasswordCookie } from './first-password-cookie.ts'
import { asksQuestionsOf, passwordErrors } from './link-answers.tsx'
import { DeadLinkPage } from './pages/link-pages.tsx'
import { FirstPasswordPage } from './pages/password-pages.tsx'

/** Where a provisional password leads: nowhere else than here. */
export function mountFirstPassword(site: Site, app: AppContext): void {
  const spec = { power: 'site.visit', audit: 'user.first_password' } as const
  site.get(paths.signIn.provisional.pattern, spec, (page) => showFirst(app, page))
  site.post(paths.signIn.provisional.pattern, spec, (page) => saveFirst(app, page))
}

async function showFirst(app: AppContext, page: Page) {
  const account = await findFirstPassword(app, readCookie(page, firstPasswordCookie))
  if (!account) return over(page)
  const asksQuestions = asksQuestionsOf(app, account)
  return show(page, <FirstPasswordPage account={account} asksQuestions={asksQuestions} />)
}

/** Whose browser had typed a provisional password reads whom to ask; anybody else, that there is nothing here. */
function over(page: Page) {
  if (!readCookie(page, firstPasswordCookie)) return show(page, <DeadLinkPage />, 404)
  forgetCookie(page, firstPasswordCookie)
  return redirect(page, paths.employers(), page.var.visit.words.access.first.over)
}

async function saveFirst(app: AppContext, page: Page) {
  const { words } = page.var.visit
  const cookie = readCookie(page, firstPasswordCookie)
  const account = await findFirstPassword(app, cookie)
  if (!account) return over(page)
  const asksQuestions = asksQuestionsOf(app, account)
  const password = typedSecret(page.var.fields, 'newPassword')
  const code = text(page.var.fields, 'code')
  const { answers, errors: wrongAnswers } = asksQuestions
    ? readQuestions(page.var.fields, words)
    : { answers: [], errors: {} }
  const again = (errors: Mistakes) => {
    const given = { account, asksQuestions, errors, typed: page.var.fields }
    return show(page, <FirstPasswordPage {...given} />, 422)
  }
  const errors = {
    ...(code ? {} : { code: words.access.first.codeNeeded }),
    ...(await passwordErrors(app, page, account, password)),
    ...wrongAnswers,
  }
  if (Object.keys(errors).length > 0) return again(errors)
  const done = await chooseFirstPassword(app, { cookie, code, password, answers })
  if (done.outcome === 'wrong_code') return again({ code: words.access.first.codeWrong })
  forgetCookie(page, firstPasswordCookie)
  const to = signInPath(doorOf(account))
  return redirect(
    page,
    to,
    done.outcome === 'over' ? words.access.first.over : words.access.activate.done,
  )
}
