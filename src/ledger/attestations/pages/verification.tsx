import { formatDate } from '../../../calendar/index.ts'
import { Actions } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { FormProvider } from '../../../web/components/form-state.ts'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { Layout } from '../../../web/layout.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Attestation } from '../attestation.ts'

interface Props {
  readonly typed: string
  readonly errors?: Mistakes | undefined
  readonly attestation?: Attestation | undefined
}

/** Anybody who holds a code: what it attests and when, nothing more (product C6). */
export function VerificationPage({ typed, errors = {}, attestation }: Props) {
  const own = useVisit().words.ledger.verification
  return (
    <Layout title={own.title} errors={errors}>
      <PageHead title={own.title} lead={own.lead} />
      {attestation ? <Found attestation={attestation} /> : null}
      <form method="get" action={paths.verification.start()} class="form" novalidate>
        <FormProvider value={{ errors, typed: {}, prefix: '' }}>
          <TextField
            name="code"
            label={own.code}
            hint={own.hint}
            value={typed}
            maxlength={40}
            dir="ltr"
          />
        </FormProvider>
        <Actions>
          <button type="submit" class="button is-primary">
            {own.check}
          </button>
        </Actions>
      </form>
    </Layout>
  )
}

function Found({
  attestation: { kind, code, facts, issuedAt },
}: {
  readonly attestation: Attestation
}) {
  const { words, language, fund } = useVisit()
  const { attestations, verification } = words.ledger
  const day = formatDate(facts.asOf, language)
  return (
    <>
      <Note tone="done" title={verification.genuine}>
        {attestations.statement[kind](fund.name, day)}
      </Note>
      <DescriptionList
        rows={[
          { term: attestations.kind, value: attestations.kinds[kind] },
          { term: words.declarations.company, value: <bdi>{facts.employerName}</bdi> },
          {
            term: words.frame.employerNumber,
            value: <Reference>{facts.employerNumber}</Reference>,
          },
          ...(kind === 'affiliation'
            ? [{ term: attestations.members, value: String(facts.members) }]
            : []),
          { term: attestations.issuedAt, value: <DateText date={issuedAt} /> },
          { term: attestations.code, value: <Reference>{code}</Reference> },
        ]}
      />
      <p>{verification.sinceThen}</p>
    </>
  )
}
