/** A spreadsheet file: UTF-8 with its mark, semicolons, one line a row; no cell of it is ever a formula (quality AT100). */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`
}

/** The same, row by row, for files that are sent while they are written. */
export async function* csvChunks(
  rows: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield '\ufeff'
  for await (const some of rows) {
    yield some.map((cells) => `${cells.map(csvCell).join(';')}\r\n`).join('')
  }
}

/** A cell that begins like a formula is given an apostrophe; quotes are doubled (RFC 4180). */
export function csvCell(value: string): string {
  // oxlint-disable-next-line no-control-regex
  const safe = /^[=+\-@\t\r\0＝＋－＠]/.test(value) ? `'${value.replaceAll('\0', '')}` : value
  return /[";\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe
}
