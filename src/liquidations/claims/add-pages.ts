import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { Refusal, refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { keepContent, saveScan } from '../../platform/files/keep-file.ts'
import {
  type Examining,
  type ExaminedScan,
  examineScan,
} from '../../platform/files/scans/examine-scan.ts'
import type { Upload } from '../../platform/files/upload.ts'
import type { Claim } from './claim.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { mayChangePages, mostPages } from './documents.ts'
import { readDocuments } from './read-claim.ts'
import { saveClaim } from './store/save-claim.ts'
import { insertPage, listPages } from './store/documents.ts'

/** Pages of one document: PDF, JPEG or PNG by their content, ten megabytes each (product L3). */
export const pageLimits = { maxBytes: 10 * 1024 * 1024, maxFiles: 10 } as const

export interface AddPages extends ShownClaim {
  readonly code: string
  readonly uploads: readonly Upload[]
}

/**
 * The company adds the pages of a document of the checklist, several at once, one photo a page or a whole PDF. Each is looked
 * into by its content before anything of it is kept (quality AT93, AT94). One that is refused keeps out none of the others:
 * they are added, and the refusal says which it was.
 */
export async function addPages(
  app: Pick<AppContext, 'db' | 'clock' | 'files' | 'scanner' | 'log' | 'threads'>,
  actor: EmployedActor,
  { code, uploads, ...shown }: AddPages,
): Promise<void> {
  if (uploads.length === 0) refuse('claims.no_file')
  const { scans, refusals } = await examineEach(app, uploads)
  const [refusal] = refusals
  if (refusal && scans.length === 0) throw refusal
  // The store may be slow or away: no claim is held meanwhile, and what no page refers to is swept.
  for (const scan of scans) await keepContent(app.files, scan)
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    const document =
      (await readDocuments(tx, claim)).find((one) => one.code === code) ?? refuse('web.not_found')
    if (!mayChangePages(document)) refuse('claims.document_accepted')
    const known = await listPages(tx, claim)
    if (known.length + scans.length > mostPages)
      refuse('claims.too_many_pages', { most: String(mostPages) })
    for (const [index, scan] of scans.entries()) {
      const number = known.length + index + 1
      await addPage(tx, { claim, actor, scan, code, number, now })
    }
    await saveClaim(tx, claim)
    return { action: 'claim.pages_added', details: { document: code, pages: scans.length } }
  })
  if (refusal) throw refusal
}

/** With the places of the files that are refused: several came together, and their names are not for the trail. */
async function examineEach(app: Examining, uploads: readonly Upload[]): Promise<Examined> {
  const scans: ExaminedScan[] = []
  const refused: { readonly place: number; readonly error: Refusal }[] = []
  for (const [index, upload] of uploads.entries()) {
    try {
      scans.push(await examineScan(app, upload))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ place: index + 1, error })
    }
  }
  const file = refused.map(({ place }) => place).join(' ')
  return {
    scans,
    refusals: refused.map(
      ({ error }) =>
        new Refusal(error.code, { ...error.details, file, added: String(scans.length) }),
    ),
  }
}

interface Examined {
  readonly scans: readonly ExaminedScan[]
  readonly refusals: readonly Refusal[]
}

interface Adding {
  readonly claim: Claim
  readonly actor: EmployedActor
  readonly scan: ExaminedScan
  readonly code: string
  readonly number: number
  readonly now: Date
}

async function addPage(tx: Tx, { claim, actor, scan, code, number, now }: Adding): Promise<void> {
  const { sha256 } = scan
  const of = { employerId: claim.employerId, purpose: 'claim_document', storedAt: now }
  const fileId = await saveScan(tx, scan, of)
  const page = { id: randomUUID(), code, number, fileId, sha256, addedBy: actor.id, addedAt: now }
  await insertPage(tx, claim, page)
}
