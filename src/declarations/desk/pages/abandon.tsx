import { formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { isWork } from '../work-done.ts'
import type { DeskView } from '../view-desk.ts'

/** Giving up a check is asked once more: what is lost with it, and what stays (product D4). */
export function AbandonPage({ view }: { readonly view: DeskView }) {
  const { words, language } = useVisit()
  const { declaration, replaced } = view
  const { id, quarter, category } = declaration
  const back = paths.declarations.check({ id })
  const said = words.desk.abandon
  const title = replaced ? said.titleCorrection : said.title
  const check = words.declarations.checkTitle(formatQuarterInWords(quarter, language), category)
  return (
    <Layout
      title={`${title} · ${check}`}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
    >
      <BackLink href={back}>{check}</BackLink>
      <PageHead title={title} />
      <Points title={said.lost} points={lostWith(view, words)} />
      <Points title={said.stays} points={leftBy(view, words)} />
      <Form action={paths.declarations.abandon({ id })} version={declaration.version}>
        <Actions>
          <Button kind="stop">{replaced ? said.confirmCorrection : said.confirm}</Button>
          <ButtonLink kind="link" href={back}>
            {said.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </section>
  )
}

function lostWith({ declaration, done, sheet, replaced }: DeskView, { desk }: Words): string[] {
  const said = desk.abandon
  const check = sheet ? said.lostCheckOfSheet : said.lostCheck(declaration.fileName)
  return [
    ...(isWork(done) ? [said.lostWork(desk.workDone(done))] : []),
    sheet && replaced ? said.lostChanges : check,
  ]
}

function leftBy({ replaced, sheet }: DeskView, { desk }: Words): string[] {
  const said = desk.abandon
  return [
    ...(sheet && !replaced ? [said.sheetStays] : []),
    replaced ? desk.revision.staysInForce(replaced.receiptNumber ?? '') : said.periodStays,
    ...(sheet || replaced ? [] : [said.fileStays]),
  ]
}
