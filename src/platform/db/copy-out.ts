import type { RawBuilder } from 'kysely'
import { escapeLiteral } from 'pg'
import type { Tx } from './database.ts'

/**
 * What a query answers, as the text of `COPY`: a line a row, tabs between its columns. What is only looked up afterwards takes a tenth of
 * the memory and a third of the time that an object for each row would. `copiedFields` reads one line.
 */
export function copyOut(tx: Tx, query: RawBuilder<unknown>): Promise<string> {
  const { sql: text, parameters } = query.compile(tx)
  // COPY takes no parameters: values are written into it, quoted as the driver does.
  const whole = text.replace(/\$(\d+)/g, (_, place) => literal(parameters[Number(place) - 1]))
  return tx.copyTo(`copy (${whole}) to stdout`)
}

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escapeLiteral(value)
  throw new TypeError(`A ${typeof value} cannot be written into a COPY`)
}

const unescaped: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** The columns of a line; null reads as an empty text. */
export function copiedFields(line: string): string[] {
  const fields = line.split('\t')
  return line.includes('\\') ? fields.map(unescapedField) : fields
}

function unescapedField(field: string): string {
  if (field === '\\N') return ''
  return field.replace(/\\(.)/g, (_, sign: string) => unescaped[sign] ?? sign)
}
