import { DateText } from '../../../web/components/date-text.tsx'
import { Money } from '../../../web/components/money.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { useVisit } from '../../../web/visit.ts'
import { languages } from '../../../web/words/language.ts'
import { monthlyOf } from '../../pension.ts'
import { startTerm } from '../start-term.ts'
import type { ClaimDecision } from '../store/decisions.ts'

interface Props {
  readonly decisions: readonly ClaimDecision[]
  /** The address of a letter. */
  readonly href: (number: number, language: 'fr' | 'ar') => string
}

/** What was decided, with its amounts and its letter in both languages. */
export function DecisionList({ decisions, href }: Props) {
  const own = useVisit().words.claims
  const { letter } = own
  const paid = decisions.filter(({ startsOn }) => startsOn !== null)
  const isOnce = paid.length > 0 && paid.every(({ yearly }) => yearly === null)
  return (
    <Table
      caption={letter.decisions}
      rows={decisions}
      columns={[
        {
          head: letter.decision,
          cell: ({ verdict, state }) => (
            <StatusTag
              tone={state === 'proposed' ? 'wait' : verdict === 'refused' ? 'stop' : 'done'}
            >
              {state === 'proposed' ? letter.proposed : letter.verdicts[verdict]}
            </StatusTag>
          ),
        },
        {
          head: letter.when,
          cell: ({ state, proposedAt, settledAt }) => (
            <>
              {state === 'proposed' ? letter.proposedOn : letter.decidedOn}{' '}
              <DateText date={settledAt ?? proposedAt} />
            </>
          ),
        },
        {
          head: startTerm(letter, isOnce),
          cell: ({ startsOn }) => (startsOn ? <DateText date={startsOn} short /> : null),
        },
        {
          head: letter.monthly,
          numeric: true,
          cell: ({ yearly }) => (yearly === null ? null : <Money amount={monthlyOf(yearly)} />),
        },
        {
          head: letter.atOnce,
          numeric: true,
          cell: ({ atOnce }) => (atOnce === null ? null : <Money amount={atOnce} />),
        },
        {
          head: letter.letter,
          cell: ({ number, state }) =>
            state === 'final'
              ? languages.map((language) => (
                  <div>
                    <a href={href(number, language)} download>
                      {letter.in[language]}
                    </a>
                  </div>
                ))
              : null,
        },
      ]}
    />
  )
}
