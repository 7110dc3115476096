import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { EmployerAccountPage } from '../../../web/employer-account-page.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { CompanyAttestation, CompanyKind } from '../attestation.ts'

interface Props {
  readonly attestations: readonly CompanyAttestation[]
  readonly isRegular: boolean
  /** One for each form: what one asked is not what the other asks. */
  readonly formKeys: Readonly<Record<CompanyKind, string>>
  readonly errors?: Mistakes | undefined
}

/** «Attestations»: what may be attested today, and what was (product C6). */
export function AttestationsPage({ attestations, isRegular, formKeys, errors }: Props) {
  const own = useVisit().words.ledger.attestations
  return (
    <EmployerAccountPage title={own.title} place="attestations" errors={errors}>
      <PageHead title={own.title} lead={own.lead} />
      <h2>{own.kinds.regularity}</h2>
      {isRegular ? (
        <Ask kind="regularity" formKey={formKeys.regularity} />
      ) : (
        <Note
          tone="warning"
          title={own.notRegular}
          action={
            <ButtonLink href={paths.employerAccount.situation()}>{own.seeSituation}</ButtonLink>
          }
        />
      )}
      <h2>{own.kinds.affiliation}</h2>
      <Ask kind="affiliation" formKey={formKeys.affiliation} />
      <h2>{own.issued}</h2>
      <Issued attestations={attestations} />
    </EmployerAccountPage>
  )
}

function Ask({ kind, formKey }: { readonly kind: CompanyKind; readonly formKey: string }) {
  const own = useVisit().words.ledger.attestations
  return (
    <>
      <p>{own.what[kind]}</p>
      <Form action={paths.employerAccount.attestations()} idempotencyKey={formKey}>
        <input type="hidden" name="sorte" value={kind} />
        <Button kind="plain">{own.ask[kind]}</Button>
      </Form>
    </>
  )
}

function Issued({ attestations }: Pick<Props, 'attestations'>) {
  const own = useVisit().words.ledger.attestations
  return (
    <Table
      caption={own.issued}
      rows={attestations}
      empty={<EmptyState title={own.none}>{own.noneText}</EmptyState>}
      columns={[
        { head: own.kind, cell: ({ kind }) => own.kinds[kind] },
        { head: own.code, cell: ({ code }) => <Reference>{code}</Reference> },
        { head: own.issuedAt, cell: ({ issuedAt }) => <DateText date={issuedAt} /> },
        {
          head: own.download,
          hideHead: true,
          cell: ({ id, code }) => (
            <ButtonLink href={paths.employerAccount.attestationPdf({ id })} download hidden={code}>
              {own.download}
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}
