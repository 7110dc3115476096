import { randomUUID } from 'node:crypto'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { formatDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { isRowId } from '../platform/db/row-id.ts'
import { text, versionOf } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, type Site, show } from '../web/site.ts'
import type { Consequences } from './consequences.ts'
import { decideProposal, type ProposalDecision } from './decide-proposal.ts'
import { isParameterKey, type ParameterKey, parameterOf } from './parameter-catalogue.ts'
import { HistoryPage } from './pages/history-page.tsx'
import { ParameterListPage } from './pages/list-page.tsx'
import { type DecisionFormState, ProposalPage } from './pages/proposal-page.tsx'
import { ProposePage } from './pages/propose-page.tsx'
import { isPast } from './proposal.ts'
import { parseProposal } from './proposal-form.ts'
import { proposeChange } from './propose-change.ts'
import { readHistory } from './read-history.ts'
import { readParameters } from './read-parameters.ts'
import { readProposal } from './read-proposal.ts'
import { mostRows, type Row } from './value-types.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

/** The fund's values: read by every agent, proposed by one, decided by another (product G4). */
export function mountParameters(site: Site, app: AppContext, consequences: Consequences): void {
  mountReading(site, app)
  mountProposing(site, app)
  mountDeciding(site, app, consequences)
}

function mountReading(site: Site, app: AppContext): void {
  site.get(
    paths.agency.parameters.pattern,
    { power: 'agency.work', audit: 'parameters.list' },
    async (page) => show(page, <ParameterListPage list={await readParameters(app)} />),
  )
  site.get(
    paths.agency.parameter.pattern,
    { power: 'agency.work', audit: 'parameters.history' },
    async (page) => show(page, <HistoryPage history={await readHistory(app, keyOf(page))} />),
  )
}

function keyOf(page: Page): ParameterKey {
  const key = page.req.param('key') ?? ''
  return isParameterKey(key) ? key : refuse('web.not_found')
}

function mountProposing(site: Site, app: AppContext): void {
  site.get(
    paths.agency.proposeParameter.pattern,
    { power: 'agency.work', audit: 'parameters.propose' },
    async (page) => {
      const key = keyOf(page)
      if (parameterOf(key).fixed) refuse('parameters.fixed')
      const { inForce, waiting } = await readHistory(app, key)
      if (waiting) return redirect(page, paths.agency.proposal({ id: waiting.id }))
      return showForm(page, key, inForce?.value)
    },
  )
  site.post(
    paths.agency.proposeParameter.pattern,
    { power: 'agency.work', audit: 'parameters.propose' },
    async (page, actor) => {
      const key = keyOf(page)
      const { fields, visit } = page.var
      const id = text(fields, 'cle')
      if (!isRowId(id)) refuse('web.form_expired')
      const present = (await readHistory(app, key)).inForce?.value
      if (text(fields, 'geste') === 'lignes') return showForm(page, key, present, { more: true })
      const around = {
        today: todayIn(app.clock),
        words: visit.words,
        language: visit.language,
      }
      const form = parseProposal(key, fields, around)
      if (!form.ok) return showForm(page, key, present, { errors: form.errors })
      const done = await attempt(page, () => proposeChange(app, actor, { id, key, ...form.value }))
      if (!done.ok) return showForm(page, key, present, { errors: { '': done.sentence } })
      return redirect(page, paths.agency.proposal({ id }), visit.words.parameters.propose.done)
    },
  )
}

interface Again {
  readonly errors?: Readonly<Record<string, string>>
  readonly more?: boolean
}

const blankRows = 3

function showForm(page: Page, key: ParameterKey, present: unknown, again?: Again) {
  const { fields } = page.var
  const rows = Array.isArray(present) ? (present as readonly Row[]).length : 0
  const shown = again ? Number(text(fields, 'lignes')) || 0 : rows + blankRows
  const lines = Math.min(mostRows, Math.max(rows, shown) + (again?.more ? blankRows + 2 : 0))
  const form = (
    <ProposePage
      parameter={key}
      present={present}
      idempotencyKey={again ? text(fields, 'cle') : randomUUID()}
      lines={lines}
      errors={again?.errors}
      typed={again ? fields : undefined}
    />
  )
  return show(page, form, again?.errors ? 422 : 200)
}

function mountDeciding(site: Site, app: AppContext, consequences: Consequences): void {
  const showProposal = async (page: Page, actor: AgentActor, state?: DecisionFormState) => {
    const view = await readProposal(app, actor, idOf(page), consequences)
    return show(page, <ProposalPage view={view} state={state} />, state ? 422 : 200)
  }
  site.get(
    paths.agency.proposal.pattern,
    { power: 'agency.work', audit: 'parameters.read_proposal' },
    (page, actor) => showProposal(page, actor),
  )
  site.post(
    paths.agency.proposal.pattern,
    { power: 'agency.supervise', audit: 'parameters.decide' },
    async (page, actor) => {
      const { fields, visit } = page.var
      const form = readDecision(page)
      if ('errors' in form) return showProposal(page, actor, { ...form, typed: fields })
      const done = await attempt(page, () => decideProposal(app, actor, form.decision))
      if (!done.ok) {
        const isUnsaid = done.refusal.code === 'parameters.past_unsaid'
        const errors = { [isUnsaid ? 'passe' : '']: done.sentence }
        return showProposal(page, actor, { form: form.form, errors, typed: fields })
      }
      const words = visit.words.parameters.proposal
      const { validFrom } = done.value
      const isLater = !isPast(done.value, todayIn(app.clock)) && validFrom > todayIn(app.clock)
      const said =
        form.decision.verdict === 'refuse'
          ? words.refused
          : isLater
            ? words.approvedFrom(formatDate(validFrom, visit.language))
            : words.approved
      return redirect(page, paths.agency.parameter({ key: done.value.key }), said)
    },
  )
  site.post(
    paths.agency.withdrawProposal.pattern,
    { power: 'agency.work', audit: 'parameters.withdraw' },
    async (page, actor) => {
      const { fields, visit } = page.var
      const shown = { proposalId: idOf(page), version: versionOf(fields) }
      const done = await attempt(page, () => withdrawProposal(app, actor, shown))
      if (!done.ok) {
        const errors = { '': done.sentence }
        return showProposal(page, actor, { form: 'retirer', errors, typed: fields })
      }
      return redirect(page, paths.agency.parameters(), visit.words.parameters.proposal.withdrawn)
    },
  )
}

type DecisionForm =
  | { readonly form: 'approuver' | 'refuser'; readonly decision: ProposalDecision }
  | { readonly form: 'refuser'; readonly errors: Readonly<Record<string, string>> }

/** One button says yes, another no with a reason: no press can mean the other. */
function readDecision(page: Page): DecisionForm {
  const { fields, visit } = page.var
  const shown = { proposalId: idOf(page), version: versionOf(fields) }
  const pressed = text(fields, 'decision')
  if (pressed === 'approuver') {
    const knowsItIsPast = text(fields, 'passe') !== ''
    return { form: 'approuver', decision: { ...shown, verdict: 'approve', knowsItIsPast } }
  }
  if (pressed !== 'refuser') return refuse('web.form_expired')
  const { mistakes } = visit.words.parameters
  const reason = text(fields, 'motif')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  if (reason === '') return { form: 'refuser', errors: { motif: mistakes.reason } }
  if (reason.length > 500) return { form: 'refuser', errors: { motif: mistakes.reasonLong } }
  return { form: 'refuser', decision: { ...shown, verdict: 'refuse', reason } }
}
