import { type LocalDate, yearsBetween } from '../../calendar/index.ts'
import type { Mistakes } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import type { Claim } from './claim.ts'
import type { PayeeForm } from './claim-forms.ts'
import { mayBeRepresented, mayShareAccount, type Payee } from './payee.ts'

/** Before 2004 a bride could be fifteen (family code, article 19 and the law before it): younger is a mistake of typing. */
const youngestSpouse = 15

interface About {
  readonly claim: Pick<Claim, 'bornOn' | 'endedOn'>
  /** The other people of the claim. */
  readonly others: readonly Pick<Payee, 'rib' | 'accountOf'>[]
  readonly today: LocalDate
}

/** What cannot be true of somebody who survives a member: each is said at its field. */
export function payeeMistakes(
  form: PayeeForm,
  { claim, others, today }: About,
  own: Words['claims']['payeesStep'],
): Mistakes {
  const { relation, bornOn, marriedOn } = form
  const isTooOld = relation === 'child' && bornOn <= claim.bornOn
  const isTaken = others.some((one) => one.rib === form.rib && !mayShareAccount(one, form))
  const isOwn = form.accountOf === 'own' || mayBeRepresented(form, today)
  const birth = bornOn > today ? own.bornToCome : isTooOld ? own.childTooOld : ''
  const marriage = marriedOn ? marriageMistake({ marriedOn, bornOn }, { claim, today }, own) : ''
  return {
    ...(birth && { naissance: birth }),
    ...(marriage && !birth && { mariage: marriage }),
    ...(!isOwn && { titulaire: own.notRepresented }),
    ...(isTaken && {
      rib: relation === 'child' ? own.sameAccountOfChild : own.sameAccount,
    }),
  }
}

function marriageMistake(
  { marriedOn, bornOn }: { readonly marriedOn: LocalDate; readonly bornOn: LocalDate },
  { claim, today }: Pick<About, 'claim' | 'today'>,
  own: Words['claims']['payeesStep'],
): string {
  if (marriedOn > today) return own.marriedToCome
  if (claim.endedOn && marriedOn > claim.endedOn) return own.marriedAfterDeath
  return yearsBetween(bornOn, marriedOn) < youngestSpouse || marriedOn <= bornOn
    ? own.marriedTooYoung
    : ''
}
