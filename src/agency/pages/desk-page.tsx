import { Actions, Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { AgencyPage } from '../../web/agency-page.tsx'

interface Props {
  readonly errors?: Mistakes
  readonly typed?: Fields
}

/** Paper arrives: its code, read by a scanner that types or by hand, opens its file (product G2). */
export function DeskPage({ errors, typed }: Props) {
  const { agency, tray } = useVisit().words
  const { desk: words } = agency
  return (
    <AgencyPage title={words.title} place="desk" errors={errors} narrow>
      <PageHead title={words.title} lead={words.lead} />
      <div data-enhance="desk" class="desk">
        <Form action={paths.agency.desk()} errors={errors} typed={typed}>
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            width="medium"
            dir="ltr"
            maxlength={40}
          />
          <Actions>
            <Button>{words.open}</Button>
          </Actions>
        </Form>
      </div>
      <p class="muted">
        <a href={paths.agency.tray()}>{tray.link}</a>
      </p>
      <p class="muted">
        {words.without} <a href={paths.agency.search()}>{words.searchInstead}</a>
      </p>
    </AgencyPage>
  )
}
