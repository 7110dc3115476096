import type { SignedInActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { forgetCookie, sessionCookie, writeCookie } from '../../web/cookies.ts'
import { type Fields, type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { doorOf, signInPath } from '../doors.ts'
import { browserOf, keepDevice, originOf } from '../origin-of.ts'
import { askForFactor } from '../passkeys/ask-for-passkey.ts'
import { typedAssertion, typedAttestation } from '../passkeys/credential-form.ts'
import { returnPath } from '../return-path.ts'
import type { GivenFactor } from '../use-factor.ts'
import { destinationOf } from './destination.ts'
import { enrolAtSignIn } from './enrol-at-sign-in.ts'
import { offerPasskeyAtSignIn } from './offer-passkey-at-sign-in.ts'
import { offerSecondFactor } from './offer-second-factor.ts'
import { CodePage, RecoveryCodePage } from './pages/code-pages.tsx'
import { EnrolPage, RecoveryCodesPage } from './pages/enrol-page.tsx'
import { passSecondFactor } from './pass-second-factor.ts'

/** All that a session opened by a password alone may reach, with «Quitter» (quality AT12). */
export function mountSecondFactor(site: Site, app: AppContext): void {
  const spec = { power: 'session.finish_sign_in', audit: 'session.second_factor' } as const
  const asked = (page: Page) => page.req.query('suite') ?? ''
  site.get(
    paths.signIn.secondFactor.pattern,
    spec,
    (page, actor) =>
      alreadyIn(page, actor) ?? showStep(app, page, actor, { by: 'code', next: asked(page) }),
  )
  site.post(paths.signIn.secondFactor.pattern, spec, (page, actor) =>
    passWith(app, page, actor, 'code'),
  )
  site.get(
    paths.signIn.recoveryCode.pattern,
    spec,
    (page, actor) =>
      alreadyIn(page, actor) ??
      showStep(app, page, actor, { by: 'recovery_code', next: asked(page) }),
  )
  site.post(paths.signIn.recoveryCode.pattern, spec, (page, actor) =>
    passWith(app, page, actor, 'recovery_code'),
  )
  site.get(paths.signIn.enrol.pattern, spec, async (page, actor) => {
    return alreadyIn(page, actor) ?? showEnrol(app, page, actor, { next: asked(page) })
  })
  site.post(paths.signIn.enrol.pattern, spec, (page, actor) => enrol(app, page, actor))
}

function alreadyIn(page: Page, actor: SignedInActor): Response | undefined {
  return actor.stage === 'full' ? redirect(page, paths.account.show()) : undefined
}

interface Step {
  readonly by: 'code' | 'recovery_code'
  readonly next: string
  readonly errors?: Mistakes
  /** Sent with nothing in it. */
  readonly isEmpty?: boolean
}

// oxlint-disable-next-line max-params -- the page, for whom, and with what was wrong
async function showStep(app: AppContext, page: Page, actor: SignedInActor, step: Step) {
  const { by, next, errors = {}, isEmpty = false } = step
  const { words } = page.var.visit
  const status = isEmpty || Object.keys(errors).length > 0 ? 422 : 200
  if (by === 'recovery_code')
    return show(
      page,
      <RecoveryCodePage
        kind={actor.kind}
        next={next}
        errors={isEmpty ? { code: words.access.code.recoveryNeeded } : errors}
      />,
      status,
    )
  const asked = await askForFactor(app, actor)
  const missing = asked.hasApplication
    ? { code: words.access.code.codeNeeded }
    : { '': words.passkeys.noScript }
  return show(
    page,
    <CodePage kind={actor.kind} next={next} asked={asked} errors={isEmpty ? missing : errors} />,
    status,
  )
}

// oxlint-disable-next-line max-params -- the page, for whom, and which code it asks
async function passWith(
  app: AppContext,
  page: Page,
  actor: SignedInActor,
  by: Step['by'],
): Promise<Response> {
  const { code: words } = page.var.visit.words.access
  const { fields } = page.var
  const next = text(fields, 'suite')
  const given = givenFactor(fields, by)
  const again = (errors: Mistakes) => showStep(app, page, actor, { by, next, errors })
  if (given.by !== 'passkey' && !given.code)
    return showStep(app, page, actor, { by, next, isEmpty: true })
  const origin = originOf(page)
  const done = await passSecondFactor(app, actor, { given, origin, browser: browserOf(page) })
  if (done.outcome === 'restart') {
    forgetCookie(page, sessionCookie)
    return redirect(page, signInPath(doorOf(done.account)), words.restart)
  }
  if (done.outcome === 'refused') {
    if (given.by === 'passkey') return again({ '': words.passkeyWrong })
    return again({ code: by === 'code' ? words.wrong : words.recoveryWrong })
  }
  writeCookie(page, sessionCookie, done.token)
  keepDevice(page, origin, doorOf(done.account))
  const notice = done.codesLeft === null ? undefined : words.left(done.codesLeft)
  return redirect(page, destinationOf(done.account, next), notice)
}

function givenFactor(fields: Fields, by: Step['by']): GivenFactor {
  const assertion = by === 'code' ? typedAssertion(fields) : null
  return assertion ? { by: 'passkey', assertion } : { by, code: text(fields, 'code') }
}

// oxlint-disable-next-line max-params -- the page, for whom, and with what was wrong
async function showEnrol(
  app: AppContext,
  page: Page,
  actor: SignedInActor,
  { next, errors = {} }: { readonly next: string; readonly errors?: Mistakes },
) {
  const offer = await offerSecondFactor(app, actor)
  const creation = await offerPasskeyAtSignIn(app, actor)
  const status = Object.keys(errors).length > 0 ? 422 : 200
  const given = { kind: actor.kind, offer, creation, next, errors }
  return show(page, <EnrolPage {...given} />, status)
}

async function enrol(app: AppContext, page: Page, actor: SignedInActor): Promise<Response> {
  const { access, passkeys } = page.var.visit.words
  const { fields } = page.var
  const code = text(fields, 'code')
  const next = text(fields, 'suite')
  const again = (errors: Mistakes) => showEnrol(app, page, actor, { next, errors })
  const attestation = typedAttestation(fields)
  if (!code && !attestation) return again({ code: access.code.codeNeeded })
  const origin = originOf(page)
  const browser = browserOf(page)
  const passkey = attestation && { attestation, name: browser || passkeys.title }
  const done = await attempt(page, () =>
    enrolAtSignIn(app, actor, { code, passkey, origin, browser }),
  )
  if (!done.ok) return again({ '': done.sentence })
  if (done.value.outcome === 'refused') return again({ code: access.enrol.wrong })
  const { token, account, codes } = done.value
  writeCookie(page, sessionCookie, token)
  keepDevice(page, origin, doorOf(account))
  const to = destinationOf(account, returnPath(next, doorOf(account)) ?? '')
  return show(page, <RecoveryCodesPage codes={codes} next={to} />)
}
