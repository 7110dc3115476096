import { allowedMs, isInReview } from '../../letters/letter.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Button } from '../../web/components/button.tsx'
import { Clock } from '../../web/components/clock.tsx'
import { HiddenFields } from '../../web/components/form.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Case } from '../read-case.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { CaseDecision } from './case-decision.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseIdentity } from './case-identity.tsx'
import { CaseNotes } from './case-notes.tsx'
import { CaseObjection } from './case-objection.tsx'
import { CasePaper } from './case-paper.tsx'
import { CaseRegister } from './case-register.tsx'
import { CaseTyped } from './case-typed.tsx'
import { LetterStateTag } from './letter-state-tag.tsx'

/** Which of the page's forms came back, with its mistakes and what was typed in it. */
export interface CaseFormState {
  readonly form: 'accept' | 'complete' | 'refuse' | 'objection' | 'register' | 'identity' | 'take'
  readonly errors: Mistakes
  readonly typed: Fields
  /** A rule said no, rather than the form being badly filled. */
  readonly refused?: boolean
}

export interface CaseProps {
  readonly file: Case
  readonly form?: CaseFormState | undefined
}

/** A signed form beside what was typed, what is known, and the decision (product G2). */
export function CasePage({ file, form }: CaseProps) {
  const { words } = useVisit()
  const { letter, employer } = file
  const isHere = file.proofs.length > 0
  const title = words.agency.case.title(words.agency.queue.kinds[letter.kind], letter.reference)
  return (
    <AgencyPage
      title={title}
      place="queue"
      errors={form?.errors}
      errorsPrefix={form && `${form.form}-`}
    >
      <BackLink href={paths.agency.queue()}>{words.agency.case.back}</BackLink>
      <PageHead
        title={title}
        lead={
          employer
            ? words.agency.case.lead(employer.name, letter.employerNumber)
            : words.agency.case.unknownLead(letter.employerNumber)
        }
        action={<InHand file={file} />}
      />
      <Standing file={file} />
      <CaseNotes file={file} />
      <div class="case">
        <div class="case-form">
          <CaseObjection file={file} form={form} />
          <CaseTyped file={file} />
          <CaseIdentity file={file} form={form} />
          <CaseDecision file={file} form={form} />
          {isHere ? <CaseRegister file={file} form={form} /> : null}
        </div>
        <div class="case-scan">
          <CasePaper file={file} />
          {isHere ? null : <CaseRegister file={file} form={form} />}
        </div>
      </div>
      <CaseHistory file={file} />
    </AgencyPage>
  )
}

/** Where the file stands, at a glance: state, clock, in whose hands. */
function Standing({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  const { letter, holder } = file
  return (
    <p class="case-standing">
      <LetterStateTag state={letter.state} />
      {isInReview(letter) ? (
        <Clock remainingMs={file.remainingMs} allowedMs={allowedMs} paused={file.isPaused} />
      ) : null}
      {holder ? (
        <span class="muted">{holder.isMe ? words.inYourHand : words.inHand(holder.name)}</span>
      ) : null}
    </p>
  )
}

function InHand({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  const { letter, holder } = file
  if (!isInReview(letter) || file.isOwnEmployer) return null
  const isMine = holder?.isMe ?? false
  // Only a supervisor takes from another.
  if (holder && !isMine && !file.isSupervisor) return null
  return (
    <form method="post" action={paths.agency.take({ id: letter.id })}>
      <HiddenFields />
      <input type="hidden" name="geste" value={isMine ? 'rendre' : 'prendre'} />
      <input type="hidden" name="detenteur" value={holder?.id ?? ''} />
      <Button kind="plain">{isMine ? words.release : holder ? words.takeOver : words.take}</Button>
    </form>
  )
}
