import { Button } from '../../../web/components/button.tsx'
import { Chevron } from '../../../web/components/chevron.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { causeName, isAboutMembers } from '../cause.ts'
import { correctionOf } from './cause-list.tsx'
import type { CauseView } from '../view-cause.ts'

/** What can be done with all of them, and how to reach one of them. */
export function CauseTools({ view }: { readonly view: CauseView }) {
  const said = useVisit().words.desk
  const { cause } = view
  const isLong = cause.count > 50 && !isAboutMembers(cause)
  return (
    <div class="cause-tools">
      {cause.severity === 'to_confirm' && cause.confirmed > 0 ? <Halves view={view} /> : null}
      <CorrectAll view={view} />
      {isLong ? (
        <form method="get" action={addressOf(view)} class="jump">
          {view.showsConfirmed ? <input type="hidden" name="etat" value="confirmes" /> : null}
          <label for="champ-aller">{said.jump}</label>
          <input id="champ-aller" name="ligne" class="input" inputmode="numeric" dir="ltr" />
          <button type="submit" class="button is-plain">
            {said.jumpGo}
          </button>
        </form>
      ) : null}
    </div>
  )
}

/** Doubts still to confirm, and those that are. */
function Halves({ view }: { readonly view: CauseView }) {
  const said = useVisit().words.desk
  const { cause, showsConfirmed } = view
  const address = addressOf(view)
  return (
    <nav class="tabs" aria-label={said.filters}>
      <a
        href={`${address}?etat=a-confirmer`}
        data-loads="constat"
        aria-current={showsConfirmed ? undefined : 'page'}
      >
        {said.stillToConfirm(cause.count - cause.confirmed)}
      </a>
      <a
        href={`${address}?etat=confirmes`}
        data-loads="constat"
        aria-current={showsConfirmed ? 'page' : undefined}
      >
        {said.alreadyConfirmed(cause.confirmed)}
      </a>
    </nav>
  )
}

function CorrectAll({ view: { declaration, cause } }: { readonly view: CauseView }) {
  const said = useVisit().words.desk
  if (cause.correctable === 0 || cause.severity === 'information') return null
  const address = { id: declaration.id, cause: causeName(cause) }
  return (
    <form
      method="post"
      action={paths.declarations.correctCause(address)}
      class="only-page"
      data-enhance="once"
    >
      <HiddenFields version={declaration.version} />
      <Button kind="plain">{correctionOf(cause, said)}</Button>
    </form>
  )
}

/** Before, after: by place, not by number, so that a page stays what it was while lines are corrected. */
export function CausePages({ view }: { readonly view: CauseView }) {
  const { words } = useVisit()
  const said = words.desk
  const [first, last] = [view.lines.at(0), view.lines.at(-1)]
  if (!view.hasBefore && !view.hasAfter) return null
  const address = `${addressOf(view)}?etat=${view.showsConfirmed ? 'confirmes' : 'a-confirmer'}`
  return (
    <nav class="pagination" aria-label={words.frame.pages}>
      {view.hasBefore && first ? (
        <a href={`${address}&avant=${first.line}.${first.id}`} rel="prev" data-loads="constat">
          <Chevron to="start" />
          {said.previousLines}
        </a>
      ) : null}
      {view.hasBefore ? (
        <a href={address} data-loads="constat">
          {said.fromTheStart}
        </a>
      ) : null}
      {view.hasAfter && last ? (
        <a href={`${address}&apres=${last.line}.${last.id}`} rel="next" data-loads="constat">
          {said.nextLines}
          <Chevron to="end" />
        </a>
      ) : null}
    </nav>
  )
}

function addressOf({ declaration, cause }: CauseView): string {
  return paths.declarations.cause({ id: declaration.id, cause: causeName(cause) })
}
