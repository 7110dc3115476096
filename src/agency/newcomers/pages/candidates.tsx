import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Candidate, NewcomerView } from '../read-newcomers.ts'

const tones = { identity: 'wait', name: 'wait', near: 'info' } as const

/** Whom the newcomer resembles, or whoever the agent looked for; each opens beside them. */
export function Candidates({ view }: { readonly view: NewcomerView }) {
  const own = useVisit().words.newcomers
  const { asked, candidates } = view
  const here = paths.agency.newcomer({ id: asked.id })
  return (
    <section aria-labelledby="ressemblances">
      <h2 id="ressemblances">{own.likelyTitle}</h2>
      <p>{own.likelyText}</p>
      <Filters action={here} clear={asked.words === '' ? undefined : here}>
        <TextField
          name="q"
          label={own.searchKnown}
          value={asked.words}
          optional={false}
          maxlength={100}
        />
      </Filters>
      <Table
        caption={own.likelyTitle}
        dense
        rows={candidates}
        empty={
          <EmptyState title={asked.words === '' ? own.nobodyLike : own.nobodyFound}>
            {asked.words === '' ? own.nobodyLikeText : own.nobodyFoundText}
          </EmptyState>
        }
        columns={[
          {
            head: own.person,
            cell: (one) => (
              <a href={compareAddress(view, one)}>
                <bdi>
                  {one.lastName} {one.firstName}
                </bdi>
              </a>
            ),
          },
          { head: own.number, cell: (one) => <Reference>{one.memberNumber}</Reference> },
          { head: own.bornOn, cell: ({ bornOn }) => <DateText date={bornOn} short /> },
          { head: own.company, cell: ({ employerName }) => <bdi>{employerName}</bdi> },
          { head: own.likeness, cell: (one) => <LikenessTag candidate={one} /> },
        ]}
      />
    </section>
  )
}

function LikenessTag({ candidate: { likeness } }: { readonly candidate: Candidate }) {
  const own = useVisit().words.newcomers
  return likeness ? <StatusTag tone={tones[likeness]}>{own.likenesses[likeness]}</StatusTag> : null
}

function compareAddress({ asked }: NewcomerView, { memberNumber }: Candidate): string {
  const query = new URLSearchParams({ ...(asked.words && { q: asked.words }), avec: memberNumber })
  return `${paths.agency.newcomer({ id: asked.id })}?${query.toString()}`
}
