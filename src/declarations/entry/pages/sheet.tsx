import { formatDateTime, formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { formatDirhams } from '../../../money/index.ts'
import { Form } from '../../../web/components/form.tsx'
import { Meter } from '../../../web/components/meter.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { fullName } from '../civil-data.ts'
import { salaryField, sheetError } from '../page-form.ts'
import { shownTyped } from '../row-words.ts'
import { readRow, type Typed } from '../row.ts'
import { sheetAt, textOf } from '../sheet-address.ts'
import type { CurrentCheck } from '../store/checks.ts'
import type { SheetView } from '../view-sheet.ts'
import { RunningTotals } from './running-totals.tsx'
import { SheetRows } from './sheet-rows.tsx'
import { SheetTools, StartingValues, WaysOn } from './sheet-tools.tsx'
import { WrongElsewhere } from './wrong-elsewhere.tsx'

interface Props {
  readonly view: SheetView
  /** The page answers a save that was not wholly right: its mistakes are summed up first. */
  readonly isTold?: boolean | undefined
  readonly errors?: Mistakes | undefined
  /** What was typed and could not be saved, by row. */
  readonly typed?: ReadonlyMap<string, Partial<Typed>> | undefined
  /** What somebody else saved meanwhile, by row. */
  readonly changed?: ReadonlyMap<string, Typed> | undefined
}

/** One page of the sheet: 25 members, their salaries, what is left, and what it comes to. */
export function SheetPage({ view, isTold, errors: told = {}, typed, changed }: Props) {
  const { words, language } = useVisit()
  const said = words.entry
  const { period, sheet, shown } = view
  const address = textOf(period)
  const errors = { ...told, ...useRowErrors(view, changed) }
  const title = said.title(formatQuarterInWords(period.quarter, language), address.category)
  return (
    <Layout
      title={title}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={isTold ? errors : {}}
      wide
    >
      <BackLink href={paths.declarations.period({ ...address })}>{said.period}</BackLink>
      <PageHead title={title} lead={said.lead(sheet.rows.length)} />
      <TwoTranches view={view} />
      <StandingChecks view={view} />
      {sheet.rows.length > 0 ? <Progress view={view} /> : null}
      <Form
        action={sheetAt(address)}
        errors={errors}
        enhance={sheet.rows.length > 0 ? 'sheet' : undefined}
        wide
        plain
      >
        <SheetTools view={view} />
        <WrongElsewhere view={view} />
        <StartingValues view={view} />
        <SheetRows view={view} typed={typed} seen={(row) => changed?.get(row.key) ?? row} />
        <WaysOn view={view} />
        <p class="muted">
          {sheet.saved
            ? said.savedAt(formatDateTime(sheet.saved.at, language), sheet.saved.by)
            : said.notSavedYet}
        </p>
        {shown.rows.length > 0 ? <RunningTotals view={view} /> : null}
      </Form>
    </Layout>
  )
}

/** The mistakes kept in the rows of this page, and what somebody else saved in their place. */
function useRowErrors(
  { shown, period }: SheetView,
  changed: ReadonlyMap<string, Typed> | undefined,
): Mistakes {
  const said = useVisit().words.entry
  return Object.assign(
    {},
    ...shown.rows.map((row) => {
      const name = fullName(row.civil)
      const theirs = changed?.get(row.key)
      if (theirs)
        return { [salaryField(row.key)]: said.changedMeanwhile(name, shownTyped(theirs, said)) }
      const read = readRow(row, period.quarter)
      return read.state === 'wrong' ? sheetError(row.key, name, read.mistakes, said.mistakes) : {}
    }),
  ) as Mistakes
}

/** A salary declared in two lines is typed once; or up to the ceiling, by a declarant of the first line only. */
function TwoTranches({ view: { tranches } }: { readonly view: SheetView }) {
  const { words, language } = useVisit()
  if (!tranches) return null
  const said = tranches.two ? words.entry.tranches : words.entry.oneTranche
  return <Note>{said(formatDirhams(tranches.ceiling, language), tranches.twoCategory)}</Note>
}

/** A check is waiting to be sent: of this sheet, or of a file that this sheet would replace. */
function StandingChecks({ view: { check, secondCheck, tranches } }: { readonly view: SheetView }) {
  const said = useVisit().words.entry
  return (
    <>
      {check ? <StandingCheck check={check} seeOwn={said.seeCheck} /> : null}
      {secondCheck && tranches ? (
        <StandingCheck check={secondCheck} seeOwn={said.secondCheck(tranches.twoCategory)} />
      ) : null}
    </>
  )
}

interface StandingProps {
  readonly check: CurrentCheck
  readonly seeOwn: string
}

function StandingCheck({ check, seeOwn }: StandingProps) {
  const said = useVisit().words.entry
  const isOwn = check.keys !== null
  return (
    <Note
      tone={isOwn ? 'info' : 'warning'}
      action={
        <a href={paths.declarations.check({ id: check.id })}>
          {isOwn ? seeOwn : said.seeOtherCheck}
        </a>
      }
    >
      {isOwn ? said.checkedAlready : said.otherCheck}
    </Note>
  )
}

function Progress({ view: { progress } }: { readonly view: SheetView }) {
  const said = useVisit().words.entry.progress
  const done = progress.paid + progress.left + progress.unpaid
  return (
    <Meter
      parts={[
        { tone: 'done', count: done, label: said.done(done) },
        { tone: 'wait', count: progress.carried, label: said.carried },
        { tone: 'stop', count: progress.wrong, label: said.wrong },
        { tone: 'off', count: progress.empty, label: said.empty },
      ]}
    />
  )
}
