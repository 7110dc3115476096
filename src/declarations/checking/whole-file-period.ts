import { formatQuarter, parseQuarter } from '../../calendar/index.ts'
import { type Finding, finding } from './finding.ts'
import type { PreparedContext } from './prepare-context.ts'
import type { SourceLine } from './source-line.ts'

/** The period that a whole file is of. */
interface FilePeriod {
  readonly category: string | null
  /** «2024T3». */
  readonly quarter: string | null
}

/**
 * Whether every line that says its period says one and the same other than the one in hand: the file is then told as such,
 * once, instead of each of its lines (contribution-file.md). Asked of refused lines alone, since a line that is taken is of
 * the period in hand.
 */
export class WholeFilePeriod {
  readonly #context: PreparedContext
  #other: FilePeriod | null = null
  #isMixed = false

  constructor(context: PreparedContext) {
    this.#context = context
    this.#isMixed = context.quarter === undefined && context.categoryCodes === undefined
  }

  refused(line: SourceLine): void {
    if (this.#isMixed) return
    const said = this.#saidBy(line)
    if (!said) return
    const isOwn = said.category === null && said.quarter === null
    this.#other ??= said
    const { category, quarter } = this.#other
    this.#isMixed = isOwn || said.category !== category || said.quarter !== quarter
  }

  /** The period that every line says and that is not in hand, as far as it is said. */
  said(): { readonly category: string; readonly quarter: string } {
    const { category, quarter } = (!this.#isMixed && this.#other) || { category: '', quarter: '' }
    return { category: category ?? '', quarter: quarter ?? '' }
  }

  /** The one sentence on such a file. */
  finding(): Finding | null {
    if (this.#isMixed || !this.#other) return null
    const { onlyCategory = '', quarter: open } = this.#context
    const openQuarter = open ? formatQuarter(open) : ''
    const params = { ...this.said(), ownCategory: onlyCategory, open: openQuarter }
    return finding({ line: 1, column: 1, field: null }, 'file_of_other_period', { params })
  }

  /** What it says that is not in hand, nothing where it says what is; null when it cannot be read. */
  #saidBy(line: SourceLine): FilePeriod | null {
    const { categoryCodes, quarter: open } = this.#context
    const category = line.has('category') ? line.text('category') : null
    const quarter = open ? quarterOn(line, String(open.year)) : null
    if (quarter === undefined || (category !== null && !/^\d\d$/.test(category))) return null
    const isOwnCategory = category === null || !categoryCodes || categoryCodes.has(category)
    const isOwnQuarter = quarter === null || (open && quarter === formatQuarter(open))
    return { category: isOwnCategory ? null : category, quarter: isOwnQuarter ? null : quarter }
  }
}

/** Nothing where there is no such column; undefined where it cannot be read. */
function quarterOn(line: SourceLine, openYear: string): string | null | undefined {
  if (!line.has('quarter')) return null
  const year = line.has('year') ? line.text('year') : openYear
  const text = `${year}T${line.text('quarter')}`
  return parseQuarter(text).ok ? text : undefined
}
