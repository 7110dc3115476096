import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { type Mistakes, parseForm } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, show, type ShownStatus, type Site } from '../../web/site.ts'
import type { RefusalCode, Words } from '../../web/words/index.ts'
import { chooseCapital } from './choose-capital.ts'
import { hasCapitalChoice, isOfSurvivors, isOpenToWriting } from './claim.ts'
import {
  accountSchema,
  capitalSchema,
  careerSchema,
  endSchema,
  personSchema,
} from './claim-forms.ts'
import type { ShownClaim } from './claim-in-hand.ts'
import { confirmCareer } from './confirm-career.ts'
import { confirmPerson } from './confirm-person.ts'
import { AccountStepPage } from './pages/account-step.tsx'
import { CapitalStepPage } from './pages/capital-step.tsx'
import { CareerStepPage } from './pages/career-step.tsx'
import { EndStepPage } from './pages/end-step.tsx'
import { PersonStepPage } from './pages/person-step.tsx'
import { mountClaimPayees } from './routes.payees.tsx'
import { saveAccount } from './save-payee.ts'
import { shownClaim, toClaim } from './shown-claim.ts'
import { stateEnd } from './state-end.ts'
import { type ClaimView, viewClaim, viewClaimCareer } from './view-claim.ts'

const power = 'liquidations.claim'

interface Shown {
  readonly errors?: Mistakes
  readonly typed?: Page['var']['fields']
}

interface Step<V extends ClaimView, T> {
  readonly name: 'person' | 'end' | 'career' | 'capital' | 'account'
  readonly view: (app: AppContext, actor: EmployedActor, id: string) => Promise<V>
  /** Whether this kind of claim has the step. */
  readonly isOf?: (view: ClaimView) => boolean
  readonly page: (view: V, shown: Shown) => JSX.Element
  readonly schema: (words: Words['claims']) => z.ZodType<T>
  readonly save: (app: AppContext, actor: EmployedActor, form: T & ShownClaim) => Promise<void>
  /** The field that a refusal speaks of. */
  readonly field?: (code: RefusalCode) => string
}

/** Each step of the list: its page, and its form that leads back to the list (product L2). */
export function mountClaimSteps(site: Site, app: AppContext): void {
  mountStep(site, app, {
    name: 'person',
    view: viewClaim,
    page: (view, shown) => <PersonStepPage view={view} {...shown} />,
    schema: (words) => personSchema(words).transform((identity) => ({ identity })),
    save: confirmPerson,
    field: (code) => (code === 'claims.other_identity' ? 'numero' : ''),
  })
  mountStep(site, app, {
    name: 'end',
    view: viewClaim,
    page: (view, shown) => <EndStepPage view={view} {...shown} />,
    schema: (words) => endSchema(words).transform(({ jour, note }) => ({ endedOn: jour, note })),
    save: stateEnd,
    field: endField,
  })
  mountStep(site, app, {
    name: 'career',
    view: viewClaimCareer,
    page: (view, shown) => <CareerStepPage view={view} {...shown} />,
    schema: (words) => careerSchema(words).transform(({ note }) => ({ note })),
    save: confirmCareer,
  })
  mountStep(site, app, {
    name: 'capital',
    view: viewClaim,
    isOf: ({ claim }) => hasCapitalChoice(claim.kind),
    page: (view, shown) => <CapitalStepPage view={view} {...shown} />,
    schema: (words) =>
      capitalSchema(words).transform(({ choix }) => ({ asCapital: choix === 'capital' })),
    save: chooseCapital,
  })
  mountStep(site, app, {
    name: 'account',
    view: viewClaim,
    isOf: ({ claim }) => !isOfSurvivors(claim.kind),
    page: (view, shown) => <AccountStepPage view={view} {...shown} />,
    schema: accountSchema,
    save: saveAccount,
  })
  mountClaimPayees(site, app)
}

function endField(code: RefusalCode): string {
  const isToExplain =
    code === 'claims.end_differs' ||
    code === 'claims.end_not_declared' ||
    code === 'claims.later_salaries'
  if (isToExplain) return 'note'
  return code.startsWith('claims.') && code !== 'claims.not_open' ? 'jour' : ''
}

function mountStep<V extends ClaimView, T>(site: Site, app: AppContext, step: Step<V, T>): void {
  const { pattern } = paths.claims[step.name]
  // oxlint-disable-next-line max-params -- the page again, for whom, with what was wrong
  const showStep = async (
    page: Page,
    actor: EmployedActor,
    shown: Shown = {},
    status: ShownStatus = 200,
  ) => {
    const view = await step.view(app, actor, idOf(page))
    if (step.isOf && !step.isOf(view)) return refuse('web.not_found')
    if (!isOpenToWriting(view.claim) && status === 200) return toClaim(page)
    return show(page, step.page(view, shown), status)
  }
  site.get(pattern, { power, audit: `claim.${step.name}_form` }, (page, actor) =>
    showStep(page, actor),
  )
  site.post(pattern, { power, audit: `claim.${step.name}` }, async (page, actor) => {
    const { fields, visit } = page.var
    const parsed = parseForm(step.schema(visit.words.claims), fields)
    if (!parsed.ok) return showStep(page, actor, { errors: parsed.errors, typed: fields }, 422)
    const done = await attempt(page, () =>
      step.save(app, actor, { ...parsed.value, ...shownClaim(page) }),
    )
    if (done.ok) return toClaim(page, visit.words.claims.saved)
    const errors = { [step.field?.(done.refusal.code) ?? '']: done.sentence }
    return showStep(page, actor, { errors, typed: fields }, 409)
  })
}
