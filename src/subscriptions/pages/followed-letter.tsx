import type { Administration } from '../../access/administration/read-administration.ts'
import { letterTitle } from '../../letters/letter-title.ts'
import { bearsHandwrittenNumber, canHappen, type Letter } from '../../letters/letter.ts'
import { isLetterReason } from '../../letters/reasons.ts'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Details } from '../../web/components/details.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { FollowedLetter } from '../find-followed-letter.ts'
import { LetterFrame } from './letter-frame.tsx'
import { LetterSteps } from './letter-steps.tsx'

interface Props extends Partial<FormState> {
  readonly followed: FollowedLetter
  /** The answers of this letter are still on this device: they can be corrected before it is signed. */
  readonly canReopen: boolean
  /** Of the delegate who follows a letter of their own company: their band, and the way back. */
  readonly administration?: Administration | undefined
}

/** One request as its applicant follows it: where it stands, what to do next, until when (product P7). */
export function FollowedLetterPage({ followed, canReopen, administration, ...state }: Props) {
  const { fund, language, words } = useVisit()
  const { follow, form } = words.subscriptions
  const { errors, typed } = state
  const { letter } = followed
  const isReady = letter.state === 'awaiting_signature'
  const held = followed.isHeld && letter.state === 'accepted' ? follow.held : undefined
  const told = held ?? follow.states[letter.state]
  const title = isReady ? form.readyTitle : told.title
  return (
    <LetterFrame
      title={`${title} · ${letter.reference}`}
      administration={administration}
      errors={errors}
    >
      <PageHead title={title} lead={told.text} />
      <DescriptionList
        rows={[
          {
            term: form.reference,
            value: <Reference copy>{letter.reference}</Reference>,
            note: form.referenceHint,
          },
          { term: follow.subject, value: letterTitle(letter.kind, fund.name)[language] },
          {
            term: words.frame.employerNumber,
            value: <Reference>{letter.employerNumber}</Reference>,
          },
        ]}
      />
      <Answer letter={letter} />
      {letter.state === 'received' && !followed.isLookedInto ? (
        <Note>{words.subscriptions.follow.lookingInto}</Note>
      ) : null}
      {isReady ? <WhatNext letter={letter} /> : null}
      <h2>{follow.stepsTitle}</h2>
      <LetterSteps followed={followed} />
      <SendProof letter={letter} errors={errors} typed={typed} />
      <After letter={letter} />
      <Others letter={letter} canReopen={canReopen} />
    </LetterFrame>
  )
}

/** What the agency answered, in the applicant's language. */
function Answer({ letter }: { readonly letter: Letter }) {
  const { words } = useVisit()
  const { follow } = words.subscriptions
  if (letter.state !== 'to_complete' && letter.state !== 'refused') return null
  const isRefused = letter.state === 'refused'
  return (
    <Note
      tone={isRefused ? 'stop' : 'warning'}
      title={isRefused ? follow.refusedTitle : follow.reasonsTitle}
    >
      <ul>
        {letter.reasons.filter(isLetterReason).map((code) => (
          <li>{words.letters.reasons[code]}</li>
        ))}
      </ul>
      {letter.note ? (
        <p>
          {follow.note} <bdi>{letter.note}</bdi>
        </p>
      ) : null}
    </Note>
  )
}

function WhatNext({ letter }: { readonly letter: Letter }) {
  const { fund, words } = useVisit()
  const { form } = words.subscriptions
  return (
    <>
      <Actions>
        <ButtonLink href={paths.follow.pdf()} kind="primary" download>
          {form.download}
        </ButtonLink>
      </Actions>
      <h2>{form.whatNext}</h2>
      <ol>
        <li>{form.print}</li>
        {bearsHandwrittenNumber(letter) ? <li>{form.byHand}</li> : null}
        <li>{form.sign}</li>
        <li>
          {form.sendOnline} {form.sendPost}
          <br />
          <bdi>{[fund.contact, fund.agencyName, ...fund.agencyAddress].join(', ')}</bdi>
        </li>
      </ol>
      <p class="muted">{words.subscriptions.follow.printedIn[letter.language]}</p>
    </>
  )
}

interface SendProps {
  readonly letter: Letter
  readonly errors: FormState['errors'] | undefined
  readonly typed: FormState['typed'] | undefined
}

function SendProof({ letter, errors, typed }: SendProps) {
  const { words } = useVisit()
  const { follow } = words.subscriptions
  if (!canHappen(letter, 'receive')) return null
  const upload = (
    <Form action={paths.follow.proof()} errors={errors} typed={typed} upload>
      <input type="hidden" name="dossier" value={letter.id} />
      <FileField
        name="proof"
        label={follow.proof}
        hint={follow.proofHint}
        kinds={follow.proofKinds}
        accept=".pdf,.jpg,.jpeg,.png"
        maxMegabytes={10}
      />
      <Actions>
        <Button kind={letter.state === 'to_complete' ? 'primary' : 'plain'}>{follow.send}</Button>
      </Actions>
    </Form>
  )
  if (letter.state === 'received') {
    return (
      <Details summary={follow.sendAgain} open={Boolean(errors && Object.keys(errors).length > 0)}>
        {upload}
      </Details>
    )
  }
  return (
    <section>
      <h2>{follow.uploadTitle}</h2>
      {upload}
    </section>
  )
}

/** The next place to go once it is over. */
function After({ letter }: { readonly letter: Letter }) {
  const { words } = useVisit()
  const { follow } = words.subscriptions
  if (letter.state === 'applied') {
    return (
      <Actions>
        <ButtonLink href={paths.signIn.administration()} kind="primary">
          {follow.signIn}
        </ButtonLink>
      </Actions>
    )
  }
  if (!['refused', 'withdrawn', 'expired', 'without_object'].includes(letter.state)) return null
  const isSubscription = letter.kind === 'subscription'
  return (
    <Actions>
      <ButtonLink href={isSubscription ? paths.subscription.start() : paths.downloads.list()}>
        {follow.newRequest}
      </ButtonLink>
    </Actions>
  )
}

function Others({ letter, canReopen }: { readonly letter: Letter; readonly canReopen: boolean }) {
  const { words } = useVisit()
  const { follow, form } = words.subscriptions
  const isReady = letter.state === 'awaiting_signature'
  return (
    <section>
      {isReady ? null : (
        <p>
          <a href={paths.follow.pdf()} download>
            {form.downloadAgain}
          </a>
        </p>
      )}
      {isReady && canReopen ? (
        <Details summary={form.reopen}>
          <OneButton action={paths.subscription.reopen()} letter={letter} label={form.reopen}>
            {form.reopenHint}
          </OneButton>
        </Details>
      ) : null}
      {canHappen(letter, 'withdraw') ? (
        <Details summary={follow.withdrawTitle}>
          <OneButton action={paths.follow.withdraw()} letter={letter} label={follow.withdraw} stop>
            {follow.withdrawHint}
          </OneButton>
        </Details>
      ) : null}
      <Form action={paths.follow.leave()}>
        <Button kind="link">{follow.leave}</Button>
      </Form>
    </section>
  )
}

interface OneButtonProps {
  readonly action: string
  readonly letter: Letter
  readonly label: string
  readonly stop?: boolean
  readonly children: string
}

function OneButton({ action, letter, label, stop, children }: OneButtonProps) {
  return (
    <Form action={action}>
      <p>{children}</p>
      <input type="hidden" name="dossier" value={letter.id} />
      <Button kind={stop ? 'stop' : 'plain'}>{label}</Button>
    </Form>
  )
}
