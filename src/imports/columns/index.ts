import type { ImportKind } from '../import-kind.ts'
import { categoryColumns } from './category-columns.ts'
import { delegateColumns } from './delegate-columns.ts'
import { employerColumns } from './employer-columns.ts'
import type { ImportColumn } from './import-column.ts'
import { memberColumns } from './member-columns.ts'
import { userColumns } from './user-columns.ts'

/** The columns of each kind of file, in the order of its template. */
export const columnsOf: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  employers: employerColumns,
  categories: categoryColumns,
  members: memberColumns,
  delegates: delegateColumns,
  users: userColumns,
}

export type { ImportColumn } from './import-column.ts'
