import { aSentClaim } from './claiming.ts'
import { anEmployer, aProfile, signedIn } from './factories.ts'
import { aMember } from './members.ts'
import { openSite } from './site.ts'

interface Wishes {
  readonly bornOn?: string
  readonly state?: 'provisional'
  /** Nothing was declared of their identity. */
  readonly undeclared?: boolean
}

type Asked = Omit<Parameters<typeof aSentClaim>[1], 'membershipId' | 'cin'>

/** Atlas, whose clerk prepares claims on 25 November 2026, for people who reach sixty this quarter. */
export async function openClaims(...overrides: Parameters<typeof openSite>) {
  const site = await openSite(...overrides)
  site.clock.set('2026-11-25T09:00:00Z')
  const atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  const clerk = await aProfile(site, atlas, { service: 'liquidation' })
  const who = await signedIn(site, clerk, atlas)
  let last = 400_000

  async function somebody({ bornOn = '1966-11-30', state, undeclared }: Wishes = {}) {
    last += 1
    const [number, cin] = [`000${last}`, `BE${last}`]
    const membershipId = await aMember(site, atlas, {
      lastName: 'BENNANI',
      firstName: `YOUSSEF ${last}`,
      number,
      bornOn,
      ...(!undeclared && { cin }),
      ...(state && { state }),
    })
    return { membershipId, cin, number }
  }

  /** A claim of somebody's own pension, as the agency receives it. */
  async function aClaim({ bornOn, undeclared, ...asked }: Wishes & Asked = {}) {
    const person = await somebody({
      ...(bornOn && { bornOn }),
      ...(undeclared && { undeclared }),
    })
    return { ...person, id: await aSentClaim(who, { ...person, ...asked }) }
  }

  async function stateOf(id: string): Promise<string | undefined> {
    const [claim] = await site.database.ownerQuery<{ state: string }>(
      'select state from claims where id = $1',
      [id],
    )
    return claim?.state
  }

  /** What the trail has of a claim, in its order. */
  async function actionsOf(id: string): Promise<string[]> {
    const events = await site.database.ownerQuery<{ action: string }>(
      `select action from audit_events where subject_kind = 'claim' and subject_id = $1 order by sequence`,
      [id],
    )
    return events.map(({ action }) => action)
  }

  return {
    site,
    atlas,
    clerk,
    who,
    somebody,
    aClaim,
    stateOf,
    actionsOf,
    close: () => site.close(),
  }
}

export type ClaimsSetting = Awaited<ReturnType<typeof openClaims>>
