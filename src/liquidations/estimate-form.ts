import { parseQuarter, type Quarter } from '../calendar/index.ts'
import type { Mistakes } from '../web/form.ts'
import type { Words } from '../web/words/index.ts'
import { typedNumber } from '../money/index.ts'

/** What was asked of an estimate, as the address carries it. */
export type EstimateQuery = Readonly<
  Record<'depart' | 'capital' | 'ailleurs' | 'depuis2003', string>
>

export interface AskedEstimate {
  /** None: the day of the whole pension, or the next quarter. */
  readonly departure: Quarter | null
  readonly asCapital: boolean
  /** Points that this portal does not know, in hundredths. */
  readonly elsewhere: { readonly points: bigint; readonly since2003: bigint }
}

export function estimateQueryFrom(read: (name: string) => string | undefined): EstimateQuery {
  const text = (name: string) => (read(name) ?? '').trim().slice(0, 30)
  return {
    depart: text('depart'),
    capital: text('capital') === 'on' ? 'on' : '',
    ailleurs: text('ailleurs'),
    depuis2003: text('depuis2003'),
  }
}

/** What can be understood, and every mistake beside it. */
export function parseEstimate(
  query: EstimateQuery,
  words: Words['liquidations']['estimate'],
): { readonly asked: AskedEstimate; readonly errors: Mistakes } {
  const quarter = parseQuarter(query.depart)
  const points = parsePoints(query.ailleurs)
  const since2003 = parsePoints(query.depuis2003)
  const isTooMuch = points !== undefined && since2003 !== undefined && since2003 > points
  // The capital is taken from those since 2003 alone: how many they are is not for us to guess.
  const isUnsaid =
    query.capital === 'on' && query.depuis2003 === '' && points !== undefined && points > 0n
  const isWrong = points === undefined || since2003 === undefined || isTooMuch || isUnsaid
  return {
    asked: {
      departure: quarter.ok ? quarter.value : null,
      asCapital: query.capital === 'on',
      elsewhere: isWrong ? { points: 0n, since2003: 0n } : { points, since2003 },
    },
    errors: {
      ...(query.depart === '' || quarter.ok ? {} : { depart: words.wrongDeparture }),
      ...(points === undefined ? { ailleurs: words.wrongPoints } : {}),
      ...(since2003 === undefined ? { depuis2003: words.wrongPoints } : {}),
      ...(isUnsaid ? { depuis2003: words.since2003Missing } : {}),
      ...(isTooMuch ? { depuis2003: words.tooMuchSince2003 } : {}),
    },
  }
}

/** «1 250,4», «1250.40»: hundredths of a point, at most a million points; nothing typed is none. */
function parsePoints(text: string): bigint | undefined {
  const plain = typedNumber(text).replace(/\s/gu, '').replace(',', '.')
  if (plain === '') return 0n
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(plain)
  return found ? BigInt(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`) : undefined
}
