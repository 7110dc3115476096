import { awaitsDecision } from '../../letters/objection.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { RadioGroup } from '../../web/components/choices.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { TextArea } from '../../web/components/text-area.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import type { Case } from '../read-case.ts'
import type { CaseProps } from './case-page.tsx'
import { InOtherHands, isInOtherHands } from './in-other-hands.tsx'

/** What the person concerned says against the letter, and the supervisor's decision (decisions, «48 h»). */
export function CaseObjection({ file, form }: CaseProps) {
  const { case: words, mails } = useVisit().words.agency
  const { objection } = file
  if (!objection?.raisedAt) return null
  const isOpen = awaitsDecision(objection, file.letter)
  return (
    <section id="opposition" aria-labelledby="opposition-titre">
      <h2 id="opposition-titre">{isOpen ? words.objectionTitle : words.objectionWas}</h2>
      <p>{isOpen ? words.objectionText : words.objectionEnd[objection.decision ?? 'over']}</p>
      <Note tone="warning" title={words.objectionSaid}>
        <bdi>{objection.statement || words.objectionNothing}</bdi>
      </Note>
      {objection.decisionNote ? <p>{mails.objectionDecided.note(objection.decisionNote)}</p> : null}
      {isOpen && file.isSupervisor && file.acceptedByMe ? (
        <p class="hint">{words.objectionOther}</p>
      ) : null}
      {decidesObjection(file) ? <Deciding file={file} form={form} /> : null}
    </section>
  )
}

/** A supervisor, not on their own company, nor on the agreement that they gave themselves. */
export function decidesObjection(file: Case): boolean {
  const isOthers = !file.isOwnEmployer && !file.acceptedByMe
  return awaitsDecision(file.objection, file.letter) && file.isSupervisor && isOthers
}

/** Once it is in their hands; what was typed before somebody took the file is shown again. */
function Deciding({ file, form }: CaseProps) {
  const { id, version } = file.letter
  if (isInOtherHands(file) && form?.form !== 'objection') return <InOtherHands file={file} />
  return <DecideObjection file={file} letterId={id} version={version} form={form} />
}

/** Who reads the reason reads it in their own language. */
function languagesOf({ delegate, letter }: Case, words: Words['agency']['case']): string[] {
  return [
    ...(delegate ? [words.objectorLanguage[delegate.language]] : []),
    words.noteLanguage[letter.language],
  ]
}

interface DecideProps extends CaseProps {
  readonly letterId: string
  readonly version: number
}

function DecideObjection({ file, letterId, version, form }: DecideProps) {
  const { case: words } = useVisit().words.agency
  const state = form?.form === 'objection' ? form : undefined
  return (
    <Form
      action={paths.agency.objection({ id: letterId })}
      errors={state?.errors}
      typed={state?.typed}
      prefix="objection-"
      version={version}
    >
      <RadioGroup
        name="decision"
        label={words.objectionDecision}
        options={[
          { value: 'upheld', label: words.uphold, hint: words.upholdHint },
          { value: 'dismissed', label: words.dismiss, hint: words.dismissHint },
        ]}
      />
      <TextArea
        name="motif"
        label={words.objectionNote}
        hint={[words.objectionNoteHint, ...languagesOf(file, words)].join(' ')}
        rows={3}
        maxlength={1000}
      />
      <Checkbox
        name="lu"
        label={words.objectionRead}
        hint={file.openedByMe ? undefined : words.openFirst}
      />
      <Actions>
        <Button kind="plain">{words.objectionButton}</Button>
      </Actions>
    </Form>
  )
}
