import {
  formatDate,
  formatDateTime,
  formatQuarter,
  formatQuarterInWords,
} from '../../calendar/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, ButtonLink } from '../../web/components/button.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Details } from '../../web/components/details.tsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useOfCompany } from '../../web/of-company.ts'
import { useVisit } from '../../web/visit.ts'
import { deskFileFormats } from '../desk/files/desk-file.ts'
import type { Arrivals } from '../deposits/arrivals.ts'
import {
  type FirstTranche,
  NothingToDeclare,
  StartEntry,
  TypedWithFirst,
} from '../entry/pages/start.tsx'
import type { Sheet } from '../entry/sheet.ts'
import type { OpenPeriod, Workspace } from '../workspace.ts'
import { useDeclarationBand } from './band.ts'
import { CheckAhead } from './check-ahead.tsx'
import { DepositForm } from './deposit-form.tsx'
import { Templates } from './templates.tsx'

interface Props {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  /** How many members. */
  readonly expected: number
  readonly sheet: Sheet | null
  /** The category that this one is the second tranche of, where it is typed. */
  readonly first: FirstTranche | null
  readonly arrivals: Arrivals
  readonly errors?: Mistakes | undefined
}

/** One period to declare, by file or by form as the mandate says; the file stays open to both. */
export function PeriodPage({ sheet, first, errors = {}, ...props }: Props) {
  const { workspace, period } = props
  const { words, language } = useVisit()
  const said = words.declarations
  const title = said.periodTitle(
    formatQuarterInWords(period.quarter, language),
    period.terms.category,
  )
  const due = formatDate(period.dueOn, language)
  const isLate = period.dueOn < workspace.today
  return (
    <Layout
      title={title}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={errors}
    >
      <BackLink href={paths.declarations.calendar()}>{said.calendar}</BackLink>
      <PageHead title={title} lead={isLate ? undefined : said.dueBefore(due)} />
      {isLate ? <Note tone="warning">{said.lateSince(due)}</Note> : null}
      <OwnWork arrivals={props.arrivals} />
      {sheet ? <StartEntry period={period} sheet={sheet} /> : null}
      {first ? <TypedWithFirst period={period} first={first} /> : null}
      {sheet || first?.sentId === null ? (
        <Details summary={said.orFile} open={errors['fichier'] !== undefined}>
          <FileForm {...props} errors={errors} />
        </Details>
      ) : (
        <FileForm {...props} errors={errors} />
      )}
      <NothingToDeclare period={period} />
    </Layout>
  )
}

/** Their own file, checked and not sent yet: it is gone on with from here too, and another one would replace it. */
function OwnWork({ arrivals: { current } }: Pick<Props, 'arrivals'>) {
  const { words, language } = useVisit()
  if (!current?.isOwn || current.of.madeBy !== 'file') return null
  const { id, fileName, uploadedAt } = current.of
  return (
    <Note
      tone="info"
      action={
        <ButtonLink kind="plain" href={paths.declarations.check({ id })}>
          {words.deposits.resumeOwn}
        </ButtonLink>
      }
    >
      {words.deposits.own(fileName, formatDateTime(uploadedAt, language))}
    </Note>
  )
}

interface FormProps {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  /** How many members. */
  readonly expected: number
  readonly arrivals: Arrivals
  readonly errors: Mistakes
}

function parametersOf(period: OpenPeriod) {
  return { category: period.terms.category, quarter: formatQuarter(period.quarter) }
}

function FileForm({ workspace, period, expected, arrivals, errors }: FormProps) {
  const ofCompany = useOfCompany()
  const said = useVisit().words.declarations
  return (
    <>
      <section>
        <h2>{said.preparedFile}</h2>
        {expected > 0 ? (
          <>
            <p>{said.preparedFileText(String(expected))}</p>
            <Actions>
              {deskFileFormats.map((format) => (
                <ButtonLink
                  kind="plain"
                  href={ofCompany(
                    `${paths.declarations.prepared(parametersOf(period))}?format=${format}`,
                  )}
                  download
                >
                  {said.downloadPrepared[format]}
                </ButtonLink>
              ))}
            </Actions>
          </>
        ) : (
          <p>{said.preparedFileNone}</p>
        )}
      </section>
      <Templates />
      <section>
        <h2>{said.howTo}</h2>
        <DepositForm
          period={{ category: period.terms.category, quarter: period.quarter }}
          arrivals={arrivals}
          errors={errors}
          hint={said.fileHint}
          ahead={<CheckAhead workspace={workspace} period={period} />}
        />
      </section>
    </>
  )
}
