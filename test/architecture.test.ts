import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const source = path.join(import.meta.dirname, '../src')

/** From the ground up: a folder imports only what stands before it. */
const order = [
  ['money', 'calendar', 'actors'],
  ['platform', 'web'],
  ['audit', 'parameters'],
  ['employers'],
  ['letters'],
  ['access'],
  ['subscriptions'],
  ['members'],
  ['ledger'],
  ['declarations'],
  ['departures'],
  ['payments'],
  ['direct-debits'],
  ['reconciliation'],
  ['machine-interface'],
  ['liquidations'],
  ['imports'],
  ['agency'],
  ['public-pages'],
  ['demo', 'cli'],
]

const level = new Map(
  order.flatMap((folders, index) => folders.map((folder): [string, number] => [folder, index])),
)

interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
}

function sources(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  )
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(source, file), 'utf8')
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from '(\.[^']+)'/gm)].map(
    ([, type, target = '']) => ({
      from: file,
      to: path.relative(source, path.resolve(source, path.dirname(file), target)),
      isType: Boolean(type),
    }),
  )
}

/** Files and folders that are no stores, and yet have SQL: each for a reason. */
const keepTheirSql: Readonly<Record<string, string>> = {
  'audit/record.ts':
    'one call to a door of the database, which everything that has an effect makes',
  'demo/': 'an invented past, which no use case could have made today',
}

const folderOf = (file: string) => (file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : '')
const imports = sources().flatMap(importsOf)

describe('the arrows of the architecture', () => {
  it('knows every folder of the tree', () => {
    const folders = new Set(sources().map(folderOf).filter(Boolean))
    expect([...folders].filter((folder) => !level.has(folder))).toEqual([])
  })

  it('lets a module import only those below it', () => {
    const wrong = imports.filter(({ from, to, isType }) => {
      const [here, there] = [level.get(folderOf(from)), level.get(folderOf(to))]
      return !isType && here !== undefined && there !== undefined && there > here
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('keeps money, calendar and actors free of everything else', () => {
    const wrong = imports.filter(({ from, to, isType }) => {
      const here = folderOf(from)
      return !isType && ['money', 'calendar', 'actors'].includes(here) && folderOf(to) !== here
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('keeps the checking engine free of input and output', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('declarations/checking/') &&
        !to.startsWith('declarations/checking/') &&
        !['money', 'calendar'].includes(folderOf(to)),
    )
    const nodeImports = sources()
      .filter((file) => file.startsWith('declarations/checking/'))
      .filter((file) => readFileSync(path.join(source, file), 'utf8').includes("from 'node:"))
    expect([...wrong.map(({ from, to }) => `${from} → ${to}`), ...nodeImports]).toEqual([])
  })

  it('opens no other module’s pages or routes', () => {
    const wrong = imports.filter(({ from, to, isType }) => {
      const [here, there] = [folderOf(from), folderOf(to)]
      const isPrivate = /(^|\/)(routes\.|pages\/)/.test(to)
      return !isType && here !== '' && there !== '' && here !== there && isPrivate
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('opens transactions only in use cases, routes’ read use cases and the composition', () => {
    const allowed = /(^|\/)(store|tables|record|links|queue-mail|keep-file|enqueue)\.ts$/
    const wrong = sources().filter(
      (file) =>
        allowed.test(file) &&
        readFileSync(path.join(source, file), 'utf8').includes('.transaction('),
    )
    expect(wrong).toEqual([])
  })

  it('writes SQL in stores alone', () => {
    const queries =
      /\b(insertInto|updateTable|deleteFrom|selectFrom|copyInto)\(|\bsql(<[^`]*>)?`|\.named[(<]/
    const found = sources().filter((file) =>
      queries.test(readFileSync(path.join(source, file), 'utf8')),
    )
    const elsewhere = found.filter(
      (file) => !/(^|\/)store(\.ts|\/)/.test(file) && !file.startsWith('platform/'),
    )
    const excused = Object.keys(keepTheirSql)
    const isExcused = (file: string) => excused.some((one) => file.startsWith(one))
    expect(elsewhere.filter((file) => !isExcused(file))).toEqual([])
    // What has moved meanwhile is not an exception any more.
    expect(excused.filter((one) => !elsewhere.some((file) => file.startsWith(one)))).toEqual([])
  })

  it('asks which logins a service of a company has in access alone', () => {
    const byService =
      /\bfrom profiles where[^`]*\bservice =|selectFrom\('profiles'\)[^;]*\.where\('(?:profiles\.)?service'/
    const wrong = sources().filter(
      (file) =>
        !/^(access|demo)\//.test(file) &&
        byService.test(readFileSync(path.join(source, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('writes every URL in web/paths.ts alone', () => {
    const wrong = sources().filter((file) => {
      if (/^(web|cli)\//.test(file) || /words|error-pages/.test(file)) return false
      const text = readFileSync(path.join(source, file), 'utf8')
      return /(?:href|action|redirect\(page,)\s*=?\s*["'`]\/[a-z]/.test(text)
    })
    expect(wrong).toEqual([])
  })
})
