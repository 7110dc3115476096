import type { SignedInActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { line, type Mistakes, parseForm } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { z } from 'zod'
import { confirmPassword } from '../confirm-password.ts'
import { browserOf } from '../origin-of.ts'
import { addPasskey } from '../passkeys/add-passkey.ts'
import { askForFactor } from '../passkeys/ask-for-passkey.ts'
import { typedAttestation } from '../passkeys/credential-form.ts'
import { namePasskey } from '../passkeys/name-passkey.ts'
import { offerPasskey } from '../passkeys/offer-passkey.ts'
import { readOwnPasskey, readOwnPasskeys } from '../passkeys/own-passkey.ts'
import { removePasskey } from '../passkeys/remove-passkey.ts'
import { RecoveryCodesPage } from '../sign-in/pages/enrol-page.tsx'
import { typedSecret } from '../typed-secret.ts'
import { factorProof } from './factor-proof.ts'
import { currentPasswordErrors, mistakesOf } from './mistakes.ts'
import { readOwnAccount } from './own-account.ts'
import {
  AddPasskeyPage,
  MakePasskeyPage,
  PasskeyListPage,
  PasskeyPage,
} from './pages/passkey-pages.tsx'

/** One's own passkeys: the password and the factor in use are asked for each change. */
export function mountOwnPasskeys(site: Site, app: AppContext): void {
  const own = paths.account
  const list = { power: 'session.own', audit: 'passkeys.list' } as const
  site.get(own.passkeys.pattern, list, async (page, actor) =>
    show(page, <PasskeyListPage passkeys={await readOwnPasskeys(app, actor)} />),
  )
  const add = { power: 'session.own', audit: 'passkeys.add' } as const
  site.get(own.addPasskey.pattern, add, async (page, actor) =>
    show(page, <AddPasskeyPage asked={await askForFactor(app, actor)} />),
  )
  site.post(own.addPasskey.pattern, add, (page, actor) => offer(app, page, actor))
  site.post(own.passkeys.pattern, add, (page, actor) => keep(app, page, actor))
  const change = { power: 'session.own', audit: 'passkeys.change' } as const
  site.get(own.passkey.pattern, change, (page, actor) => shown(app, page, actor))
  site.post(own.passkey.pattern, change, (page, actor) => rename(app, page, actor))
  const remove = { power: 'session.own', audit: 'passkeys.remove' } as const
  site.post(own.removePasskey.pattern, remove, (page, actor) => removeIt(app, page, actor))
}

async function offer(app: AppContext, page: Page, actor: SignedInActor) {
  const again = async (errors: Mistakes) =>
    show(page, <AddPasskeyPage asked={await askForFactor(app, actor)} errors={errors} />, 422)
  const errors = currentPasswordErrors(page)
  if (Object.keys(errors).length > 0) return again(errors)
  const password = typedSecret(page.var.fields, 'currentPassword')
  const proof = factorProof(page)
  const done = await attempt(page, async () => {
    await confirmPassword(app, actor, password, proof.origin)
    return offerPasskey(app, actor, proof)
  })
  if (!done.ok) return again(mistakesOf(done))
  return show(page, <MakePasskeyPage creation={done.value} proposed={browserOf(page)} />)
}

async function keep(app: AppContext, page: Page, actor: SignedInActor) {
  const said = page.var.visit.words.passkeys
  const { fields } = page.var
  // A device has just made the passkey: a name that will not do is no reason to lose it.
  const form = parseForm(nameForm(said.nameWrong), fields)
  const name = form.ok ? form.value.nom : browserOf(page) || said.title
  const attestation = typedAttestation(fields)
  const done = await attempt(page, () => addPasskey(app, actor, { name, attestation }))
  if (!done.ok) {
    const asked = await askForFactor(app, actor)
    return show(page, <AddPasskeyPage asked={asked} errors={mistakesOf(done)} />, 422)
  }
  const list = paths.account.passkeys()
  return done.value
    ? show(page, <RecoveryCodesPage codes={done.value} next={list} />)
    : redirect(page, list, said.done)
}

const nameForm = (wrong: string) => z.object({ nom: line(wrong, wrong, 60) })

interface Wrong {
  readonly errors: Mistakes
  readonly removing?: boolean
}

async function shown(
  app: AppContext,
  page: Page,
  actor: SignedInActor,
  { errors, removing = false }: Wrong = { errors: {} },
) {
  const passkey = await readOwnPasskey(app, actor, idOf(page))
  const { account, mustKeepFactor } = await readOwnAccount(app, actor)
  const asked = await askForFactor(app, actor)
  const typed = page.req.method === 'POST' ? page.var.fields : {}
  const status = Object.keys(errors).length > 0 ? 422 : 200
  const given = { account, mustKeepFactor, passkey, asked, errors, removing, typed }
  return show(page, <PasskeyPage {...given} />, status)
}

async function rename(app: AppContext, page: Page, actor: SignedInActor) {
  const said = page.var.visit.words.passkeys
  const id = idOf(page)
  const form = parseForm(nameForm(said.nameWrong), page.var.fields)
  if (!form.ok) return shown(app, page, actor, { errors: form.errors })
  await namePasskey(app, actor, { id, name: form.value.nom })
  return redirect(page, paths.account.passkeys(), said.renamed)
}

async function removeIt(app: AppContext, page: Page, actor: SignedInActor) {
  const again = (errors: Mistakes) => shown(app, page, actor, { errors, removing: true })
  const id = idOf(page)
  const errors = currentPasswordErrors(page)
  if (Object.keys(errors).length > 0) return again(errors)
  const password = typedSecret(page.var.fields, 'currentPassword')
  const proof = factorProof(page)
  const done = await attempt(page, async () => {
    await confirmPassword(app, actor, password, proof.origin)
    await removePasskey(app, actor, { id, password, ...proof })
  })
  if (!done.ok) return again(mistakesOf(done))
  return redirect(page, paths.account.passkeys(), page.var.visit.words.passkeys.removed)
}
