import { newEmailOf } from '../../access/change-delegate-email.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Form } from '../../web/components/form.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { TextArea } from '../../web/components/text-area.tsx'
import { Layout } from '../../web/layout.tsx'
import { useVisit } from '../../web/visit.ts'
import type { OpposedLetter } from '../object-to-letter.ts'

interface Props extends Partial<FormState> {
  /** Where the objection is sent: the mailed link, or the delegate's own page. */
  readonly action: string
  readonly opposed: OpposedLetter
}

/** The delegate in function sees who would replace them, or which address would take the place of theirs, and may stop it (decision: 48 h). */
export function ObjectionPage({ action, opposed, errors, typed }: Props) {
  const { words } = useVisit()
  const { objection, hints } = words.subscriptions
  const { letter, openUntil } = opposed
  const isEmail = letter.kind === 'email_update'
  const told = isEmail ? objection.email : objection
  return (
    <Layout title={told.title} errors={errors}>
      <PageHead title={told.title} lead={told.lead(letter.employerNumber)} />
      <DescriptionList
        rows={[
          isEmail
            ? { term: told.proposed, value: <bdi dir="ltr">{newEmailOf(letter)}</bdi> }
            : { term: told.proposed, value: <bdi>{letter.applicant.name}</bdi> },
          { term: objection.reference, value: <Reference>{letter.reference}</Reference> },
          { term: objection.until, value: <DateText date={openUntil} /> },
        ]}
      />
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
    </Layout>
  )
}
