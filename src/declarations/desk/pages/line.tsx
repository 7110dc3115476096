import { formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { CauseKey } from '../cause.ts'
import { causeName } from '../cause.ts'
import type { LineView } from '../view-line.ts'
import { LineForm, type LineTypedBack } from './line-form.tsx'

interface Props {
  readonly view: LineView
  /** The cause by which one came here: the way back, and the next one. */
  readonly cause: CauseKey | null
  readonly errors?: Mistakes | undefined
  readonly typed?: LineTypedBack | undefined
}

/** One line to correct, or to add. Where scripts run, its form opens inside the desk. */
export function LinePage({ view, cause, errors, typed }: Props) {
  const { words, language } = useVisit()
  const { id, quarter, category } = view.declaration
  const title = titleOf(view, words)
  const check = words.declarations.checkTitle(formatQuarterInWords(quarter, language), category)
  const back = cause
    ? paths.declarations.cause({ id, cause: causeName(cause) })
    : paths.declarations.check({ id })
  return (
    <Layout
      title={`${title} · ${check}`}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={errors}
    >
      <BackLink href={back}>{cause ? words.desk.backToCause : check}</BackLink>
      <PageHead
        title={title}
        lead={view.line === null ? words.desk.newLineLead : words.desk.lineLead}
      />
      <div id="ligne">
        <LineForm view={view} cause={cause} errors={errors} typed={typed} />
      </div>
    </Layout>
  )
}

function titleOf({ line, person }: LineView, { desk }: Words): string {
  if (line !== null) return desk.lineTitle(line, person)
  return person ? desk.newLineOf(person) : desk.newLineTitle
}
