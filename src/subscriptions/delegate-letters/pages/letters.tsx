import { administrationBand } from '../../../access/administration/administration-band.ts'
import { OpposableNotes } from '../../../access/administration/opposable-notes.tsx'
import { formatDate, formatDateTime, localDateAt } from '../../../calendar/index.ts'
import { allowedMs, type Letter, type LetterState } from '../../../letters/letter.ts'
import { letterTitle } from '../../../letters/letter-title.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Clock } from '../../../web/components/clock.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { Door, Doors } from '../../../web/components/door.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import type { Tone } from '../../../web/components/shape.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { delegateLetterKinds } from '../delegate-letter.ts'
import type { DelegateLetters, ListedLetter } from '../read-delegate-letters.ts'

const tones: Record<LetterState, Tone> = {
  awaiting_signature: 'wait',
  received: 'info',
  to_complete: 'wait',
  accepted: 'info',
  applied: 'done',
  refused: 'stop',
  withdrawn: 'off',
  expired: 'off',
  without_object: 'off',
}

/** «Téléchargement»: the three letters, pre-filled, then where each one stands (product A10). */
export function LettersPage({ administration, letters }: DelegateLetters) {
  const { words } = useVisit()
  const own = words.administration.letters
  return (
    <Layout
      title={own.title}
      band={administrationBand(words, administration)}
      current={paths.administration.information()}
      wide
    >
      <OpposableNotes open={administration.openObjections} />
      <BackLink href={paths.administration.information()}>
        {words.administration.cells.information}
      </BackLink>
      <PageHead title={own.title} lead={own.lead} />
      <Kinds />
      <h2>{own.listTitle}</h2>
      <LetterTable letters={letters} />
    </Layout>
  )
}

function Kinds() {
  const { words, language, fund } = useVisit()
  const own = words.administration.letters
  return (
    <>
      <Doors>
        {delegateLetterKinds.map((kind) => (
          <Door
            title={letterTitle(kind, fund.name)[language]}
            note={own.purposes[kind]}
            links={[{ label: own.prepare, href: paths.administration.letter({ kind }) }]}
          />
        ))}
      </Doors>
      <p class="muted">{own.twoAgents}</p>
    </>
  )
}

function LetterTable({ letters }: { readonly letters: readonly ListedLetter[] }) {
  const { words, language, fund } = useVisit()
  const own = words.administration.letters
  return (
    <Table
      caption={own.listTitle}
      rows={letters}
      columns={[
        {
          head: own.letter,
          cell: ({ letter }) => (
            <>
              {letterTitle(letter.kind, fund.name)[language]}
              <small>
                <bdi>{letter.applicant.name}</bdi>
              </small>
            </>
          ),
        },
        { head: own.reference, cell: ({ letter }) => <Reference>{letter.reference}</Reference> },
        {
          head: own.preparedOn,
          cell: ({ letter }) => <DateText date={localDateAt(letter.createdAt)} />,
        },
        { head: own.state, cell: (row) => <LetterStanding row={row} /> },
        {
          head: words.administration.columns.action,
          hideHead: true,
          cell: (row) => <LetterActions row={row} />,
        },
      ]}
      empty={
        <EmptyState title={own.none}>
          <p>{own.noneText}</p>
        </EmptyState>
      }
    />
  )
}

function LetterStanding({ row }: { readonly row: ListedLetter }) {
  const { words, language } = useVisit()
  const own = words.administration.letters
  const { letter } = row
  return (
    <>
      <StatusTag tone={tones[letter.state]}>{own.states[letter.state]}</StatusTag>
      {row.remainingMs === null ? null : (
        <small>
          <Clock
            remainingMs={row.remainingMs}
            allowedMs={allowedMs}
            paused={letter.clock.runningSince === null}
          />
        </small>
      )}
      {row.opposableUntil && !row.isObjected ? (
        <small>
          {words.subscriptions.objection.mayObject(formatDateTime(row.opposableUntil, language))}
        </small>
      ) : null}
      {row.isObjected ? <small>{own.objected}</small> : null}
      {letter.state === 'accepted' && letter.effectiveAt && !row.isObjected ? (
        <small>{own.effective(formatDate(localDateAt(letter.effectiveAt), language))}</small>
      ) : null}
    </>
  )
}

const openStates: readonly Letter['state'][] = ['awaiting_signature', 'to_complete', 'received']

/** What may be stopped; the form to sign while it is awaited, then the page where it is sent back and followed. */
function LetterActions({ row }: { readonly row: ListedLetter }) {
  const { words } = useVisit()
  const { letter, isOwn, opposableUntil } = row
  if (!isOwn && !opposableUntil) return null
  return (
    <div class="row-actions">
      {opposableUntil ? (
        <ButtonLink
          href={paths.administration.objection({ id: letter.id })}
          kind="link"
          hidden={letter.reference}
        >
          {words.subscriptions.objection.see}
        </ButtonLink>
      ) : null}
      {isOwn ? <OwnActions letter={letter} /> : null}
    </div>
  )
}

function OwnActions({ letter }: Pick<ListedLetter, 'letter'>) {
  const own = useVisit().words.administration.letters
  const { id } = letter
  const isToSign = letter.state === 'awaiting_signature' || letter.state === 'to_complete'
  return (
    <>
      {isToSign ? (
        <ButtonLink
          href={paths.administration.letterPdf({ id })}
          kind="link"
          hidden={letter.reference}
          download
        >
          {own.pdf}
        </ButtonLink>
      ) : null}
      <ButtonLink
        href={paths.administration.letterFollow({ id })}
        kind="link"
        hidden={letter.reference}
      >
        {isToSign ? own.send : openStates.includes(letter.state) ? own.follow : own.open}
      </ButtonLink>
    </>
  )
}
