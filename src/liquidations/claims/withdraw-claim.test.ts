import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { grantClaim, largePension, settleClaim } from '../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../test/support/factories.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { findProjectRoot } from '../../platform/project-root.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
const reason = { raison: 'Elle continue à travailler.' }
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

const valueOf = (screen: Screen, name: string) =>
  screen.document.querySelector(`[name=${name}]`)?.getAttribute('value') ?? ''

async function versionOf(id: string): Promise<string> {
  const [claim] = await setting.site.database.ownerQuery<{ version: number }>(
    'select version from claims where id = $1',
    [id],
  )
  return String(claim?.version)
}

it('what waits for a second agent is not given up under them; once it is sent back it may be (L5)', async () => {
  const { site, who, aClaim, stateOf } = setting
  const { id } = await aClaim()
  const before = await who.get(own.claim({ id }))
  await grantClaim(await signedIn(site, await anAgent(site)), id, largePension)
  const stale = await who.submit(before, reason, own.withdraw({ id }))
  expect([stale.status, await stateOf(id)]).toEqual([409, 'sent'])
  const waiting = await who.get(own.claim({ id }))
  expect(waiting.text).toContain('ne s’abandonne pas')
  expect(waiting.document.querySelector(`form[action="${own.withdraw({ id })}"]`)).toBeNull()
  const forced = await who.post(own.withdraw({ id }), {
    ...reason,
    csrf: valueOf(before, 'csrf'),
    version: await versionOf(id),
  })
  expect([forced.status, forced.text, await stateOf(id)]).toEqual([
    409,
    expect.stringContaining('second agent'),
    'sent',
  ])
  await settleClaim(await signedIn(site, await anAgent(site)), id, 'non')
  await who.submit(await who.get(own.claim({ id })), reason, own.withdraw({ id }))
  expect(await stateOf(id)).toBe('withdrawn')
})

it('and a decision taken while it is given up finds nothing to decide', async () => {
  const { site, who, aClaim, stateOf } = setting
  const { id } = await aClaim()
  const agent = await signedIn(site, await anAgent(site))
  const shown = await agent.get(paths.agency.claim({ id }))
  await who.submit(await who.get(own.claim({ id })), reason, own.withdraw({ id }))
  const late = await agent.submit(
    shown,
    { decision: 'refused', raison: 'Trop tard.' },
    paths.agency.decideClaim({ id }),
  )
  expect([late.status, await stateOf(id)]).toEqual([409, 'withdrawn'])
})

it('a decision that was settled with the schema is told once in both trails, and no other', async () => {
  const { site, atlas, aClaim, actionsOf } = setting
  const [given, back] = [await aClaim(), await aClaim()]
  const first = await signedIn(site, await anAgent(site))
  for (const { id } of [given, back]) await grantClaim(first, id, largePension)
  await settleClaim(await signedIn(site, await anAgent(site)), back.id, 'non')
  await site.database.ownerQuery(
    `update claim_decisions set state = 'sent_back', settled_at = now() where claim_id = $1`,
    [given.id],
  )
  await site.database.ownerQuery(
    readFileSync(`${findProjectRoot()}/migrations/0087-decisions-given-up.sql`, 'utf8'),
  )
  const told = await site.database.ownerQuery(
    `select employer_id, subject_id, details->>'claim' as kind from audit_events
      where action = 'claim.decision_lapsed' order by employer_id nulls last`,
  )
  expect(told).toEqual([
    { employer_id: atlas.id, subject_id: given.id, kind: 'normal' },
    { employer_id: null, subject_id: given.id, kind: 'normal' },
  ])
  expect(await actionsOf(back.id)).not.toContain('claim.decision_lapsed')
})
