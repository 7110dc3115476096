import type { SignedInActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { confirmPassword } from '../confirm-password.ts'
import { askForFactor } from '../passkeys/ask-for-passkey.ts'
import { RecoveryCodesPage } from '../sign-in/pages/enrol-page.tsx'
import { offerSecondFactor } from '../sign-in/offer-second-factor.ts'
import { typedSecret } from '../typed-secret.ts'
import { removeSecondFactor, renewOwnCodes, setSecondFactor } from './change-second-factor.ts'
import { currentPasswordErrors, mistakesOf } from './mistakes.ts'
import { readOwnAccount } from './own-account.ts'
import { factorProof } from './factor-proof.ts'
import { RenewCodesPage, SecondFactorPage } from './pages/change-pages.tsx'

/** One's own authenticator and recovery codes: the password is asked for each change. */
export function mountOwnSecondFactor(site: Site, app: AppContext): void {
  const spec = { power: 'session.own', audit: 'second_factor.change' } as const
  site.get(paths.account.secondFactor.pattern, spec, (page, actor) => shown(app, page, actor))
  site.post(paths.account.secondFactor.pattern, spec, (page, actor) => setIt(app, page, actor))
  site.post(paths.account.removeSecondFactor.pattern, spec, (page, actor) =>
    removeIt(app, page, actor),
  )
  const codes = { power: 'session.own', audit: 'second_factor.codes' } as const
  site.get(paths.account.recoveryCodes.pattern, codes, async (page, actor) =>
    show(page, <RenewCodesPage asked={await askForFactor(app, actor)} />),
  )
  site.post(paths.account.recoveryCodes.pattern, codes, (page, actor) => renew(app, page, actor))
}

interface Wrong {
  readonly errors: Mistakes
  /** The form that takes the factor away was the one sent. */
  readonly removing?: boolean
}

async function shown(
  app: AppContext,
  page: Page,
  actor: SignedInActor,
  { errors, removing = false }: Wrong = { errors: {} },
) {
  const { account, mustKeepFactor } = await readOwnAccount(app, actor)
  const offer = await offerSecondFactor(app, actor)
  const asked = await askForFactor(app, actor)
  const status = Object.keys(errors).length > 0 ? 422 : 200
  const given = { account, mustKeepFactor, offer, asked, errors, removing }
  return show(page, <SecondFactorPage {...given} />, status)
}

async function setIt(app: AppContext, page: Page, actor: SignedInActor) {
  const { words } = page.var.visit
  const { fields } = page.var
  const code = text(fields, 'code')
  const errors = {
    ...(code ? {} : { code: words.access.code.codeNeeded }),
    ...currentPasswordErrors(page),
  }
  if (Object.keys(errors).length > 0) return shown(app, page, actor, { errors })
  const proof = factorProof(page)
  const done = await attempt(page, async () => {
    await confirmPassword(app, actor, typedSecret(fields, 'currentPassword'), proof.origin)
    return setSecondFactor(app, actor, { code, ...proof })
  })
  if (!done.ok) return shown(app, page, actor, { errors: mistakesOf(done) })
  return show(page, <RecoveryCodesPage codes={done.value} next={paths.account.show()} />)
}

async function removeIt(app: AppContext, page: Page, actor: SignedInActor) {
  const { fields } = page.var
  const errors = currentPasswordErrors(page)
  if (Object.keys(errors).length > 0) return shown(app, page, actor, { errors, removing: true })
  const proof = factorProof(page)
  const password = typedSecret(fields, 'currentPassword')
  const done = await attempt(page, async () => {
    await confirmPassword(app, actor, password, proof.origin)
    await removeSecondFactor(app, actor, { password, ...proof })
  })
  if (!done.ok) return shown(app, page, actor, { errors: mistakesOf(done), removing: true })
  return redirect(page, paths.account.show(), page.var.visit.words.account.secondFactorRemoved)
}

async function renew(app: AppContext, page: Page, actor: SignedInActor) {
  const { fields } = page.var
  const again = async (errors: Mistakes) =>
    show(page, <RenewCodesPage asked={await askForFactor(app, actor)} errors={errors} />, 422)
  const errors = currentPasswordErrors(page)
  if (Object.keys(errors).length > 0) return again(errors)
  const done = await attempt(page, async () => {
    const password = typedSecret(fields, 'currentPassword')
    const proof = factorProof(page)
    await confirmPassword(app, actor, password, proof.origin)
    return renewOwnCodes(app, actor, proof)
  })
  if (!done.ok) return again(mistakesOf(done))
  return show(page, <RecoveryCodesPage codes={done.value} next={paths.account.show()} />)
}
