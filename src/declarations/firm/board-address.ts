import { paths } from '../../web/paths.ts'
import type { Page } from '../../web/site.ts'
import { type BoardLook, boardOrders, taskStates } from './board.ts'

/** The address of a part of the board. */
export function boardAt(look: BoardLook): string {
  const query = new URLSearchParams()
  if (look.search) query.set('nom', look.search)
  if (look.state) query.set('etat', look.state)
  if (look.order !== 'due') query.set('tri', look.order)
  if (look.page > 1) query.set('page', String(look.page))
  const asked = query.toString()
  return paths.declarations.board() + (asked === '' ? '' : `?${asked}`)
}

/** What an address asks to see; anything strange is the whole board. */
export function boardLook(page: Page): BoardLook {
  const asked = (name: string) => page.req.query(name) ?? ''
  return {
    search: asked('nom').slice(0, 60),
    state: [...taskStates, 'sent' as const].find((one) => one === asked('etat')) ?? null,
    order: boardOrders.find((one) => one === asked('tri')) ?? 'due',
    page: /^\d{1,5}$/.test(asked('page')) ? Number(asked('page')) : 1,
  }
}
