import { refuse } from '../../../actors/refusal.ts'
import type { RefusalCode } from '../../../web/words/index.ts'
import { refuseHiddenBehind, refusePageWithin } from './hidden-file.ts'
import { mostPages, refuseTooManyPixels } from './limits.ts'
import { namesIn, type PdfName } from './pdf-names.ts'
import { openObjectStreams } from './pdf-streams.ts'

const mark = '%%EOF'

/** Names that a signed form has no need of, and the sentence for each (quality AT93). */
const unwanted = new Map<string, RefusalCode>([
  ['Encrypt', 'scans.pdf_locked'],
  ...['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'Filespec'].map(
    (name) => [name, 'scans.pdf_attachments'] as const,
  ),
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'Rendition', 'XFA'].map(
    (name) => [name, 'scans.pdf_active'] as const,
  ),
])

/**
 * A PDF that only shows pages: no script, no program to launch, no file inside, no password, not cut short, not too long
 * (quality AT93). It is read as text, and never drawn. Says how many pages there are, at most.
 */
export async function checkPdf(bytes: Buffer): Promise<number> {
  const text = bytes.toString('latin1')
  refuseCutShort(bytes, text)
  refusePageWithin(text)
  if (text.includes('PK\u0005\u0006', text.length - 66_000)) refuse('scans.two_in_one')
  // A locked one tells nothing of itself: that comes first.
  const pages = new PageCount()
  readNames(text, pages)
  for await (const inside of openObjectStreams(text, bytes)) readNames(inside, pages)
  pages.refuseTooMany()
  return pages.most
}

/** Behind the last end mark nothing may come but blanks. */
function refuseCutShort(bytes: Buffer, text: string): void {
  const ended = text.lastIndexOf(mark)
  if (ended === -1 || !text.includes('startxref')) return refuse('scans.damaged')
  const rest = text.slice(ended + mark.length)
  if (rest.replace(/[\0\s]/g, '') === '') return
  refuseHiddenBehind(bytes.subarray(ended + mark.length))
  refuse('scans.damaged')
}

function readNames(text: string, pages: PageCount): void {
  pages.begin()
  let [before, found]: [PdfName | undefined, RefusalCode | undefined] = [undefined, undefined]
  for (const one of namesIn(text)) {
    const code = unwanted.get(one.name)
    // The password is what there is to say, whatever else is there.
    if (code === 'scans.pdf_locked') return refuse(code)
    found ??= code ?? (isScriptInFont(text, one) ? 'scans.pdf_active' : undefined)
    refuseHugeImage(text, one)
    pages.add(text, one, before)
    before = one
  }
  if (found) refuse(found)
}

/** A matrix is six numbers; a text in it has been a way to run a script (CVE-2024-4367). */
function isScriptInFont(text: string, { name, after }: PdfName): boolean {
  if (name !== 'FontMatrix' || !isArrayAt(text, after)) return false
  const tells = /[(</\]]/g
  tells.lastIndex = after
  return (tells.exec(text)?.[0] ?? ']') !== ']'
}

function refuseHugeImage(text: string, { name, after }: PdfName): void {
  if (name !== 'Width' && name !== 'Height') return
  const side = integerAt(text, after)
  if (side !== undefined && side > 0) refuseTooManyPixels(side, 1)
}

/** How many pages there are, by whichever of the ways of saying so says most. */
class PageCount {
  #pages = 0
  #said = 0
  /** Up to where the kids are counted: a list within a list is not read again, so that the whole is read once. */
  #counted = 0

  /** Another text begins. */
  begin(): void {
    this.#counted = 0
  }

  add(text: string, { name, before, after }: PdfName, previous: PdfName | undefined): void {
    if (name === 'Page' && previous?.name === 'Type') {
      if (text.slice(previous.after, before).trim() === '') this.#pages += 1
    } else if (name === 'Kids') {
      this.#said = Math.max(this.#said, this.#kidsAt(text, after))
    } else if (
      name === 'Count' &&
      text.slice(Math.max(0, before - 300), after + 300).includes('Pages')
    ) {
      this.#said = Math.max(this.#said, integerAt(text, after) ?? 0)
    }
  }

  #kidsAt(text: string, from: number): number {
    if (from < this.#counted || !isArrayAt(text, from)) return 0
    const end = text.indexOf(']', from)
    this.#counted = end === -1 ? text.length : end
    let kids = 0
    for (const _ of text.slice(from, this.#counted).matchAll(/\d\s+R\b/g)) kids += 1
    return kids
  }

  get most(): number {
    return Math.max(this.#pages, this.#said)
  }

  refuseTooMany(): void {
    if (this.most > mostPages) {
      refuse('scans.pdf_pages', { most: String(mostPages) })
    }
  }
}

function integerAt(text: string, from: number): number | undefined {
  const found = /^\s*(\d{1,12})/.exec(text.slice(from, from + 40))?.[1]
  return found === undefined ? undefined : Number(found)
}

function isArrayAt(text: string, from: number): boolean {
  return /^\s*\[/.test(text.slice(from, from + 40))
}
