import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { formatPhone } from '../../web/phone.ts'
import { useVisit } from '../../web/visit.ts'
import { listed } from '../../web/words/language.ts'
import type { ImportView } from '../read-import.ts'
import type { StagedRow } from '../store/lines.ts'

/** To whom the file gives power, and over which company: compared with the paper before, kept for who asks afterwards. */
export function People({ view }: { readonly view: ImportView }) {
  const { one: words } = useVisit().words.imports
  if (view.people.length === 0) return null
  const isDone = view.found.state === 'applied'
  const title = isDone ? words.peopleDone : words.people
  return (
    <section>
      <h2>{title}</h2>
      {isDone ? <p class="hint">{words.peopleDoneLead}</p> : null}
      <Table
        caption={title}
        dense
        rows={view.people}
        rowHead={1}
        columns={[
          { head: words.row, numeric: true, cell: ({ line }) => String(line) },
          { head: words.company, cell: (row) => <Company row={row} /> },
          { head: words.person, cell: ({ fields }) => <Person fields={fields} /> },
          { head: words.reached, cell: ({ fields }) => <Reached fields={fields} /> },
          { head: words.granted, cell: ({ fields }) => <Granted fields={fields} /> },
        ]}
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        href={(page) => `${paths.agency.import({ id: view.found.id })}?page=${page}`}
      />
    </section>
  )
}

function Company({ row: { employerId, label } }: { readonly row: StagedRow }) {
  if (!employerId) return <bdi>{label}</bdi>
  return (
    <a href={paths.agency.employer({ id: employerId })}>
      <bdi>{label}</bdi>
    </a>
  )
}

type Fields = Pick<StagedRow, 'fields'>

function Person({ fields }: Fields) {
  return (
    <>
      <bdi>
        {fields['firstName']} {fields['lastName']}
      </bdi>
      <br />
      <small>
        <bdi>{fields['jobTitle']}</bdi>, <bdi dir="ltr">{fields['identityShown']}</bdi>
      </small>
    </>
  )
}

function Reached({ fields }: Fields) {
  return (
    <>
      <bdi dir="ltr">{fields['email']}</bdi>
      <br />
      <small>
        <bdi dir="ltr">{formatPhone(fields['phone'] ?? '')}</bdi>
      </small>
    </>
  )
}

/** The services of a company for its delegate; for a user, one of them with what they may do there. */
function Granted({ fields }: Fields) {
  const { words, language } = useVisit()
  const { administration, imports } = words
  const named: Readonly<Record<string, string>> = {
    ...administration.teleservices,
    ...administration.services,
  }
  const values: Readonly<Record<string, string>> = imports.values
  const list = (field: string) => fields[field]?.split(',') ?? []
  const services = [...list('services'), ...list('service')].map((one) => named[one] ?? one)
  const more = [...list('mode'), ...list('powers')].map((one) => values[one] ?? one)
  return (
    <>
      {listed(services, language)}
      {more.length > 0 ? (
        <>
          <br />
          <small>{listed([...more, ...list('categories')], language)}</small>
        </>
      ) : null}
      {fields['login'] ? (
        <>
          <br />
          <bdi dir="ltr" class="file-name">
            {fields['login']}
          </bdi>
        </>
      ) : null}
    </>
  )
}
