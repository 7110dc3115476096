import { formatDate, formatQuarterInWords, type Quarter } from '../../calendar/index.ts'
import { Door, Doors } from '../../web/components/door.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Deadline } from '../next-deadline.ts'

interface Props {
  readonly deadline: Deadline
  /** In hours; nothing when too few files were decided this month. */
  readonly measuredDelay: number | null
}

/** Three doors and the next public deadline, nothing else (look, «Home»; product P1). */
export function HomePage({ deadline, measuredDelay }: Props) {
  const { words } = useVisit()
  const { home } = words
  return (
    <Layout title={home.title} wide>
      <PageHead title={home.title} lead={<Lead deadline={deadline} />} />
      <Doors>
        <EmployerDoor />
        <Door
          title={home.doors.follow}
          note={home.follow.note}
          links={[
            { label: home.follow.where, href: paths.follow.start() },
            { label: home.follow.send, href: paths.follow.start() },
            { label: home.follow.downloads, href: paths.downloads.list() },
            { label: words.ledger.verification.title, href: paths.verification.start() },
          ]}
        />
        <Door
          title={home.doors.agency}
          note={
            measuredDelay === null
              ? home.agency.note
              : `${home.agency.note} ${home.agency.measured(measuredDelay)}`
          }
          links={[
            { label: words.frame.helpAndContact, href: paths.help() },
            { label: home.agency.agents, href: paths.signIn.agency() },
          ]}
        />
      </Doors>
    </Layout>
  )
}

function Lead({ deadline }: { readonly deadline: Deadline }) {
  const { language, words } = useVisit()
  const { lead, deadline: sentence } = words.home
  return (
    <>
      {lead} {sentence.before} <QuarterName quarter={deadline.quarter} /> {sentence.between}{' '}
      <b>
        <time datetime={deadline.dueOn}>
          {formatDate(deadline.dueOn, language).replaceAll(' ', '\u00a0')}
        </time>
      </b>
      {sentence.after}
    </>
  )
}

/** «4ᵉ trimestre 2026»: the ordinal of French raised, as it is printed. */
function QuarterName({ quarter }: { readonly quarter: Quarter }) {
  const { language } = useVisit()
  const name = formatQuarterInWords(quarter, language)
  const [, figure, ordinal, rest] = /^(\d)(er|e)( .+)$/.exec(name) ?? []
  if (!figure) return <>{name}</>
  return (
    <>
      {figure}
      <sup>{ordinal}</sup>
      {rest}
    </>
  )
}

function EmployerDoor() {
  const { words } = useVisit()
  const { services, doors } = words.home
  return (
    <Door
      title={<a href={paths.employers()}>{doors.employer}</a>}
      links={[
        { label: services.subscription, href: paths.subscription.start(), strong: true },
        { label: services.administration, href: paths.signIn.administration() },
        ...serviceDoors.map(({ name, slug }) => ({
          label: services[name],
          href: paths.signIn.service({ service: slug }),
        })),
        { label: services.downloads, href: paths.downloads.list() },
      ]}
    />
  )
}

/** The four téléservices in the leaflet's order, with the door of each. */
export const serviceDoors = [
  { name: 'declaration', slug: 'teledeclaration' },
  { name: 'account', slug: 'compte-adherent' },
  { name: 'payment', slug: 'e-paiement' },
  { name: 'liquidation', slug: 'e-liquidation' },
] as const
