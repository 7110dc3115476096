import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface Migration {
  /** `0001-employers` */
  name: string
  sql: string
  hash: string
}

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

/** The migrations this program brings, in order. `schema.sql`, the listing beside them, is not one. */
export function readMigrations(folder: string): Migration[] {
  const files = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.sql') && file !== 'schema.sql')
    .sort()
  const numbers = files.map((file) => {
    const number = NAME.exec(file)?.[1]
    if (!number) throw new Error(`${file} in ${folder} is not named like 0001-employers.sql`)
    return number
  })
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice) throw new Error(`Two migrations of ${folder} have the number ${twice}`)
  return files.map((file) => read(path.join(folder, file)))
}

function read(file: string): Migration {
  // A checkout may turn the ends of lines; that changes nothing of what the migration does.
  const sql = fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  const hash = createHash('sha256').update(sql).digest('hex')
  return { name: path.basename(file, '.sql'), sql, hash }
}
