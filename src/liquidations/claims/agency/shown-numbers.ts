import type { AppContext } from '../../../context.ts'
import { maskedRib, writtenRib } from '../../../employers/rib.ts'
import { maskedIdentity } from '../../../platform/secrets/identity.ts'
import type { WholeClaim } from '../read-claim.ts'

/** The numbers of a claim as an agent is shown them: masked, or whole to be compared with a document. */
export interface ShownNumbers {
  readonly areWhole: boolean
  /** Of the member. */
  readonly identity: string | null
  /** Of those who are paid, by their identifier. */
  readonly payees: ReadonlyMap<
    string,
    { readonly identity: string | null; readonly account: string }
  >
}

/** Whoever lists or looks has the masks; whoever decides may ask for the whole numbers. */
export function shownNumbers(
  { keyring }: Pick<AppContext, 'keyring'>,
  { claim, payees }: Pick<WholeClaim, 'claim' | 'payees'>,
  areWhole: boolean,
): ShownNumbers {
  const identityOf = (one: { readonly sealed: Buffer } | null) => {
    const number = one && keyring.open(one.sealed)
    return areWhole || number === null ? number : maskedIdentity(number)
  }
  const accountOf = areWhole ? writtenRib : maskedRib
  return {
    areWhole,
    identity: identityOf(claim.identity),
    payees: new Map(
      payees.map(({ id, identity, rib }) => [
        id,
        { identity: identityOf(identity), account: accountOf(rib) },
      ]),
    ),
  }
}
