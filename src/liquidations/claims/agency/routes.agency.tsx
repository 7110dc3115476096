import type { z } from 'zod'
import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import type { AppContext } from '../../../context.ts'
import { printedNotification } from '../printed-notification.ts'
import { shownClaim } from '../shown-claim.ts'
import { answerFile } from '../../../web/answer-file.ts'
import { parseForm } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { idOf } from '../../../web/route-id.ts'
import {
  attempt,
  type Page,
  redirect,
  show,
  type ShownStatus,
  type Site,
} from '../../../web/site.ts'
import type { RefusalCode, Words } from '../../../web/words/index.ts'
import { askForMore } from './ask-for-more.ts'
import {
  askSchema,
  complementSchema,
  decisionSchema,
  reviewSchema,
  settleSchema,
} from './claim-forms.ts'
import type { ShownToAgent } from './claim-in-hand.ts'
import { decideClaim } from './decide-claim.ts'
import { fixComplement } from './fix-complement.ts'
import type { SentForm } from './pages/claim-form.tsx'
import { AgentClaimPage } from './pages/claim-page.tsx'
import { openClaimPage, readAgentClaim } from './read-claim.ts'
import { reviewDocument } from './review-document.ts'
import { settleClaim } from './settle-claim.ts'

const power = 'agency.work'

/** One claim: reading it, its documents one by one, asking for more, deciding by one or two agents (product L5). */
export function mountAgentClaims(site: Site, app: AppContext): void {
  const { claim, claimPage, claimNotification } = paths.agency
  site.get(claim.pattern, { power, audit: 'claim.examine' }, (page, actor) =>
    showClaim(app, page, actor),
  )
  site.get(claimPage.pattern, { power, audit: 'claim.open_page' }, async (page, actor) => {
    const asked = { claimId: idOf(page), pageId: idOf(page, 'page') }
    const opened = await openClaimPage(app, actor, asked)
    const { fileName: name, mediaType: type, content: body } = opened
    return answerFile(page, { name, type, body })
  })
  site.get(
    claimNotification.pattern,
    { power, audit: 'claim.letter', heavy: true },
    async (page, actor) => {
      const view = await readAgentClaim(app, actor, { id: idOf(page), code: '' })
      const number = Number(page.req.param('number'))
      const decision = view.decisions.find((one) => one.number === number && one.state === 'final')
      if (!decision) return refuse('web.not_found')
      const language = page.req.query('langue') === 'ar' ? 'ar' : 'fr'
      const { fund } = app.config
      const body = await app.pdf.render(printedNotification(view, decision, { fund, language }))
      const name = `${view.claim.reference}-${number}-${language}.pdf`
      return answerFile(page, { name, type: 'application/pdf', body })
    },
  )
  mountDecisions(site, app)
}

/** One button, one form: they ask for different things. */
function mountDecisions(site: Site, app: AppContext): void {
  const own = paths.agency
  site.post(own.reviewDocument.pattern, { power, audit: 'claim.review' }, (page, actor) => {
    const code = (page.req.param('code') ?? '').slice(0, 60)
    return answer(app, page, actor, {
      form: `piece-${code}`,
      schema: reviewSchema,
      run: (form) => reviewDocument(app, actor, { ...form, code }),
    })
  })
  site.post(own.askForMore.pattern, { power, audit: 'claim.ask' }, (page, actor) =>
    answer(app, page, actor, {
      form: 'complement',
      schema: askSchema,
      run: (form) => askForMore(app, actor, form),
    }),
  )
  site.post(own.decideClaim.pattern, { power, audit: 'claim.decide' }, (page, actor) =>
    answer(app, page, actor, {
      form: 'decision',
      schema: decisionSchema,
      run: (form) => decideClaim(app, actor, form),
    }),
  )
  site.post(own.fixComplement.pattern, { power, audit: 'claim.fix_complement' }, (page, actor) =>
    answer(app, page, actor, {
      form: 'arrieres',
      schema: complementSchema,
      run: (form) => fixComplement(app, actor, form),
    }),
  )
  site.post(own.settleClaim.pattern, { power, audit: 'claim.settle' }, (page, actor) =>
    answer(app, page, actor, {
      form: 'accord',
      schema: settleSchema,
      run: (form) => settleClaim(app, actor, form),
    }),
  )
}

interface Decision<T> {
  readonly form: SentForm['form']
  readonly schema: (words: Words['claims']) => z.ZodType<T>
  readonly run: (form: T & ShownToAgent) => Promise<unknown>
}

/** The field that a refusal speaks of; any other is said above the form. */
const fieldOf: Readonly<Partial<Record<RefusalCode, string>>> = {
  'claims.nothing_asked': 'note',
  'claims.no_amount': 'annuelle',
  'claims.capital_missing': 'unique',
  'claims.starts_too_early': 'debut',
  'claims.difference_unsaid': 'raison',
  'claims.paid_after_death': 'raison',
  'claims.death_stated': 'raison',
  'claims.death_differs': 'raison',
  'claims.kind_doubtful': 'raison',
  'claims.marriage_short': 'raison',
  'claims.child_grown_up': 'raison',
  'claims.parent_too_young': 'raison',
  'claims.above_share': 'raison',
  'claims.shares_unsaid': 'raison',
  'claims.complement_lowers': 'annuelle',
}

// oxlint-disable-next-line max-params -- who decides what, on which page
async function answer<T>(
  app: AppContext,
  page: Page,
  actor: AgentActor,
  { form, schema, run }: Decision<T>,
): Promise<Response> {
  const { fields, visit } = page.var
  const own = visit.words.claims
  const parsed = parseForm(schema(own), fields)
  if (!parsed.ok)
    return showClaim(app, page, actor, { form, errors: parsed.errors, typed: fields }, 422)
  const done = await attempt(page, () => run({ ...parsed.value, ...shownClaim(page) }))
  if (!done.ok) {
    const { code } = done.refusal
    const errors = { [fieldOf[code] ?? '']: done.sentence }
    const status = code === 'claims.nothing_asked' ? 422 : 409
    return showClaim(app, page, actor, { form, errors, typed: fields }, status)
  }
  const { done: said } = own.agent
  if (done.value === 'proposed') return toClaim(page, said.propose)
  return toClaim(page, isOfDocument(form) ? said.piece : said[form])
}

function isOfDocument(form: SentForm['form']): form is `piece-${string}` {
  return form.startsWith('piece-')
}

function toClaim(page: Page, notice: string): Response {
  return redirect(page, paths.agency.claim({ id: idOf(page) }), notice)
}

// oxlint-disable-next-line max-params -- the page again, with what was sent and why it comes back
async function showClaim(
  app: AppContext,
  page: Page,
  actor: AgentActor,
  form?: SentForm,
  status: ShownStatus = 200,
): Promise<Response> {
  const code = form ? form.form.replace(/^piece-/, '') : page.req.query('piece')
  const isWhole = page.req.query('numeros') === 'entiers'
  const view = await readAgentClaim(app, actor, { id: idOf(page), code: code ?? '', isWhole })
  return show(page, <AgentClaimPage view={view} sent={form} />, status)
}
