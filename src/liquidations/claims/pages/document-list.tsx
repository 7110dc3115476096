import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type ClaimDocument, documentName, type Page } from '../documents.ts'
import { tellReason } from '../refusal-reasons.ts'
import type { ClaimView } from '../view-claim.ts'

/** The documents as they were handed in, and what was said of each. */
export function DocumentList({ view }: { readonly view: ClaimView }) {
  const { words, language } = useVisit()
  const own = words.claims
  const { documentsStep } = own
  const shown = view.documents.filter(({ pages, isRequired }) => pages.length > 0 || isRequired)
  return (
    <Table
      caption={documentsStep.title}
      rows={shown}
      columns={[
        { head: documentsStep.title, cell: (document) => documentName(document, language) },
        {
          head: own.state,
          cell: (document) => (
            <DocumentTag document={document} isUnderReview={view.claim.state === 'sent'} />
          ),
        },
        {
          head: documentsStep.files,
          hideHead: true,
          cell: ({ pages }) => (
            <>
              {pages.map((page, index) => (
                <div>
                  <PageLink
                    href={paths.claims.page({ id: view.claim.id, page: page.id })}
                    page={page}
                    number={index + 1}
                  />
                </div>
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

interface PageProps {
  readonly href: string
  readonly page: Page
  readonly number: number
  /** The document, for those who hear the link alone. */
  readonly of?: string
}

/** Nobody opens what the scanner has not looked into. */
export function PageLink({ href, page, number, of }: PageProps) {
  const { agency, claims } = useVisit().words
  const own = claims.documentsStep
  if (page.check === 'waiting') {
    return (
      <>
        {own.page(number)} <small>{own.lookingInto}</small>
      </>
    )
  }
  return (
    <>
      <a href={href} download>
        {own.page(number)}
        {of ? <span class="visually-hidden"> ({of})</span> : null}
      </a>{' '}
      <small>{own.pageNote(kindOf(page), agency.case.size(kilobytesOf(page)))}</small>
    </>
  )
}

/** «PDF», «JPEG», «PNG»: a page is one of these three. */
function kindOf({ mediaType }: Page): string {
  return mediaType.slice(mediaType.indexOf('/') + 1).toUpperCase()
}

function kilobytesOf({ size }: Page): number {
  return Math.max(1, Math.round(Number(size) / 1024))
}

const tones = { empty: 'wait', to_review: 'info', accepted: 'done', refused: 'stop' } as const

interface TagProps {
  readonly document: ClaimDocument
  /** Nothing can be added until the agency asks: what to do is said then. */
  readonly isUnderReview?: boolean
}

export function DocumentTag({ document, isUnderReview = false }: TagProps) {
  const { words } = useVisit()
  const own = words.claims.documentsStep
  const { state, isRequired, review } = document
  if (state === 'empty' && !isRequired) {
    return <StatusTag tone="off">{own.emptyOptional}</StatusTag>
  }
  const isWrong = state === 'refused' || document.isInfected
  if (isUnderReview && isWrong) {
    return (
      <>
        <StatusTag tone={tones[state]}>{own.states[state]}</StatusTag>
        <small>{own.underReview}</small>
      </>
    )
  }
  return (
    <>
      <StatusTag tone={tones[state]}>{own.states[state]}</StatusTag>
      {document.isInfected ? <small>{own.infected}</small> : null}
      {state === 'refused' && review ? (
        <small>
          <bdi>{tellReason(review.reason, words)}</bdi>
        </small>
      ) : null}
    </>
  )
}
