import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { answerFile } from '../../web/answer-file.ts'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type ShownStatus, type Site } from '../../web/site.ts'
import { addPages, pageLimits } from './add-pages.ts'
import { isOpenToWriting } from './claim.ts'
import { openOwnPage } from './open-page.ts'
import { DocumentsStepPage } from './pages/documents-step.tsx'
import { removePage } from './remove-page.ts'
import { shownClaim } from './shown-claim.ts'
import { viewClaim } from './view-claim.ts'

const power = 'liquidations.claim'

/** The documents of a claim: added by the checklist, opened by their own identifier alone (product L3). */
export function mountClaimDocuments(site: Site, app: AppContext): void {
  const { documents, addPages: add, page: onePage, removePage: remove } = paths.claims
  site.get(documents.pattern, { power, audit: 'claim.documents_form' }, (page, actor) =>
    showDocuments(app, page, actor),
  )
  const adding = {
    power,
    audit: 'claim.add_pages',
    upload: pageLimits,
    formAt: (page: Page) => documents({ id: idOf(page) }),
    tooLarge: (page: Page, actor: EmployedActor, sentence: string) => {
      const code = codeOf(page)
      const errors = { [`fichier-${code}`]: sentence }
      return showDocuments(app, page, actor, { code, errors, status: 422 })
    },
  } as const
  site.post(add.pattern, adding, async (page, actor) => {
    const own = page.var.visit.words.claims.documentsStep
    const code = codeOf(page)
    const { files: uploads } = page.var.received
    const wrong = (sentence: string, status: ShownStatus) =>
      showDocuments(app, page, actor, { code, errors: { [`fichier-${code}`]: sentence }, status })
    if (uploads.length === 0) return wrong(own.missing, 422)
    const done = await attempt(page, () =>
      addPages(app, actor, { ...shownClaim(page), code, uploads }),
    )
    if (!done.ok) {
      const { file = '', added = '0' } = done.refusal.details
      const [refused, ...others] = file
        .split(' ')
        .flatMap((place) => uploads[Number(place) - 1]?.name ?? [])
      if (!refused) return wrong(done.sentence, 409)
      const said = [
        own.inFile(refused, done.sentence),
        ...(others.length > 0 ? [own.norThese(others)] : []),
        ...(Number(added) > 0 ? [own.othersAdded(Number(added))] : []),
      ]
      return wrong(said.join(' '), 409)
    }
    return redirect(page, documents({ id: idOf(page) }), own.added(uploads.length))
  })
  site.get(onePage.pattern, { power, audit: 'claim.open_page' }, async (page, actor) => {
    const asked = { claimId: idOf(page), pageId: idOf(page, 'page') }
    const { fileName: name, mediaType: type, content: body } = await openOwnPage(app, actor, asked)
    return answerFile(page, { name, type, body })
  })
  site.post(remove.pattern, { power, audit: 'claim.remove_page' }, async (page, actor) => {
    const command = { ...shownClaim(page), pageId: idOf(page, 'page') }
    const done = await attempt(page, () => removePage(app, actor, command))
    if (!done.ok) {
      return showDocuments(app, page, actor, { errors: { '': done.sentence }, status: 409 })
    }
    const said = page.var.visit.words.claims.documentsStep.removed
    return redirect(page, documents({ id: idOf(page) }), said)
  })
}

interface Shown {
  readonly code?: string
  readonly errors?: Mistakes
  readonly status?: ShownStatus
}

// oxlint-disable-next-line max-params -- the page again, for whom, with what was wrong
async function showDocuments(
  app: AppContext,
  page: Page,
  actor: EmployedActor,
  { code, errors = {}, status = 200 }: Shown = {},
): Promise<Response> {
  const view = await viewClaim(app, actor, idOf(page))
  if (!isOpenToWriting(view.claim) && status === 200)
    return redirect(page, paths.claims.claim({ id: view.claim.id }))
  return show(page, <DocumentsStepPage view={view} code={code} errors={errors} />, status)
}

/** The document of the list that pages are added to. */
function codeOf(page: Page): string {
  return (page.req.param('code') ?? '').slice(0, 60)
}
