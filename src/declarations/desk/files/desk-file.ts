import { templateCsv, templateXlsx } from '../../checking/layouts/template.ts'

/** What the desk gives back of a check (product D4, quality US14). */
export type DeskFileKind =
  /** Every finding: where, what, why, how to mend it. */
  | 'findings'
  /** Only the lines to correct, each with what is wrong. */
  | 'to_correct'
  /** All lines, each with what is wrong. */
  | 'annotated'
  /** The whole file as it is corrected now, in its own layout. */
  | 'content'

/** What people fill in first. */
export const deskFileFormats = ['xlsx', 'csv', 'txt'] as const
export type DeskFileFormat = (typeof deskFileFormats)[number]

export const fileTypes: Readonly<Record<DeskFileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  txt: 'application/octet-stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface DeskFile {
  readonly kind: DeskFileKind
  readonly format: DeskFileFormat
}

const names: Readonly<Record<DeskFileKind, string>> = {
  findings: 'constats',
  to_correct: 'a-corriger',
  annotated: 'annote',
  content: 'corrige',
}

/** A file in an address and on a disk: «a-corriger.xlsx». */
export function deskFileName({ kind, format }: DeskFile): string {
  return `${names[kind]}.${format}`
}

/** The file that an address names; which of them a check has, its layout says. */
export function deskFileNamed(name: string): DeskFile | undefined {
  const [, stem = '', format = ''] = /^([a-z-]+)\.(csv|xlsx|txt)$/.exec(name) ?? []
  const kind = (Object.keys(names) as DeskFileKind[]).find((one) => names[one] === stem)
  return kind && { kind, format: format as DeskFileFormat }
}

/** The layout in which a file came, and in which it is given back whole. */
export function ownFormat({ layout }: { readonly layout: string }): DeskFileFormat {
  if (layout === templateXlsx.id) return 'xlsx'
  return layout === templateCsv.id ? 'csv' : 'txt'
}

/** A file of fixed width has no place for what is wrong: its lines alone are given as such. */
export function isOffered({ kind, format }: DeskFile, own: DeskFileFormat): boolean {
  if (kind === 'content') return format === own
  if (format !== 'txt') return true
  return kind === 'to_correct' && own === 'txt'
}

/** «CIMR_005839_T3_2024-a-corriger.xlsx». */
export function nameOnDisk(fileName: string, file: DeskFile): string {
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'declaration'
  return `${stem}-${deskFileName(file)}`
}
