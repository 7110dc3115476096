import { formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import { add, formatDirhams } from '../../money/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { Meter } from '../../web/components/meter.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Summary } from '../../web/components/summary.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { obstacleTo } from '../declaration.ts'
import type { Declaration } from '../store.ts'
import { useDeclarationBand } from './band.ts'
import { Causes, type CauseView } from './causes.tsx'

export interface CheckView {
  readonly declaration: Declaration
  readonly causes: readonly CauseView[]
  /** Good lines with a doubt still to confirm. */
  readonly linesToConfirm: number
  readonly employerName: string
  readonly employerNumber: string
}

interface Props {
  readonly view: CheckView
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** The cause whose reason was being written. */
  readonly typedCode?: string | undefined
}

/** What the check found, what is ready, and the sending: nothing is sent that was not shown here. */
export function CheckPage({ view, errors = {}, typed, typedCode }: Props) {
  const { words, language } = useVisit()
  const said = words.declarations
  const { declaration, causes } = view
  const title = said.checkTitle(
    formatQuarterInWords(declaration.quarter, language),
    declaration.category,
  )
  const obstacle = obstacleTo(declaration, causes)
  return (
    <Layout
      title={title}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={errors}
      errorsPrefix={typedCode}
      wide
    >
      <BackLink href={paths.declarations.calendar()}>{said.calendar}</BackLink>
      <PageHead title={title} lead={readiness(view, said)} />
      <Readiness view={view} />
      <Causes
        declarationId={declaration.id}
        causes={causes}
        errors={errors}
        typed={typed}
        typedCode={typedCode}
      />
      {causes.length > 0 ? (
        <p>
          <a href={paths.declarations.annotated({ id: declaration.id })} download>
            {said.annotated}
          </a>
        </p>
      ) : null}
      <Totals view={view} />
      {obstacle ? (
        <Note tone={obstacle === 'to_confirm' ? 'warning' : 'stop'}>
          {said.cannotSendYet[obstacle]}
        </Note>
      ) : (
        <Sending view={view} />
      )}
      <AnotherFile
        declaration={declaration}
        isNeeded={obstacle !== null && obstacle !== 'to_confirm'}
      />
    </Layout>
  )
}

function readiness(
  { declaration, linesToConfirm }: CheckView,
  said: ReturnType<typeof useVisit>['words']['declarations'],
): string {
  if (declaration.lines === 0) return said.unreadable
  if (declaration.acceptedLines < declaration.lines) {
    return said.someReady(declaration.acceptedLines, declaration.lines)
  }
  if (linesToConfirm > 0) return said.toConfirmFirst(linesToConfirm)
  return declaration.lines === 1 ? said.oneReady : said.allReady(String(declaration.lines))
}

function Readiness({ view: { declaration, linesToConfirm } }: { readonly view: CheckView }) {
  const said = useVisit().words.declarations
  if (declaration.lines === 0) return null
  return (
    <Meter
      parts={[
        { tone: 'done', count: declaration.acceptedLines - linesToConfirm, label: said.ready },
        { tone: 'wait', count: linesToConfirm, label: said.toConfirm },
        {
          tone: 'stop',
          count: declaration.lines - declaration.acceptedLines,
          label: said.toCorrect,
        },
      ]}
    />
  )
}

function Totals({
  view: { declaration, employerName, employerNumber },
}: {
  readonly view: CheckView
}) {
  const { words, language } = useVisit()
  const said = words.declarations
  if (declaration.acceptedLines === 0) return null
  return (
    <Summary
      title={said.checkAnswers}
      rows={[
        { question: said.company, answer: `${employerName} · ${employerNumber}` },
        { question: said.quarter, answer: formatQuarterInWords(declaration.quarter, language) },
        { question: said.category, answer: declaration.category },
        { question: said.fileName, answer: declaration.fileName },
        { question: said.members, answer: String(declaration.acceptedLines) },
        { question: said.salaries, answer: formatDirhams(declaration.salary, language) },
        { question: said.employeePart, answer: formatDirhams(declaration.employee, language) },
        { question: said.employerPart, answer: formatDirhams(declaration.employer, language) },
        {
          question: said.total,
          answer: formatDirhams(add(declaration.employee, declaration.employer), language),
        },
      ]}
    />
  )
}

function Sending({ view: { declaration, employerName } }: { readonly view: CheckView }) {
  const { words, language } = useVisit()
  const said = words.declarations
  const amount = formatDirhams(add(declaration.employee, declaration.employer), language)
  return (
    <Form action={paths.declarations.send({ id: declaration.id })} version={declaration.version}>
      <p>{said.sendWhat}</p>
      <Actions>
        <Button>{said.send(amount, employerName)}</Button>
      </Actions>
    </Form>
  )
}

function AnotherFile({
  declaration,
  isNeeded,
}: {
  readonly declaration: Declaration
  readonly isNeeded: boolean
}) {
  const said = useVisit().words.declarations
  const period = { category: declaration.category, quarter: formatQuarter(declaration.quarter) }
  return (
    <section>
      {isNeeded ? (
        <Form action={paths.declarations.upload(period)} upload prefix="autre-">
          <FileField
            name="fichier"
            label={said.replaceFile}
            kinds={said.fileKinds}
            accept=".txt,text/plain"
            maxMegabytes={20}
          />
          <Actions>
            <Button>{said.check}</Button>
          </Actions>
        </Form>
      ) : (
        <ButtonLink kind="link" href={paths.declarations.period(period)}>
          {said.replaceFile}
        </ButtonLink>
      )}
      <Form action={paths.declarations.abandon({ id: declaration.id })} prefix="abandon-">
        <Button kind="link">{said.abandon}</Button>
      </Form>
    </section>
  )
}
