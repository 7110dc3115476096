import { formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { adviceFor, causeTitle, differsByLine } from '../../finding-words.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { CauseView } from '../view-cause.ts'
import { CauseLines } from './cause-lines.tsx'
import type { Typed } from './typed.ts'

interface Props {
  readonly view: CauseView
  readonly typed?: Typed | undefined
}

/** Every line of one cause. Where scripts run, this part of the page opens inside the desk. */
export function CausePage({ view, typed }: Props) {
  const { words, language } = useVisit()
  const { declaration, cause } = view
  const { id, quarter, category } = declaration
  const title = causeTitle(cause, words.desk, language)
  const check = words.declarations.checkTitle(formatQuarterInWords(quarter, language), category)
  const [first] = view.lines
  const lead = first && !differsByLine(view.lines) ? adviceFor(first, language) : undefined
  return (
    <Layout
      title={`${title} · ${check}`}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={typed?.errors}
      errorsPrefix="constat-"
      wide
    >
      <BackLink href={paths.declarations.check({ id })}>{check}</BackLink>
      <PageHead title={title} lead={lead} />
      <div id="constat">
        <CauseLines view={view} typed={typed} />
      </div>
    </Layout>
  )
}
