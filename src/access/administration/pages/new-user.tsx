import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type Cell, hasSecretQuestions, isDeclarant, serviceOfCell } from '../cell.ts'
import { type Administration, isFirstUser, isSubscribedTo } from '../read-administration.ts'
import { AccessFields } from './access-fields.tsx'
import { PageFrame } from './page-frame.tsx'
import { FirmFields, IdentityFields, PersonFields } from './person-fields.tsx'
import { PowersFields } from './powers-fields.tsx'
import { QuestionsFields } from './questions-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { Section } from './section.tsx'
import { NotSubscribed } from './not-subscribed.tsx'

interface Props {
  readonly cell: Cell
  readonly administration: Administration
  readonly asksQuestions: boolean
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** From the warning that led here: a category or a power already ticked, its section open. */
  readonly category?: string | undefined
  readonly power?: string | undefined
  /** The ICE typed is a firm's that the fund knows under another name. */
  readonly isFirmKnown?: boolean | undefined
  /** The document typed is somebody's of the company under another name. */
  readonly isPersonKnown?: boolean | undefined
}

/** «Nouveau»: the form as one page, its sections in the leaflet's order (product A4 to A6). */
export function NewUserPage(props: Props) {
  const { words } = useVisit()
  const { cell, administration, errors = {} } = props
  const own = words.administration
  const list = paths.administration.users({ cell })
  const isFirst = isFirstUser(administration, cell)
  return (
    <PageFrame
      title={own.form.newTitle[cell]}
      administration={administration}
      current={list}
      errors={errors}
    >
      <BackLink href={wayBack(administration, cell)}>
        {isFirst ? own.cells.information : own.lists[cell].title}
      </BackLink>
      <PageHead
        title={own.form.newTitle[cell]}
        lead={isFirst ? `${own.lists[cell].emptyTitle} ${own.lists[cell].empty}` : undefined}
      />
      {isSubscribedTo(administration, cell) ? (
        <UserForm {...props} errors={errors} />
      ) : (
        <NotSubscribed cell={cell} />
      )}
    </PageFrame>
  )
}

function UserForm({ cell, administration, asksQuestions, errors = {}, typed, ...asked }: Props) {
  const { words } = useVisit()
  const own = words.administration.form
  const service = serviceOfCell(cell)
  const number = administration.employer.number
  return (
    <Form action={paths.administration.newUser({ cell })} errors={errors} typed={typed}>
      {cell === 'externe' ? (
        <FirmFields
          askSure={
            errors['firmIce'] === words.administration.mistakes.firmIceControl ||
            typed?.['firmIceSure'] === 'on'
          }
          askKnown={asked.isFirmKnown === true || typed?.['firmKnownSure'] === 'on'}
        />
      ) : null}
      <PersonFields>
        <IdentityFields askSure={asked.isPersonKnown === true || typed?.['personSure'] === 'on'} />
      </PersonFields>
      <AccessFields cell={cell} employerNumber={number} linkHours={administration.linkHours} />
      {isDeclarant(service) ? (
        <Section
          id="teledeclaration"
          legend={own.declarationLegend}
          name={own.declaration}
          hint={own.declarationHint}
          open={asked.category !== undefined || typed !== undefined}
        >
          <ScopeFields
            cell={cell}
            administration={administration}
            ticked={tickedAtFirst(administration, asked.category)}
          />
        </Section>
      ) : null}
      {service === 'payment' ? (
        <Section
          id="compte-adherent"
          legend={own.powersLegend}
          name={own.powers}
          hint={own.powersHint}
          open={asked.power !== undefined || typed !== undefined}
        >
          <PowersFields values={asked.power ? [asked.power] : []} />
        </Section>
      ) : null}
      {asksQuestions && hasSecretQuestions(service) ? <QuestionsFields /> : null}
      <Actions>
        <Button>{own.validate}</Button>
        <ButtonLink href={wayBack(administration, cell)}>{own.back}</ButtonLink>
      </Actions>
    </Form>
  )
}

/** To the list; to «Informations Générales» while there is nobody to list. */
function wayBack(administration: Administration, cell: Cell): string {
  return isFirstUser(administration, cell)
    ? paths.administration.information()
    : paths.administration.users({ cell })
}

/** The category of the warning that led here, or the only one there is. */
function tickedAtFirst(administration: Administration, category: string | undefined): string[] {
  if (category !== undefined) return [category]
  const [only, second] = administration.categories
  return only && !second ? [only.category] : []
}
