import { randomUUID } from 'node:crypto'
import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { type Fields, type Mistakes, text } from '../../web/form.ts'
import { grantableCategories } from '../administration/pages/scope-fields.tsx'
import { readAdministration } from '../administration/read-administration.ts'
import type { KeyService } from '../tables.ts'
import { parseNewKey } from './key-form.ts'
import { addressOfService } from './machine-key.ts'
import { makeKey } from './make-key.ts'
import { KeyPage } from './pages/key.tsx'
import { KeysPage } from './pages/keys.tsx'
import { KeyMadePage, NewKeyPage } from './pages/new-key.tsx'
import { readKey, readKeys } from './read-keys.ts'
import { revokeKey } from './revoke-key.ts'

const own = paths.administration
const keyPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const power = 'company.manage'

/** «Clés de vos logiciels»: made, shown once, listed, revoked (product X7). */
export function mountMachineKeys(site: Site, app: AppContext): void {
  site.get(own.keys.pattern, { power, audit: 'keys.list' }, async (page, actor) =>
    show(page, <KeysPage {...(await readKeys(app, actor))} />),
  )
  site.get(own.newKey.pattern, { power, audit: 'keys.new' }, (page, actor) =>
    showForm({ app, page, actor }),
  )
  site.post(own.newKey.pattern, { power, audit: 'keys.make' }, (page, actor) =>
    make({ app, page, actor }),
  )
  site.get(own.key.pattern, { power, audit: 'keys.show' }, async (page, actor) =>
    show(page, <KeyPage {...(await readKey(app, actor, idOf(page)))} />),
  )
  site.post(own.revokeKey.pattern, { power, audit: 'keys.revoke' }, async (page, actor) => {
    await revokeKey(app, actor, idOf(page))
    return redirect(page, own.keys(), page.var.visit.words.keys.revoked)
  })
}

interface Asked {
  readonly app: AppContext
  readonly page: Page
  readonly actor: DelegateActor
}

interface Wrong {
  readonly errors: Mistakes
  readonly typed: Fields
  readonly status: 409 | 422
}

function serviceIn(page: Page): KeyService {
  const word = page.req.param('service')
  const services = ['declaration_internal', 'employer_account'] as const
  return services.find((one) => addressOfService[one] === word) ?? refuse('web.not_found')
}

async function showForm({ app, page, actor }: Asked, wrong?: Wrong): Promise<Response> {
  const service = serviceIn(page)
  const administration = await readAdministration(app, actor)
  return show(
    page,
    <NewKeyPage
      administration={administration}
      service={service}
      formKey={randomUUID()}
      errors={wrong?.errors}
      typed={wrong?.typed}
    />,
    wrong?.status,
  )
}

/** The only answer of the portal that holds a secret: no redirect, since nobody keeps it to show it again. */
async function make(asked: Asked): Promise<Response> {
  const { app, page, actor } = asked
  const { words } = page.var.visit
  const { fields } = page.var
  const administration = await readAdministration(app, actor)
  const categories = grantableCategories(administration).map(({ category }) => category)
  const { today } = administration
  const id = text(fields, 'cle')
  if (!keyPattern.test(id)) return refuse('web.form_expired')
  const form = parseNewKey(fields, { id, words, service: serviceIn(page), categories, today })
  if (!form.ok) return showForm(asked, { ...form, status: 422 })
  const done = await attempt(page, () => makeKey(app, actor, form.value))
  if (!done.ok && done.refusal.code === 'keys.made_already')
    return redirect(page, paths.administration.keys(), done.sentence)
  if (!done.ok)
    return showForm(asked, { errors: { '': done.sentence }, typed: fields, status: 409 })
  return show(
    page,
    <KeyMadePage administration={administration} name={form.value.name} {...done.value} />,
  )
}
