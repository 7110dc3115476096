/** A name of a PDF where it stands, with its escapes read: `/J#61vaScript` is `JavaScript`. */
export interface PdfName {
  readonly name: string
  /** Where what follows it begins. */
  readonly after: number
  readonly before: number
}

/** No name is longer than 127 bytes (ISO 32000, annex C): of what pretends to be one, the beginning is enough. */
// oxlint-disable-next-line no-control-regex
const written = /\/((?:[^\0\t\n\f\r ()<>[\]{}/%#]|#[0-9A-Fa-f]{2}){1,127})/g

/** Every name in a text, even where a strict reader would see only data: what hides there is found too. */
export function* namesIn(text: string): Generator<PdfName> {
  for (const found of text.matchAll(written)) {
    const [whole, raw = ''] = found
    yield { name: unescaped(raw), before: found.index, after: found.index + whole.length }
  }
}

function unescaped(raw: string): string {
  if (!raw.includes('#')) return raw
  return raw.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
