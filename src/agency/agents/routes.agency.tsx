import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { originOf } from '../../access/origin-of.ts'
import { typedPresence } from '../../access/typed-presence.ts'
import type { AppContext } from '../../context.ts'
import { parseForm, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Attempt, type Page, redirect, type Site, show } from '../../web/site.ts'
import { parseAgent, reasonSchema } from './agent-form.ts'
import { askForAgent } from './ask-for-agent.ts'
import { confirmRequest, turnDownRequest } from './decide-request.ts'
import { AgentListPage } from './pages/agent-list.tsx'
import { type AgentForm, type AgentFormState, AgentPage } from './pages/agent-page.tsx'
import { NewAgentPage } from './pages/new-agent.tsx'
import { proposeAgent } from './propose-agent.ts'
import { readAgent, readAgents } from './read-agents.ts'
import { resendActivation } from './resend-activation.ts'
import { suspendAgent } from './suspend-agent.ts'

/** «Agents»: read by every agent, changed by supervisors, two of them where power is given (docs/domain/agents.md). */
export function mountAgents(site: Site, app: AppContext): void {
  mountOpening(site, app)
  mountReading(site, app)
  mountActs(site, app)
  mountDeciding(site, app)
}

/** Before the page of one agent, whose address it would otherwise be. */
function mountOpening(site: Site, app: AppContext): void {
  const opening = { power: 'agency.supervise', audit: 'agents.open' } as const
  site.get(paths.agency.newAgent.pattern, opening, (page) => show(page, <NewAgentPage />))
  site.post(paths.agency.newAgent.pattern, opening, async (page, actor) => {
    const { fields, visit } = page.var
    const form = parseAgent(fields, visit.words)
    if (!form.ok) return show(page, <NewAgentPage {...form} />, 422)
    const done = await attempt(page, () => proposeAgent(app, actor, form.value))
    if (!done.ok) {
      const errors = { [fieldOf[done.refusal.code] ?? '']: done.sentence }
      return show(page, <NewAgentPage errors={errors} typed={fields} />, 422)
    }
    return redirect(page, paths.agency.agent({ id: done.value }), visit.words.agents.request.sent)
  })
}

const fieldOf: Readonly<Record<string, string>> = {
  'agents.login_taken': 'login',
  'agents.person_known': 'identityNumber',
  'agents.unknown_company': 'ownEmployerNumber',
}

function mountReading(site: Site, app: AppContext): void {
  site.get(
    paths.agency.agents.pattern,
    { power: 'agency.work', audit: 'agents.list' },
    async (page, actor) => show(page, <AgentListPage list={await readAgents(app, actor)} />),
  )
  site.get(
    paths.agency.agent.pattern,
    { power: 'agency.work', audit: 'agents.view' },
    (page, actor) => showAgent(page, app, actor),
  )
}

async function showAgent(page: Page, app: AppContext, actor: AgentActor, state?: AgentFormState) {
  const file = await readAgent(app, actor, idOf(page))
  return show(page, <AgentPage file={file} state={state} />, state ? 422 : 200)
}

function mountActs(site: Site, app: AppContext): void {
  site.post(
    paths.agency.agentState.pattern,
    { power: 'agency.supervise', audit: 'agents.change_state' },
    async (page, actor) => {
      const agentId = idOf(page)
      const { act, request } = page.var.visit.words.agents
      const geste = text(page.var.fields, 'geste')
      if (geste === 'lien') {
        const sent = await attempt(page, () => resendActivation(app, actor, agentId))
        return answer(page, app, actor, { form: 'lien', done: sent, notice: act.linkSent })
      }
      if (geste !== 'suspendre' && geste !== 'rendre') return refuse('web.form_expired')
      return withReason(page, app, actor, geste, async (reason) =>
        geste === 'suspendre'
          ? {
              done: await attempt(page, () => suspendAgent(app, actor, { agentId, reason })),
              notice: act.suspended,
            }
          : {
              done: await attempt(page, () =>
                askForAgent(app, actor, { agentId, reason, kind: 'reactivate' }),
              ),
              notice: request.sent,
            },
      )
    },
  )
  site.post(
    paths.agency.agentSecondFactor.pattern,
    { power: 'agency.supervise', audit: 'agents.reset_second_factor' },
    (page, actor) =>
      withReason(page, app, actor, 'reinitialiser', async (reason) => ({
        done: await attempt(page, () =>
          askForAgent(app, actor, { agentId: idOf(page), reason, kind: 'reset_second_factor' }),
        ),
        notice: page.var.visit.words.agents.request.sent,
      })),
  )
}

interface Done {
  readonly done: Attempt<unknown>
  readonly notice: string
}

// oxlint-disable-next-line max-params -- a page, whose, which form, what it does
async function withReason(
  page: Page,
  app: AppContext,
  actor: AgentActor,
  form: AgentForm,
  work: (reason: string) => Promise<Done>,
) {
  const { fields, visit } = page.var
  const read = parseForm(reasonSchema(visit.words), fields)
  if (!read.ok) return showAgent(page, app, actor, { form, ...read })
  return answer(page, app, actor, { form, ...(await work(read.value.reason)) })
}

function answer(
  page: Page,
  app: AppContext,
  actor: AgentActor,
  { form, done, notice }: Done & { readonly form: AgentForm },
) {
  if (done.ok) return redirect(page, paths.agency.agent({ id: idOf(page) }), notice)
  const errors = { '': done.sentence }
  return showAgent(page, app, actor, { form, errors, typed: page.var.fields })
}

function mountDeciding(site: Site, app: AppContext): void {
  site.post(
    paths.agency.agentRequest.pattern,
    { power: 'agency.supervise', audit: 'agents.decide' },
    async (page, actor) => {
      const { fields } = page.var
      const shown = { agentId: idOf(page), requestId: text(fields, 'demande') }
      if (text(fields, 'decision') === 'confirmer') return confirm(page, app, actor, shown)
      const done = await attempt(page, () => turnDownRequest(app, actor, shown))
      const { request } = page.var.visit.words.agents
      if (done.ok) return redirect(page, paths.agency.agents(), request[done.value])
      return answer(page, app, actor, { form: 'confirmer', done, notice: '' })
    },
  )
}

async function confirm(
  page: Page,
  app: AppContext,
  actor: AgentActor,
  shown: { readonly agentId: string; readonly requestId: string },
) {
  const { fields, visit } = page.var
  const { mistakes, request } = visit.words.agents
  const proof = typedPresence(fields, 'password')
  const digest = text(fields, 'empreinte')
  const back = (errors: AgentFormState['errors']) =>
    showAgent(page, app, actor, { form: 'confirmer', errors, typed: fields })
  if (!proof) return back({ password: mistakes.password })
  const done = await attempt(page, () =>
    confirmRequest(app, actor, { ...shown, digest, proof, origin: originOf(page) }),
  )
  if (!done.ok)
    return back({
      [done.refusal.code === 'access.password_wrong' ? 'password' : '']: done.sentence,
    })
  return redirect(
    page,
    paths.agency.agent({ id: shown.agentId }),
    request.confirmed[done.value.kind],
  )
}
