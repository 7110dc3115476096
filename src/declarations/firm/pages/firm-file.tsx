import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { FileField } from '../../../web/components/file-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { FirmFile } from '../store/parts.ts'

interface Props {
  readonly files: readonly FirmFile[]
  readonly errors?: Mistakes | undefined
}

/** One file for all companies: how it is sent, and those sent before. */
export function FirmFilePage({ files, errors = {} }: Props) {
  const { words } = useVisit()
  const said = words.firm.file
  return (
    <Layout
      title={said.title}
      band={useDeclarationBand()}
      current={paths.declarations.board()}
      errors={errors}
    >
      <BackLink href={paths.declarations.board()}>{words.declarations.companies}</BackLink>
      <PageHead title={said.title} lead={said.lead} />
      <Form action={paths.firm.file()} errors={errors} upload anyEmployer>
        <FileField
          name="fichier"
          label={said.label}
          kinds={said.kinds}
          accept=".txt,.csv,.xlsx,text/plain,text/csv"
          maxMegabytes={40}
        />
        <Actions>
          <Button>{said.button}</Button>
        </Actions>
      </Form>
      <Earlier files={files} />
    </Layout>
  )
}

function Earlier({ files }: { readonly files: readonly FirmFile[] }) {
  const said = useVisit().words.firm.file
  if (files.length === 0) return null
  return (
    <section>
      <h2>{said.earlier}</h2>
      <Table
        caption={said.earlier}
        rows={files}
        columns={[
          {
            head: said.file,
            cell: (one) => (
              <a href={paths.firm.fileResult({ id: one.id })}>
                <bdi>{one.fileName}</bdi>
              </a>
            ),
          },
          { head: said.received, cell: (one) => <DateText date={one.startedAt} /> },
          {
            head: said.parts,
            numeric: true,
            cell: (one) => <Reference>{String(one.parts)}</Reference>,
          },
        ]}
      />
    </section>
  )
}
