import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSentClaim } from '../../../test/support/claiming.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { aMember } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'

let site: TestSite
let atlas: TestEmployer
let who: Visitor
let id: string

beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-25T09:00:00Z')
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  who = await signedIn(site, await aProfile(site, atlas, { service: 'liquidation' }), atlas)
  const cin = 'BE910001'
  const membershipId = await aMember(site, atlas, {
    lastName: 'BENNANI',
    firstName: 'YOUSSEF',
    number: '000910001',
    bornOn: '1966-11-30',
    cin,
  })
  id = await aSentClaim(who, { membershipId, cin })
})
afterAll(() => site.close())

type State = 'draft' | 'sent' | 'incomplete' | 'granted' | 'refused' | 'withdrawn'

async function leaveIt(state: State): Promise<void> {
  const ended = state === 'granted' || state === 'refused' || state === 'withdrawn'
  await site.database.ownerQuery(
    'update claims set state = $2, ended_at = case when $3 then now() end where id = $1',
    [id, state, ended],
  )
}

/** How many rows a company changes, or that the database refuses it; all of it is taken back. */
async function asCompany(statement: string): Promise<number | 'refused'> {
  const takenBack = new Error('taken back')
  let changed = 0
  try {
    await site.app.db.transaction({ as: 'employer', employerId: atlas.id }, async (tx) => {
      const done = await sql.raw(statement.replaceAll(':claim', `'${id}'`)).execute(tx)
      changed = Number(done.numAffectedRows ?? 0)
      throw takenBack
    })
  } catch (error) {
    if (error === takenBack) return changed
    if (error instanceof Error && /permission denied|row-level security/.test(error.message))
      return 'refused'
    throw error
  }
  return changed
}

const changeAccount = `update claim_payees set rib = '230780000000000000000039' where claim_id = :claim`
const removeAccount = 'delete from claim_payees where claim_id = :claim'
const addPayee = `insert into claim_payees (id, claim_id, employer_id, relation, last_name, first_name, born_on, rib, bank_name,
    added_at)
  select gen_random_uuid(), claim_id, employer_id, 'heir', 'X', 'Y', born_on, rib, bank_name, added_at
  from claim_payees where claim_id = :claim`
const takePageOut = `update claim_documents set removed_at = now() where claim_id = :claim and number = 1`
const addPage = `insert into claim_documents (id, claim_id, employer_id, code, number, file_id, sha256, added_by, added_at)
  select gen_random_uuid(), claim_id, employer_id, code, 79, file_id, sha256, added_by, added_at
  from claim_documents where claim_id = :claim and number = 1`
const writeInIt = 'update claims set version = version + 1 where id = :claim'
const decideIt = `update claims set state = 'granted', ended_at = now() where id = :claim`
const giveItUp = `update claims set state = 'withdrawn', ended_at = now() where id = :claim`

const stepBy = (byKind: string, step: string) => `
  insert into claim_steps (claim_id, employer_id, number, step, by_kind, by_name, at)
  select id, employer_id, 90, '${step}', '${byKind}', 'X', now() from claims where id = :claim`

describe('what a company may write in its claims, whatever the program is made to do (AT54)', () => {
  it.each(['draft', 'incomplete'] as const)(
    'its account and its pages while it is %s',
    async (state) => {
      await leaveIt(state)
      for (const statement of [
        changeAccount,
        removeAccount,
        addPayee,
        takePageOut,
        addPage,
        writeInIt,
      ])
        expect([statement, await asCompany(statement)]).toEqual([statement, 1])
      expect(await asCompany(decideIt)).toBe('refused')
    },
  )

  it.each(['sent', 'granted', 'refused', 'withdrawn'] as const)(
    'neither the account nor the pages once it is %s',
    async (state) => {
      await leaveIt(state)
      expect(await asCompany(changeAccount)).toBe(0)
      expect(await asCompany(removeAccount)).toBe(0)
      expect(await asCompany(takePageOut)).toBe(0)
      expect(await asCompany(addPayee)).toBe('refused')
      expect(await asCompany(addPage)).toBe('refused')
    },
  )

  it.each(['granted', 'refused', 'withdrawn'] as const)(
    'nothing of a claim that is %s: it is over',
    async (state) => {
      await leaveIt(state)
      expect(await asCompany(writeInIt)).toBe(0)
      expect(await asCompany(giveItUp)).toBe(0)
    },
  )

  it('gives up a claim that was sent, and decides none', async () => {
    await leaveIt('sent')
    expect(await asCompany(giveItUp)).toBe(1)
    expect(await asCompany(decideIt)).toBe('refused')
  })

  it('gives up none whose decision waits for its second agent', async () => {
    await leaveIt('sent')
    const step = (number: number, one: string) =>
      site.database.ownerQuery(
        `insert into claim_steps (claim_id, employer_id, number, step, by_kind, by_name, at)
           select id, employer_id, $2, $3, 'agent', 'X', now() from claims where id = $1`,
        [id, number, one],
      )
    await step(70, 'proposed')
    expect(await asCompany(giveItUp)).toBe('refused')
    await step(71, 'infected')
    expect(await asCompany(giveItUp)).toBe('refused')
    await step(72, 'sent_back')
    expect(await asCompany(giveItUp)).toBe(1)
  })

  it('a page is taken out, and never becomes another', async () => {
    await leaveIt('draft')
    for (const change of [
      'file_id = file_id',
      `code = 'identity'`,
      'sha256 = sha256',
      'number = 60',
      'added_by = added_by',
    ])
      expect(await asCompany(`update claim_documents set ${change} where claim_id = :claim`)).toBe(
        'refused',
      )
  })

  it('says its own steps, and none of an agent', async () => {
    await leaveIt('sent')
    for (const step of ['started', 'sent', 'completed', 'withdrawn'])
      expect(await asCompany(stepBy('profile', step))).toBe(1)
    const theirs = ['taken', 'asked', 'proposed', 'sent_back', 'granted', 'refused']
    for (const step of [...theirs, 'revised', 'arrears_paid', 'complemented'])
      expect(await asCompany(stepBy('profile', step))).toBe('refused')
    expect(await asCompany(stepBy('agent', 'sent'))).toBe('refused')
    expect(await asCompany(stepBy('system', 'completed'))).toBe('refused')
  })

  it('a form shown before the claim was decided is told so, and changes nothing', async () => {
    await leaveIt('incomplete')
    const account = await who.get(paths.claims.account({ id }))
    await leaveIt('granted')
    const late = await who.submit(account, { rib: '230780000000000000000039' })
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('changé d’état')])
  })
})
