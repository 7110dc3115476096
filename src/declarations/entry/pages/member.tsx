import { formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { colon } from '../../../web/words/language.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { OpenPeriod } from '../../workspace.ts'
import { fullName } from '../civil-data.ts'
import { seenField, writeSeen } from '../page-form.ts'
import { nameReasonField } from '../person-form.ts'
import { type Row, type Typed, typedOf } from '../row.ts'
import { sheetAt, textOf } from '../sheet-address.ts'
import type { MemberView } from '../view-person.ts'
import { Asked } from './asked.tsx'
import { PersonFields } from './person-fields.tsx'
import { QuarterFields } from './quarter-fields.tsx'
import { listed } from '../../../web/words/language.ts'

interface Props {
  readonly view: MemberView
  /** Which of the two forms came back. */
  readonly wrong?: 'quarter' | 'card' | undefined
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** What this page is compared with when it comes back; what was shown unless somebody else changed it. */
  readonly seen?: Typed | undefined
  /** Somebody came for a field of the card. */
  readonly opensCard?: boolean | undefined
}

/** One person of the sheet: what is declared for the quarter, and who they are. */
export function MemberPage({ view, wrong, errors = {}, typed, seen, opensCard }: Props) {
  const { words, language } = useVisit()
  const said = words.entry
  const { period, row, last, findings } = view
  const address = textOf(period)
  const title = fullName(row.civil)
  const of = (form: typeof wrong) => (wrong === form ? { errors, typed } : {})
  return (
    <Layout
      title={listed([title, formatQuarterInWords(period.quarter, language)], language)}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={errors}
    >
      <BackLink href={sheetAt(address, { at: row.key })}>{said.back}</BackLink>
      <PageHead
        title={<bdi>{title}</bdi>}
        lead={
          last && row.last !== null ? (
            <>
              {said.lastSalary(formatQuarterInWords(last, language)) + colon(language)}
              <Money amount={row.last} />
            </>
          ) : undefined
        }
      />
      <Asked findings={findings} />
      <h2>{said.thisQuarter}</h2>
      <Form action={paths.entry.memberQuarter({ ...address, id: row.key })} {...of('quarter')}>
        <input type="hidden" name={seenField(row.key)} value={writeSeen(seen ?? row)} />
        <QuarterFields rowKey={row.key} shown={typedOf(row)} />
        <Actions>
          <Button>{said.keepQuarter}</Button>
        </Actions>
      </Form>
      <Details
        summary={said.card}
        open={opensCard || wrong === 'card' || row.known !== null || row.kind === 'new'}
      >
        <Card row={row} period={period} {...of('card')} />
      </Details>
      {row.kind === 'known' ? null : (
        <Form action={paths.entry.remove({ ...address, id: row.key })} prefix="retrait-">
          <Button kind="link">{said.removeFromSheet}</Button>
        </Form>
      )}
    </Layout>
  )
}

interface CardProps {
  readonly row: Row
  readonly period: OpenPeriod
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** What the fund knows of somebody, and what is corrected with this declaration. */
function Card({ row, period, errors, typed }: CardProps) {
  const said = useVisit().words.entry
  const isNew = row.kind === 'new'
  return (
    <Form
      action={paths.entry.memberCard({ ...textOf(period), id: row.key })}
      errors={errors}
      typed={typed}
    >
      <p>{said.cardLead}</p>
      <PersonFields civil={row.civil} isNew={isNew} />
      {isNew ? null : (
        <TextField
          name={nameReasonField}
          label={said.nameReason}
          hint={said.nameReasonHint}
          value={row.nameReason}
          maxlength={200}
          optional
        />
      )}
      <Actions>
        <Button kind="plain">{said.keepCard}</Button>
      </Actions>
    </Form>
  )
}
