import { Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { Details } from '../../../web/components/details.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { causeTitle } from '../../finding-words.ts'
import type { CorrectionMade } from '../store/corrections.ts'
import type { DeskView } from '../view-desk.ts'

const shownAtOnce = 3

/** What was corrected here, newest first, each with the way back. */
export function Corrections({ view }: { readonly view: DeskView }) {
  const said = useVisit().words.desk
  const { corrections } = view
  if (corrections.length === 0) return null
  const older = corrections.slice(shownAtOnce)
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{said.correctionsTitle}</h2>
      <p class="muted">{said.correctionsLead}</p>
      <CorrectionList view={view} corrections={corrections.slice(0, shownAtOnce)} />
      {older.length > 0 ? (
        <Details summary={said.olderCorrections(older.length)}>
          <CorrectionList view={view} corrections={older} />
        </Details>
      ) : null}
    </section>
  )
}

interface ListProps {
  readonly view: DeskView
  readonly corrections: readonly CorrectionMade[]
}

function CorrectionList({ view: { declaration }, corrections }: ListProps) {
  const { words } = useVisit()
  return (
    <ul class="plain-list">
      {corrections.map((made) => (
        <li>
          <span>
            <What made={made} />
            <small>
              <bdi>{made.madeBy}</bdi> · <DateText date={made.madeAt} />
            </small>
          </span>
          <form
            method="post"
            action={paths.declarations.undo({ id: declaration.id, correction: made.id })}
            data-enhance="once"
          >
            <HiddenFields version={declaration.version} />
            <Button kind="link">{words.desk.undo}</Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function What({ made: { kind, code, field, line, lines, isOfFile } }: { made: CorrectionMade }) {
  const { words, language } = useVisit()
  const said = words.desk.made
  if (kind === 'cause') {
    const title = causeTitle({ code: code ?? '', field: field ?? '' }, words.desk, language)
    return <>{said.cause(lines, title)}</>
  }
  if (kind === 'file') return <>{said.file(lines)}</>
  if (kind === 'addition' && isOfFile) return <>{said.additions(lines)}</>
  return <>{said[kind](line ?? 0)}</>
}
