import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { PageHead } from '../../web/components/page-head.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

/** Where an applicant finds their request again: reference and e-mail, both needed (product P7). */
export function FollowStartPage({ errors, typed }: Partial<FormState>) {
  const { words } = useVisit()
  const { follow } = words.subscriptions
  return (
    <Layout title={follow.title} errors={errors}>
      <BackLink href={paths.home()}>{words.frame.breadcrumbHome}</BackLink>
      <PageHead title={follow.title} lead={follow.lead} />
      <Form action={paths.follow.start()} errors={errors} typed={typed}>
        <TextField
          name="reference"
          label={follow.reference}
          hint={follow.referenceHint}
          width="medium"
          dir="ltr"
          maxlength={30}
        />
        <TextField name="email" label={follow.email} type="email" autocomplete="email" />
        <Actions>
          <Button>{follow.open}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
