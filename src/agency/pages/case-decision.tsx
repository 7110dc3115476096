import { formatDateTime } from '../../calendar/index.ts'
import { bearsHandwrittenNumber, canHappen, isInReview } from '../../letters/letter.ts'
import { isUndecided } from '../../letters/objection.ts'
import { isReadable } from '../../letters/store/proofs.ts'
import { completionReasons, type LetterReason, refusalReasons } from '../../letters/reasons.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/choices.tsx'
import { Details } from '../../web/components/details.tsx'
import { Form } from '../../web/components/form.tsx'
import { TextArea } from '../../web/components/text-area.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { verdicts } from '../case-forms.ts'
import { checksOf } from '../checklist.ts'
import type { Case } from '../read-case.ts'
import { decidesObjection } from './case-objection.tsx'
import type { CaseProps } from './case-page.tsx'
import { InOtherHands, isInOtherHands } from './in-other-hands.tsx'

/** Accept, ask for more, or refuse: three forms, so that no press can mean another thing (product P5, G2). */
export function CaseDecision({ file, form }: CaseProps) {
  const newest = file.proofs[0]
  if (file.isOwnEmployer || !isReadable(newest)) return null
  // What was typed before somebody took the file is shown again, with why it was refused.
  const isBack = form && (verdicts as readonly string[]).includes(form.form)
  if (isInOtherHands(file) && !isBack)
    return decidesObjection(file) ? null : <InOtherHands file={file} />
  return (
    <>
      <Accept file={file} form={form} />
      {canHappen(file.letter, 'ask_completion') ? (
        <Answer file={file} form={form} verdict="complete" reasons={completionReasons} />
      ) : null}
      {isInReview(file.letter) ? (
        <Answer file={file} form={form} verdict="refuse" reasons={refusalReasons} />
      ) : null}
    </>
  )
}

function Accept({ file, form }: CaseProps) {
  const { case: words } = useVisit().words.agency
  const { letter } = file
  const state = form?.form === 'accept' ? form : undefined
  if (!canHappen(letter, 'accept') || letter.employerId === null || file.acceptedByMe) return null
  if (bearsHandwrittenNumber(letter) && !file.comparedByMe) return null
  return (
    <Form
      action={paths.agency.review({ id: letter.id })}
      errors={state?.errors}
      typed={state?.typed}
      prefix="accept-"
      version={letter.version}
    >
      <Bound file={file} verdict="accept" />
      <h2>{words.checks}</h2>
      <Checkboxes
        name="controles"
        label={words.checksHint}
        options={checksOf(letter).map((check) => ({ value: check, label: words.check[check] }))}
      />
      <AcceptHint file={file} />
      <Actions>
        <Button>{acceptLabel(file)}</Button>
      </Actions>
    </Form>
  )
}

/** The button says what it does: half of an agreement, an agreement that waits, or the effect itself. */
function acceptLabel(file: Case): string {
  const { case: words } = useVisit().words.agency
  if (file.letter.agentsRequired === 2) {
    return file.acceptances === 0 ? words.acceptFirst : words.acceptSecond
  }
  return words.accept
}

function AcceptHint({ file }: { readonly file: Case }) {
  const { language, words: all, now } = useVisit()
  const words = all.agency.case
  const isPdf = file.proofs[0]?.file?.mediaType === 'application/pdf'
  if (!file.openedByMe && isPdf) return <p class="hint">{words.openFirst}</p>
  const decides = file.acceptances + 1 >= file.letter.agentsRequired
  if (!decides) return null
  if (isUndecided(file.objection)) return <p class="hint">{words.acceptAfterObjection}</p>
  if (file.letter.kind === 'email_update') return <p class="hint">{words.acceptEmailHint}</p>
  const until = file.objection?.openUntil
  return until && until > now ? (
    <p class="hint">{words.acceptLaterHint(formatDateTime(until, language))}</p>
  ) : null
}

interface AnswerProps extends CaseProps {
  readonly verdict: 'complete' | 'refuse'
  readonly reasons: readonly LetterReason[]
}

/** Reasons from the list, plus a word of one's own; all of it goes to the applicant. */
function Answer({ file, form, verdict, reasons }: AnswerProps) {
  const { words } = useVisit()
  const own = words.agency.case
  const state = form?.form === verdict ? form : undefined
  const isComplete = verdict === 'complete'
  return (
    <Details summary={isComplete ? own.complete : own.refuse} open={state !== undefined}>
      <p class="hint">{isComplete ? own.completeLead : own.refuseLead}</p>
      <Form
        action={paths.agency.review({ id: file.letter.id })}
        errors={state?.errors}
        typed={state?.typed}
        prefix={`${verdict}-`}
        version={file.letter.version}
      >
        <Bound file={file} verdict={verdict} />
        <Checkboxes
          name="motifs"
          label={own.reasons}
          options={reasons.map((reason) => ({
            value: reason,
            label: words.letters.reasons[reason],
          }))}
        />
        <TextArea
          name="precision"
          label={own.note}
          hint={`${own.noteHint} ${own.noteLanguage[file.letter.language]}`}
          rows={3}
          maxlength={1000}
          optional
        />
        <Actions>
          <Button kind={isComplete ? 'plain' : 'stop'}>
            {isComplete ? own.completeButton : own.refuseButton}
          </Button>
        </Actions>
      </Form>
    </Details>
  )
}

/** The decision is about this scan, and no other. */
function Bound({ file, verdict }: { readonly file: Case; readonly verdict: string }) {
  return (
    <>
      <input type="hidden" name="decision" value={verdict} />
      <input type="hidden" name="justificatif" value={file.proofs[0]?.id ?? ''} />
    </>
  )
}
