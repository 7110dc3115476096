import { formatQuarterInWords, type Quarter } from '../../../calendar/index.ts'
import type { CareerQuarter, Earning } from '../../../members/points.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import type { Tone } from '../../../web/components/shape.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextArea } from '../../../web/components/text-area.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { runsOf } from '../../career.ts'
import type { Career } from '../../read-career.ts'
import { doorToDue } from '../../pages/known-career.tsx'
import type { ClaimCareerView } from '../view-claim.ts'
import { ClaimStepPage, type SentBack } from './claim-frame.tsx'

interface Props extends SentBack {
  readonly view: ClaimCareerView
}

/** The career by quarter, its gaps and its unpaid quarters named (product L2). */
export function CareerStepPage({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { careerStep } = own
  const { claim, career } = view
  return (
    <ClaimStepPage
      claim={claim}
      title={careerStep.title}
      lead={careerStep.lead}
      errors={errors}
      wide
    >
      <CareerNotes career={career} />
      <CareerQuarters career={career} />
      <Form
        action={paths.claims.career({ id: claim.id })}
        version={claim.version}
        errors={errors}
        typed={typed}
      >
        <TextArea
          name="note"
          label={careerStep.note}
          hint={careerStep.noteHint}
          value={claim.careerNote}
          rows={3}
          maxlength={1000}
          optional
        />
        <Checkbox
          name="relue"
          label={careerStep.confirm}
          checked={claim.careerConfirmedAt !== null}
        />
        <Actions>
          <Button>{own.save}</Button>
        </Actions>
      </Form>
    </ClaimStepPage>
  )
}

/** Gaps and unpaid quarters, each named; the unpaid ones lead to the account. */
export function CareerNotes({
  career,
  isOfCompany = true,
}: {
  readonly career: Career
  readonly isOfCompany?: boolean
}) {
  const { careerStep } = useVisit().words.claims
  const { gaps, unpaid, quarters } = career
  if (gaps.length + unpaid.length === 0)
    return quarters.length > 0 ? <Note tone="done">{careerStep.whole}</Note> : null
  return (
    <>
      {gaps.length > 0 ? (
        <Note tone="warning" title={careerStep.gapsTitle}>
          <GapList gaps={gaps} />
          {isOfCompany ? <p>{careerStep.gapsText}</p> : null}
        </Note>
      ) : null}
      {unpaid.length > 0 ? (
        <Note tone="warning" title={careerStep.unpaidTitle}>
          <p>{careerStep.unpaidText}</p>
          <ul>
            {unpaid.map((due) => (
              <li>
                <UnpaidQuarter due={due} isOfCompany={isOfCompany} />
              </li>
            ))}
          </ul>
          {isOfCompany ? <p>{careerStep.accountHint}</p> : null}
        </Note>
      ) : null}
    </>
  )
}

/** Each run of quarters in one line, whatever its length. */
function GapList({ gaps }: Pick<Career, 'gaps'>) {
  const { words, language } = useVisit()
  const said = (quarter: Quarter) => formatQuarterInWords(quarter, language)
  return (
    <ul>
      {runsOf(gaps.map(({ quarter }) => quarter)).map(({ first, last }) => (
        <li>
          {first === last ? said(first) : words.claims.careerStep.gapRun(said(first), said(last))}
        </li>
      ))}
    </ul>
  )
}

interface UnpaidProps {
  readonly due: CareerQuarter
  readonly isOfCompany: boolean
}

function UnpaidQuarter({ due: { category, quarter }, isOfCompany }: UnpaidProps) {
  const { words, language } = useVisit()
  const said = words.payments.drawUp.due(category, formatQuarterInWords(quarter, language))
  if (!isOfCompany) return <>{said}</>
  return <a href={doorToDue({ category, quarter })}>{said}</a>
}

const tones: Readonly<Partial<Record<Earning, Tone>>> = {
  settled: 'done',
  collecting: 'info',
  to_pay: 'wait',
  late: 'stop',
}

/** What was declared, quarter by quarter, and whether it has its points. */
export function CareerQuarters({ career }: { readonly career: Career }) {
  const { words, language } = useVisit()
  const { members, ledger } = words
  return (
    <Table
      caption={members.careerTitle}
      rows={career.quarters}
      dense
      empty={<EmptyState title={members.noCareer}>{members.noCareerText}</EmptyState>}
      columns={[
        { head: ledger.quarter, cell: ({ quarter }) => formatQuarterInWords(quarter, language) },
        { head: members.category, cell: ({ category }) => <Reference>{category}</Reference> },
        { head: members.salary, numeric: true, cell: ({ salary }) => <Money amount={salary} /> },
        {
          head: members.points,
          cell: ({ earning }) => (
            <StatusTag tone={tones[earning] ?? 'off'}>{members.earnings[earning]}</StatusTag>
          ),
        },
      ]}
    />
  )
}
