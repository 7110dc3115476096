import type { BoardEntry } from '../../../access/store/mandates-in-force.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { listed } from '../../../web/words/language.ts'

/** A mandate that waits for its answer. */
export function Offer({ entry }: { readonly entry: BoardEntry }) {
  const { words, language } = useVisit()
  const said = words.declarations
  return (
    <Note
      tone="info"
      title={said.offerText(entry.employer.name)}
      action={
        <form method="post" action={paths.declarations.answerMandate({ id: entry.mandateId })}>
          <HiddenFields anyEmployer />
          <Actions>
            <Button kind="plain" name="reponse" value="accept">
              {said.accept}
            </Button>
            <Button kind="link" name="reponse" value="decline">
              {said.decline}
            </Button>
          </Actions>
        </form>
      }
    >
      {`${said.boardCategories(listed(entry.categories, language))} · ${said.modes[entry.mode]}`}
    </Note>
  )
}
