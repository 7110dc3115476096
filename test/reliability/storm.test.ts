import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUser } from '../../src/access/administration/create-user.ts'
import { aNewUser, asDelegate } from '../support/administering.ts'
import { aDelegate, anEmployer } from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const count = 60

it('RE14: while PostgreSQL breaks off a third of all transactions, each is done once or said not to be, and none is tried for ever', async () => {
  const employer = await anEmployer(site)
  const actor = asDelegate(await aDelegate(site, employer), employer)
  await site.database.ownerQuery('create sequence attempts')
  await site.database.ownerQuery('grant usage on sequence attempts to guichet_app')
  // As late as it can be: everything of the transaction is done, and must be undone.
  await site.database.ownerQuery(`
    create function break_off() returns trigger language plpgsql as $$
    begin
      if nextval('public.attempts') % 3 = 0 then
        raise exception using errcode = case when random() < 0.5 then '40001' else '40P01' end;
      end if;
      return null;
    end $$`)
  await site.database.ownerQuery(
    'create constraint trigger break_off after insert on profiles deferrable initially deferred for each row execute function break_off()',
  )
  const users = Array.from({ length: count }, () => aNewUser())
  const outcomes: PromiseSettledResult<unknown>[] = []
  for (let from = 0; from < count; from += 8) {
    const some = users.slice(from, from + 8)
    outcomes.push(
      ...(await Promise.allSettled(some.map((user) => createUser(site.app, actor, user)))),
    )
  }
  const done = users.filter((_, index) => outcomes[index]?.status === 'fulfilled')
  const kept = await site.database.ownerQuery<{ email: string; events: bigint; mails: bigint }>(
    `select email,
       (select count(*) from audit_events e where e.action = 'user.created' and e.subject_id = p.id::text) as events,
       (select count(*) from mails m where m.recipient = p.email) as mails
     from profiles p where employer_id = $1 order by email`,
    [employer.id],
  )
  expect(kept).toEqual(
    done.map(({ email }) => ({ email, events: 1n, mails: 1n })).toSorted(byEmail),
  )
  const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  expect(refusals.filter((code) => !['40001', '40P01'].includes(code))).toEqual([])
  // Three tries each at the most; most are done at the first or the second.
  const [{ tries } = { tries: 0n }] = await site.database.ownerQuery<{ tries: bigint }>(
    'select last_value as tries from attempts',
  )
  expect(Number(tries)).toBeGreaterThan(count)
  expect(Number(tries)).toBeLessThanOrEqual(3 * count)
  expect(done.length).toBeGreaterThan(count / 2)
})

const byEmail = (one: { email: string }, other: { email: string }) =>
  one.email < other.email ? -1 : 1
