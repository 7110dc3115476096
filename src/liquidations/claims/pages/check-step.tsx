import { maskedRib } from '../../../employers/rib.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Listed } from '../../../web/components/listed.tsx'
import { Note } from '../../../web/components/note.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { TextArea } from '../../../web/components/text-area.tsx'
import { type Answer, Summary } from '../../../web/components/summary.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { hasCapitalChoice, isOfSurvivors, tasksLeft } from '../claim.ts'
import { documentName } from '../documents.ts'
import type { ClaimCareerView, ClaimView } from '../view-claim.ts'
import { ClaimSaid } from './claim-said.tsx'
import { taskPath, taskWords } from './claim-tasks.tsx'
import { ClaimStepPage, nameOf, type SentBack } from './claim-frame.tsx'
import { CareerNotes } from './career-step.tsx'
import { DoubtNote } from './doubt-note.tsx'
import { RelationText } from './payees-step.tsx'
import { ClaimEstimate } from './worked.tsx'

interface Props extends SentBack {
  readonly view: ClaimCareerView
}

/** Everything once more before it is sent, each answer with the way to change it (quality US19). */
export function CheckStepPage({ view, errors, typed }: Props) {
  const { words } = useVisit()
  const own = words.claims
  const { claim, prepared } = view
  const left = tasksLeft(claim, prepared)
  return (
    <ClaimStepPage claim={claim} title={own.check.title} lead={own.check.lead} errors={errors}>
      {left.length > 0 ? (
        <Note tone="warning" title={own.check.left}>
          <ul>
            {left.map((task) => (
              <li>
                <a href={taskPath(view, task)}>{taskWords(view, task, words).label}</a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <ClaimSaid view={view} />
      <DoubtNote view={view} />
      <CareerNotes career={view.career} />
      <Summary rows={[...personRows(view), ...moneyRows(view)]} />
      <Summary title={own.check.documents} rows={documentRows(view)} />
      <ClaimEstimate view={view} />
      {left.length > 0 ? null : (
        <Form
          action={paths.claims.send({ id: claim.id })}
          version={claim.version}
          errors={errors}
          typed={typed}
        >
          {claim.sentAt ? (
            <TextArea
              name="reponse"
              label={own.check.reply}
              hint={own.check.replyHint}
              rows={3}
              maxlength={1000}
              optional
            />
          ) : null}
          <Actions>
            <Button>{claim.sentAt ? own.check.sendAgain : own.check.send}</Button>
          </Actions>
        </Form>
      )}
    </ClaimStepPage>
  )
}

function personRows(view: ClaimView): Answer[] {
  const own = useVisit().words.claims
  const { check } = own
  const { claim } = view
  const survivors = isOfSurvivors(claim.kind)
  return [
    { question: own.kind, answer: own.kinds[claim.kind] },
    { question: own.person, answer: <bdi>{nameOf(claim)}</bdi> },
    {
      question: check.identity,
      answer: view.identityMask ? <Reference>{view.identityMask}</Reference> : null,
      href: taskPath(view, 'person'),
    },
    {
      question: survivors ? check.death : check.end,
      answer: claim.endedOn ? <EndAnswer view={view} /> : null,
      href: taskPath(view, 'end'),
    },
    ...(view.start
      ? [
          {
            question: claim.kind === 'single_payment' ? own.paymentOn : own.startsOn,
            answer: <DateText date={view.start.from} />,
          },
        ]
      : []),
    {
      question: check.career,
      answer: claim.careerConfirmedAt ? (
        <>
          {check.careerRead}
          {claim.careerNote ? (
            <small>
              <bdi>{claim.careerNote}</bdi>
            </small>
          ) : null}
        </>
      ) : null,
      href: taskPath(view, 'career'),
    },
  ]
}

export function EndAnswer({ view }: { readonly view: Pick<ClaimView, 'claim' | 'comparison'> }) {
  const own = useVisit().words.claims
  const { claim, comparison } = view
  if (!claim.endedOn) return null
  return (
    <>
      <DateText date={claim.endedOn} />
      {comparison ? (
        <>
          {' '}
          <StatusTag tone={comparison === 'agrees' ? 'done' : 'wait'}>
            {own.comparisons[comparison]}
          </StatusTag>
        </>
      ) : null}
      {claim.endNote ? (
        <small>
          <bdi>{claim.endNote}</bdi>
        </small>
      ) : null}
    </>
  )
}

function moneyRows(view: ClaimView): Answer[] {
  const own = useVisit().words.claims
  const { check, capitalStep } = own
  const { claim } = view
  const chosen = claim.asCapital ? capitalStep.capital : capitalStep.pension
  return [
    ...(hasCapitalChoice(claim.kind)
      ? [
          {
            question: check.capital,
            answer: claim.asCapital === null ? null : chosen,
            href: taskPath(view, 'capital'),
          },
        ]
      : []),
    {
      question: isOfSurvivors(claim.kind) ? check.beneficiaries : check.account,
      answer: view.payees.length > 0 ? <PayeeLines view={view} /> : null,
      href: taskPath(view, 'payees'),
    },
  ]
}

function PayeeLines({ view }: { readonly view: ClaimView }) {
  return (
    <>
      {view.payees.map((payee) => (
        <div>
          <Listed
            items={[
              <bdi>
                {payee.lastName} {payee.firstName}
              </bdi>,
              <Reference>{maskedRib(payee.rib)}</Reference>,
              <RelationText payee={payee} view={view} />,
            ]}
          />
        </div>
      ))}
    </>
  )
}

function documentRows(view: ClaimView): Answer[] {
  const { words, language } = useVisit()
  const { check } = words.claims
  return view.documents
    .filter(({ isRequired, pages }) => isRequired || pages.length > 0)
    .map((document) => ({
      question: documentName(document, language),
      answer: document.pages.length > 0 ? check.files(document.pages.length) : null,
      href: taskPath(view, 'documents'),
    }))
}
