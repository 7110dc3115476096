import type { EmployedActor } from '../actors/actor.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { checkSheet } from '../declarations/entry/check-sheet.ts'
import { savePage } from '../declarations/entry/save-page.ts'
import { centimes, formatDirhamsBare } from '../money/index.ts'
import { wordsIn } from '../web/words/index.ts'
import { clients, type DemoClient, quartersOf } from './clients.ts'
import { workers } from './company.ts'

/** What the firm's person has begun, as they would have: typed, checked, not sent. */
export async function workForClients(app: AppContext): Promise<void> {
  const open = quartersOf(app).at(-1)
  if (!open) return
  const period = { category: workers.category, quarter: formatQuarter(open) }
  const said = wordsIn('fr')
  const words = {
    fileName: said.declarations.formFileName,
    ...said.entry.settled,
  }
  for (const { client, actor, members } of await findBegun(app)) {
    const isBegun = client.standing === 'begun'
    const typed = isBegun ? members.slice(0, Math.ceil(members.length / 2)) : members
    const rows = typed.map((member, index) => ({
      key: member.id,
      typed: { salary: salaryOf(member.salary, client.standing === 'doubtful' && index === 0) },
      seen: { salary: '' },
    }))
    await savePage(app, actor, period, { rows, confirmsCarried: false })
    if (!isBegun) await checkSheet(app, actor, { period, words })
  }
}

/** One salary twice that of last quarter is asked about. */
function salaryOf(last: bigint, isDoubled: boolean): string {
  return formatDirhamsBare(centimes(isDoubled ? 2n * last : last))
}

interface Begun {
  readonly client: DemoClient
  readonly actor: EmployedActor
  readonly members: readonly { readonly id: string; readonly salary: bigint }[]
}

async function findBegun(app: AppContext): Promise<Begun[]> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const begun: Begun[] = []
    for (const client of clients) {
      if (!['ready', 'begun', 'doubtful'].includes(client.standing)) continue
      const one = await tx
        .selectFrom('mandates')
        .innerJoin('employers', 'employers.id', 'mandates.employer_id')
        .innerJoin('profiles', 'profiles.id', 'mandates.profile_id')
        .where('employers.employer_number', '=', client.number)
        .where('profiles.firm_id', 'is not', null)
        .select(['profiles.id', 'employers.id as employerId', 'first_name', 'last_name'])
        .executeTakeFirstOrThrow()
      const members = await tx
        .selectFrom('memberships')
        .innerJoin('declaration_lines', (join) =>
          join
            .onRef('declaration_lines.member_number', '=', 'memberships.member_number')
            .onRef('declaration_lines.employer_id', '=', 'memberships.employer_id'),
        )
        .where('memberships.employer_id', '=', one.employerId)
        .select(['memberships.id', 'declaration_lines.salary_centimes as salary'])
        .distinct()
        .orderBy('memberships.id')
        .execute()
      begun.push({ client, members, actor: actorOf(one) })
    }
    return begun
  })
}

function actorOf(one: {
  readonly id: string
  readonly employerId: string
  readonly first_name: string
  readonly last_name: string
}): EmployedActor {
  return {
    kind: 'profile',
    id: one.id,
    name: `${one.first_name} ${one.last_name}`,
    sessionId: '',
    stage: 'full',
    service: 'declaration_external',
    employerId: one.employerId,
    isMaker: false,
    isValidator: false,
  }
}
