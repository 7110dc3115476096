import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkboxes } from '../../../web/components/choices.tsx'
import { DateField } from '../../../web/components/date-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { TextArea } from '../../../web/components/text-area.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { writtenDay } from '../../../web/read-day.ts'
import { useVisit } from '../../../web/visit.ts'
import { PageFrame } from '../../administration/pages/page-frame.tsx'
import { grantableCategories } from '../../administration/pages/scope-fields.tsx'
import type { Administration } from '../../administration/read-administration.ts'
import type { KeyService } from '../../tables.ts'
import { addressOfService, scopesOf } from '../machine-key.ts'
import { lastDayOfKey } from '../make-key.ts'

interface Props {
  readonly administration: Administration
  readonly service: KeyService
  readonly formKey: string
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** A key for one service: what it may do, for which categories, until when, from where. */
export function NewKeyPage({ administration, service, formKey, errors, typed }: Props) {
  const { words } = useVisit()
  const said = words.keys
  const back = paths.administration.keys()
  return (
    <PageFrame
      title={said.newTitles[service]}
      administration={administration}
      current={paths.administration.information()}
      errors={errors}
    >
      <BackLink href={back}>{said.title}</BackLink>
      <PageHead title={said.newTitles[service]} lead={said.newLeads[service]} />
      <Form
        action={paths.administration.newKey({ service: addressOfService[service] })}
        errors={errors}
        typed={typed}
        idempotencyKey={formKey}
      >
        <TextField name="name" label={said.name} hint={said.nameHint} maxlength={60} />
        {service === 'declaration_internal' ? <Scopes administration={administration} /> : null}
        <DateField
          name="until"
          label={said.until}
          hint={said.untilHint}
          value={writtenDay(lastDayOfKey(administration.today))}
        />
        <TextArea
          name="addresses"
          label={said.addresses}
          hint={said.addressesHint}
          rows={3}
          maxlength={600}
          optional
        />
        <Actions>
          <Button>{said.create}</Button>
          <ButtonLink href={back}>{words.administration.form.back}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}

function Scopes({ administration }: { readonly administration: Administration }) {
  const { words } = useVisit()
  const said = words.keys
  return (
    <>
      <Checkboxes
        name="scopes"
        label={said.scopesLabel}
        options={scopesOf.declaration_internal.map((scope) => ({
          value: scope,
          label: said.scopes[scope],
          hint: said.scopeHints[scope],
        }))}
      />
      <Checkboxes
        name="categories"
        label={said.categories}
        hint={said.categoriesHint}
        options={grantableCategories(administration).map(({ category, label }) => ({
          value: category,
          label: words.administration.categoryName(category, label),
        }))}
      />
    </>
  )
}

interface MadeProps {
  readonly administration: Administration
  readonly name: string
  readonly secret: string
}

/** The secret, the only time it is ever shown. */
export function KeyMadePage({ administration, name, secret }: MadeProps) {
  const said = useVisit().words.keys
  return (
    <PageFrame
      title={said.madeTitle}
      administration={administration}
      current={paths.administration.information()}
    >
      <PageHead title={said.madeTitle} lead={said.madeLead} />
      <section aria-label={said.secret}>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p>
          <Reference copy>{secret}</Reference>
        </p>
      </section>
      <Note tone="warning" title={said.madeOnce}>
        {said.madeCare}
      </Note>
      <Actions>
        <ButtonLink href={paths.administration.keys()} kind="primary">
          {said.backToKeys}
        </ButtonLink>
      </Actions>
    </PageFrame>
  )
}
