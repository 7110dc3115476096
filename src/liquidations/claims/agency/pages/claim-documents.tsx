import { type ClaimDocument, documentName } from '../../documents.ts'
import { DocumentTag, PageLink } from '../../pages/document-list.tsx'
import { refusalReasons } from '../../refusal-reasons.ts'
import { Button } from '../../../../web/components/button.tsx'
import { RadioGroup } from '../../../../web/components/choices.tsx'
import { Details } from '../../../../web/components/details.tsx'
import { Form } from '../../../../web/components/form.tsx'
import { SelectField } from '../../../../web/components/select-field.tsx'
import { Table } from '../../../../web/components/table.tsx'
import { TextField } from '../../../../web/components/text-field.tsx'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'
import type { SentForm } from './claim-page.tsx'

interface Props {
  readonly view: AgentClaimView
  readonly sent: SentForm | undefined
}

/** Every document of the checklist with its pages, and what the agent says of it. */
export function ClaimDocuments({ view, sent }: Props) {
  const { words, language } = useVisit()
  const own = words.claims
  const { claim } = view
  const mayReview = claim.state === 'sent' && !view.isOwnCompany && view.waiting === null
  return (
    <Table
      caption={own.documentsStep.title}
      rows={view.documents}
      columns={[
        { head: own.documentsStep.title, cell: (document) => documentName(document, language) },
        { head: own.state, cell: (document) => <DocumentTag document={document} /> },
        {
          head: own.agent.pages,
          cell: ({ pages }) =>
            pages.map((page, index) => (
              <div>
                <PageLink
                  href={paths.agency.claimPage({ id: claim.id, page: page.id })}
                  page={page}
                  number={index + 1}
                />
              </div>
            )),
        },
        {
          head: own.agent.verdict,
          cell: (document) =>
            mayReview && document.pages.length > 0 ? (
              <Review view={view} document={document} sent={sent} />
            ) : null,
        },
      ]}
    />
  )
}

interface ReviewProps extends Props {
  readonly document: ClaimDocument
}

function Review({ view, document, sent }: ReviewProps) {
  const { words, language } = useVisit()
  const own = words.claims
  const { agent } = own
  const form = `piece-${document.code}` as const
  const isBack = sent?.form === form
  const name = documentName(document, language)
  return (
    <Details
      summary={
        <>
          {agent.review}
          <span class="visually-hidden"> {name}</span>
        </>
      }
      open={isBack}
    >
      <Form
        action={paths.agency.reviewDocument({ id: view.claim.id, code: document.code })}
        version={view.claim.version}
        prefix={`${form}-`}
        errors={isBack ? sent.errors : {}}
        typed={isBack ? sent.typed : {}}
      >
        <RadioGroup
          name="avis"
          label={agent.verdict}
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
        <TextField name="autre" label={agent.otherReason} maxlength={1000} optional />
        <Button kind="plain" hidden={name}>
          {agent.saveReview}
        </Button>
      </Form>
    </Details>
  )
}
