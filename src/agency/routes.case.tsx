import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { scanLimits } from '../platform/files/scans/limits.ts'
import { answerFile } from '../web/answer-file.ts'
import { type Fields, parseForm, text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, type Site, show } from '../web/site.ts'
import { arrivalSchema, objectionSchema, verdictSchema, verdicts } from './case-forms.ts'
import { compareIdentity } from './compare-identity.ts'
import { decideCase } from './decide-case.ts'
import { decideObjection } from './decide-objection.ts'
import { openProof } from './open-proof.ts'
import { CasePage, type CaseFormState } from './pages/case-page.tsx'
import { readCase } from './read-case.ts'
import { registerPaper } from './register-paper.ts'
import { takeCase } from './take-case.ts'

/** One file: reading it, its scan, registering paper, deciding (product G2, G3). */
export function mountCase(site: Site, app: AppContext): void {
  mountReading(site, app)
  mountProofs(site, app)
  mountIdentity(site, app)
  mountDecisions(site, app)
}

function mountReading(site: Site, app: AppContext): void {
  site.get(
    paths.agency.letter.pattern,
    { power: 'agency.work', audit: 'letter.read' },
    (page, actor) => showCase(page, app, actor),
  )
  site.post(
    paths.agency.take.pattern,
    { power: 'agency.work', audit: 'letter.take' },
    async (page, actor) => {
      const letterId = idOf(page)
      const release = text(page.var.fields, 'geste') === 'rendre'
      const holder = text(page.var.fields, 'detenteur') || null
      const done = await attempt(page, () => takeCase(app, actor, { letterId, release, holder }))
      if (!done.ok)
        return showCase(page, app, actor, {
          form: 'take',
          errors: { '': done.sentence },
          typed: {},
          refused: true,
        })
      const { case: words } = page.var.visit.words.agency
      return redirect(page, wayBack(page, letterId), release ? words.released : words.taken)
    },
  )
}

/** To the queue as it was narrowed, when the button was there; to the file otherwise. */
function wayBack(page: Page, letterId: string): string {
  const asked = text(page.var.fields, 'retour')
  const queue = paths.agency.queue()
  const isQueue = asked === queue || asked.startsWith(`${queue}?`)
  return isQueue ? asked : paths.agency.letter({ id: letterId })
}

function mountProofs(site: Site, app: AppContext): void {
  site.get(
    paths.agency.proof.pattern,
    { power: 'agency.work', audit: 'letter.view_proof' },
    async (page, actor) => {
      const proof = await openProof(app, actor, {
        letterId: idOf(page),
        proofId: idOf(page, 'proof'),
      })
      // To keep, never to run; an image of the page is shown all the same.
      const { fileName: name, mediaType: type, content: body } = proof
      return answerFile(page, { name, type, body })
    },
  )
  site.post(
    paths.agency.addProof.pattern,
    {
      power: 'agency.work',
      audit: 'letter.register_paper',
      upload: scanLimits,
      formAt: (page) => paths.agency.letter({ id: idOf(page) }),
      tooLarge: (page, actor, document) =>
        showCase(page, app, actor, { form: 'register', errors: { document }, typed: {} }),
    },
    async (page, actor) => {
      const { fields, received, visit } = page.var
      const letterId = idOf(page)
      const arrival = parseForm(arrivalSchema(visit.words), fields)
      if (!arrival.ok) return showCase(page, app, actor, { form: 'register', ...arrival })
      const upload = received.files.find((file) => file.field === 'document') ?? null
      const kept = await attempt(page, () =>
        registerPaper(app, actor, { letterId, upload, ...arrival.value }),
      )
      if (!kept.ok) {
        const errors = { [kept.refusal.code.startsWith('scans.') ? 'document' : '']: kept.sentence }
        return showCase(page, app, actor, { form: 'register', errors, typed: fields })
      }
      return redirect(
        page,
        paths.agency.letter({ id: letterId }),
        visit.words.agency.case.registered,
      )
    },
  )
}

function mountDecisions(site: Site, app: AppContext): void {
  site.post(
    paths.agency.review.pattern,
    { power: 'agency.work', audit: 'letter.decide' },
    async (page, actor) => {
      const { fields, visit } = page.var
      const letterId = idOf(page)
      const name = verdicts.find((one) => one === text(fields, 'decision'))
      if (!name) return refuse('web.form_expired')
      const form = parseForm(verdictSchema(name, visit.words), fields)
      if (!form.ok) return showCase(page, app, actor, { form: name, ...form })
      const done = await attempt(page, () => decideCase(app, actor, { letterId, ...form.value }))
      if (!done.ok) {
        const isUnticked = done.refusal.code === 'agency.checklist_incomplete'
        const errors = { [isUnticked ? 'controles' : '']: done.sentence }
        return showCase(page, app, actor, {
          form: name,
          errors,
          typed: fields,
          refused: !isUnticked,
        })
      }
      const isOver = done.value !== 'second_agent_needed'
      const to = isOver ? paths.agency.queue() : paths.agency.letter({ id: letterId })
      return redirect(page, to, visit.words.agency.case.done[done.value])
    },
  )
  site.post(
    paths.agency.objection.pattern,
    { power: 'agency.supervise', audit: 'letter.decide_objection' },
    async (page, actor) => {
      const { fields, visit } = page.var
      const letterId = idOf(page)
      const form = parseForm(objectionSchema(visit.words), fields)
      if (!form.ok) return showCase(page, app, actor, { form: 'objection', ...form })
      const done = await attempt(page, () =>
        decideObjection(app, actor, { letterId, ...form.value }),
      )
      if (!done.ok) {
        const errors = { '': done.sentence }
        return showCase(page, app, actor, {
          form: 'objection',
          errors,
          typed: fields,
          refused: true,
        })
      }
      return redirect(
        page,
        paths.agency.letter({ id: letterId }),
        visit.words.agency.case.objectionDone,
      )
    },
  )
}

/** «Comparer»: the answer is a sentence, never the number. */
function mountIdentity(site: Site, app: AppContext): void {
  site.post(
    paths.agency.compareIdentity.pattern,
    { power: 'agency.work', audit: 'letter.compare_identity' },
    async (page, actor) => {
      const { fields, visit } = page.var
      const { case: words, mistakes } = visit.words.agency
      const letterId = idOf(page)
      const number = text(fields, 'numero').slice(0, 60)
      const again = (numero: string, typed: Fields) =>
        showCase(page, app, actor, { form: 'identity', errors: { numero }, typed })
      if (number === '') return again(mistakes.handwritten, {})
      const compared = await compareIdentity(app, actor, { letterId, number })
      if (compared === 'other') return again(words.identityOther, fields)
      if (compared === 'too_many') return again(mistakes.tooManyNumbers, {})
      // The page says it where the field was.
      return redirect(page, paths.agency.letter({ id: letterId }))
    },
  )
}

/** The file as it is now, with the form that came back if one did. */
async function showCase(page: Page, app: AppContext, actor: AgentActor, form?: CaseFormState) {
  const file = await readCase(app, actor, idOf(page))
  return show(page, <CasePage file={file} form={form} />, form ? (form.refused ? 409 : 422) : 200)
}
