import { formatDateTime, formatQuarter, formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import type { Language } from '../../../web/words/language.ts'
import { declarantName } from '../../declarant.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { Declaration } from '../../store/declarations.ts'
import type { Successor } from '../store/successor.ts'

interface Props {
  readonly declaration: Declaration
  readonly successor: Successor | undefined
}

/** A check that is over says what took its place and by whom, and leads there (quality AT97). */
export function OverPage({ declaration, successor }: Props) {
  const { words, language } = useVisit()
  const said = words.desk
  const { quarter, category } = declaration
  const period = { category, quarter: formatQuarter(quarter) }
  return (
    <Layout
      title={said.replacedTitle}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
    >
      <BackLink href={paths.declarations.calendar()}>{words.declarations.calendar}</BackLink>
      <PageHead
        title={said.replacedTitle}
        lead={words.declarations.checkTitle(formatQuarterInWords(quarter, language), category)}
      />
      <p>{sentenceOf(declaration, successor, words, language)}</p>
      <Onward period={period} successor={successor} />
    </Layout>
  )
}

// oxlint-disable-next-line max-params -- the check, what came after it, and how it is said
function sentenceOf(
  declaration: Declaration,
  successor: Successor | undefined,
  { desk, declarations }: Words,
  language: Language,
): string {
  const said = desk.replacedBy
  if (!successor) return said.nothing
  // A correction that was given up: what it would have replaced stands.
  if (successor.id === declaration.replaces)
    return desk.abandon.doneCorrection(successor.receiptNumber)
  const at = formatDateTime(successor.at, language)
  const by = declarantName(successor.by, declarations)
  return successor.state === 'sent'
    ? said.sent(successor.receiptNumber, by, at)
    : said.checked(successor.fileName, by, at)
}

interface OnwardProps {
  readonly period: { readonly category: string; readonly quarter: string }
  readonly successor: Successor | undefined
}

function Onward({ period, successor }: OnwardProps) {
  const { desk, declarations } = useVisit().words
  if (!successor) {
    return <ButtonLink href={paths.declarations.period(period)}>{declarations.declare}</ButtonLink>
  }
  const { id, state } = successor
  return state === 'sent' ? (
    <ButtonLink href={paths.declarations.receipt({ id })}>{desk.goToReceipt}</ButtonLink>
  ) : (
    <ButtonLink href={paths.declarations.check({ id })}>{desk.goToCurrent}</ButtonLink>
  )
}
