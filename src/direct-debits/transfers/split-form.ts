import { parseEmployerNumber } from '../../subscriptions/employer-number.ts'
import { parseTypedDirhams } from '../../money/index.ts'
import { type Fields, type Parsed, text } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import type { Part } from './split.ts'

export const mostParts = 20
const firstParts = 3

/** How many lines the form has: those that were asked for, and never fewer than a split takes. */
export function linesIn(fields: Fields): number {
  const asked = Number(text(fields, 'lignes'))
  return Number.isInteger(asked) ? Math.min(Math.max(asked, firstParts), mostParts) : firstParts
}

export const numberField = (line: number) => `adherent-${line}`
export const amountField = (line: number) => `montant-${line}`

/** A part with the line on which it was typed. */
export interface TypedPart extends Part {
  readonly line: number
}

/** Company and amount, line by line; empty lines are nothing. */
export function parseParts(
  fields: Fields,
  said: Words['receivedTransfers']['split'],
): Parsed<readonly TypedPart[]> {
  const errors: Record<string, string> = {}
  const parts: TypedPart[] = []
  for (let line = 1; line <= linesIn(fields); line += 1) {
    const number = parseEmployerNumber(text(fields, numberField(line)))
    const typed = text(fields, amountField(line)).trim()
    if (!number.ok && number.reason === 'missing' && typed === '') continue
    const employerNumber = number.ok ? number.value : ''
    const amount = parseTypedDirhams(typed)
    const isTwice = parts.some((one) => one.employerNumber === employerNumber)
    if (!number.ok) errors[numberField(line)] = said.numberWrong
    else if (isTwice) errors[numberField(line)] = said.numberTwice
    if (!amount.ok || amount.value <= 0n) errors[amountField(line)] = said.amountWrong
    else parts.push({ line, employerNumber, amount: amount.value })
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: fields }
  if (parts.length < 2) {
    const empty = parts.some(({ line }) => line === 1) ? 2 : 1
    return { ok: false, errors: { [numberField(empty)]: said.tooFew }, typed: fields }
  }
  return { ok: true, value: parts }
}
