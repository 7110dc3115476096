import { type ClaimDocument, documentAfter, documentName, isOpened } from '../../documents.ts'
import { DocumentTag } from '../../pages/document-list.tsx'
import { refusalReasons } from '../../refusal-reasons.ts'
import { tellChange } from '../../tell-change.ts'
import { Actions, Button } from '../../../../web/components/button.tsx'
import { RadioGroup } from '../../../../web/components/choices.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { SelectField } from '../../../../web/components/select-field.tsx'
import { TaskList } from '../../../../web/components/task-list.tsx'
import { TextField } from '../../../../web/components/text-field.tsx'
import { paths } from '../../../../web/paths.ts'
import { inQueueView } from '../../../../web/queue-view.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'
import { type AgentClaimProps, ClaimForm } from './claim-form.tsx'

/** Every document of the checklist, one of them in hand: what the agent says of it stands beside its pages. */
export function ClaimDocuments({ view, sent }: AgentClaimProps) {
  const { words, language } = useVisit()
  const own = words.claims
  const { claim, documents, inHand, waiting } = view
  const addressOf = useAddress(view)
  // What nobody must give and nobody gave has nothing to read.
  const shown = documents.filter(({ pages, isRequired }) => pages.length > 0 || isRequired)
  const mayReview = claim.state === 'sent' && !view.isOwnCompany && waiting === null
  return (
    <section>
      <h2>{own.documentsStep.title}</h2>
      <TaskList
        tasks={shown.map((document) => ({
          label: documentName(document, language),
          href: document.pages.length > 0 ? addressOf(document) : undefined,
          current: document.code === inHand?.code,
          status: <DocumentTag document={document} />,
        }))}
      />
      <Changed documents={shown} />
      <Next view={view} />
      {mayReview && inHand ? <Review view={view} sent={sent} document={inHand} /> : null}
    </section>
  )
}

/** What was written otherwise since a document was accepted or refused: the new answer is what it must prove. */
function Changed({ documents }: { readonly documents: readonly ClaimDocument[] }) {
  const { words, language } = useVisit()
  const { agent } = words.claims
  const changed = documents.filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) return null
  return (
    <Note tone="warning" title={agent.changedTitle}>
      <ul>
        {changed.map((document) => (
          <li>
            {documentName(document, language)}
            {document.changes.map((change) => (
              <small>{tellChange(change, words, language)}</small>
            ))}
          </li>
        ))}
      </ul>
    </Note>
  )
}

function useAddress({ claim }: AgentClaimView): (document: ClaimDocument) => string {
  const { queueView } = useVisit()
  return ({ code }) =>
    inQueueView(queueView, `${paths.agency.claim({ id: claim.id })}?piece=${code}`)
}

function Next({ view }: Pick<AgentClaimProps, 'view'>) {
  const { agent } = useVisit().words.claims
  const addressOf = useAddress(view)
  const next = view.inHand && documentAfter(view.documents, view.inHand.code)
  if (!next) return null
  return (
    <p>
      <a href={addressOf(next)} data-enhance="next-document">
        {agent.nextDocument}
      </a>{' '}
      <span class="muted queue-hint">{agent.nextByKey}</span>
    </p>
  )
}

interface ReviewProps extends AgentClaimProps {
  readonly document: ClaimDocument
}

function Review({ view, sent, document }: ReviewProps) {
  const { words, language } = useVisit()
  const own = words.claims
  const { agent } = own
  const { code } = document
  const name = documentName(document, language)
  return (
    <>
      <h3>{name}</h3>
      <ClaimForm
        view={view}
        sent={sent}
        form={`piece-${code}`}
        action={paths.agency.reviewDocument({ id: view.claim.id, code })}
      >
        <RadioGroup
          name="avis"
          label={agent.verdict}
          hint={isOpened(document, view.opened) ? undefined : agent.openFirst}
          inline
          options={[
            { value: 'accepted', label: agent.accept },
            { value: 'refused', label: agent.refuse },
          ]}
        />
        <SelectField
          name="motif"
          label={agent.reason}
          optional
          options={refusalReasons.map((one) => ({ value: one, label: own.refusalReasons[one] }))}
        />
        <TextField
          name="autre"
          label={agent.otherReason}
          hint={agent.noteLanguage[view.readsIn]}
          maxlength={1000}
          optional
        />
        <Actions>
          <Button kind="plain" hidden={name}>
            {agent.saveReview}
          </Button>
        </Actions>
      </ClaimForm>
    </>
  )
}
