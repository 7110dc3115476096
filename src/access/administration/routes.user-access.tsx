import { z } from 'zod'
import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { choice, line, optionalLine, parseForm, versionOf } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import type { Words } from '../../web/words/index.ts'
import { mayGetProvisionalPassword, serviceOfCell } from './cell.ts'
import { changeUserState, type UserStep } from './change-user-state.ts'
import { giveNewPassword } from './give-new-password.ts'
import { UserPasswordPage } from './pages/user-password.tsx'
import { UserStatePage } from './pages/user-state.tsx'
import { cellOf, type OneUser, readUser } from './route-parts.ts'
import { parseFirstPassword } from './forms/access-form.ts'
import { resetUserFactor } from './reset-user-factor.ts'
import { fullName } from '../accounts.ts'
import { type Wrong, refusedWith } from './wrong-form.ts'

/** «Créer un nouveau mot de passe» (product A8). */
export function mountPassword(site: Site, app: AppContext): void {
  const { pattern } = paths.administration.userPassword
  const showIt = async (page: Page, actor: DelegateActor, wrong?: Wrong) => {
    const cell = cellOf(page)
    const one = await readUser(app, actor, { cell, id: idOf(page) })
    return show(page, <UserPasswordPage cell={cell} {...one} {...wrong} />, wrong?.status)
  }
  site.get(pattern, { power: 'users.manage', audit: 'users.password' }, (page, actor) =>
    showIt(page, actor),
  )
  site.post(
    pattern,
    { power: 'users.manage', audit: 'users.start_password' },
    async (page, actor) => {
      const cell = cellOf(page)
      const id = idOf(page)
      const { words } = page.var.visit
      const one = await readUser(app, actor, { cell, id })
      const form = mayGetProvisionalPassword(one.user.service)
        ? parseFirstPassword(page.var.fields, words, knownWords(app, one))
        : ({ ok: true, value: { kind: 'link' } } as const)
      if (!form.ok) return showIt(page, actor, { ...form, status: 422 })
      const done = await attempt(page, () =>
        giveNewPassword(app, actor, { id, service: serviceOfCell(cell), way: form.value }),
      )
      if (!done.ok) return showIt(page, actor, refusedWith(page, done.sentence))
      const own = words.administration.user
      const notice = form.value.kind === 'link' ? own.passwordLinkSent : own.passwordTyped
      return redirect(page, paths.administration.user({ cell, id }), notice)
    },
  )
}

function knownWords(app: AppContext, { administration, user }: OneUser): string[] {
  const { employer } = administration
  const person = [fullName(user), user.email, user.login ?? '']
  return [...person, employer.name, employer.number, app.config.fund.name]
}

const steps = ['suspend', 'reactivate', 'remove', 'factor'] as const

/** Suspend, reactivate, remove, take a lost second factor off, each with its own small page (product A9). */
export function mountState(site: Site, app: AppContext): void {
  const { pattern } = paths.administration.userState
  const showIt = async (page: Page, actor: DelegateActor, step: UserStep, wrong?: Wrong) => {
    const cell = cellOf(page)
    const one = await readUser(app, actor, { cell, id: idOf(page) })
    return show(page, <UserStatePage cell={cell} {...one} step={step} {...wrong} />, wrong?.status)
  }
  site.get(pattern, { power: 'users.manage', audit: 'users.state' }, async (page, actor) => {
    const asked = page.req.query('etape')
    const step = steps.find((one) => one === asked)
    if (step) return showIt(page, actor, step)
    const cell = cellOf(page)
    const { user } = await readUser(app, actor, { cell, id: idOf(page) })
    return redirect(page, paths.administration.user({ cell, id: user.id }))
  })
  site.post(
    pattern,
    { power: 'users.manage', audit: 'users.change_state' },
    async (page, actor) => {
      const cell = cellOf(page)
      const id = idOf(page)
      const { words } = page.var.visit
      const asked = steps.find((one) => one === page.var.fields['step']) ?? refuse('web.not_found')
      const form = parseForm(stateSchema(words, asked), page.var.fields)
      if (!form.ok) return showIt(page, actor, asked, { ...form, status: 422 })
      const { user } = await readUser(app, actor, { cell, id })
      const done = await attempt(page, () => {
        const { step, reason } = form.value
        const change = { id, service: user.service, version: versionOf(page.var.fields), reason }
        if (step === 'factor') return resetUserFactor(app, actor, change)
        return changeUserState(app, actor, { ...change, step })
      })
      if (!done.ok) return showIt(page, actor, asked, refusedWith(page, done.sentence))
      const { done: said } = words.administration.user
      const notice = said[asked === 'factor' && cell === 'externe' ? 'factorFirm' : asked]
      const to = paths.administration.users({ cell })
      return redirect(page, to, notice(fullName(user)))
    },
  )
}

/** Reactivating needs no reason; ending somebody's access does, and the trail keeps it (product A9). */
function stateSchema(words: Words, step: UserStep) {
  const { mistakes } = words.administration
  const reason =
    step === 'reactivate'
      ? optionalLine(mistakes.tooLong, 200)
      : line(mistakes.reason, mistakes.tooLong, 200)
  return z.object({ step: choice(steps, mistakes.reason), reason })
}
