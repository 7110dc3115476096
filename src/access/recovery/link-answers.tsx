import { Refusal } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Mistakes } from '../../web/form.ts'
import { type Page, show } from '../../web/site.ts'
import type { Account } from '../accounts.ts'
import { choiceMistake, shortestFor } from '../choose-password.ts'
import { passwordSentence } from '../password-fields.tsx'
import { asksSecretQuestions } from '../secret-questions.ts'
import { isTypedTwice } from '../typed-secret.ts'
import { DeadLinkPage, SignOutFirstPage, WaitingLinkPage } from './pages/link-pages.tsx'

export function tokenIn(page: Page): string {
  return (page.req.param('token') ?? '').slice(0, 100)
}

export function asksQuestionsOf(app: AppContext, account: Account): boolean {
  return asksSecretQuestions(account.service, app.config.secretQuestions)
}

export async function passwordErrors(
  app: AppContext,
  page: Page,
  account: Account,
  password: string,
): Promise<Mistakes> {
  const mistake = await choiceMistake(app, account, password)
  const { words } = page.var.visit
  if (!mistake)
    return isTypedTwice(page.var.fields, 'newPassword')
      ? {}
      : { newPassword: words.frame.passwordsDiffer }
  return { newPassword: passwordSentence(page.var.visit.words, mistake, shortestFor(account)) }
}

export async function deadLink(page: Page): Promise<Response> {
  await page.var.noteRefusal(new Refusal('access.link_dead'))
  return show(page, <DeadLinkPage />, 404)
}

export async function waitingLink(page: Page): Promise<Response> {
  await page.var.noteRefusal(new Refusal('access.inviter_away'))
  return show(page, <WaitingLinkPage />, 409)
}

export function signedInAs(page: Page): Response | Promise<Response> | undefined {
  const { actor } = page.var
  if (actor.kind === 'guest' || actor.kind === 'system') return undefined
  return show(page, <SignOutFirstPage name={actor.name} />, 409)
}
