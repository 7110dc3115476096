import { formatDate } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { type Task as ShownTask, TaskList } from '../../../web/components/task-list.tsx'
import { TextArea } from '../../../web/components/text-area.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { LiquidationPage } from '../../pages/liquidation-page.tsx'
import {
  canHappen,
  isDone,
  isOfSurvivors,
  isOpenToWriting,
  type Task,
  tasksLeft,
  tasksOf,
} from '../claim.ts'
import { documentName } from '../documents.ts'
import { tellReason } from '../refusal-reasons.ts'
import type { ClaimView } from '../view-claim.ts'
import { ClaimTag, nameOf, type SentBack } from './claim-frame.tsx'
import { ClaimSteps } from './claim-steps.tsx'
import { DecisionList } from './decision-list.tsx'
import { DocumentList } from './document-list.tsx'
import { DoubtNote } from './doubt-note.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
}

/** One claim: where it stands, what is left to do, what happened (product L2, L5). */
export function ClaimPage({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { claim } = view
  const isOpen = isOpenToWriting(claim)
  return (
    <LiquidationPage title={`${nameOf(claim)} · ${claim.reference}`} place="claims" errors={errors}>
      <BackLink href={paths.claims.list()}>{own.backToList}</BackLink>
      <PageHead title={<bdi>{nameOf(claim)}</bdi>} lead={own.stateLeads[claim.state]} />
      <DescriptionList
        rows={[
          { term: own.kind, value: own.kinds[claim.kind] },
          { term: own.state, value: <ClaimTag state={claim.state} /> },
          { term: own.reference, value: <Reference copy>{claim.reference}</Reference> },
          { term: own.number, value: <Reference>{claim.memberNumber}</Reference> },
        ]}
      />
      <Said view={view} />
      {isOpen ? <DoubtNote view={view} /> : null}
      {isOpen ? <Tasks view={view} /> : null}
      <Limitation view={view} />
      <Decided view={view} />
      {claim.sentAt ? (
        <>
          <Actions>
            <ButtonLink href={paths.claims.receipt({ id: claim.id })} download>
              {own.receipt}
            </ButtonLink>
          </Actions>
          <p class="muted">{own.receiptNote}</p>
        </>
      ) : null}
      {isOpen ? null : (
        <section>
          <h2>{own.documentsStep.title}</h2>
          <DocumentList view={view} />
        </section>
      )}
      <section>
        <h2>{own.stepsTitle}</h2>
        <ClaimSteps steps={view.steps} />
      </section>
      <Withdraw view={view} errors={errors} typed={typed} />
    </LiquidationPage>
  )
}

/** What was decided, with its letters. */
function Decided({ view: { claim, decisions } }: { readonly view: ClaimView }) {
  const { letter } = useVisit().words.claims
  if (decisions.length === 0) return null
  return (
    <section>
      <h2>{letter.decisions}</h2>
      <DecisionList
        decisions={decisions}
        href={(number, language) =>
          `${paths.claims.notification({ id: claim.id, number: String(number) })}?langue=${language}`
        }
      />
      {decisions.some(({ state }) => state === 'final') ? (
        <p class="muted">{letter.lettersNote}</p>
      ) : null}
    </section>
  )
}

/** Rights that nobody asks for in time are lost (law 64-12, article 62). */
function Limitation({ view: { claim, limitationOn } }: { readonly view: ClaimView }) {
  const { words, language } = useVisit()
  if (!limitationOn || !isOpenToWriting(claim)) return null
  return <Note tone="warning">{words.claims.limitation(formatDate(limitationOn, language))}</Note>
}

/** What the agency asks for, or why it refused. */
function Said({ view }: { readonly view: ClaimView }) {
  const { words, language } = useVisit()
  const own = words.claims
  const { claim, documents } = view
  if (claim.state !== 'incomplete' && claim.state !== 'refused') return null
  const refused = documents.filter(({ state }) => state === 'refused')
  const isRefused = claim.state === 'refused'
  return (
    <Note
      tone={isRefused ? 'stop' : 'warning'}
      title={isRefused ? own.refusedTitle : own.askedTitle}
    >
      {claim.note ? (
        <p>
          <bdi>{claim.note}</bdi>
        </p>
      ) : null}
      {refused.length > 0 && !isRefused ? (
        <ul>
          {refused.map((document) => (
            <li>
              {documentName(document, language)}
              {' : '}
              <bdi>{tellReason(document.review?.reason ?? '', words)}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </Note>
  )
}

function Tasks({ view }: Props) {
  const { words } = useVisit()
  const own = words.claims
  const { claim, prepared } = view
  const left = tasksLeft(claim, prepared)
  const [next] = left
  const check = paths.claims.check({ id: claim.id })
  return (
    <section>
      <h2>{own.tasksTitle}</h2>
      <TaskList
        tasks={[
          ...tasksOf(claim.kind).map((task) => shownTask(view, task, words)),
          {
            label: own.tasks.check.label,
            hint: own.tasks.check.hint,
            href: next ? undefined : check,
            status: (
              <StatusTag tone={next ? 'off' : 'info'}>
                {next ? own.taskStates.later : own.taskStates.todo}
              </StatusTag>
            ),
          },
        ]}
      />
      <Actions>
        <ButtonLink href={next ? taskPath(view, next) : check} kind="primary">
          {next ? own.next : own.tasks.check.label}
        </ButtonLink>
      </Actions>
    </section>
  )
}

function shownTask(view: ClaimView, task: Task, words: Words): ShownTask {
  const own = words.claims
  const { claim, prepared, documents } = view
  const isWrong = task === 'documents' && documents.some(({ state }) => state === 'refused')
  const done = isDone(claim, task, prepared)
  const tone = isWrong ? 'stop' : done ? 'done' : 'info'
  const state = isWrong ? 'wrong' : done ? 'done' : 'todo'
  return {
    ...taskWords(view, task, words),
    href: taskPath(view, task),
    status: <StatusTag tone={tone}>{own.taskStates[state]}</StatusTag>,
  }
}

export function taskWords({ claim }: Pick<ClaimView, 'claim'>, task: Task, { claims }: Words) {
  const survivors = isOfSurvivors(claim.kind)
  if (task === 'end') return survivors ? claims.tasks.death : claims.tasks.end
  if (task === 'payees') return survivors ? claims.tasks.beneficiaries : claims.tasks.account
  return claims.tasks[task]
}

export function taskPath({ claim }: Pick<ClaimView, 'claim'>, task: Task): string {
  const { id } = claim
  if (task === 'payees' && !isOfSurvivors(claim.kind)) return paths.claims.account({ id })
  return paths.claims[task]({ id })
}

function Withdraw({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { claim } = view
  if (!canHappen(claim, 'withdraw')) return null
  const isWrong = Boolean(errors && Object.keys(errors).length > 0)
  return (
    <Details summary={own.withdraw.summary} open={isWrong}>
      <p>{own.withdraw.text}</p>
      <Form
        action={paths.claims.withdraw({ id: claim.id })}
        version={claim.version}
        errors={errors}
        typed={typed}
      >
        <TextArea name="raison" label={own.withdraw.reason} rows={2} maxlength={1000} />
        <Button kind="stop">{own.withdraw.button}</Button>
      </Form>
    </Details>
  )
}
