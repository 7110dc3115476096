const plain = /^(\d+)(?:[.,](\d{1,2}))?$/
const spaced = /^(\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?$/
const dotted = /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$|^(\d{1,3}(?:\.\d{3}){2,})$/
const commaed = /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$|^(\d{1,3}(?:,\d{3}){2,})$/
const largest = 99_999_999_999_999n

/** Whole centimes of an amount as people type it, read as the portal will read it; null when it cannot be read. */
export function centimes(typed) {
  const text = typed
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => digit.charCodeAt() & 15)
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\u066b/g, ',')
    .replace(/[\u00a0\u202f\u066c]/g, ' ')
    .trim()
    .replace(/(?:DH|MAD|درهم)$/i, '')
    .trimEnd()
  const found = [plain, spaced, dotted, commaed].map((form) => form.exec(text)).find(Boolean)
  if (!found) return null
  const [, whole, cents = '', round] = found
  const amount = BigInt((whole ?? round).replace(/\D/g, '') + cents.padEnd(2, '0'))
  return amount > largest ? null : amount
}

/** «14 490,11», its thousands apart. */
export function written(amount) {
  const digits = String(amount).padStart(3, '0')
  return `${digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')},${digits.slice(-2)}`
}
