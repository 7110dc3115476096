import { isRowId } from '../../platform/db/row-id.ts'
import type { Look } from './sheet.ts'

/** Where a page of the sheet is left for, once it is saved. */
export type WayOut =
  | { readonly to: 'sheet'; readonly look: Look }
  | { readonly to: 'next' | 'carry' | 'confirm' | 'check' | 'confirm_and_check' | 'new' }
  | { readonly to: 'card' | 'row'; readonly key: string }

/**
 * The values of the page's buttons: each saves, then goes where it says. The first of the page is the one that Enter
 * presses: with the same search as before, it only saves.
 */
export const ways = {
  save: 'enregistrer',
  next: 'suite',
  page: (page: number) => `page-${page}`,
  find: 'chercher',
  onlyLeft: 'reste',
  all: 'tous',
  carry: 'reprendre',
  confirm: 'confirmer',
  confirmAndCheck: 'confirmer-controler',
  check: 'controler',
  add: 'nouveau',
  card: (key: string) => `fiche-${key}`,
  row: (key: string) => `ligne-${key}`,
} as const

const simple: Readonly<Record<string, Exclude<WayOut['to'], 'sheet' | 'card' | 'row'>>> = {
  [ways.next]: 'next',
  [ways.carry]: 'carry',
  [ways.confirm]: 'confirm',
  [ways.confirmAndCheck]: 'confirm_and_check',
  [ways.check]: 'check',
  [ways.add]: 'new',
}

/** The button that was pressed; any other value only saves. */
export function wayOutOf(value: string, look: Look): WayOut {
  const to = Object.hasOwn(simple, value) ? simple[value] : undefined
  if (to) return { to }
  const [, kind, key] = /^(fiche|ligne)-(.+)$/.exec(value) ?? []
  if (key !== undefined && isRowId(key)) return { to: kind === 'fiche' ? 'card' : 'row', key }
  const page = /^page-(\d{1,5})$/.exec(value)?.[1]
  if (page !== undefined) return { to: 'sheet', look: { ...look, page: Number(page) } }
  if (value === ways.onlyLeft) return { to: 'sheet', look: { page: 1, search: '', onlyLeft: true } }
  if (value === ways.all) return { to: 'sheet', look: { page: 1, search: '', onlyLeft: false } }
  return { to: 'sheet', look }
}

/** Whether the page is left: its mistakes are kept with it then, and told where one goes on (product D5). */
export function leaves(way: WayOut, { page, onlyLeft, search }: Look): boolean {
  if (way.to === 'check' || way.to === 'confirm_and_check') return false
  if (way.to !== 'sheet') return true
  const { look } = way
  return look.page !== page || look.onlyLeft !== onlyLeft || look.search !== search
}

export function confirmsCarried({ to }: WayOut): boolean {
  return to === 'confirm' || to === 'confirm_and_check'
}
