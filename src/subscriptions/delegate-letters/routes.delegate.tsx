import { readAdministration } from '../../access/administration/read-administration.ts'
import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { answerFile } from '../../web/answer-file.ts'
import type { FormState } from '../../web/components/form-state.ts'
import { parseForm } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { type Page, redirect, show, type Site } from '../../web/site.ts'
import { giveFollowPass } from '../follow-pass.ts'
import { printLetter } from '../print-letter.ts'
import { subscriberOf } from '../subscriber-of.ts'
import { type DelegateLetterKind, isDelegateLetterKind } from './delegate-letter.ts'
import { letterSchema } from './letter-form.ts'
import { LettersPage } from './pages/letters.tsx'
import { PrepareLetterPage } from './pages/prepare-letter.tsx'
import { prefillRenewal } from './prefill-renewal.ts'
import { prepareLetter } from './prepare-letter.ts'
import { readDelegateLetters, requireOwnLetter } from './read-delegate-letters.ts'

const power = 'letters.request'

/** «Téléchargement» of the signed-in delegate: prepare, print, send back and follow (product A10). */
export function mountDelegateLetters(site: Site, app: AppContext): void {
  const own = paths.administration
  site.get(own.letters.pattern, { power, audit: 'letters.list' }, async (page, actor) =>
    show(page, <LettersPage {...(await readDelegateLetters(app, actor))} />),
  )
  site.get(
    own.letterPdf.pattern,
    { power, audit: 'letters.print', heavy: true },
    async (page, actor) => {
      const letter = await requireOwnLetter(app, actor, idOf(page))
      const { name, pdf } = await printLetter(app, letter.id)
      return answerFile(page, { name, type: 'application/pdf', body: pdf })
    },
  )
  site.get(own.letterFollow.pattern, { power, audit: 'letters.follow' }, async (page, actor) => {
    const letter = await requireOwnLetter(app, actor, idOf(page))
    giveFollowPass(page, app, letter.id)
    return redirect(page, paths.follow.letter())
  })
  site.get(own.letter.pattern, { power, audit: 'letters.new' }, (page, actor) =>
    showForm(app, page, actor),
  )
  site.post(own.letter.pattern, { power, audit: 'letters.prepare' }, (page, actor) =>
    prepare(app, page, actor),
  )
}

function kindOf(page: Page): DelegateLetterKind {
  const kind = page.req.param('kind')
  return isDelegateLetterKind(kind) ? kind : refuse('web.not_found')
}

async function showForm(
  app: AppContext,
  page: Page,
  actor: DelegateActor,
  state?: Partial<FormState>,
) {
  const kind = kindOf(page)
  const administration = await readAdministration(app, actor)
  return show(
    page,
    <PrepareLetterPage kind={kind} administration={administration} {...state} />,
    state ? 422 : 200,
  )
}

async function prepare(app: AppContext, page: Page, actor: DelegateActor) {
  const kind = kindOf(page)
  const { words, language } = page.var.visit
  const { delegate } = await readAdministration(app, actor)
  const form = parseForm(letterSchema(words, kind, delegate.email), page.var.fields)
  if (!form.ok) return showForm(app, page, actor, form)
  const own = words.administration.letters
  const { signatoryName, signatoryCapacity, newEmail, lostFactor } = form.value
  if (kind === 'renewal') {
    await prefillRenewal(app, actor, subscriberOf(page), { signatoryName, signatoryCapacity })
    return redirect(page, paths.subscription.check(), own.renewalPrefilled)
  }
  const { reference } = await prepareLetter(app, actor, {
    kind,
    signatoryName,
    signatoryCapacity,
    newEmail,
    lostFactor,
    language,
  })
  return redirect(page, paths.administration.letters(), own.preparedNotice(reference))
}
