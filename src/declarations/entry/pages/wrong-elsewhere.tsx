import { Button } from '../../../web/components/button.tsx'
import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import { fullName } from '../civil-data.ts'
import { pageOf } from '../sheet.ts'
import type { SheetView } from '../view-sheet.ts'
import { ways } from '../way-out.ts'

const shownAtMost = 10

/** Mistakes that were left on other pages: one goes on without them, and comes back by their names; this page is saved first. */
export function WrongElsewhere({ view: { sheet, wrongElsewhere } }: { readonly view: SheetView }) {
  const said = useVisit().words.entry.wrongElsewhere
  if (wrongElsewhere.length === 0) return null
  const left = wrongElsewhere.length - shownAtMost
  return (
    <Note tone="warning" title={said.title(wrongElsewhere.length)}>
      {said.text}
      <ul>
        {wrongElsewhere.slice(0, shownAtMost).map((row) => (
          <li>
            <Button kind="link" name="vers" value={ways.row(row.key)}>
              {said.row(fullName(row.civil), pageOf(sheet, row.key))}
            </Button>
          </li>
        ))}
        {left > 0 ? <li>{said.more(left)}</li> : null}
      </ul>
    </Note>
  )
}
