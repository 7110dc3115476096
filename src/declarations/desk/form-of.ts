import { z } from 'zod'
import { typedNumber } from '../../money/index.ts'
import { type Fields, line, parseForm, type Parsed, text, versionOf } from '../../web/form.ts'
import { idOf } from '../../web/route-id.ts'
import type { Page } from '../../web/site.ts'
import type { Words } from '../../web/words/index.ts'
import type { ShownCheck } from '../change-content.ts'
import { type CauseKey, causeNamed } from './cause.ts'
import { isReason } from '../reason.ts'
import type { Place } from './store/cause-lines.ts'
import type { Doubts } from './store/confirmations.ts'

/** The check that a form was about, as its page showed it. */
export function shownCheck(page: Page): ShownCheck {
  return { declarationId: idOf(page), version: versionOf(page.var.fields) }
}

/** The cause that an address names. */
export function causeOf(page: Page): CauseKey {
  return causeNamed(page.req.param('cause') ?? '')
}

/** The cause by which one came to a line, from the address. */
export function causeAsked(page: Page): CauseKey | null {
  const name = page.req.query('constat')
  return name ? causeNamed(name) : null
}

export function lineOf(page: Page): number {
  const number = page.req.param('line') ?? ''
  return /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0
}

/** Where a page of lines begins, from the address; what cannot be read is the beginning. */
export function placeOf(page: Page): Place {
  for (const [name, from] of [
    ['apres', 'after'],
    ['avant', 'before'],
  ] as const) {
    const [, line, id] = /^(\d{1,9})\.(\d{1,18})$/.exec(page.req.query(name) ?? '') ?? []
    if (line && id) return { from, line: Number(line), id: BigInt(id) }
  }
  const line = /^\d{1,9}$/.exec(typedNumber(page.req.query('ligne') ?? '').trim())
  return line ? { from: 'line', line: Number(line[0]) } : { from: 'start' }
}

/** Doubts and the reason that settles them. */
export function parseConfirmation(
  fields: Fields,
  { desk }: Words,
): Parsed<Doubts & { readonly reason: string }> {
  const doubts = doubtsOf(fields)
  const schema = z.object({
    raison: line(desk.reasonMissing, desk.reasonTooLong, 200).refine(isReason, desk.reasonShort),
  })
  const form = parseForm(schema, fields)
  const errors = {
    ...(doubts.ids.length === 0 ? { '': desk.noneTicked } : {}),
    ...(form.ok ? {} : form.errors),
  }
  if (!form.ok || doubts.ids.length === 0) return { ok: false, errors, typed: fields }
  return { ok: true, value: { ...doubts, reason: form.value.raison } }
}

/** Those ticked; all of the cause when none is, or when that is what was pressed. */
export function doubtsOf(fields: Fields): Doubts {
  const ticked = fields['constat'] ?? []
  const ids = (typeof ticked === 'string' ? [ticked] : ticked).filter((id) => /^\d{1,18}$/.test(id))
  const isSome = text(fields, 'choix') === 'coches' || (ids.length > 0 && !text(fields, 'tous'))
  return { code: text(fields, 'code'), field: text(fields, 'champ'), ids: isSome ? ids : 'all' }
}
