import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppContext } from '../context.ts'
import type { FormState } from '../web/components/form-state.ts'
import { type Parsed, parseForm, text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { type Answers, answerVolet } from './answer-volet.ts'
import { choosePassword } from './choose-password.ts'
import { type Draft, nextVolet, type Volet } from './draft.ts'
import { keepUnfinished } from './keep-unfinished.ts'
import { CompanyVolet } from './pages/company-volet.tsx'
import { DelegateVolet } from './pages/delegate-volet.tsx'
import { ServicesVolet } from './pages/services-volet.tsx'
import { voletPath } from './pages/tasks.tsx'
import { readPassword } from './password-answer.ts'
import { readDrafts } from './read-drafts.ts'
import { subscriberOf } from './subscriber-of.ts'
import { companySchema, iceToConfirm, parseDelegate, servicesSchema } from './volet-forms.ts'

const { subscription } = paths
const power = 'site.visit'

type Show = (draft: Draft, state: Partial<FormState>) => JSX.Element

interface VoletRoute {
  readonly volet: Volet
  readonly path: { readonly pattern: string }
  readonly audit: string
  readonly page: Show
  /** What was typed, as the answers of the volet or as its mistakes. */
  readonly read: (page: Page, draft: Draft) => Parsed<Answers> | Promise<Parsed<Answers>>
}

/** The three volets of the leaflet's form, one page each; each keeps what is right as soon as it is sent. */
export function mountVolets(site: Site, app: AppContext): void {
  const routes: VoletRoute[] = [
    {
      volet: 'company',
      path: subscription.company,
      audit: 'subscription.company',
      page: (draft, state) => <CompanyVolet draft={draft} {...state} />,
      read: readCompany,
    },
    {
      volet: 'delegate',
      path: subscription.delegate,
      audit: 'subscription.delegate',
      page: (draft, state) => <DelegateVolet draft={draft} {...state} />,
      read: (page, draft) => readDelegate(page, app, draft),
    },
    {
      volet: 'services',
      path: subscription.services,
      audit: 'subscription.services',
      page: (draft, state) => <ServicesVolet draft={draft} {...state} />,
      read: (page) =>
        named('services', parseForm(servicesSchema(page.var.visit.words), page.var.fields)),
    },
  ]
  for (const route of routes) mountVolet(site, app, route)
}

function mountVolet(site: Site, app: AppContext, route: VoletRoute) {
  const { volet, path, audit, page: pageOf, read } = route
  site.get(path.pattern, { power, audit }, async (page) => {
    const drafts = await readDrafts(app, subscriberOf(page))
    const draft = drafts.find(({ letterId }) => letterId === null)
    if (!draft) return redirect(page, subscription.start())
    const typed = draft.unfinished[volet]
    return show(page, pageOf(draft, typed ? { typed } : {}))
  })
  site.post(path.pattern, { power, audit }, async (page) => {
    const draft = await draftOfForm(page, app)
    if (!draft) return gone(page)
    const form = await read(page, draft)
    if (!form.ok) {
      await keepUnfinished(app, subscriberOf(page), draft.id, { volet, fields: page.var.fields })
      return show(page, pageOf(await again(page, app, draft), form), 422)
    }
    const saved = await attempt(page, () =>
      answerVolet(app, subscriberOf(page), draft.id, form.value),
    )
    if (!saved.ok) return redirect(page, subscription.start(), saved.sentence)
    const next = nextVolet(saved.value)
    return redirect(page, next ? voletPath(next) : subscription.check())
  })
}

/** The draft that the form was opened for, which may not be the one in hand in another tab. */
async function draftOfForm(page: Page, app: AppContext): Promise<Draft | undefined> {
  const drafts = await readDrafts(app, subscriberOf(page))
  const id = text(page.var.fields, 'dossier')
  return drafts.find((draft) => draft.id === id && draft.letterId === null)
}

/** As kept now: a password may have been taken while another answer was wrong. */
async function again(page: Page, app: AppContext, draft: Draft): Promise<Draft> {
  return (await draftOfForm(page, app)) ?? draft
}

function gone(page: Page): Response {
  const sentence = page.var.visit.words.refusals['subscriptions.draft_gone']
  return redirect(page, subscription.start(), sentence)
}

/** All that was typed comes back with the question about its ICE, which «Continuer quand même» answers. */
function readCompany(page: Page, draft: Draft): Parsed<Answers> {
  const { fields, visit } = page.var
  const form = named('company', parseForm(companySchema(visit.words), fields))
  const isAsked = iceToConfirm(fields, draft.company?.ice) !== undefined
  return form.ok && isAsked ? { ok: false, errors: {}, typed: fields } : form
}

function named<K extends 'company' | 'services', V>(
  name: K,
  form: Parsed<V>,
): Parsed<Record<K, V>> {
  return form.ok ? { ok: true, value: { [name]: form.value } as Record<K, V> } : form
}

/** A good password is hashed and kept even when another answer must be corrected: it cannot be shown again. */
async function readDelegate(page: Page, app: AppContext, draft: Draft): Promise<Parsed<Answers>> {
  const { fields, visit } = page.var
  const form = parseDelegate(fields, visit.words)
  const password = readPassword(fields, draft, app.config.fund.name, visit.words)
  if (password.kind === 'chosen') {
    await choosePassword(app, subscriberOf(page), draft.id, password.password)
  }
  const wrong: Record<string, string> =
    password.kind === 'wrong' ? { password: password.sentence } : {}
  if (!form.ok)
    return { ok: false, errors: { ...form.errors, ...wrong }, typed: withoutPassword(fields) }
  if (password.kind === 'wrong') {
    // The other answers are right and kept for thirty days, whatever becomes of this page.
    await answerVolet(app, subscriberOf(page), draft.id, { delegate: form.value })
    return { ok: false, errors: wrong, typed: withoutPassword(fields) }
  }
  return { ok: true, value: { delegate: form.value } }
}

function withoutPassword(fields: Page['var']['fields']): Page['var']['fields'] {
  const { password: _, passwordAgain: __, ...others } = fields
  return others
}
