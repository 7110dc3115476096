import { formatQuarterInWords } from '../../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { type CauseKey, causeName } from '../cause.ts'
import type { LineView } from '../view-line.ts'

interface Props {
  readonly view: LineView & { readonly line: number }
  readonly cause: CauseKey | null
}

/** Taking a line out is asked twice, and can be undone until the sending. */
export function RemoveLinePage({ view, cause }: Props) {
  const { words, language } = useVisit()
  const { declaration, line, person } = view
  const { id, quarter, category } = declaration
  const query = cause ? `?constat=${causeName(cause)}` : ''
  const address = { id, line: String(line) }
  const back = `${paths.declarations.line(address)}${query}`
  const title = words.desk.removeTitle(line)
  const check = words.declarations.checkTitle(formatQuarterInWords(quarter, language), category)
  return (
    <Layout
      title={`${title} · ${check}`}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
    >
      <BackLink href={back}>{words.desk.lineTitle(line, person)}</BackLink>
      <PageHead title={title} />
      <div id="ligne">
        <p>{words.desk.removeLead(person)}</p>
        <Form
          action={`${paths.declarations.removeLine(address)}${query}`}
          version={declaration.version}
        >
          <Actions>
            <Button kind="stop">{words.desk.removeConfirm}</Button>
            <ButtonLink kind="link" href={back} opens="ligne">
              {words.desk.back}
            </ButtonLink>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
