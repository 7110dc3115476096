import { formatQuarterInWords } from '../../../calendar/index.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { Note } from '../../../web/components/note.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { useVisit } from '../../../web/visit.ts'
import { isUntouched } from '../row.ts'
import { leftIn } from '../sheet.ts'
import type { SheetView } from '../view-sheet.ts'
import { ways } from '../way-out.ts'

/** Finding somebody, seeing what is left, adding somebody: each saves the page first. */
export function SheetTools({ view }: { readonly view: SheetView }) {
  const said = useVisit().words.entry
  const { sheet, shown, progress } = view
  const left = leftIn(progress)
  const isWhole = shown.search === '' && !shown.onlyLeft
  return (
    <>
      <input type="hidden" name="page" value={String(shown.page)} />
      {shown.search ? <input type="hidden" name="cherche" value={shown.search} /> : null}
      {shown.onlyLeft ? <input type="hidden" name="reste" value="oui" /> : null}
      <div class="sheet-tools">
        {sheet.rows.length > 0 ? (
          <div class="sheet-find">
            <TextField name="nom" label={said.searchLabel} value={shown.search} maxlength={60} />
            <Button kind="plain" name="vers" value={ways.find}>
              {said.find}
            </Button>
          </div>
        ) : null}
        <div class="sheet-ways">
          {left > 0 && left < sheet.rows.length && !shown.onlyLeft ? (
            <Button kind="link" name="vers" value={ways.onlyLeft}>
              {left === 1 ? said.onlyOne : said.onlyLeft(left)}
            </Button>
          ) : null}
          {isWhole ? null : (
            <Button kind="link" name="vers" value={ways.all}>
              {said.seeAll}
            </Button>
          )}
          <Button kind="link" name="vers" value={ways.add}>
            {said.add}
          </Button>
        </div>
      </div>
      {isWhole ? null : <p class="muted">{said.showing(shown.count, sheet.rows.length)}</p>}
    </>
  )
}

/** Salaries of an earlier quarter as a starting point, for those of whom nothing is said yet. */
export function StartingValues({ view: { sheet } }: { readonly view: SheetView }) {
  const { words, language } = useVisit()
  const said = words.entry
  const waiting = sheet.rows.some((row) => isUntouched(row) && row.last !== null && row.last > 0n)
  if (!sheet.lastQuarter || !waiting) return null
  return (
    <Note
      action={
        <Button kind="plain" name="vers" value={ways.carry}>
          {said.carry(formatQuarterInWords(sheet.lastQuarter, language))}
        </Button>
      }
    >
      {said.carryText}
    </Note>
  )
}

/** The ways on from a page: one of them is the main one. */
export function WaysOn({ view }: { readonly view: SheetView }) {
  const said = useVisit().words.entry
  const { shown, sheet } = view
  if (sheet.rows.length === 0) return null
  return (
    <Actions>
      <MainWay view={view} />
      <Button kind="plain" name="vers" value={ways.save}>
        {said.save}
      </Button>
      {shown.page > 1 ? (
        <Button kind="link" name="vers" value={ways.page(shown.page - 1)}>
          {said.previous}
        </Button>
      ) : null}
      {shown.page < shown.pages ? (
        <Button kind="link" name="vers" value={ways.page(shown.page + 1)}>
          {said.next}
        </Button>
      ) : null}
      {isLast(view) ? null : (
        <Button kind="link" name="vers" value={ways.check}>
          {said.check}
        </Button>
      )}
    </Actions>
  )
}

function isLast({ shown }: SheetView): boolean {
  return shown.page >= shown.pages
}

/** Salaries carried over are confirmed page by page; then the next page; on the last one, the check. */
function MainWay({ view }: { readonly view: SheetView }) {
  const said = useVisit().words.entry
  const carried = view.shown.rows.filter((row) => row.isCarried).length
  if (carried > 0) {
    return isLast(view) ? (
      <Button name="vers" value={ways.confirmAndCheck}>
        {said.confirmAndCheck(carried)}
      </Button>
    ) : (
      <Button name="vers" value={ways.confirm}>
        {said.confirm(carried)}
      </Button>
    )
  }
  if (isLast(view)) {
    return (
      <Button name="vers" value={ways.check}>
        {said.check}
      </Button>
    )
  }
  return (
    <Button name="vers" value={ways.next}>
      {said.saveAndNext}
    </Button>
  )
}
