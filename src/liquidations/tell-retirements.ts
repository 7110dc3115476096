import { systemActor } from '../actors/actor.ts'
import { listActiveLogins, listCompaniesWithLogin } from '../access/logins.ts'
import { record } from '../audit/record.ts'
import { addMonths, type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { retirementsMail } from './mails.ts'
import { milestoneOf, milestones, type NearingMember } from './nearing.ts'
import { agesOf } from './read-nearing.ts'
import { listNearing } from './store/nearing.ts'
import { insertNotices } from './store/notices.ts'

/** What a mail names; whoever reads it finds the others on the page. */
const named = 20
/** Members looked at together: a notice has five columns, and a statement 65,535 places. */
const batch = 5000

/**
 * Each day, every company is told who has reached twelve, six or four months before their whole pension: one mail to each
 * of its e-Liquidation users, each member once a milestone (product L1). Run twice, it writes once; a company without such
 * a user is told when it has one.
 */
export async function tellRetirements(
  app: Pick<AppContext, 'db' | 'clock'>,
): Promise<{ readonly told: number }> {
  const companies = await app.db.transaction({ as: 'system' }, (tx) =>
    listCompaniesWithLogin(tx, 'liquidation'),
  )
  let told = 0
  for (const employerId of companies)
    told += await app.db.transaction({ as: 'system' }, (tx) => tellCompany(tx, employerId, app))
  return { told }
}

async function tellCompany(
  tx: Tx,
  employerId: string,
  app: Pick<AppContext, 'clock'>,
): Promise<number> {
  const now = app.clock.now()
  const members = await newlyNear(tx, employerId, { today: todayIn(app.clock), now })
  if (members.length === 0) return 0
  for (const { name, email, language } of await listActiveLogins(tx, employerId, 'liquidation'))
    await queueMail(tx, retirementsMail, {
      to: email,
      language,
      employerId,
      at: now,
      props: { name, count: members.length, members: members.slice(0, named).map(toldOf) },
    })
  await record(tx, systemActor('tell-retirements'), now, {
    action: 'liquidation.told',
    subject: { kind: 'employer', id: employerId },
    employerId,
    details: { members: members.length },
  })
  return members.length
}

/** The nearest first. Whom the agency has not recognised has no pension to prepare. */
async function newlyNear(
  tx: Tx,
  employerId: string,
  { today, now }: { readonly today: LocalDate; readonly now: Date },
): Promise<NearingMember[]> {
  const ages = await agesOf(tx, employerId, today)
  const filter = { ages, today, pensionBy: addMonths(today, milestones[0]), words: '' }
  const told: NearingMember[] = []
  for (let offset = 0; ; offset += batch) {
    const members = await listNearing(tx, employerId, filter, { limit: batch, offset })
    const due = members.flatMap((member) => {
      const milestone = milestoneOf(member.pensionOn, today)
      return milestone && member.state !== 'refused' ? [{ member, milestone }] : []
    })
    const fresh = await insertNotices(tx, employerId, due, now)
    told.push(...members.filter(({ id }) => fresh.has(id)))
    if (members.length < batch) return told
  }
}

function toldOf({ lastName, firstName, pensionOn }: NearingMember) {
  return { name: `${lastName} ${firstName}`, pensionOn }
}
