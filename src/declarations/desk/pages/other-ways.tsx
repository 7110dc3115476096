import { formatDateTime, formatQuarter } from '../../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { FileField } from '../../../web/components/file-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { DeskView } from '../view-desk.ts'

/** For who would rather correct elsewhere: a line added, the findings in a file, another file, nothing at all. */
export function OtherWays({ view }: { readonly view: DeskView }) {
  const { words, language } = useVisit()
  const { declaration, causes, corrections } = view
  const savedAt = corrections[0]?.madeAt ?? declaration.uploadedAt
  const said = words.declarations
  const { id } = declaration
  const period = { category: declaration.category, quarter: formatQuarter(declaration.quarter) }
  return (
    <section class="other-ways" aria-labelledby="autrement" data-leaves>
      <h2 id="autrement">{words.desk.otherWays}</h2>
      <p>{words.desk.saved(formatDateTime(savedAt, language))}</p>
      <Actions>
        {declaration.lines > 0 ? (
          <ButtonLink href={paths.declarations.newLine({ id })}>
            {words.desk.newLineTitle}
          </ButtonLink>
        ) : null}
        {causes.length > 0 ? (
          <ButtonLink href={paths.declarations.annotated({ id })} download>
            {said.annotated}
          </ButtonLink>
        ) : null}
      </Actions>
      <Details summary={said.replaceFile} open={declaration.lines === 0}>
        <Form action={paths.declarations.upload(period)} upload prefix="autre-">
          <FileField
            name="fichier"
            label={said.fileLabel}
            kinds={said.fileKinds}
            accept=".txt,text/plain"
            maxMegabytes={20}
          />
          <Actions>
            <Button kind="plain">{said.check}</Button>
          </Actions>
        </Form>
      </Details>
      <Form
        action={paths.declarations.abandon({ id })}
        version={declaration.version}
        prefix="abandon-"
      >
        <Button kind="link">{said.abandon}</Button>
      </Form>
    </section>
  )
}
