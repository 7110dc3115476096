import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../actors/actor.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { answerFile } from '../web/answer-file.ts'
import { csvFile } from '../web/csv.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { type Page, show, type Site } from '../web/site.ts'
import { careerRows, membersRows } from './members-file.ts'
import { filterFrom, queryFrom } from './members-query.ts'
import { MemberPage } from './pages/member.tsx'
import { MembersPage } from './pages/members.tsx'
import { type ReadingAction, readMember, type TellStandings } from './read-member.ts'
import { exportMembers, readMembers } from './read-members.ts'

const power = 'account.read'
const csv = 'text/csv; charset=utf-8'

/** «Affiliés» of «Compte Adhérent»: list, search, careers and points (product C4). */
export function mountMembers(site: Site, app: AppContext, tellStandings: TellStandings): void {
  mountList(site, app)
  const { member, memberCsv } = paths.employerAccount
  const read = (page: Page, actor: EmployedActor, action: ReadingAction) =>
    readMember(app, actor, idOf(page), { tellStandings, action })
  site.get(member.pattern, { power, audit: 'member.view' }, async (page, actor) =>
    show(
      page,
      <MemberPage view={await read(page, actor, 'member.viewed')} formKey={randomUUID()} />,
    ),
  )
  site.get(
    memberCsv.pattern,
    { power, audit: 'member.export', heavy: true },
    async (page, actor) => {
      const view = await read(page, actor, 'member.exported')
      const { words } = page.var.visit
      const name = `${words.members.fileName}-${view.member.memberNumber}.csv`
      return answerFile(page, { name, type: csv, body: csvFile(careerRows(view, words)) })
    },
  )
}

function mountList(site: Site, app: AppContext): void {
  const { members, membersCsv } = paths.employerAccount
  site.get(members.pattern, { power, audit: 'members.list', heavy: true }, async (page, actor) => {
    const query = queryFrom((name) => page.req.query(name))
    const view = await readMembers(app, actor, filterFrom(query), numberOf(page))
    return show(page, <MembersPage view={view} query={query} />)
  })
  site.get(
    membersCsv.pattern,
    { power, audit: 'members.export', heavy: true },
    async (page, actor) => {
      const query = queryFrom((name) => page.req.query(name))
      const members = await exportMembers(app, actor, filterFrom(query))
      const { words, visitor } = page.var.visit
      const name = `${words.members.listName}-${visitor?.employer?.number ?? ''}-${todayIn(app.clock)}.csv`
      return answerFile(page, { name, type: csv, body: csvFile(membersRows(members, words)) })
    },
  )
}

function numberOf(page: Page): number {
  const number = Number(page.req.query('page') ?? '1')
  return Number.isInteger(number) && number > 0 ? Math.min(number, 1_000_000) : 1
}
