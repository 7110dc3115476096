import { formatPhone } from '../../web/phone.ts'
import { inLanguage } from '../../letters/printed-letter.ts'
import type { LetterSection } from '../../letters/letter.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { teleservices } from '../../employers/employer.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { type Difference, differencesOf } from '../differences.ts'
import type { Case } from '../read-case.ts'

/** What the applicant typed, as printed on the paper, then what the fund knows already. */
export function CaseTyped({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  return (
    <>
      <h2>{words.typed}</h2>
      {file.letter.sections.map((section) => (
        <TypedSection section={section} />
      ))}
      <h2>{words.known}</h2>
      <Known file={file} />
    </>
  )
}

function TypedSection({ section }: { readonly section: LetterSection }) {
  const { language, words } = useVisit()
  return (
    <>
      <h3>{section.heading[language]}</h3>
      <DescriptionList
        rows={section.rows.map((row) => ({
          term: row.label[language],
          value: inLanguage(row.value, language) ? (
            <bdi dir={row.ltr ? 'ltr' : 'auto'}>{inLanguage(row.value, language)}</bdi>
          ) : (
            words.frame.none
          ),
        }))}
      />
    </>
  )
}

function Known({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  const { letter, employer } = file
  return (
    <DescriptionList
      rows={[
        ...(employer
          ? [
              {
                term: words.company,
                value: (
                  <a href={paths.agency.employer({ id: employer.id })}>
                    <bdi>{employer.name}</bdi>
                  </a>
                ),
                note: words.companyState[employer.state],
              },
              {
                term: words.companyIce,
                value: employer.ice ? <Reference>{employer.ice}</Reference> : words.iceNotKnown,
              },
              ...companyRows(file),
            ]
          : []),
        ...delegateRows(file),
        { term: words.applicant, value: <bdi>{letter.applicant.name}</bdi> },
        {
          term: words.mailTo,
          value: <bdi dir="ltr">{letter.applicant.email}</bdi>,
          note: words.noteLanguage[letter.language],
        },
      ]}
    />
  )
}

/** What the paper may say otherwise, and what a renewal that leaves a service out would end. */
function companyRows(file: Case) {
  const { employer, services } = file
  const differs = useDifferences(file)
  const { agency, frame, subscriptions } = useVisit().words
  const own = agency.employer
  if (!employer) return []
  const address = [employer.address, employer.city].filter(Boolean).join(', ')
  return [
    { term: own.address, value: <bdi>{address || frame.none}</bdi>, ...differs('address') },
    {
      term: own.phone,
      value: <bdi dir="ltr">{formatPhone(employer.phone) || frame.none}</bdi>,
      ...differs('phone'),
    },
    {
      term: own.email,
      value: <bdi dir="ltr">{employer.email || frame.none}</bdi>,
      ...differs('email'),
    },
    {
      term: own.services,
      value:
        teleservices
          .filter((one) => services.includes(one))
          .map((one) => own.service[one])
          .join(' · ') || frame.none,
      ...differs('services'),
    },
    {
      term: agency.case.paymentOption,
      value: subscriptions.paymentOptions[employer.paymentOption].name,
      ...differs('paymentOption'),
    },
    ...(file.signatory
      ? [
          {
            term: agency.case.signatory,
            value: <bdi>{file.signatory}</bdi>,
            ...differs('signatory'),
          },
        ]
      : []),
  ]
}

/** Said beside what the fund knows, where the form says otherwise. */
function useDifferences(file: Case) {
  const { words } = useVisit()
  const found = differencesOf(file)
  return (what: Difference) =>
    found.has(what)
      ? { note: <StatusTag tone="wait">{words.agency.case.differs}</StatusTag> }
      : { note: undefined }
}

/** Only for an employer that exists: an unknown number has nobody. */
function delegateRows(file: Case) {
  const { employer, delegate, identity } = file
  const differs = useDifferences(file)
  const { agency, administration } = useVisit().words
  const { case: words } = agency
  const kinds = administration.form.identityKinds
  if (!employer) return []
  if (!delegate) return [{ term: words.delegate, value: words.noDelegate }]
  return [
    {
      term: words.delegate,
      value: (
        <bdi>
          {delegate.firstName} {delegate.lastName}
        </bdi>
      ),
      note: (
        <>
          {words.delegateStates[delegate.state]} {differs('delegate').note}
        </>
      ),
    },
    ...(identity
      ? [{ term: kinds[identity.kind], value: <Reference>{identity.mask}</Reference> }]
      : []),
    {
      term: words.delegateEmail,
      value: <bdi dir="ltr">{delegate.email}</bdi>,
      ...differs('delegateEmail'),
    },
    { term: words.delegateSince, value: <DateText date={delegate.createdAt} /> },
    {
      term: words.delegateSeen,
      value: delegate.lastSignedInAt ? <DateText date={delegate.lastSignedInAt} /> : words.never,
    },
    {
      term: words.delegateFactor,
      value: delegate.hasSecondFactor ? words.factorOn : words.factorOff,
    },
  ]
}
