import type { EmployedActor } from '../actors/actor.ts'
import { originOf } from '../access/origin-of.ts'
import { typedPresence } from '../access/typed-presence.ts'
import type { AppContext } from '../context.ts'
import { type Mistakes, text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { type Agreement, agreeSooner } from './agree-sooner.ts'
import { AgreementsPage } from './pages/agreements.tsx'
import { viewAgreements } from './view-agreements.ts'

/** What the delegate decided and waits: a Validateur may agree that it counts at once (quality AT70). */
export function mountAgreements(site: Site, app: AppContext): void {
  const { agreements, agreeValidator, agreeSettings } = paths.payments
  site.get(
    agreements.pattern,
    { power: 'payments.confirm', audit: 'agreements.list' },
    async (page, actor) => show(page, <AgreementsPage view={await viewAgreements(app, actor)} />),
  )
  site.post(
    agreeValidator.pattern,
    { power: 'payments.confirm', audit: 'agreements.validator' },
    (page, actor) => {
      const validatorId = idOf(page)
      return agree(app, page, actor, { to: { validatorId }, sent: validatorId })
    },
  )
  site.post(
    agreeSettings.pattern,
    { power: 'payments.confirm', audit: 'agreements.settings' },
    (page, actor) => agree(app, page, actor, { to: 'settings', sent: 'settings' }),
  )
}

interface Sent {
  readonly to: Agreement['to']
  /** Which of the forms. */
  readonly sent: string
}

// oxlint-disable-next-line max-params -- where, of which page, who, and to what
async function agree(app: AppContext, page: Page, actor: EmployedActor, { to, sent }: Sent) {
  const said = page.var.visit.words.payments.agreements
  const again = async (errors: Mistakes, status: 409 | 422) => {
    const view = await viewAgreements(app, actor)
    return show(page, <AgreementsPage view={view} errors={errors} sent={sent} />, status)
  }
  const { fields } = page.var
  const proof = typedPresence(fields, 'motDePasse')
  if (!proof) return again({ motDePasse: said.passwordMissing }, 422)
  const digest = text(fields, 'empreinte')
  const done = await attempt(page, () =>
    agreeSooner(app, actor, { to, digest, proof, origin: originOf(page) }),
  )
  if (done.ok) return redirect(page, paths.payments.agreements(), said.done)
  const isPassword = done.refusal.code === 'access.password_wrong'
  const isProof = isPassword || done.refusal.code === 'access.presence_wrong'
  return again({ [isPassword ? 'motDePasse' : '']: done.sentence }, isProof ? 422 : 409)
}
