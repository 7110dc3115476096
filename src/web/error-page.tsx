import { ButtonLink } from './components/button.tsx'
import { Layout } from './layout.tsx'
import { paths } from './paths.ts'
import { ReturnToCompany, type Stray } from './return-to-company.tsx'
import { useVisit } from './visit.ts'

interface Props {
  readonly status: number
  readonly sentence: string
  /** Instead of the one of the status. */
  readonly title?: string | undefined
  /** The door to go through again, when the session was over. */
  readonly signIn?: string | undefined
  /** The form that was sent, when it can be filled again. */
  readonly form?: string | undefined
  /** What was sent for another company than the one in hand. */
  readonly stray?: Stray | undefined
}

/** What happened, in a sentence, and the way back. */
export function ErrorPage({ status, sentence, signIn, form, stray, ...props }: Props) {
  const { words, visitor } = useVisit()
  const title = props.title ?? titles(words.errors, status)
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p>{sentence}</p>
      {stray ? <ReturnToCompany stray={stray} /> : null}
      <p>
        {signIn ? (
          <ButtonLink href={signIn} kind="primary">
            {words.frame.signInAgain}
          </ButtonLink>
        ) : form && !stray ? (
          <ButtonLink href={form} kind="primary">
            {words.errors.backToForm}
          </ButtonLink>
        ) : visitor ? (
          <ButtonLink href={visitor.home}>{words.errors.backToWork}</ButtonLink>
        ) : (
          <ButtonLink href={paths.home()}>{words.errors.backHome}</ButtonLink>
        )}
      </p>
    </Layout>
  )
}

function titles(
  words: {
    title: string
    notFoundTitle: string
    notAllowedTitle: string
    faultTitle: string
    unavailableTitle: string
  },
  status: number,
): string {
  if (status === 404) return words.notFoundTitle
  if (status === 403) return words.notAllowedTitle
  if (status === 503) return words.unavailableTitle
  return status === 500 ? words.faultTitle : words.title
}
