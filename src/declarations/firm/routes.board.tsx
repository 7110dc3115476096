import { answerMandate } from '../../access/answer-mandate.ts'
import { takeInHand } from '../../access/take-in-hand.ts'
import type { AppContext } from '../../context.ts'
import { sessionCookie, writeCookie } from '../../web/cookies.ts'
import { text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import {
  pageOfCompany,
  reopenField,
  returnAddress,
  returnField,
} from '../../web/return-to-company.tsx'
import { redirect, show, type Site } from '../../web/site.ts'
import { boardLook } from './board-address.ts'
import { BoardPage } from './pages/board.tsx'
import { addressOf, placeField } from './place.ts'
import { readBoard } from './read-board.ts'

/** A firm's person: all their companies, one in hand at a time (product D9). */
export function mountBoard(site: Site, app: AppContext): void {
  const { board, takeInHand: take, answerMandate: answer } = paths.declarations
  site.get(board.pattern, { power: 'firm.board', audit: 'firm.board' }, async (page, actor) =>
    show(page, <BoardPage board={await readBoard(app, actor)} look={boardLook(page)} />),
  )
  site.post(
    take.pattern,
    { power: 'firm.board', audit: 'employer.take_in_hand' },
    async (page, actor) => {
      const employerId = idOf(page)
      writeCookie(page, sessionCookie, await takeInHand(app, actor, employerId))
      // The same form, sent again as it is: it was refused for the company that was in hand.
      const onward = returnAddress(page.req.query(returnField), employerId)
      if (onward) return page.redirect(onward, 307)
      const opened = pageOfCompany(page.req.query(reopenField))
      return redirect(page, opened ?? addressOf(text(page.var.fields, placeField)))
    },
  )
  site.post(
    answer.pattern,
    { power: 'firm.board', audit: 'mandate.answer' },
    async (page, actor) => {
      const accepts = page.var.fields['reponse'] === 'accept'
      await answerMandate(app, actor, idOf(page), accepts ? 'accept' : 'decline')
      const { accepted, declined } = page.var.visit.words.declarations
      return redirect(page, paths.declarations.board(), accepts ? accepted : declined)
    },
  )
}
