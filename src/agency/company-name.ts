/** Legal forms that people write or leave out. */
const legalForms = ['sa', 'sas', 'sarl', 'sarlau', 'snc', 'scs', 'sca', 'au', 'ste', 'societe']

/**
 * Is the name that was typed another than the one on file? Case, accents, punctuation, order and legal form do not
 * make another company; an agent reads the paper when they differ (product P5, «number»).
 */
export function isOtherName(typed: string, known: string): boolean {
  return wordsOf(typed) !== wordsOf(known)
}

function wordsOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\./g, '')
    .split(/[^\p{L}\p{N}]+/u)
  return words
    .filter((word) => word !== '' && !legalForms.includes(word))
    .sort()
    .join(' ')
}
