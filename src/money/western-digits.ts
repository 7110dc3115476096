/** Zero to nine in Western, Arabic-Indic, Persian and full-width writing are the same ten digits, whatever the keyboard: «٠٥» is «05». */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
    String((digit.charCodeAt(0) & 0xf) % 10),
  )
}

/** A number as an Arabic keyboard types it or a page pastes it: its digits, its two separators, no invisible mark of direction. */
export function typedNumber(text: string): string {
  return westernDigits(text)
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\u066c/g, '\u202f')
    .replace(/\u066b/g, ',')
}
