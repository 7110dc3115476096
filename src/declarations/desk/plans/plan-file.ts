import { refuse } from '../../../actors/refusal.ts'
import { fieldNames, type LineField } from '../../checking/fields.ts'
import { startOf } from '../../content.ts'
import { openKept } from '../../open-kept.ts'
import { layoutFinding } from '../../checking/layouts/layout-finding.ts'
import type { FileChange } from '../content-change.ts'
import { shownField } from '../field-writing.ts'
import type { LineBook, LineTexts } from '../line-book.ts'
import { bookOf } from '../open-book.ts'
import { placeLines } from './place-lines.ts'
import type { ContentOpen, Plan } from './plan.ts'
import { type LineToTell, type SentLine, sentLines } from './sent-lines.ts'

const mostTold = 100

/**
 * Corrected lines sent again take the place of those of the content, and nothing else does; when the place of one of
 * them is not certain, none is taken and each is told by name (product D4).
 */
export async function planFile(content: ContentOpen, { sent }: FileChange): Promise<Plan> {
  const file = await openKept(content.files, sent.sha256)
  try {
    const { source, book } = content
    const finding = layoutFinding(file.text)
    if (finding) return { stopped: { outcome: 'not_read', finding } }
    const sentBook = bookOf(startOf(file.text))
    const lines = [...sentLines(file.text, sentBook)]
    if (lines.length === 0) return refuse('desk.no_line_sent')
    const { places, told } = placeLines(lines, source, book)
    const tooLong = lines.flatMap((one) => longFields(one, sentBook, book))
    const all = [...told, ...tooLong].toSorted((one, other) => one.at - other.at)
    if (all.length > 0) {
      const shown = all.slice(0, mostTold)
      return { stopped: { outcome: 'not_placed', told: shown, count: all.length } }
    }
    return {
      rewriting: () => ({
        edit({ line, text }) {
          const one = places.get(line)
          return one ? replaced(text, one, { book, sentBook }) : text
        },
      }),
      kept: () => ({ correction: { kind: 'file' } }),
    }
  } finally {
    file.close()
  }
}

interface Books {
  readonly book: LineBook
  readonly sentBook: LineBook
}

/** In the content's own layout the line is taken as it is; from another, the fields that differ. */
function replaced(text: string, sent: SentLine, { book, sentBook }: Books): string {
  if (book.isSameLayout(sentBook)) return sent.text
  const [now, then] = [book.read(text), sentBook.read(sent.text)]
  const differs = (name: LineField) => shownField(name, now[name]) !== shownField(name, then[name])
  const changes = fieldsOfBoth({ book, sentBook })
    .filter(differs)
    .map((name) => [name, then[name]])
  return changes.length === 0
    ? text
    : book.write(text, Object.fromEntries(changes) as Partial<LineTexts>)
}

function fieldsOfBoth({ book, sentBook }: Books): LineField[] {
  return [...fieldNames, 'fullName' as const].filter((name) => book.has(name) && sentBook.has(name))
}

/** A day in a writing that is read was put in eight digits: what is longer is none. */
function isDay(field: LineField): boolean {
  return field === 'joinedOn' || field === 'bornOn' || field === 'leftOn'
}

function longFields(sent: SentLine, sentBook: LineBook, book: LineBook): LineToTell[] {
  if (book.isSameLayout(sentBook)) return []
  const texts = sentBook.read(sent.text)
  const { at, person, line } = sent
  return fieldsOfBoth({ book, sentBook })
    .filter((name) => texts[name].trim().length > book.lengthOf(name))
    .map((field) => ({ at, person, why: isDay(field) ? 'not_a_day' : 'too_long', line, field }))
}
