import { nobody } from '../../declarant.ts'
import { formatDateTime, formatQuarter } from '../../../calendar/index.ts'
import { Actions, ButtonLink } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { DepositForm } from '../../pages/deposit-form.tsx'
import type { DeskView } from '../view-desk.ts'
import { DeskFiles, type SentBack } from './files.tsx'

/** Names of the fields of the form that sends another file. */
export const otherPrefix = 'autre-'

interface Props {
  readonly view: DeskView
  readonly sent?: SentBack | undefined
  /** Why another file was not taken. */
  readonly other?: string | undefined
}

/** For who would rather correct elsewhere: a line added, the lines in a file, another file, nothing at all. */
export function OtherWays({ view, sent, other }: Props) {
  const { words, language } = useVisit()
  const { declaration, corrections, sheet, done, replaced } = view
  const savedAt = corrections[0]?.madeAt ?? declaration.uploadedAt
  const said = words.declarations
  const { id, category, quarter } = declaration
  return (
    <section class="other-ways" aria-labelledby="autrement" data-leaves>
      <h2 id="autrement">{words.desk.otherWays}</h2>
      <p>{words.desk.saved(formatDateTime(savedAt, language))}</p>
      <Actions>
        {sheet ? (
          <ButtonLink href={paths.entry.sheet({ category, quarter: formatQuarter(quarter) })}>
            {words.entry.backToSheet}
          </ButtonLink>
        ) : declaration.lines > 0 || declaration.replaces ? (
          <ButtonLink href={paths.declarations.newLine({ id })}>
            {words.desk.newLineTitle}
          </ButtonLink>
        ) : null}
      </Actions>
      {sheet || declaration.lines === 0 ? null : <DeskFiles view={view} sent={sent} />}
      <Details
        summary={sheet ? words.deposits.fileInstead : said.replaceFile}
        open={declaration.lines === 0 || other !== undefined}
      >
        <p>
          {replaced
            ? words.deposits.replacesCorrection
            : sheet
              ? words.deposits.replacesEntry
              : words.deposits.replacesCheck(declaration.fileName)}
          {replaced ? ` ${words.desk.revision.staysInForce(replaced.receiptNumber ?? '')}` : null}
        </p>
        <DepositForm
          period={{ category, quarter }}
          arrivals={{ current: { of: declaration, by: nobody, isOwn: true, done }, unfinished: [] }}
          errors={other === undefined ? undefined : { fichier: other }}
          prefix={otherPrefix}
          kind="plain"
          from={id}
        />
      </Details>
      <ButtonLink kind="link" href={paths.declarations.abandon({ id })}>
        {replaced ? said.abandonCorrection : said.abandon}
      </ButtonLink>
    </section>
  )
}
