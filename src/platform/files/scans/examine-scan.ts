import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { refuse } from '../../../actors/refusal.ts'
import { limitAtOnce } from '../../threads/limit-at-once.ts'
import type { Threads } from '../../threads/threads.ts'
import { type CheckState, type Looking, lookInto } from '../scanner/look-into.ts'
import { isHeic, type MediaType, mediaTypeOf } from '../media-type.ts'
import { refuseTooLarge, type Upload } from '../upload.ts'
import { runPdfCheck } from './check-pdf-aside.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { scanLimits } from './limits.ts'

/** A document that may be kept: looked at by its content, and cleaned of what its pages do not show. */
export interface ExaminedScan extends Pick<Upload, 'name' | 'size' | 'sha256' | 'temporary'> {
  readonly mediaType: MediaType
  readonly check: Exclude<CheckState, 'infected'>
  /** Of a PDF: as many as it says, by whichever of the ways of saying so says most. */
  readonly pages?: number
}

/** What looks into documents. */
export interface Examining extends Looking {
  readonly threads: Threads
}

/** Whole in memory while they are examined: two at a time, however many arrive. */
const inTurn = limitAtOnce(2)

/**
 * Looks into a document that somebody sent before anything of it is kept (quality AT93, AT94): by its content, whatever
 * its name. Refused with a sentence that says what to do; an image is cleaned where it stands.
 */
export async function examineScan(app: Examining, upload: Upload): Promise<ExaminedScan> {
  if (upload.size === 0) return refuse('scans.empty')
  const mediaType = mediaTypeOf(upload.head) ?? refuseType(upload)
  if (upload.size > scanLimits.maxBytes) return refuseTooLarge(scanLimits)
  const scan = await inTurn(() => examine(app, upload, mediaType))
  return { ...scan, check: await lookInto(app, scan.temporary) }
}

/** A telephone's own format has its way out; any other is named among those that are taken. */
function refuseType({ head }: Pick<Upload, 'head'>): never {
  return refuse(isHeic(head) ? 'scans.heic' : 'scans.wrong_type')
}

async function examine(
  { threads }: Examining,
  upload: Upload,
  mediaType: MediaType,
): Promise<Omit<ExaminedScan, 'check'>> {
  const { name, size, sha256, temporary } = upload
  const as = { name, size, sha256, temporary, mediaType }
  const bytes = await readFile(temporary)
  if (mediaType === 'application/pdf') {
    const pages = await runPdfCheck(threads, temporary, bytes)
    return pages > 0 ? { ...as, pages } : as
  }
  const cleaned = cleaning[mediaType](bytes)
  if (cleaned.equals(bytes)) return as
  await replace(temporary, cleaned)
  return { ...as, size: cleaned.length, sha256: createHash('sha256').update(cleaned).digest() }
}

const cleaning = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng } as const

/** Through to the disk, under the name that whoever received it will discard. */
async function replace(place: string, content: Buffer): Promise<void> {
  const beside = `${place}.cleaned`
  try {
    await writeFile(beside, content, { flag: 'wx', mode: 0o600, flush: true })
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
