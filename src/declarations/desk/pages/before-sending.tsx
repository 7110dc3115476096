import { formatDateTime, formatQuarter, formatQuarterInWords } from '../../../calendar/index.ts'
import { add, formatDirhams, signed, subtract } from '../../../money/index.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { Summary } from '../../../web/components/summary.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { SinceQuarter, SinceSent } from '../../changes/pages/comparison.tsx'
import { obstacleTo } from '../../declaration.ts'
import type { EntryBeside } from '../../entry/store/beside.ts'
import { ways } from '../../entry/way-out.ts'
import type { DeskView } from '../view-desk.ts'

interface Props {
  readonly view: DeskView
  readonly errors: Mistakes
}

/** What would be sent, to the centime, and the button that sends it; or what stands before it (product D6, quality US19). */
export function BeforeSending({ view, errors }: Props) {
  const { words } = useVisit()
  const { lines, acceptedLines, quarter } = view.declaration
  const obstacle = obstacleTo(view.declaration, view.causes)
  const isWhole = lines > 0 && lines === acceptedLines
  return (
    <section class="before-sending" aria-labelledby="avant-envoi" data-leaves>
      <h2 id="avant-envoi">{words.declarations.checkAnswers}</h2>
      <Totals view={view} />
      <SinceSent declaration={view.declaration} comparison={view.sinceSent} />
      {isWhole ? (
        <SinceQuarter declaration={view.declaration} comparison={view.sinceQuarter} />
      ) : null}
      {view.sheet?.hasChanged ? (
        <SheetChanged category={view.sheet.category} quarter={formatQuarter(quarter)} />
      ) : obstacle ? (
        <Note tone={obstacle === 'to_confirm' || obstacle === 'blocking' ? 'warning' : 'stop'}>
          {words.declarations.cannotSendYet[obstacle]}
        </Note>
      ) : (
        <Sending view={view} errors={errors} />
      )}
    </section>
  )
}

/** What was typed since the check is not in it: the sheet is checked again before anything goes. */
function SheetChanged(period: { readonly category: string; readonly quarter: string }) {
  const said = useVisit().words.entry
  return (
    <>
      <Note tone="warning">{said.changedSinceCheck}</Note>
      <Form action={paths.entry.sheet(period)}>
        <Actions>
          <Button name="vers" value={ways.check}>
            {said.checkAgain}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

function Totals({ view: { declaration, employerName, employerNumber } }: { view: DeskView }) {
  const { words, language } = useVisit()
  const said = words.declarations
  const { acceptedLines, doubtfulLines } = declaration
  if (acceptedLines === 0) return null
  return (
    <Summary
      rows={[
        { question: said.company, answer: `${employerName} · ${employerNumber}` },
        { question: said.quarter, answer: formatQuarterInWords(declaration.quarter, language) },
        { question: said.category, answer: declaration.category },
        declaration.madeBy === 'form'
          ? { question: words.desk.receipt.madeBy, answer: words.desk.receipt.made.form }
          : { question: said.fileName, answer: declaration.fileName },
        { question: said.members, answer: said.membersIn(acceptedLines, doubtfulLines) },
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

function Sending({ view, errors }: Props) {
  const { declaration, entry } = view
  const { what, button } = useSending(view)
  return (
    <Form
      action={paths.declarations.send({ id: declaration.id })}
      version={declaration.version}
      errors={errors}
    >
      <p>{what}</p>
      {entry ? <LeavesEntry entry={entry} /> : null}
      <Actions>
        <Button>{button}</Button>
      </Actions>
    </Form>
  )
}

export const leavesEntryField = 'saisie'

/** Somebody types the same quarter: that is said, and given up by saying so (product D5). */
function LeavesEntry({ entry }: { readonly entry: EntryBeside }) {
  const { words, language } = useVisit()
  const said = words.entry.beside
  return (
    <>
      <Note tone="warning">
        {said.text(entry.savedBy, formatDateTime(entry.savedAt, language), entry.rows)}
      </Note>
      <Checkbox name={leavesEntryField} label={said.leave(entry.rows)} />
    </>
  )
}

/** A first version says what it declares; a correction, by how much that differs from what was sent (product D8). */
function useSending({ declaration, replaced, employerName }: DeskView) {
  const { words, language } = useVisit()
  const said = words.declarations
  const total = add(declaration.employee, declaration.employer)
  if (!replaced) {
    return { what: said.sendWhat, button: said.send(formatDirhams(total, language), employerName) }
  }
  const { sign, size } = signed(subtract(total, add(replaced.employee, replaced.employer)))
  const amount = formatDirhams(size, language)
  return {
    what: said.sendCorrectionWhat(sign),
    button: said.sendCorrection(amount, employerName, sign),
  }
}
