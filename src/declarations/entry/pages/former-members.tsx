import type { Membership } from '../../../members/member.ts'
import { Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { fullName } from '../civil-data.ts'
import type { PeriodText } from '../load-sheet.ts'

interface Props {
  readonly former: readonly Membership[]
  readonly period: PeriodText
}

/** Those who left before this quarter: back on the sheet in one press, under their matricule. */
export function FormerMembers({ former, period }: Props) {
  const said = useVisit().words.entry
  if (former.length === 0) return null
  return (
    <section>
      <h2>{said.formerTitle}</h2>
      <p>{said.formerText(former.length)}</p>
      <Table
        caption={said.formerCaption}
        rows={former}
        columns={[
          { head: said.member, cell: (one) => <bdi>{fullName(one)}</bdi> },
          { head: said.memberNumber, cell: (one) => <Reference>{one.memberNumber}</Reference> },
          {
            head: said.formerLeft,
            cell: (one) => (one.leftOn ? <DateText date={one.leftOn} /> : '—'),
          },
          {
            head: said.reinstate,
            hideHead: true,
            cell: (one) => (
              <form method="post" action={paths.entry.reinstate({ ...period, id: one.id })}>
                <HiddenFields />
                <Button kind="plain">
                  {said.reinstate}
                  <span class="visually-hidden"> {fullName(one)}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </section>
  )
}
