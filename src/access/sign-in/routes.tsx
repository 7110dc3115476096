import type { Actor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import {
  forgetCookie,
  guestCookie,
  readCookie,
  sessionCookie,
  writeCookie,
} from '../../web/cookies.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { type Page, redirect, show, type Site } from '../../web/site.ts'
import { type Door, doorOf, isServiceDoor, normaliseLogin, signInPath } from '../doors.ts'
import { browserOf, keepDevice, originOf } from '../origin-of.ts'
import { returnPath } from '../return-path.ts'
import { typedSecret } from '../typed-secret.ts'
import { afterPassword } from './destination.ts'
import { query } from './pages/code-pages.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { mountSecondFactor } from './second-factor.routes.tsx'
import { findFirstPassword } from '../recovery/choose-first-password.ts'
import { firstPasswordCookie } from '../recovery/first-password-cookie.ts'
import { firstCodeMinutes } from './start-first-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

/** The doors, the second step, and «Quitter». */
export function mountSignIn(site: Site, app: AppContext): void {
  const spec = { power: 'site.visit', audit: 'session.open' } as const
  const patterns: readonly (readonly [string, (page: Page) => Door])[] = [
    [paths.signIn.administration.pattern, () => 'administration'],
    [paths.signIn.agency.pattern, () => 'agence'],
    [paths.signIn.service.pattern, serviceDoorOf],
  ]
  for (const [pattern, doorAt] of patterns) {
    site.get(pattern, spec, (page) =>
      show(page, <SignInPage door={doorAt(page)} next={page.req.query('suite') ?? ''} />),
    )
    site.post(pattern, spec, (page) => enter(app, page, doorAt(page)))
  }
  mountSecondFactor(site, app)
  site.post(paths.signOut.pattern, { power: 'site.visit', audit: 'session.close' }, (page, actor) =>
    leave(app, page, actor),
  )
  site.get(
    paths.session.pattern,
    { power: 'session.own', audit: 'session.prolong' },
    // Answering was enough: the session was seen when it was read.
    (page) => page.json({ endsAt: page.var.visit.visitor?.idleEndsAt.toISOString() ?? null }),
  )
}

function serviceDoorOf(page: Page): Door {
  const service = page.req.param('service')
  return isServiceDoor(service) ? service : refuse('web.not_found')
}

async function enter(app: AppContext, page: Page, door: Door): Promise<Response> {
  const { fields } = page.var
  const login = text(fields, door === 'administration' ? 'employerNumber' : 'login')
  const password = typedSecret(fields, 'password')
  const next = text(fields, 'suite')
  const errors = emptyFields(page, door, login, password)
  if (Object.keys(errors).length > 0)
    return show(page, <SignInPage door={door} next={next} errors={errors} typed={fields} />, 422)
  const origin = originOf(page)
  const formerSession = readCookie(page, sessionCookie) ?? null
  const browser = browserOf(page)
  const done = await signIn(app, { door, login, password, origin, browser, formerSession })
  if (done.outcome === 'refused')
    return (await waitsForCode(app, page, door, login))
      ? redirect(page, paths.signIn.provisional(), page.var.visit.words.access.first.alreadyUsed)
      : refused(page, door, next)
  if (done.outcome === 'first_password') {
    writeCookie(page, firstPasswordCookie, done.token, firstCodeMinutes * 60)
    return redirect(page, paths.signIn.provisional())
  }
  writeCookie(page, sessionCookie, done.token)
  if (done.outcome === 'second_factor') {
    const step = done.enrolled ? paths.signIn.secondFactor() : paths.signIn.enrol()
    return redirect(page, step + query(returnPath(next, door) ?? ''))
  }
  keepDevice(page, origin, door)
  return redirect(page, afterPassword(done.account, next))
}

/** In this very browser the provisional password was right a moment ago: its code is still to be typed. */
async function waitsForCode(app: AppContext, page: Page, door: Door, login: string) {
  const begun = await findFirstPassword(app, readCookie(page, firstPasswordCookie))
  return begun?.login === normaliseLogin(door, login)
}

function refused(page: Page, door: Door, next: string): Response | Promise<Response> {
  const { signIn: words } = page.var.visit.words.access
  const sentences: Partial<Record<Door, string>> = {
    administration: words.failedAdministration,
    agence: words.failedAgency,
  }
  const sentence = sentences[door] ?? words.failedService
  return show(
    page,
    <SignInPage door={door} next={next} errors={{ '': sentence }} typed={page.var.fields} />,
    422,
  )
}

function emptyFields(page: Page, door: Door, login: string, password: string): Mistakes {
  const { signIn: words } = page.var.visit.words.access
  const isNumber = door === 'administration'
  return {
    ...(login
      ? {}
      : isNumber
        ? { employerNumber: words.numberNeeded }
        : { login: words.loginNeeded }),
    ...(password ? {} : { password: words.passwordNeeded }),
  }
}

async function leave(app: AppContext, page: Page, actor: Actor): Promise<Response> {
  const signedIn = 'sessionId' in actor ? actor : undefined
  if (signedIn) await signOut(app, signedIn)
  forgetCookie(page, sessionCookie)
  // What was drafted while signed in stays with the one who leaves, not with the next at this computer.
  forgetCookie(page, guestCookie)
  page.header('Clear-Site-Data', '"cache", "storage"')
  const to = signedIn ? signInPath(doorOf(signedIn)) : paths.home()
  return redirect(page, to, page.var.visit.words.access.signedOut)
}
