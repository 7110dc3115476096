import type { Ice } from '../../employers/ice.ts'
import { Button } from '../../web/components/button.tsx'
import { Note } from '../../web/components/note.tsx'
import { useVisit } from '../../web/visit.ts'
import { iceSure } from '../volet-forms.ts'

/** Said where the ICE was typed, and read first: a wrong digit is likely, an exception is possible. */
export function IceQuestion({ ice }: { readonly ice: Ice }) {
  const { iceQuestion } = useVisit().words.subscriptions
  return (
    <div role="alert" tabindex={-1} autofocus data-enhance="focus" id="question-ice">
      <Note tone="warning" title={iceQuestion.title(ice)}>
        {iceQuestion.text(ice)}
      </Note>
    </div>
  )
}

/** Sends the answers as they are; after «Valider», so that the Enter key never chooses it. */
export function ContinueAnyway({ ice }: { readonly ice: Ice }) {
  const { iceQuestion } = useVisit().words.subscriptions
  return (
    <Button kind="plain" name={iceSure} value={ice} describedBy="question-ice">
      {iceQuestion.goOn}
    </Button>
  )
}
