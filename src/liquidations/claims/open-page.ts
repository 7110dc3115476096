import type { AgentActor, EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { extensionOf } from '../../platform/files/media-type.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Claim } from './claim.ts'
import { countReading, weightOfPage } from '../../members/count-reading.ts'
import { getClaim } from './read-claim.ts'
import type { Page } from './documents.ts'
import { listPages } from './store/documents.ts'

export interface OpenedPage {
  readonly content: Buffer
  readonly mediaType: string
  /** Our own name: what the sender called it never reaches a header. */
  readonly fileName: string
}

/** A page that may be read, as the trail has it: its content is read after, so that no store is waited for meanwhile. */
export type FoundPage = Omit<OpenedPage, 'content'> & Pick<Page, 'sha256'>

/** The company reads a page that it handed in; that it did is in its trail (product G7). */
export async function openOwnPage(
  app: Pick<AppContext, 'db' | 'clock' | 'files'>,
  actor: EmployedActor,
  asked: { readonly claimId: string; readonly pageId: string },
): Promise<OpenedPage> {
  const { employerId } = actor
  const found = await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await getClaim(tx, employerId, asked.claimId)
    return findPage(tx, app, actor, { claim, pageId: asked.pageId })
  })
  return readPage(app, found)
}

interface Asked {
  readonly claim: Claim
  readonly pageId: string
}

/** By the identifier of the page in its claim, never by a path; counted with what its reader was shown in the hour (quality AT59). */
// oxlint-disable-next-line max-params -- for whom, out of what: the caller has found the claim that they may see
export async function findPage(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  actor: EmployedActor | AgentActor,
  { claim, pageId }: Asked,
): Promise<FoundPage> {
  const pages = await listPages(tx, claim)
  const page = pages.find(({ id }) => id === pageId) ?? refuse('web.not_found')
  if (page.check === 'waiting') refuse('scans.waiting')
  if (page.check === 'infected') refuse('scans.not_kept')
  const now = app.clock.now()
  await countReading(tx, actor, weightOfPage, now)
  await record(tx, actor, now, {
    action: 'claim.page_viewed',
    subject: { kind: 'claim', id: claim.id },
    employerId: claim.employerId,
    details: { reference: claim.reference, document: page.code, page: page.number },
  })
  const { mediaType, sha256 } = page
  return {
    sha256,
    mediaType,
    fileName: `${claim.reference}-${page.number}.${extensionOf(mediaType)}`,
  }
}

export async function readPage(
  { files }: Pick<AppContext, 'files'>,
  { sha256, ...page }: FoundPage,
): Promise<OpenedPage> {
  return { ...page, content: await files.read(sha256) }
}
