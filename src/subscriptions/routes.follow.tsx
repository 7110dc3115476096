import { readAdministration } from '../access/administration/read-administration.ts'
import type { Actor } from '../actors/actor.ts'
import { allows } from '../actors/powers.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { scanLimits } from '../platform/files/scans/limits.ts'
import { answerFile } from '../web/answer-file.ts'
import type { FormState } from '../web/components/form-state.ts'
import { text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { findFollowedLetter, readFollowedLetter } from './find-followed-letter.ts'
import { endFollowPass, giveFollowPass, readFollowPass } from './follow-pass.ts'
import { FollowStartPage } from './pages/follow-start.tsx'
import { FollowedLetterPage } from './pages/followed-letter.tsx'
import { printLetter } from './print-letter.ts'
import { readDrafts } from './read-drafts.ts'
import { receiveSignedLetter } from './receive-signed-letter.ts'
import { subscriberOf } from './subscriber-of.ts'
import { withdrawRequest } from './withdraw-request.ts'

const { follow } = paths
const power = 'site.visit'

/** The applicant follows a letter, sends it signed, gives it up (product P4, P7). */
export function mountFollow(site: Site, app: AppContext): void {
  mountFinding(site, app)
  mountReading(site, app)
  mountActing(site, app)
}

function mountFinding(site: Site, app: AppContext): void {
  site.get(follow.start.pattern, { power, audit: 'letter.follow' }, async (page) =>
    show(page, <FollowStartPage />),
  )
  site.post(follow.start.pattern, { power, audit: 'letter.follow' }, async (page) => {
    const { fields, visit } = page.var
    const { mistakes, follow: words } = visit.words.subscriptions
    const reference = text(fields, 'reference').slice(0, 60)
    const email = text(fields, 'email').slice(0, 300)
    const errors = {
      ...(reference ? {} : { reference: mistakes.reference }),
      ...(email ? {} : { email: mistakes.followEmail }),
    }
    if (Object.keys(errors).length > 0) return tryAgain(page, errors, 422)
    const found = await attempt(page, () =>
      findFollowedLetter(app, { reference, email, address: page.var.address }),
    )
    if (!found.ok) return tryAgain(page, { '': found.sentence }, 429)
    if (!found.value) return tryAgain(page, { '': words.unknown }, 422)
    giveFollowPass(page, app, found.value)
    return redirect(page, follow.letter())
  })
  site.post(follow.leave.pattern, { power, audit: 'letter.leave' }, async (page) => {
    endFollowPass(page)
    return redirect(page, follow.start(), page.var.visit.words.subscriptions.follow.left)
  })
}

function tryAgain(page: Page, errors: Record<string, string>, status: 422 | 429): Response {
  return show(page, <FollowStartPage errors={errors} typed={page.var.fields} />, status)
}

function mountReading(site: Site, app: AppContext): void {
  site.get(follow.letter.pattern, { power, audit: 'letter.read' }, (page) =>
    readFollowPass(page, app) ? showLetter(page, app) : backToStart(page),
  )
  site.get(paths.subscription.done.pattern, { power, audit: 'subscription.form' }, (page) =>
    readFollowPass(page, app) ? showLetter(page, app) : backToStart(page),
  )
  site.get(follow.pdf.pattern, { power, audit: 'letter.print', heavy: true }, async (page) => {
    const letterId = readFollowPass(page, app)
    if (!letterId) return backToStart(page)
    const { name, pdf } = await printLetter(app, letterId)
    return answerFile(page, { name, type: 'application/pdf', body: pdf })
  })
}

async function showLetter(
  page: Page,
  app: AppContext,
  state: Partial<FormState> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const followed = await readFollowedLetter(app, readFollowPass(page, app))
  const drafts = await readDrafts(app, subscriberOf(page))
  const canReopen = drafts.some(({ letterId }) => letterId === followed.letter.id)
  return show(
    page,
    <FollowedLetterPage
      followed={followed}
      canReopen={canReopen}
      administration={await administrationOf(page, app, followed.letter)}
      {...state}
    />,
    status,
  )
}

/** A delegate who follows a letter of their company came from their own pages, and goes back there. */
async function administrationOf(page: Page, app: AppContext, { employerId }: Letter) {
  const { actor } = page.var
  if (actor.kind !== 'delegate' || !allows(actor, 'letters.request')) return undefined
  return actor.employerId === employerId ? readAdministration(app, actor) : undefined
}

function mountActing(site: Site, app: AppContext): void {
  const sending = {
    power,
    audit: 'letter.send_proof',
    upload: scanLimits,
    formAt: () => follow.letter(),
    tooLarge: (page: Page, _: Actor, proof: string) =>
      showLetter(page, app, { errors: { proof } }, 422),
  } as const
  site.post(follow.proof.pattern, sending, async (page, actor) => {
    const { words } = page.var.visit
    const letterId = letterOfForm(page, app)
    const [file] = page.var.received.files
    if (!file)
      return showLetter(page, app, { errors: { proof: words.subscriptions.mistakes.proof } }, 422)
    const sent = await attempt(page, () =>
      receiveSignedLetter(app, actor, { letterId, upload: file, by: 'upload' }),
    )
    if (!sent.ok) return showLetter(page, app, { errors: { proof: sent.sentence } }, 409)
    return redirect(page, follow.letter(), words.subscriptions.follow.sent)
  })
  site.post(follow.withdraw.pattern, { power, audit: 'letter.withdraw' }, async (page, actor) => {
    const letterId = letterOfForm(page, app)
    const done = await attempt(page, () => withdrawRequest(app, actor, letterId))
    if (!done.ok) return showLetter(page, app, { errors: { '': done.sentence } }, 409)
    return redirect(page, follow.letter(), page.var.visit.words.subscriptions.follow.withdrawn)
  })
}

/** The letter that the form was opened for, when it is the one that this visit may see. */
function letterOfForm(page: Page, app: AppContext): string {
  const letterId = readFollowPass(page, app)
  return letterId && letterId === text(page.var.fields, 'dossier')
    ? letterId
    : refuse('subscriptions.follow_closed')
}

function backToStart(page: Page): Response {
  return redirect(page, follow.start())
}
