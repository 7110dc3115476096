import { ButtonLink } from '../../../web/components/button.tsx'
import { Note } from '../../../web/components/note.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Language } from '../../../web/words/language.ts'
import type { PaymentWarning } from '../payment-warnings.ts'
import type { Administration } from '../read-administration.ts'

interface Props {
  readonly administration: Administration
}

/** Active categories that nobody declares: each with the way to solve it (product A5). */
export function UncoveredNotes({ administration }: Props) {
  const { words } = useVisit()
  const own = words.administration
  const declarants = administration.users.filter(
    ({ user }) => user.service === 'declaration_internal' && user.state !== 'suspended',
  )
  return (
    <>
      {administration.uncovered.map(({ category, label, isOffered }) => (
        <Note
          tone="warning"
          title={own.uncovered.title(own.categoryName(category, label))}
          action={
            <ButtonLink href={whoDeclares(category, declarants)}>{own.uncovered.action}</ButtonLink>
          }
        >
          <p>{isOffered ? own.uncovered.offered : own.uncovered.text}</p>
        </Note>
      ))}
    </>
  )
}

/** With one declarant, their own categories; otherwise somebody new, the category already ticked. */
function whoDeclares(category: string, declarants: Administration['users']): string {
  const [only, second] = declarants
  const query = `?categorie=${category}`
  if (only && !second)
    return paths.administration.userScope({ cell: 'interne', id: only.user.id }) + query
  if (declarants.length > 1) return paths.administration.users({ cell: 'interne' }) + query
  return paths.administration.newUser({ cell: 'interne' }) + query
}

/** What is missing or doubtful among the users of E@syPaiement (product A6; quality AT65). */
export function PaymentNotes({ administration }: Props) {
  return (
    <>
      {administration.paymentWarnings.map((warning) => (
        <PaymentNote warning={warning} />
      ))}
    </>
  )
}

function PaymentNote({ warning }: { readonly warning: PaymentWarning }) {
  const { language, words } = useVisit()
  const own = words.administration.payment
  switch (warning.kind) {
    case 'no_maker':
      return (
        <Note tone="warning" title={own.noMaker} action={<NewProfile power="maker" />}>
          <p>{own.noMakerText}</p>
        </Note>
      )
    case 'no_validator':
      return (
        <Note tone="warning" title={own.noValidator} action={<NewProfile power="validator" />}>
          <p>{own.noValidatorText(warning.needed)}</p>
        </Note>
      )
    case 'second_validator_missing':
      return (
        <Note tone="warning" title={own.secondMissing} action={<NewProfile power="validator" />}>
          {warning.logins.length > 0 ? (
            <p>{own.secondSamePerson(listOf(warning.logins, language))}</p>
          ) : null}
          <p>{own.secondMissingText}</p>
        </Note>
      )
    case 'no_other_validator':
      return (
        <Note
          tone="warning"
          title={own.noOther(warning.maker)}
          action={<NewProfile power="validator" />}
        >
          <p>{own.noOtherText}</p>
        </Note>
      )
    case 'same_person':
      return (
        <Note tone="stop" title={own.samePerson}>
          <p>{own.samePersonText(listOf(warning.logins, language))}</p>
        </Note>
      )
    case 'same_address':
      return (
        <Note tone="warning" title={own.sameAddress}>
          <p>{own.sameAddressText(listOf(warning.logins, language))}</p>
        </Note>
      )
  }
}

/** Logins are Latin in both scripts; what stands between them belongs to the sentence. */
function listOf(logins: readonly string[], language: Language): string {
  const apart = logins.map((login) => `\u2066${login}\u2069`)
  return apart.join(language === 'ar' ? '، ' : ', ')
}

function NewProfile({ power }: { readonly power: 'maker' | 'validator' }) {
  const { words } = useVisit()
  const own = words.administration.payment
  return (
    <ButtonLink href={`${paths.administration.newUser({ cell: 'profils' })}?pouvoir=${power}`}>
      {power === 'maker' ? own.addMaker : own.addValidator}
    </ButtonLink>
  )
}
