import { formatDate, formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import type { Membership } from '../../members/known-members.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Details } from '../../web/components/details.tsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { NothingToDeclare, StartEntry } from '../entry/pages/start.tsx'
import type { Sheet } from '../entry/sheet.ts'
import type { OpenPeriod, Workspace } from '../workspace.ts'
import { useDeclarationBand } from './band.ts'
import { CheckAhead } from './check-ahead.tsx'

interface Props {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  readonly members: readonly Membership[]
  readonly sheet: Sheet | null
  readonly errors?: Mistakes | undefined
}

/** One period to declare, by file or by form as the mandate says; the file stays open to both. */
export function PeriodPage({ workspace, period, members, sheet, errors = {} }: Props) {
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
      {sheet ? (
        <>
          <StartEntry period={period} sheet={sheet} />
          <Details summary={said.orFile} open={errors['fichier'] !== undefined}>
            <FileForm workspace={workspace} period={period} members={members} errors={errors} />
          </Details>
        </>
      ) : (
        <FileForm workspace={workspace} period={period} members={members} errors={errors} />
      )}
      <NothingToDeclare period={period} />
    </Layout>
  )
}

interface FormProps {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  readonly members: readonly Membership[]
  readonly errors: Mistakes
}

function parametersOf(period: OpenPeriod) {
  return { category: period.terms.category, quarter: formatQuarter(period.quarter) }
}

function FileForm({ workspace, period, members, errors }: FormProps) {
  const said = useVisit().words.declarations
  return (
    <>
      <section>
        <h2>{said.preparedFile}</h2>
        {members.length > 0 ? (
          <>
            <p>{said.preparedFileText(String(members.length))}</p>
            <ButtonLink
              kind="plain"
              href={paths.declarations.prepared(parametersOf(period))}
              download
            >
              {said.downloadPrepared}
            </ButtonLink>
          </>
        ) : (
          <p>{said.preparedFileNone}</p>
        )}
      </section>
      <section>
        <h2>{said.howTo}</h2>
        <Form
          action={paths.declarations.upload(parametersOf(period))}
          errors={errors}
          upload
          enhance="check"
        >
          <FileField
            name="fichier"
            label={said.fileLabel}
            hint={said.fileHint}
            kinds={said.fileKinds}
            accept=".txt,text/plain"
            maxMegabytes={20}
          />
          <CheckAhead workspace={workspace} period={period} />
          <Actions>
            <Button>{said.check}</Button>
          </Actions>
        </Form>
      </section>
    </>
  )
}
