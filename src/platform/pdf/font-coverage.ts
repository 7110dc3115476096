/** The characters a font can draw, as sorted ranges. */
export type Coverage = readonly (readonly [first: number, last: number])[]

const fullUnicodeFormat = 12

/**
 * Reads a font's own list of characters (OpenType `cmap`, format 12), so that what no font of ours draws is replaced
 * before rendering: PDF/UA refuses a file that shows a missing glyph.
 */
export function readCoverage(font: Buffer): Coverage {
  const table = fullUnicodeTable(font, cmapOffset(font))
  const count = font.readUInt32BE(table + 12)
  return Array.from({ length: count }, (_, index) => {
    const group = table + 16 + index * 12
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const
  })
}

export function covers(coverage: Coverage, character: number): boolean {
  let [low, high] = [0, coverage.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = coverage[middle] ?? [0, 0]
    if (character < first) high = middle - 1
    else if (character > last) low = middle + 1
    else return true
  }
  return false
}

function cmapOffset(font: Buffer): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap') return font.readUInt32BE(record + 8)
  }
  throw new Error('The font has no table of characters.')
}

function fullUnicodeTable(font: Buffer, cmap: number): number {
  const count = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < count; index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    if (font.readUInt16BE(table) === fullUnicodeFormat) return table
  }
  throw new Error('The font lists its characters in a form this program does not read.')
}
