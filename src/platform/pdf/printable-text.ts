import type { Coverage } from './font-coverage.ts'

/** What a printed string is: its characters, cut where a line may break, and the direction it reads in. */
export interface PrintableText {
  readonly pieces: readonly string[]
  readonly dir: 'ltr' | 'rtl'
}

const isolates = /[\u2066\u2068\u2069]/u
const joiners = /[\u200c\u200d]/u
const invisible = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const undrawable = '\ufffd'

/**
 * A value somebody typed, made safe to print: no control character, nothing that turns the reading direction over
 * (U+202A–U+202E, U+2066–U+2069), no character that our fonts cannot draw.
 */
export function plainValue(text: string, fonts: readonly Coverage[]): string {
  return drawable(
    withoutInvisible(text, () => false),
    fonts,
  )
}

/**
 * A sentence of ours, which may hold values: as `plainValue`, but the isolates put around names and numbers stay,
 * as long as each one is closed. Overrides never do.
 */
export function plainSentence(text: string, fonts: readonly Coverage[]): string {
  const keepIsolates = areBalanced(text)
    ? (character: string) => isolates.test(character)
    : () => false
  return drawable(withoutInvisible(text, keepIsolates), fonts)
}

/** The side its first letter reads from. Amounts, dates and telephone numbers, without letters, read from left to right. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter !== undefined && rightToLeftLetter.test(letter) ? 'rtl' : 'ltr'
}

/** Cuts words too long for their line (a hash, an address of 200 characters) where the line may break, without a hyphen. */
export function cutLongWords(text: string, longest: number): readonly string[] {
  const cut = new RegExp(String.raw`\S{${longest + 1},}`, 'gu')
  const pieces: string[] = []
  let end = 0
  for (const word of text.matchAll(cut)) {
    const chunks = word[0].match(/(?:\P{M}\p{M}*){1,4}/gu) ?? []
    pieces.push(text.slice(end, word.index) + (chunks[0] ?? ''), ...chunks.slice(1))
    end = word.index + word[0].length
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '')
}

function withoutInvisible(text: string, keep: (character: string) => boolean): string {
  return Array.from(text.normalize('NFC'), (character) => {
    if (/\s/u.test(character) && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(character)) return ' '
    if (keep(character) || joiners.test(character)) return character
    return invisible.test(character) ? '' : character
  })
    .join('')
    .trim()
}

/** Every character by the first font that has it; a mark stays only if the font of its letter has it too. */
function drawable(text: string, fonts: readonly Coverage[]): string {
  let font: Coverage | undefined
  let drawn = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (/\p{M}/u.test(character)) {
      if (font !== undefined && font.has(code)) drawn += character
    } else if (joiners.test(character) || isolates.test(character)) {
      drawn += character
    } else {
      font = /\p{Co}/u.test(character) ? undefined : fonts.find((each) => each.has(code))
      drawn += font === undefined ? undrawable : character
    }
  }
  return drawn
}

function areBalanced(text: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === '\u2066' || character === '\u2068') open += 1
    if (character === '\u2069') open -= 1
    if (open < 0) return false
  }
  return open === 0
}
