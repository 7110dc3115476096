/** The characters a font can draw. */
export type Coverage = ReadonlySet<number>

const basicPlaneFormat = 4

/**
 * Reads a font's own list of characters (OpenType `cmap`, format 4), so that what no font of ours draws is replaced
 * before rendering: PDF/UA refuses a file that shows a missing glyph.
 */
export function readCoverage(font: Buffer): Coverage {
  const table = basicPlaneTable(font, cmapOffset(font))
  const segments = font.readUInt16BE(table + 6) / 2
  const drawn = new Set<number>()
  for (let segment = 0; segment < segments; segment += 1) {
    for (const character of drawnIn(font, table, segments, segment)) drawn.add(character)
  }
  return drawn
}

function* drawnIn(font: Buffer, table: number, segments: number, segment: number) {
  const ends = table + 14 + segment * 2
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const offsets = deltas + segments * 2
  const [first, last] = [font.readUInt16BE(starts), font.readUInt16BE(ends)]
  const [delta, offset] = [font.readUInt16BE(deltas), font.readUInt16BE(offsets)]
  for (let character = first; character <= last && character !== 0xffff; character += 1) {
    const glyph =
      offset === 0
        ? (character + delta) & 0xffff
        : font.readUInt16BE(offsets + offset + (character - first) * 2)
    if (glyph !== 0) yield character
  }
}

function cmapOffset(font: Buffer): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap') return font.readUInt32BE(record + 8)
  }
  throw new Error('The font has no table of characters.')
}

function basicPlaneTable(font: Buffer, cmap: number): number {
  const count = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < count; index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    if (font.readUInt16BE(table) === basicPlaneFormat) return table
  }
  throw new Error('The font lists its characters in a form this program does not read.')
}
