import { bodyLimitOf } from './body-limit.ts'
import { employerOf } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { receiveUpload, refuseTooLarge } from '../platform/files/upload.ts'
import { sameToken } from '../platform/secrets/keyring.ts'
import type { Fields } from './form.ts'
import type { FormReader, Page } from './site.ts'

const formBytes = 64 * 1024

/**
 * Reads a form and checks that it is this visit's own: same origin, the token of this session, and the employer
 * that was in hand when the form was opened.
 */
export function createFormReader(origin: string, files: FileStore): FormReader {
  return async (page, upload) => {
    refuseForeignOrigin(page, origin)
    if (upload) {
      const most = upload.maxBytes * upload.maxFiles + formBytes
      bodyLimitOf(page, most, () => refuseTooLarge(upload))
      const received = await receiveUpload(page.req.raw, files, upload)
      page.set('received', received)
      page.set('fields', received.fields)
    } else {
      page.set('fields', await readFields(page))
    }
    try {
      refuseForeignForm(page, page.var.fields)
    } catch (error) {
      if (upload) await page.var.received.discard()
      throw error
    }
  }
}

async function readFields(page: Page): Promise<Fields> {
  const type = page.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) refuse('web.form_expired')
  bodyLimitOf(page, formBytes)
  const body = await page.req.text()
  if (body.length > formBytes) refuse('web.too_large')
  // Without a prototype: a field called «constructor» is a field like any other.
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
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
function refuseForeignOrigin(page: Page, origin: string): void {
  const site = page.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') refuse('web.form_expired')
  const from = page.req.header('origin')
  const isHidden = from === 'null' && site === 'same-origin'
  if (from && from !== origin && !isHidden) refuse('web.form_expired')
}

function refuseForeignForm(page: Page, fields: Fields): void {
  const token = fields['csrf']
  if (typeof token !== 'string' || !sameToken(token, page.var.visit.csrf))
    refuse('web.form_expired')
  if (Object.values(fields).some(hasNoText)) refuse('web.form_expired')
  const employer = employerOf(page.var.actor)
  const shown = fields['entreprise']
  if (employer && shown !== undefined && shown !== employer) refuse('web.wrong_company')
}

/** Nobody types a zero character, and the database has no room for it. */
function hasNoText(value: string | readonly string[]): boolean {
  return typeof value === 'string' ? value.includes('\0') : value.some(hasNoText)
}
