import type { Page } from 'playwright-core'
import type { TestSite } from '../../support/site.ts'
import type { Visitor } from '../../support/visitor.ts'

/** One page of the portal, in one state, as one person sees it. */
export interface Stop {
  readonly name: string
  readonly who: Visitor
  readonly address: string
  /** 200 unless told. */
  readonly status?: number
  /** The company in hand, which the page must then name. */
  readonly employer?: string
  /** The last step, for what only the answer to a form shows. */
  readonly act?: (page: Page) => Promise<void>
  /** What must be broken for this page to be seen, and how it is mended. */
  readonly breaking?: { readonly before: string; readonly after: string }
}

/** A company with everything in it, one with nothing yet, and one whose names are as long as names get. */
export const longNames = {
  company:
    'Société Internationale de Transformation et de Commercialisation des Produits Agroalimentaires du Grand Atlas et du Souss-Massa SARL d’Associé Unique',
  firstName: 'Abderrahmane-Mohammed-Amine',
  lastName: 'Benabdeljalil El Idrissi El Alaoui Belghazi',
  email: 'abderrahmane.mohammed.amine.benabdeljalil.el.idrissi@produits-agroalimentaires.example',
}

export async function forgetThrottles(site: TestSite): Promise<void> {
  await site.database.ownerQuery('delete from throttles')
}

/** Pages by who sees them: one browser for each person. */
export function byVisitor(all: readonly Stop[]): Map<Visitor, Stop[]> {
  const groups = new Map<Visitor, Stop[]>()
  for (const stop of all) groups.set(stop.who, [...(groups.get(stop.who) ?? []), stop])
  return groups
}
