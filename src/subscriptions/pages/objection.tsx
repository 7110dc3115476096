import { newEmailOf } from '../../access/change-delegate-email.ts'
import type { Administration } from '../../access/administration/read-administration.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Form } from '../../web/components/form.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { TextArea } from '../../web/components/text-area.tsx'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import type { OpposedLetter } from '../object-to-letter.ts'
import { LetterFrame } from './letter-frame.tsx'

interface Props extends Partial<FormState> {
  /** Where the objection is sent: the mailed link, or the delegate's own page. */
  readonly action: string
  readonly opposed: OpposedLetter
  /** Of the delegate who is signed in: their band, and the way back to their letters. */
  readonly administration?: Administration
}

/** The delegate in function sees who would replace them, or which address would take the place of theirs, and may stop it (decision: 48 h). */
export function ObjectionPage({ administration, ...props }: Props) {
  const { words } = useVisit()
  const title = toldOf(props.opposed, words.subscriptions.objection).title
  return (
    <LetterFrame title={title} administration={administration} errors={props.errors}>
      <Opposed {...props} />
    </LetterFrame>
  )
}

type Said = Words['subscriptions']['objection']

const isEmail = ({ letter }: OpposedLetter) => letter.kind === 'email_update'

function toldOf(opposed: OpposedLetter, words: Said) {
  return isEmail(opposed) ? words.email : words
}

function Opposed({ action, opposed, errors, typed }: Props) {
  const { words } = useVisit()
  const { objection, hints } = words.subscriptions
  const { letter, closed } = opposed
  const told = toldOf(opposed, objection)
  return (
    <>
      <PageHead title={told.title} lead={told.lead(letter.employerNumber)} />
      {closed ? <Note title={objection.closed}>{words.refusals[closed]}</Note> : null}
      <DescriptionList rows={rowsOf(opposed, objection)} />
      {closed ? null : (
        <>
          <p>{objection.agree}</p>
          <Form action={action} errors={errors} typed={typed}>
            <TextArea
              name="statement"
              label={objection.statement}
              hint={hints.statement}
              maxlength={2000}
              rows={5}
            />
            <Actions>
              <Button kind="stop">{objection.submit}</Button>
            </Actions>
          </Form>
        </>
      )}
    </>
  )
}

function rowsOf(opposed: OpposedLetter, words: Said) {
  const { letter, openUntil, closed } = opposed
  const proposed = isEmail(opposed) ? (
    <bdi dir="ltr">{newEmailOf(letter)}</bdi>
  ) : (
    <bdi>{letter.applicant.name}</bdi>
  )
  return [
    { term: toldOf(opposed, words).proposed, value: proposed },
    { term: words.reference, value: <Reference>{letter.reference}</Reference> },
    ...(closed ? [] : [{ term: words.until, value: <DateText date={openUntil} /> }]),
  ]
}
