import { parseCode } from '../../platform/code.ts'

/** What an «ordre de virement» is called: two letters, eight symbols, the last of which checks the others. */
export const transferPrefix = 'TR'
export const transferSymbols = 8

/** The same reference as ISO 11649 has it («RF…»), for banks with a field for it: two digits more check the whole. */
export function creditorReference(reference: string): string {
  const bare = reference.replaceAll('-', '')
  return `RF${checkDigits(bare)}${bare}`
}

/**
 * The references of «ordres de virement» in what a payer wrote, however the bank cut, glued or spaced it. One whose digits are
 * wrong is none: neither the code's own symbol nor, before it, those of the standard.
 */
export function referencesIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(referencesOf))]
}

function referencesOf(text: string): string[] {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return [...bare.matchAll(/(?=TR)/g)].flatMap(({ index }) => {
    const code = bare.slice(index, index + transferPrefix.length + transferSymbols)
    const reference = parseCode(code, [transferPrefix], transferSymbols)
    const standard = /RF(\d\d)$/.exec(bare.slice(0, index))?.[1]
    const isWrong = standard !== undefined && reference && standard !== checkDigits(code)
    return reference && !isWrong ? [reference] : []
  })
}

/** ISO 11649: 98 less the remainder by 97 of the reference followed by «RF00», its letters as 10 to 35. */
function checkDigits(bare: string): string {
  const digits = [...`${bare}RF00`].map((symbol) => Number.parseInt(symbol, 36)).join('')
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0')
}
