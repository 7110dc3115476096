import type { AgentActor, EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { extensionOf } from '../../platform/files/media-type.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Claim } from './claim.ts'
import { getClaim } from './read-claim.ts'
import { listPages } from './store/documents.ts'

export interface OpenedPage {
  readonly content: Buffer
  readonly mediaType: string
  /** Our own name: what the sender called it never reaches a header. */
  readonly fileName: string
}

/** The company reads a page that it handed in; that it did is in its trail (product G7). */
export async function openOwnPage(
  app: Pick<AppContext, 'db' | 'clock' | 'files'>,
  actor: EmployedActor,
  asked: { readonly claimId: string; readonly pageId: string },
): Promise<OpenedPage> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await getClaim(tx, employerId, asked.claimId)
    return openPage(tx, app, actor, { claim, pageId: asked.pageId })
  })
}

interface Asked {
  readonly claim: Claim
  readonly pageId: string
}

/** By the identifier of the page in its claim, never by a path; a content that is damaged or gone was not seen by anybody. */
// oxlint-disable-next-line max-params -- for whom, out of what: the caller has found the claim that they may see
export async function openPage(
  tx: Tx,
  app: Pick<AppContext, 'clock' | 'files'>,
  actor: EmployedActor | AgentActor,
  { claim, pageId }: Asked,
): Promise<OpenedPage> {
  const pages = await listPages(tx, claim)
  const page = pages.find(({ id }) => id === pageId) ?? refuse('web.not_found')
  if (page.check === 'waiting') refuse('scans.waiting')
  if (page.check === 'infected') refuse('scans.not_kept')
  const content = await app.files.read(page.sha256)
  await record(tx, actor, app.clock.now(), {
    action: 'claim.page_viewed',
    subject: { kind: 'claim', id: claim.id },
    employerId: claim.employerId,
    details: { reference: claim.reference, document: page.code, page: page.number },
  })
  const fileName = `${claim.reference}-${page.number}.${extensionOf(page.mediaType)}`
  return { content, mediaType: page.mediaType, fileName }
}
