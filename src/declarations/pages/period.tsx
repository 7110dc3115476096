import { formatDate, formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import type { Membership } from '../../members/known-members.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { Details } from '../../web/components/details.tsx'
import { FieldGroup, FieldRow } from '../../web/components/field-group.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { leftField, salaryField } from '../entry-form.ts'
import type { OpenPeriod, Workspace } from '../workspace.ts'
import { useDeclarationBand } from './band.ts'

interface Props {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  readonly members: readonly Membership[]
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** One period to declare, by file or by form as the mandate says; the file stays open to both. */
export function PeriodPage({ workspace, period, members, errors = {}, typed }: Props) {
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
      {workspace.mode === 'form' ? (
        <>
          <EntryForm period={period} members={members} errors={errors} typed={typed} />
          <Details summary={said.orFile} open={errors['fichier'] !== undefined}>
            <FileForm period={period} members={members} errors={errors} />
          </Details>
        </>
      ) : (
        <FileForm period={period} members={members} errors={errors} />
      )}
    </Layout>
  )
}

interface FormProps {
  readonly period: OpenPeriod
  readonly members: readonly Membership[]
  readonly errors: Mistakes
  readonly typed?: Fields | undefined
}

function parametersOf(period: OpenPeriod) {
  return { category: period.terms.category, quarter: formatQuarter(period.quarter) }
}

function FileForm({ period, members, errors }: FormProps) {
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
        <Form action={paths.declarations.upload(parametersOf(period))} errors={errors} upload>
          <FileField
            name="fichier"
            label={said.fileLabel}
            hint={said.fileHint}
            kinds={said.fileKinds}
            accept=".txt,text/plain"
            maxMegabytes={20}
          />
          <Actions>
            <Button>{said.check}</Button>
          </Actions>
        </Form>
      </section>
    </>
  )
}

function EntryForm({ period, members, errors, typed }: FormProps) {
  const said = useVisit().words.declarations
  if (members.length === 0) return <EmptyState title={said.formTitle}>{said.formNobody}</EmptyState>
  return (
    <section>
      <h2>{said.formTitle}</h2>
      <p>{said.formText}</p>
      <Form action={paths.declarations.period(parametersOf(period))} errors={errors} typed={typed}>
        {members.map((member) => (
          <FieldGroup legend={`${member.firstName} ${member.lastName} · ${member.memberNumber}`}>
            <FieldRow>
              <TextField
                name={salaryField(member.memberNumber)}
                label={said.formSalary}
                inputmode="decimal"
                width="short"
              />
              <TextField
                name={leftField(member.memberNumber)}
                label={said.formLeftOn}
                inputmode="numeric"
                width="short"
                optional
              />
            </FieldRow>
          </FieldGroup>
        ))}
        <Actions>
          <Button>{said.formCheck}</Button>
        </Actions>
      </Form>
    </section>
  )
}
