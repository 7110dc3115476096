import { csvFile } from '../web/csv.ts'
import { columnsOf } from './columns/index.ts'
import type { ImportKind } from './import-kind.ts'

const names: Readonly<Record<ImportKind, string>> = {
  employers: 'modele-entreprises.csv',
  categories: 'modele-categories.csv',
  members: 'modele-affilies.csv',
  delegates: 'modele-personnes-deleguees.csv',
  users: 'modele-utilisateurs.csv',
}

export function templateName(kind: ImportKind): string {
  return names[kind]
}

/** The names of the columns and one line as an example, as a French spreadsheet opens them. */
export function templateOf(kind: ImportKind): string {
  const columns = columnsOf[kind]
  return csvFile([columns.map(({ header }) => header), columns.map(({ example }) => example)])
}
