/**
 * A name in the characters that every bank takes (ISO 20022, basic Latin set): accents off, anything else a space, cut to the
 * field. A name of which nothing remains is written «NOTPROVIDED», as the standard does.
 */
export function latinName(name: string, most: number): string {
  const plain = name
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[’‘`´]/g, "'")
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .trim()
  return plain || 'NOTPROVIDED'
}
