import type { z } from 'zod'
import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { type Newcomer, parseMemberNumber } from '../../members/newcomer.ts'
import { parseForm } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type ShownStatus, type Site } from '../../web/site.ts'
import type { Words } from '../../web/words/index.ts'
import { pageNumber } from '../../web/paging.ts'
import { attachNewcomer } from './attach-newcomer.ts'
import { confirmNewcomer } from './confirm-newcomer.ts'
import {
  attachmentSchema,
  confirmationSchema,
  type DecisionName,
  refusalSchema,
  type SentBack,
} from './newcomer-forms.ts'
import { NewcomerPage } from './pages/newcomer.tsx'
import { NewcomersPage } from './pages/newcomers.tsx'
import { readNewcomer, readNewcomers } from './read-newcomers.ts'
import { refuseNewcomer } from './refuse-newcomer.ts'

const power = 'agency.work'

/** People declared without a number: who waits, who they may be, what is decided (decision «Zero matricule»). */
export function mountNewcomers(site: Site, app: AppContext): void {
  const { newcomers, newcomer } = paths.agency
  site.get(newcomers.pattern, { power, audit: 'newcomers.list' }, async (page, actor) => {
    const words = asked(page, 'q')
    const view = await readNewcomers(app, actor, { words }, pageNumber(page.req.query('page')))
    return show(page, <NewcomersPage view={view} words={words} />)
  })
  site.get(newcomer.pattern, { power, audit: 'newcomer.view' }, (page, actor) =>
    showNewcomer(app, page, actor),
  )
  mountDecisions(site, app)
}

/** One button, one decision: they ask for different things. */
function mountDecisions(site: Site, app: AppContext): void {
  const { confirmNewcomer: confirm, attachNewcomer: attach, refuseNewcomer: refuse } = paths.agency
  site.post(confirm.pattern, { power, audit: 'newcomer.confirm' }, (page, actor) =>
    answer(app, page, actor, {
      form: 'confirm',
      schema: confirmationSchema,
      run: (form) => confirmNewcomer(app, actor, { id: idOf(page), ...form }),
      field: 'numero',
    }),
  )
  site.post(attach.pattern, { power, audit: 'newcomer.attach' }, (page, actor) =>
    answer(app, page, actor, {
      form: 'attach',
      schema: attachmentSchema,
      run: (form) => attachNewcomer(app, actor, { id: idOf(page), ...form }),
      field: '',
    }),
  )
  site.post(refuse.pattern, { power, audit: 'newcomer.refuse' }, (page, actor) =>
    answer(app, page, actor, {
      form: 'refuse',
      schema: refusalSchema,
      run: (form) => refuseNewcomer(app, actor, { id: idOf(page), ...form }),
      field: 'motif',
    }),
  )
}

interface Decision<T> {
  readonly form: DecisionName
  readonly schema: (words: Words) => z.ZodType<T>
  readonly run: (form: T) => Promise<Newcomer>
  /** Where a refusal is shown. */
  readonly field: string
}

// oxlint-disable-next-line max-params -- who decides what, on which page
async function answer<T>(
  app: AppContext,
  page: Page,
  actor: AgentActor,
  { form, schema, run, field }: Decision<T>,
): Promise<Response> {
  const { fields, visit } = page.var
  const parsed = parseForm(schema(visit.words), fields)
  if (!parsed.ok) return showNewcomer(app, page, actor, { form, ...parsed }, 422)
  const done = await attempt(page, () => run(parsed.value))
  if (!done.ok) {
    const errors = { [field]: done.sentence }
    return showNewcomer(app, page, actor, { form, errors, typed: fields }, 409)
  }
  const { lastName, firstName } = done.value
  const said = visit.words.newcomers.done[form](`${lastName} ${firstName}`)
  return redirect(page, paths.agency.newcomers(), said)
}

// oxlint-disable-next-line max-params -- the page again, with what was sent and why it comes back
async function showNewcomer(
  app: AppContext,
  page: Page,
  actor: AgentActor,
  form?: SentBack,
  status: ShownStatus = 200,
): Promise<Response> {
  const typed = form?.typed['avec']
  const compared = typeof typed === 'string' ? typed : asked(page, 'avec')
  const view = await readNewcomer(app, actor, {
    id: idOf(page),
    words: asked(page, 'q'),
    with: parseMemberNumber(compared) ?? null,
  })
  return show(page, <NewcomerPage view={view} form={form} />, status)
}

function asked(page: Page, name: string): string {
  return (page.req.query(name) ?? '').trim().replace(/\s+/g, ' ').slice(0, 100)
}
