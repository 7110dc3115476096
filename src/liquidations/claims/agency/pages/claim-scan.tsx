import { type ClaimDocument, documentName, type Page } from '../../documents.ts'
import { ButtonLink } from '../../../../web/components/button.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { StatusTag } from '../../../../web/components/status-tag.tsx'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'

/** The pages of the document in hand, beside what is said of it. */
export function ClaimScan({ view }: { readonly view: AgentClaimView }) {
  const { words, language } = useVisit()
  const { inHand } = view
  if (!inHand) return <p class="muted">{words.claims.agent.noPage}</p>
  return (
    <section aria-labelledby="piece-en-main">
      <h2 id="piece-en-main">{documentName(inHand, language)}</h2>
      {inHand.pages.map((page, index) => (
        <ScanPage view={view} document={inHand} page={page} number={index + 1} />
      ))}
    </section>
  )
}

interface ScanProps {
  readonly view: AgentClaimView
  readonly document: ClaimDocument
  readonly page: Page
  readonly number: number
}

/** A photo is seen at once; a PDF opens in the agent's reader. */
function ScanPage({ view, document, page, number }: ScanProps) {
  const { words, language } = useVisit()
  const { agent, documentsStep } = words.claims
  const { case: desk } = words.agency
  const address = paths.agency.claimPage({ id: view.claim.id, page: page.id })
  const name = agent.pageOf(number, documentName(document, language))
  if (page.check === 'waiting')
    return <Note title={documentsStep.page(number)}>{documentsStep.lookingInto}</Note>
  if (page.mediaType !== 'application/pdf')
    return (
      <a class="scan" href={address} download>
        <img src={address} alt={name} />
        <span>{desk.openFull}</span>
      </a>
    )
  const isOpened = view.opened.has(page.id)
  return (
    <>
      <h3>
        {documentsStep.page(number)}{' '}
        <StatusTag tone={isOpened ? 'done' : 'wait'}>
          {isOpened ? agent.opened : agent.toOpen}
        </StatusTag>
      </h3>
      <ButtonLink href={address} download hidden={name}>
        {desk.openPdf(desk.size(Math.max(1, Math.round(Number(page.size) / 1024))))}
      </ButtonLink>
    </>
  )
}
