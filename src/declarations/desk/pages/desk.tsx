import { formatQuarter, formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Meter } from '../../../web/components/meter.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { Severity } from '../../checking/finding.ts'
import { isAboutFile, isAboutMembers, waitsForReason } from '../cause.ts'
import type { DeskView } from '../view-desk.ts'
import { BeforeSending } from './before-sending.tsx'
import { CauseList } from './cause-list.tsx'
import { Corrections } from './corrections.tsx'
import { type SentBack, sentPrefix } from './files.tsx'
import { FindLine } from './find-line.tsx'
import { otherPrefix, OtherWays } from './other-ways.tsx'
import type { Typed } from './typed.ts'

interface Props {
  readonly view: DeskView
  /** The kind of findings to show; all of them without. */
  readonly kind?: Severity | undefined
  readonly errors?: Mistakes | undefined
  readonly typed?: Typed | undefined
  readonly sent?: SentBack | undefined
  /** Why another file was not taken. */
  readonly other?: string | undefined
}

/** What is ready first, then what is left, then the sending: nothing is sent that was not shown here. */
export function DeskPage({ view, kind, errors = {}, typed, sent, other }: Props) {
  const { words, language } = useVisit()
  const { declaration, causes } = view
  const { quarter, category } = declaration
  const file = sent?.sentence ?? other
  const title = words.declarations.checkTitle(formatQuarterInWords(quarter, language), category)
  return (
    <Layout
      title={title}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={file ? { fichier: file } : (typed?.errors ?? errors)}
      errorsPrefix={sent ? sentPrefix : other ? otherPrefix : typed?.cause}
      wide
    >
      <BackLink href={paths.declarations.calendar()}>{words.declarations.calendar}</BackLink>
      <div
        id="bureau"
        data-enhance="inplace"
        data-url={addressOf(declaration.id, kind)}
        data-failed={words.desk.notReached}
        data-close={words.desk.close}
      >
        <PageHead title={title} lead={<Lead view={view} />} />
        <Revised view={view} />
        <Readiness view={view} />
        <Kinds view={view} kind={kind} />
        {causes.length === 0 ? (
          <p>{words.declarations.nothingFound}</p>
        ) : (
          <CauseList
            view={view}
            causes={kind ? causes.filter(({ severity }) => severity === kind) : causes}
            typed={typed}
          />
        )}
        {view.sheet || declaration.lines === 0 ? null : (
          <div class="section">
            <FindLine id={declaration.id} />
          </div>
        )}
        <Corrections view={view} />
        <BeforeSending view={view} errors={errors} />
        <OtherWays view={view} sent={sent} other={other} />
      </div>
    </Layout>
  )
}

function addressOf(id: string, kind: Severity | undefined): string {
  const address = paths.declarations.check({ id })
  return kind ? `${address}?voir=${kind}` : address
}

/** What is ready is said first; then what is left. */
function Lead({ view }: { readonly view: DeskView }) {
  const { words } = useVisit()
  const { declaration, causes } = view
  if (declaration.lines === 0) {
    return declaration.layout === 'none' ? null : <>{words.declarations.unreadable}</>
  }
  const doubts = causes.filter(waitsForReason)
  const absent = openIn(doubts.filter(isAboutMembers))
  const totals = openIn(doubts.filter(isAboutFile))
  const { lines, acceptedLines, doubtfulLines } = declaration
  return (
    <>
      <b>{words.desk.ready(acceptedLines - doubtfulLines)}</b>{' '}
      {words.desk.left(lines - acceptedLines, doubtfulLines, absent, totals)}
    </>
  )
}

function openIn(doubts: DeskView['causes']): number {
  return doubts.reduce((sum, { count, confirmed }) => sum + count - confirmed, 0)
}

/** A correction of what was sent says so: that stays valid until this is sent. */
function Revised({ view: { declaration, replaced, sheet } }: { readonly view: DeskView }) {
  const { words } = useVisit()
  const said = words.desk.revision
  const period = { category: declaration.category, quarter: formatQuarter(declaration.quarter) }
  if (!replaced) return null
  return (
    <Note
      tone="info"
      title={said.lead(replaced.receiptNumber ?? '')}
      action={
        sheet ? (
          <ButtonLink href={paths.entry.sheet(period)}>{words.entry.backToSheet}</ButtonLink>
        ) : null
      }
    >
      {sheet ? said.inSheet : declaration.lines === 0 ? said.nothingSentText : null}
    </Note>
  )
}

function Readiness({ view: { declaration } }: { readonly view: DeskView }) {
  const said = useVisit().words.declarations
  const { lines, acceptedLines, doubtfulLines } = declaration
  if (lines === 0) return null
  const readyLines = acceptedLines - doubtfulLines
  return (
    <Meter
      parts={[
        { tone: 'done', count: readyLines, label: said.ready(readyLines) },
        { tone: 'wait', count: doubtfulLines, label: said.toConfirm(doubtfulLines) },
        {
          tone: 'stop',
          count: lines - acceptedLines,
          label: said.toCorrect(lines - acceptedLines),
        },
      ]}
    />
  )
}

const kinds = ['blocking', 'to_confirm', 'information'] as const

/** What needs work apart from what is only told. */
function Kinds({ view, kind }: { readonly view: DeskView; readonly kind: Severity | undefined }) {
  const said = useVisit().words.desk
  const { causes, declaration } = view
  const counted = kinds.map((one) => ({
    kind: one,
    count: causes
      .filter(({ severity }) => severity === one)
      .reduce((sum, { count }) => sum + count, 0),
  }))
  const open = openIn(causes.filter(waitsForReason))
  const some = counted.filter(({ count }) => count > 0)
  if (some.length < 2 && !kind) return null
  return (
    <nav class="tabs" aria-label={said.filters}>
      <a
        href={addressOf(declaration.id, undefined)}
        aria-current={kind ? undefined : 'page'}
        data-loads="bureau"
      >
        {said.everything}
      </a>
      {some.map((one) => (
        <a
          href={addressOf(declaration.id, one.kind)}
          aria-current={kind === one.kind ? 'page' : undefined}
          data-loads="bureau"
        >
          {one.kind !== 'to_confirm'
            ? said.counted[one.kind](one.count)
            : open > 0
              ? said.counted.to_confirm(open)
              : said.alreadyConfirmed(one.count)}
        </a>
      ))}
    </nav>
  )
}

export function severityNamed(text: string | undefined): Severity | undefined {
  return kinds.find((kind) => kind === text)
}
