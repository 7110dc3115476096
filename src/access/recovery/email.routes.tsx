import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { doorOf, signInPath } from '../doors.ts'
import { confirmEmail, findEmailChange, findKeptEmail, keepEmail } from './confirm-email.ts'
import { deadLink, tokenIn } from './link-answers.tsx'
import { DeadLinkPage, EmailShown, OneButtonPage } from './pages/link-pages.tsx'

/** The two links of a change of address: the new one confirms, the old one may keep things as they were. */
export function mountEmailLinks(site: Site, app: AppContext): void {
  const confirm = { power: 'site.visit', audit: 'account.confirm_email' } as const
  site.get(paths.links.confirmEmail.pattern, confirm, (page) => showConfirmation(app, page))
  site.post(paths.links.confirmEmail.pattern, confirm, (page) => confirmIt(app, page))
  const keep = { power: 'site.visit', audit: 'account.keep_email' } as const
  site.get(paths.links.keepEmail.pattern, keep, (page) => showKeeping(app, page))
  site.post(paths.links.keepEmail.pattern, keep, (page) => keepIt(app, page))
}

async function showConfirmation(app: AppContext, page: Page) {
  const { email } = page.var.visit.words.access
  const token = tokenIn(page)
  const change = await findEmailChange(app, token)
  if (!change) return deadLink(page)
  return show(
    page,
    <OneButtonPage
      title={email.confirmTitle}
      lead={email.confirmLead}
      action={paths.links.confirmEmail({ token })}
      button={email.confirm}
    >
      <EmailShown email={change.newEmail} />
    </OneButtonPage>,
  )
}

async function confirmIt(app: AppContext, page: Page) {
  const done = await attempt(page, () => confirmEmail(app, tokenIn(page)))
  if (!done.ok) return show(page, <DeadLinkPage />, 404)
  const to = page.var.visit.visitor?.account ?? signInPath(doorOf(done.value))
  return redirect(page, to, page.var.visit.words.access.email.confirmed)
}

async function showKeeping(app: AppContext, page: Page) {
  const { email } = page.var.visit.words.access
  const token = tokenIn(page)
  const kept = await findKeptEmail(app, token)
  if (!kept) return deadLink(page)
  return show(
    page,
    <OneButtonPage
      title={email.keepTitle}
      lead={email.keepLead}
      action={paths.links.keepEmail({ token })}
      button={email.keep}
    >
      <EmailShown email={kept} />
    </OneButtonPage>,
  )
}

async function keepIt(app: AppContext, page: Page) {
  const done = await attempt(page, () => keepEmail(app, tokenIn(page)))
  if (!done.ok) return show(page, <DeadLinkPage />, 404)
  return redirect(page, paths.employers(), page.var.visit.words.access.email.kept)
}
