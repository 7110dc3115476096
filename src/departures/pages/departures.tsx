import { administrationBand } from '../../access/administration/administration-band.ts'
import { cellOfService } from '../../access/administration/cell.ts'
import { LoginText } from '../../access/administration/login-text.tsx'
import { LastSignIn } from '../../access/administration/last-sign-in.tsx'
import { goneSentence } from '../../access/administration/gone-sentence.ts'
import { servingPeople } from '../../access/administration/read-administration.ts'
import { type DepartureSign, isServing, type User } from '../../access/administration/user.ts'
import { fullName } from '../../access/accounts.ts'
import { formatDate, localDateAt } from '../../calendar/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Form, HiddenFields } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { listMark } from '../list-mark.ts'
import type { Departure } from '../departure.ts'
import type { Departures } from '../read-departures.ts'

interface Props extends Departures {
  readonly errors?: Mistakes | undefined
}

/** «Départs»: who looks gone, suspended in one click; then the whole list, to confirm each quarter (product A12). */
export function DeparturesPage({ administration, departures, errors }: Props) {
  const { words } = useVisit()
  const own = words.administration.departures
  return (
    <Layout
      title={own.title}
      band={administrationBand(words, administration)}
      current={paths.administration.information()}
      errors={errors}
      wide
    >
      <BackLink href={paths.administration.information()}>
        {words.administration.cells.information}
      </BackLink>
      <PageHead title={own.title} lead={own.lead} />
      <Gone departures={departures} dormantMonths={administration.dormantMonths} />
      <Everybody administration={administration} errors={errors} />
    </Layout>
  )
}

interface GoneProps {
  readonly departures: readonly Departure[]
  readonly dormantMonths: number
}

function Gone({ departures, dormantMonths }: GoneProps) {
  const { words, language } = useVisit()
  const own = words.administration
  const signWords = (sign: DepartureSign) =>
    goneSentence(own.gone, sign, { dormantMonths, language })
  return (
    <Table
      caption={own.departures.title}
      rows={departures}
      columns={[
        { head: own.columns.person, cell: ({ user }) => <Person user={user} /> },
        {
          head: own.departures.whyColumn,
          cell: ({ signs }) => signs.map((sign) => <div>{signWords(sign)}</div>),
        },
        {
          head: own.columns.lastSignIn,
          cell: ({ user }) => <LastSignIn at={user.lastSignedInAt} />,
        },
        {
          head: own.columns.action,
          hideHead: true,
          cell: ({ user }) => <SuspendButton user={user} />,
        },
      ]}
      empty={
        <EmptyState title={own.departures.none}>
          <p>{own.departures.noneText}</p>
        </EmptyState>
      }
    />
  )
}

function Person({ user }: { readonly user: User }) {
  const { words } = useVisit()
  return (
    <>
      <a href={paths.administration.user({ cell: cellOfService(user.service), id: user.id })}>
        <bdi>{fullName(user)}</bdi>
      </a>
      <small>{words.administration.services[user.service]}</small>
    </>
  )
}

function SuspendButton({ user }: { readonly user: User }) {
  const { words } = useVisit()
  return (
    <form
      method="post"
      action={paths.administration.departure({ id: user.id })}
      data-enhance="once"
    >
      <HiddenFields version={user.version} />
      <Button kind="plain">
        {words.administration.departures.suspend}
        <span class="visually-hidden"> {fullName(user)}</span>
      </Button>
    </form>
  )
}

function Everybody({ administration, errors }: Pick<Props, 'administration' | 'errors'>) {
  const { words, language } = useVisit()
  const own = words.administration
  const { usersConfirmedAt } = administration.delegate
  const users = administration.users.map(({ user }) => user).filter(isServing)
  const people = servingPeople(administration)
  const left = people.filter(({ id }) => administration.leftOn.has(id)).map(fullName)
  if (users.length === 0) return null
  return (
    <section id="liste">
      <h2>{own.departures.listTitle}</h2>
      <p>{own.departures.listLead}</p>
      {administration.isListDue ? <Note tone="warning" title={own.departures.due} /> : null}
      <p class="muted">
        {usersConfirmedAt
          ? own.departures.confirmedOn(formatDate(localDateAt(usersConfirmedAt), language))
          : own.departures.neverConfirmed}
      </p>
      <Table
        caption={own.departures.everybody}
        rows={users}
        dense
        columns={[
          { head: own.columns.person, cell: (user) => <Person user={user} /> },
          {
            head: own.columns.login,
            cell: (user) => <LoginText user={user} />,
          },
          { head: own.columns.lastSignIn, cell: (user) => <LastSignIn at={user.lastSignedInAt} /> },
        ]}
      />
      {left.length > 0 ? (
        <Note tone="warning" title={own.departures.leftTitle(left.length)}>
          {own.departures.left}
        </Note>
      ) : null}
      <Form
        action={paths.administration.departures()}
        errors={errors}
        version={listMark(users, administration.leftOn)}
      >
        <Checkbox
          name="confirmed"
          label={
            left.length > 0
              ? own.departures.confirmDespite(left)
              : own.departures.confirmBox(people.length)
          }
        />
        <Actions>
          <Button>{own.departures.confirm}</Button>
        </Actions>
      </Form>
    </section>
  )
}
