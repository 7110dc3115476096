import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { FileField } from '../../../web/components/file-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type ClaimDocument, documentName, mayChangePages } from '../documents.ts'
import type { ClaimView } from '../view-claim.ts'
import { ClaimStepPage, type SentBack } from './claim-frame.tsx'
import { DocumentTag, PageLink } from './document-list.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
  /** The document that the mistakes are about. */
  readonly code?: string | undefined
}

/** Every document of the checklist, with its pages and the way to add some (product L3). */
export function DocumentsStepPage({ view, code, errors = {}, typed }: Props) {
  const own = useVisit().words.claims.documentsStep
  return (
    <ClaimStepPage claim={view.claim} title={own.title} lead={own.lead} errors={errors}>
      {view.documents.map((document) => (
        <OneDocument
          view={view}
          document={document}
          errors={document.code === code ? errors : {}}
          typed={typed ?? {}}
          isOpen={document.code === code}
        />
      ))}
      <Actions>
        <ButtonLink href={paths.claims.claim({ id: view.claim.id })} kind="primary">
          {own.finished}
        </ButtonLink>
      </Actions>
    </ClaimStepPage>
  )
}

interface OneProps extends SentBack {
  readonly view: ClaimView
  readonly document: ClaimDocument
  readonly isOpen: boolean
}

function OneDocument({ view, document, errors, typed, isOpen }: OneProps) {
  const { words, language } = useVisit()
  const own = words.claims.documentsStep
  const { claim } = view
  const name = documentName(document, language)
  return (
    <section aria-labelledby={`piece-${document.code}`}>
      <h2 id={`piece-${document.code}`}>{name}</h2>
      <p>
        <DocumentTag document={document} />
      </p>
      <Pages view={view} document={document} name={name} />
      {mayChangePages(document) ? (
        <Details summary={own.add} open={isOpen || document.state === 'refused'}>
          <Form
            action={paths.claims.addPages({ id: claim.id, code: document.code })}
            version={claim.version}
            errors={errors}
            typed={isOpen ? typed : {}}
            upload
          >
            <FileField
              name={`fichier-${document.code}`}
              label={own.addTo(name)}
              kinds={own.kinds}
              accept=".pdf,.jpg,.jpeg,.png"
              maxMegabytes={10}
              multiple
            />
            <Button kind="plain" hidden={name}>
              {own.send}
            </Button>
          </Form>
        </Details>
      ) : null}
    </section>
  )
}

interface PagesProps {
  readonly view: ClaimView
  readonly document: ClaimDocument
  readonly name: string
}

function Pages({ view, document, name }: PagesProps) {
  const own = useVisit().words.claims.documentsStep
  const { claim } = view
  if (document.pages.length === 0) return null
  return (
    <ol class="plain-list">
      {document.pages.map((page, index) => (
        <li>
          <PageLink
            href={paths.claims.page({ id: claim.id, page: page.id })}
            page={page}
            number={index + 1}
            of={name}
          />{' '}
          <small>
            <bdi class="file-name">{page.fileName}</bdi>
          </small>
          {mayChangePages(document) ? (
            <Form
              action={paths.claims.removePage({ id: claim.id, page: page.id })}
              version={claim.version}
            >
              <Button kind="link" hidden={`${own.page(index + 1)} (${name})`}>
                {own.remove}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
