/** A whole number between two places of a text; -1 when there is none, or one too long to be exact. */
export function wholeAt(text: string, from: number, to: number): number {
  if (to <= from || to - from > 15) return -1
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

/** An amount with at most two decimals after a comma or a point, in hundredths; -1 for anything else. */
export function decimalAt(text: string, from: number, to: number): number {
  let point = to
  for (let back = 1; back <= 3 && to - back > from; back++) {
    const code = text.charCodeAt(to - back)
    if (code === 0x2c || code === 0x2e) point = to - back
  }
  const whole = wholeAt(text, from, point)
  if (whole < 0 || whole > 10_000_000_000) return -1
  if (point === to) return whole * 100
  const decimals = wholeAt(text, point + 1, to)
  if (decimals < 0) return -1
  return whole * 100 + (to - point === 2 ? decimals * 10 : decimals)
}

/** A day in any writing with four digits for the year, as the number JJMMAAAA; -1 for anything else. */
export function dayAt(text: string, from: number, to: number): number {
  const length = to - from
  if (length === 7 || length === 8) {
    const whole = wholeAt(text, from, to)
    if (whole >= 0) return whole
  }
  if (length < 8 || length > 10) return -1
  const first = isMark(text.charCodeAt(from + 1)) ? from + 1 : from + 2
  // In «28/2/2000» a mark stands in the fifth place too: the first one says what comes first.
  if (!isMark(text.charCodeAt(first)) && isMark(text.charCodeAt(from + 4)))
    return yearFirst(text, from, to)
  const second = isMark(text.charCodeAt(first + 2)) ? first + 2 : first + 3
  if (!isMark(text.charCodeAt(first)) || !isMark(text.charCodeAt(second)) || to - second !== 5) {
    return -1
  }
  const day = wholeAt(text, from, first)
  const month = wholeAt(text, first + 1, second)
  return joined(day, month, wholeAt(text, second + 1, to))
}

function yearFirst(text: string, from: number, to: number): number {
  const second = isMark(text.charCodeAt(from + 6)) ? from + 6 : from + 7
  if (!isMark(text.charCodeAt(second)) || to - second > 3) return -1
  const month = wholeAt(text, from + 5, second)
  return joined(wholeAt(text, second + 1, to), month, wholeAt(text, from, from + 4))
}

function joined(day: number, month: number, year: number): number {
  return day < 0 || month < 0 || year < 0 ? -1 : day * 1_000_000 + month * 10_000 + year
}

/** / - . */
function isMark(code: number): boolean {
  return code === 0x2f || code === 0x2d || code === 0x2e
}
