import { bodyLimitOf } from './body-limit.ts'
import { employerOf } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { readBody, readPieces } from '../platform/files/pace.ts'
import { receiveUpload, refuseTooLarge, type UploadLimits } from '../platform/files/upload.ts'
import { sameToken } from '../platform/secrets/keyring.ts'
import type { Fields } from './form.ts'
import type { FormReader, Page, Reading } from './site.ts'

const formBytes = 64 * 1024

/**
 * Reads a form and checks that it is this visit's own: same origin, the token of this session, and the employer
 * that was in hand when the form was opened. A file is not read before that is known.
 */
export function createFormReader(origin: string, files: FileStore): FormReader {
  return async (page, reading) => {
    refuseForeignOrigin(page, origin)
    if (reading.part) return readPart(page, reading, reading.part.maxBytes)
    if (reading.upload) await readUpload(page, files, reading, reading.upload)
    else page.set('fields', await readFields(page))
    try {
      refuseForeignForm(page, reading, page.var.fields)
    } catch (error) {
      if (reading.upload) await page.var.received.discard()
      throw error
    }
  }
}

// oxlint-disable-next-line max-params -- the page, where files go, how they are read and how much of them
async function readUpload(
  page: Page,
  files: FileStore,
  reading: Reading,
  limits: UploadLimits,
): Promise<void> {
  const most = limits.maxBytes * limits.maxFiles + formBytes
  const announced = bodyLimitOf(page, most, () => refuseTooLarge(limits))
  const received = await receiveUpload(page.req.raw, files, {
    limits,
    beforeFile: async (fields, name) => {
      refuseForeignForm(page, reading, fields)
      await reading.beforeFile?.({ name, announced, fields })
    },
  })
  page.set('received', received)
  page.set('fields', received.fields)
}

/** A part of a file is the whole body: what a form carries unseen comes in headers, which another site cannot set. */
async function readPart(page: Page, reading: Reading, maxBytes: number): Promise<void> {
  refuseForeignForm(page, reading, {
    csrf: page.req.header('x-csrf') ?? '',
    entreprise: page.req.header('x-entreprise') ?? '',
  })
  bodyLimitOf(page, maxBytes)
  const { body } = page.req.raw
  page.set('part', body ? await readPieces(body, maxBytes) : [])
  page.set('fields', {})
}

/** The fields of a plain form, as they were sent: nothing of it is believed yet. */
export async function readFields(page: Page): Promise<Fields> {
  const type = page.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) refuse('web.form_expired')
  bodyLimitOf(page, formBytes)
  const { body } = page.req.raw
  const text = body ? (await readBody(body, formBytes)).toString() : ''
  // Without a prototype: a field called «constructor» is a field like any other.
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === '__proto__') continue
    const before = fields[name]
    fields[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return fields
}

/**
 * `Sec-Fetch-Site` and `Origin` are set by browsers and cannot be forged from another site. Under our referrer
 * policy a browser hides the origin of a form (`null`): its word that the form is of this site is then enough.
 */
export function refuseForeignOrigin(page: Page, origin: string): void {
  const site = page.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') refuse('web.form_expired')
  const from = page.req.header('origin')
  const isHidden = from === 'null' && site === 'same-origin'
  if (from && from !== origin && !isHidden) refuse('web.form_expired')
}

function refuseForeignForm(page: Page, { namesCompany }: Reading, fields: Fields): void {
  const token = fields['csrf']
  if (typeof token !== 'string' || !sameToken(token, page.var.visit.csrf))
    refuse('web.form_expired')
  if (Object.values(fields).some(hasNoText)) refuse('web.form_expired')
  const employer = employerOf(page.var.actor)
  // In the address after another company was in hand: the form goes on where it was refused.
  const shown = fields['entreprise'] ?? page.req.query('entreprise')
  page.set('formCompany', typeof shown === 'string' ? shown : undefined)
  if (!employer || shown === employer) return
  if (shown !== undefined || namesCompany) refuse('web.wrong_company')
}

/** Nobody types a zero character, and the database has no room for it. */
function hasNoText(value: string | readonly string[]): boolean {
  return typeof value === 'string' ? value.includes('\0') : value.some(hasNoText)
}
