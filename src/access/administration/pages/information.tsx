import { localDateAt } from '../../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { formatPhone } from '../../../web/phone.ts'
import { useVisit } from '../../../web/visit.ts'
import { teleservices } from '../../../employers/employer.ts'
import { type Administration, looksGone } from '../read-administration.ts'
import type { OwnAccount } from '../read-accounts.ts'
import { Accounts } from './accounts.tsx'
import { PageFrame } from './page-frame.tsx'
import { PaymentNotes, UncoveredNotes } from './warnings.tsx'

interface Props {
  readonly administration: Administration
  readonly accounts: readonly OwnAccount[]
  /** Letters that wait for the delegate: to sign, or to complete. */
  readonly lettersWaiting: number
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** «Informations Générales»: what waits, the company, the delegate, confirmations, bank accounts (product A3). */
export function InformationPage(props: Props) {
  const { words } = useVisit()
  const { administration, accounts, errors, typed } = props
  const own = words.administration
  return (
    <PageFrame
      title={own.cells.information}
      administration={administration}
      current={paths.administration.information()}
      errors={errors}
      wide
    >
      <PageHead title={own.cells.information} lead={own.information.lead} />
      <UncoveredNotes administration={administration} />
      {administration.services.includes('payment') ? (
        <PaymentNotes administration={administration} />
      ) : null}
      <Places {...props} />
      <div class="halves">
        <Company administration={administration} />
        <DelegateFacts administration={administration} />
      </div>
      <Confirmations administration={administration} errors={errors} typed={typed} />
      <Accounts accounts={accounts} />
    </PageFrame>
  )
}

function Places({ administration, lettersWaiting }: Props) {
  const { words } = useVisit()
  const own = words.administration.information
  const gone = administration.users.filter(({ user }) => looksGone(administration, user)).length
  return (
    <nav aria-label={own.placesTitle}>
      <ul class="places">
        <Place href={paths.administration.departures()} label={own.departures}>
          {gone > 0
            ? own.departuresSome(gone)
            : administration.isListDue
              ? own.departuresConfirm
              : own.departuresNone}
        </Place>
        <Place href={paths.administration.trail()} label={own.trail}>
          {own.trailNote}
        </Place>
        <Place href={paths.administration.letters()} label={own.letters}>
          {lettersWaiting > 0 ? own.lettersWaiting(lettersWaiting) : own.lettersNote}
        </Place>
      </ul>
    </nav>
  )
}

interface PlaceProps {
  readonly href: string
  readonly label: string
  readonly children: string
}

function Place({ href, label, children }: PlaceProps) {
  return (
    <li>
      <a href={href}>{label}</a>
      <small>{children}</small>
    </li>
  )
}

function Company({ administration }: { readonly administration: Administration }) {
  const { words } = useVisit()
  const own = words.administration
  const { employer } = administration
  const services = teleservices.filter((one) => administration.services.includes(one))
  return (
    <section>
      <h2>{own.information.companyTitle}</h2>
      <DescriptionList
        rows={[
          { term: own.information.name, value: <bdi>{employer.name}</bdi> },
          { term: own.information.number, value: <Reference>{employer.number}</Reference> },
          ...(employer.ice
            ? [{ term: own.information.ice, value: <Reference>{employer.ice}</Reference> }]
            : []),
          {
            term: own.information.address,
            value: <bdi>{[employer.address, employer.city].filter(Boolean).join(', ')}</bdi>,
          },
          {
            term: own.information.services,
            value:
              services.map((one) => own.teleservices[one]).join(' · ') || own.information.noService,
          },
          {
            term: own.information.paymentOption,
            value: own.paymentOptions[employer.paymentOption],
            note: own.information.changeByLetter,
          },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.administration.letter({ kind: 'renewal' })}>
          {own.information.prepareRenewal}
        </ButtonLink>
      </Actions>
    </section>
  )
}

interface ConfirmationsProps {
  readonly administration: Administration
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** The leaflet's first step for E@syPaiement: one confirmation, or two. */
function Confirmations({ administration, errors, typed }: ConfirmationsProps) {
  const { words } = useVisit()
  const own = words.administration.confirmations
  const { employer } = administration
  if (!administration.services.includes('payment')) return null
  return (
    <section id="confirmations">
      <h2>{own.title}</h2>
      <p>{own.lead}</p>
      <Form
        action={paths.administration.confirmations()}
        errors={errors}
        typed={typed}
        version={employer.version}
      >
        <RadioGroup
          name="confirmations"
          label={own.label}
          value={String(employer.confirmationsRequired)}
          options={[
            { value: '1', label: own.one, hint: own.oneHint },
            { value: '2', label: own.two, hint: own.twoHint },
          ]}
        />
        <Checkbox
          name="selfConfirmation"
          label={own.self}
          hint={own.selfHint}
          checked={employer.selfConfirmation}
        />
        <Actions>
          <Button>{own.save}</Button>
        </Actions>
      </Form>
    </section>
  )
}

function DelegateFacts({ administration }: { readonly administration: Administration }) {
  const { words } = useVisit()
  const own = words.administration.information
  const { delegate } = administration
  return (
    <section>
      <h2>{own.delegateTitle}</h2>
      <DescriptionList
        rows={[
          { term: own.delegate, value: <bdi>{`${delegate.firstName} ${delegate.lastName}`}</bdi> },
          { term: own.jobTitle, value: <bdi>{delegate.jobTitle}</bdi> },
          { term: own.delegateEmail, value: <bdi dir="ltr">{delegate.email}</bdi> },
          ...(delegate.phone
            ? [{ term: own.phone, value: <Reference>{formatPhone(delegate.phone)}</Reference> }]
            : []),
          { term: own.since, value: <DateText date={localDateAt(delegate.createdAt)} /> },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.administration.letter({ kind: 'email_update' })}>
          {own.changeEmail}
        </ButtonLink>
      </Actions>
    </section>
  )
}

interface WeakerProps {
  readonly administration: Administration
  readonly confirmations: 1 | 2
  readonly selfConfirmation: boolean
}

/** Fewer eyes on each order: what it means, and a button that names the company (product A6). */
export function WeakerConfirmationsPage(props: WeakerProps) {
  const { words } = useVisit()
  const own = words.administration.confirmations
  const { employer } = props.administration
  const name = `${employer.name} (${employer.number})`
  return (
    <PageFrame
      title={own.title}
      administration={props.administration}
      current={paths.administration.information()}
    >
      <PageHead title={own.title} />
      <Note tone="warning" title={own.weakerTitle}>
        {employer.confirmationsRequired === 2 ? <p>{own.weakerOne}</p> : null}
        {props.selfConfirmation ? <p>{own.weakerSelf}</p> : null}
      </Note>
      <Form action={paths.administration.confirmations()} version={employer.version}>
        <input type="hidden" name="confirmations" value={String(props.confirmations)} />
        {props.selfConfirmation ? <input type="hidden" name="selfConfirmation" value="on" /> : null}
        <input type="hidden" name="confirmed" value="on" />
        <Actions apart>
          <Button kind="stop">
            {employer.confirmationsRequired === 2 ? own.confirmOne(name) : own.confirmSelf(name)}
          </Button>
          <ButtonLink href={paths.administration.information()}>{own.keep}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}
