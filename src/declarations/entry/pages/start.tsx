import { formatDateTime } from '../../../calendar/index.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Note } from '../../../web/components/note.tsx'
import { paths } from '../../../web/paths.ts'
import { useOfCompany } from '../../../web/of-company.ts'
import { useVisit } from '../../../web/visit.ts'
import type { OpenPeriod } from '../../workspace.ts'
import { sheetAt, textOf } from '../sheet-address.ts'
import { leftIn, progressOf, type Sheet } from '../sheet.ts'

interface Props {
  readonly period: OpenPeriod
  readonly sheet: Sheet
}

/** On a period's page: the way into its sheet, and how far it has come. */
export function StartEntry({ period, sheet }: Props) {
  const { words, language } = useVisit()
  const ofCompany = useOfCompany()
  const said = words.entry
  const { rows, saved, version } = sheet
  const isBegun = saved !== null && version > 0
  const done = rows.length - leftIn(progressOf(sheet, period.quarter))
  return (
    <section>
      <h2>{words.declarations.formTitle}</h2>
      <p>
        {isBegun
          ? said.resumeText(done, rows.length, formatDateTime(saved.at, language), saved.by)
          : rows.length > 0
            ? said.startText(rows.length)
            : said.startEmpty}
      </p>
      <ButtonLink kind="primary" href={ofCompany(sheetAt(textOf(period)))}>
        {isBegun ? said.resume : said.start}
      </ButtonLink>
    </section>
  )
}

export interface FirstTranche {
  readonly category: string
  /** The declaration of the first tranche, once it is sent: its sheet is closed. */
  readonly sentId: string | null
}

interface SecondProps {
  readonly period: OpenPeriod
  readonly first: FirstTranche
}

/** On the page of a second tranche: its salaries are typed with the first, until that one is sent. */
export function TypedWithFirst({ period, first: { category, sentId } }: SecondProps) {
  const { words } = useVisit()
  const ofCompany = useOfCompany()
  const said = words.entry
  if (sentId !== null) {
    return (
      <Note
        tone="warning"
        title={said.firstSent(category)}
        action={
          <ButtonLink href={paths.declarations.receipt({ id: sentId })}>
            {said.seeFirst(category)}
          </ButtonLink>
        }
      >
        {said.firstSentText}
      </Note>
    )
  }
  return (
    <section>
      <h2>{words.declarations.formTitle}</h2>
      <p>{said.withFirst(category)}</p>
      <ButtonLink kind="primary" href={ofCompany(sheetAt({ ...textOf(period), category }))}>
        {said.openFirst(category)}
      </ButtonLink>
    </section>
  )
}

/** On a period's page: the way for a quarter in which nobody was paid. */
export function NothingToDeclare({ period }: { readonly period: OpenPeriod }) {
  const said = useVisit().words.entry.nil
  const ofCompany = useOfCompany()
  return (
    <section>
      <h2>{said.question}</h2>
      <p>{said.linkText}</p>
      <a href={ofCompany(paths.entry.nil({ ...textOf(period) }))}>{said.link}</a>
    </section>
  )
}
