import { formatQuarterInWords, parseQuarter } from '../../../calendar/index.ts'
import { sum } from '../../../money/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { CompanyName } from '../../../web/components/company-name.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { type LeftReason, leftReasons } from '../left-part.ts'
import type { LeftPart, TakenPart } from '../store/parts.ts'
import { countCompanies } from '../ready.ts'
import { rangesOf } from '../split-file.ts'
import type { FirmFileView } from '../view-firm-file.ts'
import type { PartInTheWay } from '../read-in-the-way.ts'
import { InTheWay } from './in-the-way.tsx'
import { GoTo } from './tasks.tsx'
import { listed } from '../../../web/words/language.ts'

interface Props {
  readonly view: FirmFileView
  /** Parts that wait for an answer, since a check of their period is open. */
  readonly inTheWay: readonly PartInTheWay[]
  /** Why nothing of the file was taken. */
  readonly why?: string | undefined
}

/** What became of each part of a firm's file: its state, its amount, the way to it; and the lines that were not taken. */
export function FirmFileResultPage({ view, inTheWay, why }: Props) {
  const { words, language } = useVisit()
  const said = words.firm.file
  const { deposit, taken, left } = view
  const asked = new Set(inTheWay.map(({ part }) => part.number))
  const others = left.filter(({ number }) => !asked.has(number))
  const lines = [...taken.map((part) => part.lines), ...left.map((part) => part.sourceLines.length)]
  const count = lines.reduce((total, one) => total + one, 0)
  return (
    <Layout
      title={listed([said.resultTitle, deposit.fileName], language)}
      band={useDeclarationBand()}
      current={paths.declarations.board()}
      wide
    >
      <BackLink href={paths.declarations.board()}>{words.declarations.companies}</BackLink>
      <PageHead title={said.resultTitle} lead={said.resultLead(deposit.fileName, count)} />
      {deposit.state === 'received' ? <Processing id={deposit.id} /> : null}
      {why ? <Note tone="stop">{why}</Note> : null}
      <ReadyOfFile id={deposit.id} taken={taken} />
      {taken.length > 0 ? <Taken taken={taken} /> : null}
      {deposit.state === 'checked' && taken.length === 0 ? <p>{said.nothing}</p> : null}
      <InTheWay id={deposit.id} parts={inTheWay} />
      {others.length > 0 ? <Left left={others} /> : null}
      <p>
        <a href={paths.firm.file()}>{said.another}</a>
      </p>
    </Layout>
  )
}

function Processing({ id }: { readonly id: string }) {
  const { words } = useVisit()
  return (
    <div
      data-enhance="await"
      data-state={paths.firm.fileState({ id })}
      data-text={words.deposits.refreshes}
    >
      <Note tone="info">{words.firm.file.processing}</Note>
      <p role="status"></p>
      <ButtonLink href={paths.firm.fileResult({ id })}>{words.deposits.refresh}</ButtonLink>
    </div>
  )
}

function ReadyOfFile({ id, taken }: { readonly id: string; readonly taken: readonly TakenPart[] }) {
  const said = useVisit().words.firm.board
  const ready = taken.filter((part) => part.state === 'ready')
  if (ready.length === 0) return null
  return (
    <Note
      tone="done"
      title={said.ready(ready.length, countCompanies(ready))}
      action={
        <ButtonLink kind="primary" href={`${paths.firm.send()}?fichier=${id}`}>
          {said.seeReady}
        </ButtonLink>
      }
    />
  )
}

const tones = { ready: 'done', in_progress: 'wait', sent: 'info', over: 'off' } as const

function Taken({ taken }: { readonly taken: readonly TakenPart[] }) {
  const { words, language } = useVisit()
  const said = words.firm.file
  const counted = taken.filter((part) => part.state !== 'over')
  return (
    <Table
      caption={said.caption}
      rows={taken}
      foot={[
        words.firm.send.all,
        null,
        null,
        null,
        <Money amount={sum(counted.map((part) => part.total))} />,
        null,
      ]}
      columns={[
        {
          head: said.company,
          cell: ({ company }) => <CompanyName name={company.name} number={company.number} />,
        },
        {
          head: said.period,
          cell: (part) =>
            words.firm.board.task(formatQuarterInWords(part.quarter, language), part.category),
        },
        {
          head: said.lines,
          numeric: true,
          cell: (part) => <Reference>{String(part.lines)}</Reference>,
        },
        {
          head: said.state,
          cell: (part) => (
            <>
              <StatusTag tone={tones[part.state]}>{said.states[part.state]}</StatusTag>
              {part.hasEntry ? <small>{words.firm.send.entryBegun}</small> : null}
            </>
          ),
        },
        { head: said.total, numeric: true, cell: (part) => <Money amount={part.total} /> },
        {
          head: said.open,
          hideHead: true,
          cell: (part) => (
            <GoTo
              company={part.company}
              place={{ at: part.state === 'sent' ? 'receipt' : 'check', id: part.declarationId }}
              kind="link"
            >
              {said.open}
              <span class="visually-hidden"> {part.company.name}</span>
            </GoTo>
          ),
        },
      ]}
    />
  )
}

const partsShown = 100

/** What was not taken, by cause: each with what to do about it. */
function Left({ left }: { readonly left: readonly LeftPart[] }) {
  const said = useVisit().words.firm.file
  const lines = left.reduce((total, part) => total + part.sourceLines.length, 0)
  return (
    <section>
      <Note tone="warning" title={said.refusedTitle(lines)}>
        {said.refusedText}
      </Note>
      {[...leftReasons, null].map((reason) => (
        <LeftFor reason={reason} parts={left.filter((part) => part.reason === reason)} />
      ))}
    </section>
  )
}

interface LeftForProps {
  readonly reason: LeftReason | null
  readonly parts: readonly LeftPart[]
}

function LeftFor({ reason, parts }: LeftForProps) {
  const { words, language } = useVisit()
  const said = words.firm.file
  if (parts.length === 0) return null
  const { title, text } = said.leftFor[reason ?? 'unknown']
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <ul>
        {parts.slice(0, partsShown).map((part) => {
          const period = parseQuarter(part.period)
          const written = period.ok ? formatQuarterInWords(period.value, language) : ''
          return (
            <li>
              {said.refusedPart(part.employerNumber, part.category, written)}
              {said.refusedLines(rangesOf(part.sourceLines), part.sourceLines.length)}
            </li>
          )
        })}
      </ul>
      {parts.length > partsShown ? <p>{words.firm.board.more(parts.length - partsShown)}</p> : null}
    </>
  )
}
