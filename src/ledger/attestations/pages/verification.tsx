import { formatDate } from '../../../calendar/index.ts'
import { formatPoints } from '../../../members/points.ts'
import { centimes, formatDirhams } from '../../../money/index.ts'
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
import type { Language } from '../../../web/words/language.ts'
import type { Words } from '../../../web/words/index.ts'
import type { Attestation, CareerFacts } from '../attestation.ts'
import { companyRows } from '../company-rows.ts'

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

function Found({ attestation }: { readonly attestation: Attestation }) {
  const { words, language, fund } = useVisit()
  const { attestations, verification } = words.ledger
  const { kind, code, facts, issuedAt } = attestation
  return (
    <>
      <Note tone="done" title={verification.genuine}>
        {attestations.statement[kind](fund.name, formatDate(facts.asOf, language))}
      </Note>
      <DescriptionList
        rows={[
          { term: attestations.kind, value: attestations.kinds[kind] },
          ...(kind === 'career'
            ? rowsOfPerson(attestation.facts, words, language)
            : companyRows(attestation, words, language).map(({ label, value, ltr }) => ({
                term: label,
                value: <bdi dir={ltr ? 'ltr' : undefined}>{value}</bdi>,
              }))),
          { term: attestations.issuedAt, value: <DateText date={issuedAt} /> },
          { term: attestations.code, value: <Reference>{code}</Reference> },
        ]}
      />
      <p>{verification.sinceThen}</p>
    </>
  )
}

/** Enough to find a figure that was changed: who it is of, and the sums of the paper; never a salary by itself. */
function rowsOfPerson(
  facts: CareerFacts,
  { declarations, frame, members, ledger }: Words,
  language: Language,
) {
  const salaries = centimes(BigInt(facts.salaries))
  return [
    { term: members.name, value: <bdi>{facts.memberName}</bdi> },
    { term: members.number, value: <Reference>{facts.memberNumber}</Reference> },
    { term: declarations.company, value: <bdi>{facts.employerName}</bdi> },
    { term: frame.employerNumber, value: <Reference>{facts.employerNumber}</Reference> },
    { term: ledger.verification.quarters, value: String(facts.quarters) },
    { term: ledger.verification.salaries, value: formatDirhams(salaries, language) },
    {
      term: members.earned,
      value: <bdi dir="ltr">{formatPoints(BigInt(facts.points))}</bdi>,
    },
  ]
}
