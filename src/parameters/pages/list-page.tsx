import { formatDate } from '../../calendar/index.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { parameterOf } from '../parameter-catalogue.ts'
import { undatedFrom } from '../proposal.ts'
import type { ListedParameter, ParameterList } from '../read-parameters.ts'
import { MarkWord } from './mark-tag.tsx'
import { FreeText, ValueText } from './value-text.tsx'

/** Every value of the fund by theme, with its date, its source and its mark (product G4). */
export function ParameterListPage({ list }: { readonly list: ParameterList }) {
  const { parameters: words } = useVisit().words
  return (
    <AgencyPage title={words.title} place="parameters">
      <PageHead title={words.title} lead={words.lead} />
      <Waiting list={list} />
      <nav aria-label={words.contents}>
        <ul class="contents">
          {list.themes.map(({ theme }) => (
            <li>
              <a href={`#${theme}`}>{words.themes[theme]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="hint">{words.illustrativeMeans}</p>
      {list.themes.map(({ theme, parameters }) => (
        <section class="values" id={theme} aria-labelledby={`${theme}-titre`}>
          <h2 id={`${theme}-titre`}>{words.themes[theme]}</h2>
          <ThemeTable caption={words.themes[theme]} parameters={parameters} />
        </section>
      ))}
    </AgencyPage>
  )
}

function Waiting({ list: { waiting } }: { readonly list: ParameterList }) {
  const { parameters: words } = useVisit().words
  if (waiting.length === 0) return null
  return (
    <Note tone="info" title={words.waitingTitle(waiting.length)}>
      <ul>
        {waiting.map((proposal) => (
          <li>
            <a href={paths.agency.proposal({ id: proposal.id })}>{words.names[proposal.key]}</a>
            {' · '}
            <bdi>{proposal.proposedBy.name}</bdi>
          </li>
        ))}
      </ul>
    </Note>
  )
}

interface ThemeProps {
  readonly caption: string
  readonly parameters: readonly ListedParameter[]
}

function ThemeTable({ caption, parameters }: ThemeProps) {
  const { parameters: words } = useVisit().words
  return (
    <Table
      caption={caption}
      dense
      rows={parameters}
      columns={[
        { head: words.parameter, cell: (one) => <Name parameter={one} /> },
        { head: words.value, cell: (one) => <InForce parameter={one} /> },
        { head: words.since, cell: (one) => <Since parameter={one} /> },
        {
          head: words.source,
          cell: ({ inForce }) => (inForce ? <FreeText>{inForce.source}</FreeText> : ''),
        },
        {
          head: words.mark,
          cell: ({ inForce }) => (inForce ? <MarkWord illustrative={inForce.illustrative} /> : ''),
        },
      ]}
    />
  )
}

interface OneProps {
  readonly parameter: ListedParameter
}

function Name({ parameter: { key, waiting } }: OneProps) {
  const { parameters: words } = useVisit().words
  return (
    <>
      <a href={paths.agency.parameter({ key })}>{words.names[key]}</a>
      {waiting ? (
        <small>
          <StatusTag tone="info">{words.waiting}</StatusTag>
        </small>
      ) : null}
      {parameterOf(key).fixed ? <small>{words.fixed}</small> : null}
      {parameterOf(key).unread ? <small>{words.unread}</small> : null}
    </>
  )
}

/** What counts today, and below it what is announced. */
function InForce({ parameter: { key, inForce, announced } }: OneProps) {
  const { language, words } = useVisit()
  return (
    <>
      {inForce ? <ValueText parameter={key} value={inForce.value} /> : words.parameters.notSet}
      {announced.map((next) => (
        <small>
          <ValueText parameter={key} value={next.value} />{' '}
          {words.parameters.announced(formatDate(next.validFrom, language))}
        </small>
      ))}
    </>
  )
}

function Since({ parameter: { inForce } }: OneProps) {
  const { parameters: words } = useVisit().words
  if (!inForce) return null
  return inForce.validFrom === undatedFrom ? (
    <>{words.always}</>
  ) : (
    <DateText date={inForce.validFrom} short />
  )
}
