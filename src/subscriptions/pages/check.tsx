import type { Child } from 'hono/jsx'
import type { Teleservice } from '../../employers/employer.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { fieldId, type FormState } from '../../web/components/form-state.ts'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Steps } from '../../web/components/steps.tsx'
import { type Answer, Summary } from '../../web/components/summary.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import { type CompleteDraft, leftOut, type Volet, volets as allVolets } from '../draft.ts'
import { formatPhone } from '../../web/phone.ts'
import { startOf, voletPath } from './tasks.tsx'

interface Props extends Partial<FormState> {
  readonly draft: CompleteDraft
}

/** Every answer, row by row, each with the way to change it, before the form is drawn up. */
export function CheckPage({ draft, errors }: Props) {
  const { words } = useVisit()
  const { check, volets, titles, tasks } = words.subscriptions
  const ended = leftOut(draft)
  return (
    <Layout title={`${check.title} · ${titles[draft.kind]}`} errors={errors}>
      <BackLink href={paths.subscription.tasks()}>{tasks.title(titles[draft.kind])}</BackLink>
      <Steps step={allVolets.length + 1} steps={allVolets.length + 1} />
      <PageHead title={check.title} lead={check.lead} />
      {draft.kind === 'renewal' ? <Note>{check.unchanged}</Note> : null}
      <Summary title={volets.company} rows={companyRows(draft, words)} />
      <Summary title={volets.delegate} rows={delegateRows(draft, words)} />
      <Summary title={volets.services} rows={servicesRows(draft, words)} />
      {ended.length > 0 ? (
        <Note tone="warning" title={check.endedTitle}>
          {check.ended}
        </Note>
      ) : null}
      <Form action={paths.subscription.check()}>
        <input type="hidden" name="dossier" value={draft.id} />
        <Actions>
          <Button>{check.submit}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

function row(volet: Volet, field: string, question: string, answer: Child): Answer {
  return { question, answer, href: `${voletPath(volet)}#${fieldId(field)}` }
}

function companyRows(draft: CompleteDraft, words: Words): Answer[] {
  const { questions } = words.subscriptions
  const { company } = draft
  return [
    {
      question: words.frame.employerNumber,
      answer: <Reference>{draft.employerNumber}</Reference>,
      href: startOf(draft),
    },
    row('company', 'name', questions.companyName, <bdi>{company.name}</bdi>),
    row('company', 'ice', questions.ice, company.ice && <Reference>{company.ice}</Reference>),
    row('company', 'address', questions.address, <bdi>{company.address}</bdi>),
    row('company', 'city', questions.city, <bdi>{company.city}</bdi>),
    row(
      'company',
      'phone',
      questions.companyPhone,
      <Reference>{formatPhone(company.phone)}</Reference>,
    ),
    row('company', 'email', questions.companyEmail, <bdi dir="ltr">{company.email}</bdi>),
  ]
}

function delegateRows(draft: CompleteDraft, words: Words): Answer[] {
  const { questions, identityKinds, check } = words.subscriptions
  const { delegate } = draft
  const password = draft.hasPassword ? check.passwordKept : check.passwordUnchanged
  return [
    row('delegate', 'firstName', questions.firstName, <bdi>{delegate.firstName}</bdi>),
    row('delegate', 'lastName', questions.lastName, <bdi>{delegate.lastName}</bdi>),
    row('delegate', 'identityKind', questions.identityKind, identityKinds[delegate.identityKind]),
    row(
      'delegate',
      'identityNumber',
      questions.identityNumber,
      <Reference>{delegate.identityNumber}</Reference>,
    ),
    row('delegate', 'jobTitle', questions.jobTitle, <bdi>{delegate.jobTitle}</bdi>),
    row('delegate', 'email', questions.email, <bdi dir="ltr">{delegate.email}</bdi>),
    row(
      'delegate',
      'phone',
      questions.mobile,
      <Reference>{formatPhone(delegate.phone)}</Reference>,
    ),
    row('delegate', 'password', questions.password, password),
  ]
}

function servicesRows(draft: CompleteDraft, words: Words): Answer[] {
  const { questions, paymentOptions, consentGiven } = words.subscriptions
  const { services } = draft
  const namesOf = (list: readonly Teleservice[]) =>
    list.map((service) => words.subscriptions.services[service])
  const ended = leftOut(draft)
  return [
    row('services', 'services', questions.services, <Lines of={namesOf(services.services)} />),
    ...(ended.length > 0
      ? [row('services', 'services', questions.endedServices, <Lines of={namesOf(ended)} />)]
      : []),
    row(
      'services',
      'paymentOption',
      questions.paymentOption,
      paymentOptions[services.paymentOption].name,
    ),
    row('services', 'signatoryName', questions.signatoryName, <bdi>{services.signatoryName}</bdi>),
    row(
      'services',
      'signatoryCapacity',
      questions.signatoryCapacity,
      <bdi>{services.signatoryCapacity}</bdi>,
    ),
    { question: questions.consent, answer: consentGiven },
  ]
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return (
    <>
      {of.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          <bdi>{line}</bdi>
        </>
      ))}
    </>
  )
}
