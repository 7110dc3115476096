import type { LineField } from './fields.ts'
import { inFundForm } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'
import type { SourceLine } from './source-line.ts'

const control = /\p{Cc}/u
const invisible =
  /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/
const invisibleEverywhere = new RegExp(invisible.source, 'g')

/** Printable ASCII is nearly every line of nearly every file: that answer must be cheap. */
export function isPlainAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 32 || code > 126) return false
  }
  return true
}

/**
 * Characters that nobody sees and that travel far: controls, zero-width marks, direction overrides (attack
 * AT85). They are named and never dropped in silence.
 */
export function checkCharacters(
  line: SourceLine,
  fields: Iterable<LineField>,
  notes: LineNotes,
): void {
  for (const field of fields) {
    const part = line.written(field)
    if (isPlainAscii(part)) continue
    const hidden = control.exec(part) ?? invisible.exec(part)
    if (!hidden) continue
    const isControl = control.test(part)
    const correction = line.reading(field, part.replace(invisibleEverywhere, '').trim())
    notes.found(field, isControl ? 'control_character' : 'invisible_character', {
      value: part.trim(),
      offset: hidden.index,
      params: { character: codePoint(hidden[0]) },
      ...(isControl ? {} : { correction: inFundForm(field, correction) }),
    })
  }
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
