import type { BoardEntry } from '../../access/mandates-in-force.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { HiddenFields } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { useDeclarationBand } from './band.ts'

/** All the companies of a firm's person: answer an offer, take one in hand (product D9). */
export function BoardPage({ entries }: { readonly entries: readonly BoardEntry[] }) {
  const said = useVisit().words.declarations
  const offered = entries.filter((entry) => entry.state === 'offered')
  const active = entries.filter((entry) => entry.state === 'active')
  return (
    <Layout
      title={said.boardTitle}
      band={useDeclarationBand()}
      current={paths.declarations.board()}
      wide
    >
      <PageHead title={said.boardTitle} lead={said.boardLead} />
      {offered.map((entry) => (
        <Offer entry={entry} />
      ))}
      <Table
        caption={said.boardTitle}
        rows={active}
        empty={<EmptyState title={said.boardNone}>{said.boardNoneText}</EmptyState>}
        columns={[
          {
            head: said.boardEmployer,
            cell: (entry) => (
              <>
                <bdi>{entry.employer.name}</bdi>
                <small>
                  <Reference>{entry.employer.number}</Reference>
                </small>
              </>
            ),
          },
          {
            head: said.boardCategories,
            cell: (entry) => <Reference>{entry.categories.join(', ')}</Reference>,
          },
          { head: said.boardMode, cell: (entry) => said.modes[entry.mode] },
          {
            head: said.boardUntil,
            cell: (entry) => (entry.untilOn ? <DateText date={entry.untilOn} /> : '—'),
          },
          { head: said.action, hideHead: true, cell: (entry) => <TakeInHand entry={entry} /> },
        ]}
      />
    </Layout>
  )
}

function TakeInHand({ entry }: { readonly entry: BoardEntry }) {
  const { words, visitor } = useVisit()
  const said = words.declarations
  if (visitor?.employer?.id === entry.employer.id)
    return <StatusTag tone="done">{said.boardInHand}</StatusTag>
  return (
    <form method="post" action={paths.declarations.takeInHand({ id: entry.employer.id })}>
      <HiddenFields />
      <Button kind="plain">{said.boardWork(entry.employer.name)}</Button>
    </form>
  )
}

function Offer({ entry }: { readonly entry: BoardEntry }) {
  const said = useVisit().words.declarations
  return (
    <Note
      tone="info"
      title={said.offerText(entry.employer.name)}
      action={
        <form method="post" action={paths.declarations.answerMandate({ id: entry.mandateId })}>
          <HiddenFields />
          <Actions>
            <Button kind="plain" name="reponse" value="accept">
              {said.accept}
            </Button>
            <Button kind="link" name="reponse" value="decline">
              {said.decline}
            </Button>
          </Actions>
        </form>
      }
    >
      {`${said.boardCategories} : ${entry.categories.join(', ')} · ${said.modes[entry.mode]}`}
    </Note>
  )
}
