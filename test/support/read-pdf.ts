import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  readonly pages: number
  /** What is drawn, run by run. Arabic runs are turned back into reading order, word by word. */
  readonly text: string
  /** Every object without its strings and streams: what the file can do rather than what it says. */
  readonly structure: string
  readonly metadata: string
}

interface PdfObject {
  readonly dictionary: string
  readonly stream: Buffer | undefined
}

type Glyphs = ReadonlyMap<string, string>

/** Reads back the files our renderer writes (plain objects, two-byte glyphs): enough for tests, not for any PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes))
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
  const all = [...objects.values()]
  return {
    pages: pages.length,
    text: pages.map((page) => textOf(page, objects)).join('\n'),
    structure: all.map(({ dictionary }) => withoutStrings(dictionary)).join('\n'),
    metadata: all
      .filter(({ dictionary }) => dictionary.includes('/Subtype /XML'))
      .map(({ stream }) => stream?.toString('utf8') ?? '')
      .join('\n'),
  }
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const latin = file.toString('latin1')
  const found = new Map<string, PdfObject>()
  for (const match of latin.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const start = match.index + match[0].length
    const end = latin.indexOf('\nendobj', start)
    const stream = latin.slice(start, end).search(/\bstream\r?\n/)
    const dictionary = latin.slice(start, stream === -1 ? end : start + stream)
    found.set(match[1] ?? '', {
      dictionary,
      stream: stream === -1 ? undefined : streamAt(file, latin, start + stream, dictionary),
    })
  }
  return found
}

function streamAt(file: Buffer, latin: string, keyword: number, dictionary: string): Buffer {
  const start = latin.indexOf('\n', keyword) + 1
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
  const raw = file.subarray(start, start + length)
  return dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw
}

function textOf(page: PdfObject, objects: Map<string, PdfObject>): string {
  const target = (pattern: RegExp, from: string) => objects.get(pattern.exec(from)?.[1] ?? '')
  const fonts = new Map<string, Glyphs>()
  const fontList = /\/Font <<([^>]*)>>/.exec(page.dictionary)?.[1] ?? ''
  for (const [, name = '', reference = ''] of fontList.matchAll(/\/(\w+) (\d+) 0 R/g)) {
    const meaning = target(/\/ToUnicode (\d+) 0 R/, objects.get(reference)?.dictionary ?? '')
    fonts.set(name, glyphsOf(meaning?.stream?.toString('latin1') ?? ''))
  }
  const content = target(/\/Contents (\d+) 0 R/, page.dictionary)?.stream?.toString('latin1') ?? ''
  return runsOf(content, fonts)
}

function glyphsOf(map: string): Glyphs {
  return new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, glyph = '', text = '']) => [
      glyph.toUpperCase(),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

/** Brackets inside a string need no escape when they balance: three levels are enough here. */
const literal = [1, 2, 3].reduce(
  (inner) => String.raw`\((?:\\[\s\S]|[^\\()]|${inner})*\)`,
  String.raw`\((?:\\[\s\S]|[^\\()])*\)`,
)
const string = `${literal}|<[0-9a-fA-F]*>`
const fontChange = String.raw`/(?<font>\w+) [\d.]+ Tf`
const shownText = String.raw`(?<shown>\[(?:${string}|[-\d.\s])*\]\s*TJ|(?:${string})\s*Tj)`

function runsOf(content: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs = new Map()
  let text = ''
  for (const { groups } of content.matchAll(new RegExp(`${fontChange}|${shownText}`, 'g'))) {
    if (groups?.font !== undefined) glyphs = fonts.get(groups.font) ?? new Map()
    const codes = [...(groups?.shown ?? '').matchAll(new RegExp(string, 'g'))].flatMap(
      ([each]) => hexOf(each).match(/.{4}/g) ?? [],
    )
    const drawn = codes.map((code) => glyphs.get(code.toUpperCase()) ?? '')
    text += (/\p{Script=Arabic}/u.test(drawn.join('')) ? drawn.toReversed() : drawn).join('')
  }
  return text
}

function hexOf(written: string): string {
  if (written.startsWith('<')) return written.slice(1, -1)
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const bytes = written
    .slice(1, -1)
    .replace(/\\(\d{1,3}|[\s\S])/g, (_, escaped: string) =>
      /\d/.test(escaped)
        ? String.fromCharCode(Number.parseInt(escaped, 8))
        : (escapes[escaped] ?? escaped),
    )
  return Buffer.from(bytes, 'latin1').toString('hex')
}

function withoutStrings(dictionary: string): string {
  return dictionary
    .replace(new RegExp(literal, 'g'), '()')
    .replace(/(?<!<)<[0-9a-f\s]*>(?!>)/gi, '<>')
}
