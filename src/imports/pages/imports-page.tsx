import { AgencyPage } from '../../web/agency-page.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { RadioGroup } from '../../web/components/choices.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Import } from '../import.ts'
import { importKinds, mostBytes } from '../import-kind.ts'
import { counted } from './counted.ts'
import { ImportStateTag } from './state-tag.tsx'

interface Props {
  readonly imports: readonly Import[]
  readonly idempotencyKey: string
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** A file to check, the templates, and the imports that came before. */
export function ImportsPage(props: Props) {
  const { imports: words } = useVisit().words
  return (
    <AgencyPage title={words.title} place="imports" errors={props.errors}>
      <PageHead title={words.title} lead={words.lead} />
      <div class="halves">
        <section>
          <h2>{words.start.title}</h2>
          <UploadForm {...props} />
        </section>
        <Templates />
      </div>
      <h2>{words.list.title}</h2>
      <Earlier imports={props.imports} />
    </AgencyPage>
  )
}

function UploadForm({ idempotencyKey, errors, typed }: Props) {
  const { kinds, kindHints, start: words } = useVisit().words.imports
  return (
    <Form
      action={paths.agency.imports()}
      upload
      errors={errors}
      typed={typed}
      idempotencyKey={idempotencyKey}
    >
      <RadioGroup
        name="contenu"
        label={words.kind}
        options={importKinds.map((kind) => ({
          value: kind,
          label: kinds[kind],
          hint: kindHints[kind],
        }))}
      />
      <FileField
        name="fichier"
        label={words.file}
        hint={words.fileHint}
        kinds={words.fileKinds}
        accept=".csv,.txt,.xlsx,text/csv"
        maxMegabytes={mostBytes / 1_048_576}
      />
      <Actions>
        <Button>{words.button}</Button>
      </Actions>
    </Form>
  )
}

function Templates() {
  const { kinds, start: words } = useVisit().words.imports
  return (
    <section>
      <h2>{words.templates}</h2>
      <p>{words.templatesLead}</p>
      <ul>
        {importKinds.map((kind) => (
          <li>
            <a href={paths.agency.importTemplate({ kind })} download>
              {words.template(kinds[kind])}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{words.rules}</p>
    </section>
  )
}

function Earlier({ imports }: Pick<Props, 'imports'>) {
  const { imports: all } = useVisit().words
  const words = all.list
  return (
    <Table
      caption={words.caption}
      rows={imports}
      empty={<EmptyState title={words.empty} />}
      columns={[
        {
          head: words.file,
          cell: (one) => (
            <a class="file-name" href={paths.agency.import({ id: one.id })}>
              <bdi>{one.fileName}</bdi>
            </a>
          ),
        },
        { head: words.kind, cell: (one) => all.kinds[one.kind] },
        { head: words.when, cell: (one) => <DateText date={one.uploadedAt} /> },
        { head: words.who, cell: (one) => <bdi>{one.uploadedBy?.name ?? words.commandLine}</bdi> },
        { head: words.lines, numeric: true, cell: (one) => counted(one.lines) },
        { head: words.state, cell: (one) => <ImportStateTag found={one} /> },
      ]}
    />
  )
}
