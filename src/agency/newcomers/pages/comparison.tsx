import type { Child } from 'hono/jsx'
import { Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit, type Visit } from '../../../web/visit.ts'
import type { Candidate, NewcomerView } from '../read-newcomers.ts'
import type { NewcomerProps } from './newcomer.tsx'

interface Line {
  readonly label: string
  readonly declared: string | null
  readonly known: string | null
  /** Two people may well not have the same; nothing is said of it. */
  readonly isSaid: boolean
  readonly show: (value: string) => Child
}

/** What was declared; beside what the fund knows of somebody, once one is chosen. */
export function Comparison({
  view,
  form,
  mayDecide,
}: NewcomerProps & { readonly mayDecide: boolean }) {
  const visit = useVisit()
  const own = visit.words.newcomers
  const { compared } = view
  const lines = linesOf(view, compared, visit)
  if (!compared)
    return (
      <DescriptionList
        rows={lines.map(({ label, declared, show }) => ({
          term: label,
          value: declared ? show(declared) : '—',
        }))}
      />
    )
  return (
    <section aria-labelledby="comparaison">
      <h2 id="comparaison">{own.compareTitle(compared.memberNumber)}</h2>
      <Table
        caption={own.compareTitle(compared.memberNumber)}
        rows={lines}
        columns={[
          { head: own.field, cell: ({ label }) => label },
          { head: own.declared, cell: ({ declared, show }) => (declared ? show(declared) : '—') },
          { head: own.known, cell: (line) => <Known line={line} /> },
        ]}
      />
      {mayDecide ? <Attach view={view} form={form} compared={compared} /> : null}
    </section>
  )
}

function Known({ line: { declared, known, show, isSaid } }: { readonly line: Line }) {
  const own = useVisit().words.newcomers
  if (!known) return <>—</>
  const isSame = declared === known
  return (
    <>
      {show(known)}
      {declared && isSaid ? (
        <small>
          <StatusTag tone={isSame ? 'done' : 'wait'}>{isSame ? own.same : own.different}</StatusTag>
        </small>
      ) : null}
    </>
  )
}

function Attach({ view, form, compared }: NewcomerProps & { readonly compared: Candidate }) {
  const own = useVisit().words.newcomers
  const { newcomer } = view
  const state = form?.form === 'attach' ? form : undefined
  return (
    <Form
      action={paths.agency.attachNewcomer({ id: newcomer.id })}
      errors={state?.errors}
      typed={state?.typed}
      prefix="attach-"
      version={newcomer.version}
    >
      <input type="hidden" name="avec" value={compared.memberNumber} />
      <p>{own.attachText(compared.memberNumber)}</p>
      <Button>{own.attach(compared.memberNumber)}</Button>
    </Form>
  )
}

function linesOf(
  { newcomer, identity }: NewcomerView,
  known: Candidate | null,
  { words }: Visit,
): Line[] {
  const own = words.newcomers
  const name = (value: string) => <bdi>{value}</bdi>
  const number = (value: string) => <Reference>{value}</Reference>
  const day = (value: string) => <DateText date={value as Newcomer['bornOn']} />
  // oxlint-disable-next-line max-params -- what, how it is written, whose, whether a difference is told
  const line = (
    label: string,
    show: Line['show'],
    of: (one: Person) => string | null,
    isSaid = true,
  ): Line => ({
    label,
    show,
    isSaid,
    declared: of({ ...newcomer, identity }) || null,
    known: known ? of(known) || null : null,
  })
  return [
    line(own.number, number, ({ memberNumber }) => memberNumber, false),
    line(own.lastName, name, ({ lastName }) => lastName),
    line(own.firstName, name, ({ firstName }) => firstName),
    line(own.bornOn, day, ({ bornOn }) => bornOn),
    line(
      own.sex,
      (value) => own.sexes[value as 'M' | 'F'],
      ({ sex }) => sex,
    ),
    line(
      own.nationality,
      (value) => own.nationalities[value as 'M' | 'A'],
      ({ nationality }) => nationality,
    ),
    line(own.identity, number, (one) => one.identity),
    line(own.cnss, number, ({ cnssNumber }) => cnssNumber),
    line(own.company, name, ({ employerName }) => employerName, false),
  ]
}

type Newcomer = NewcomerView['newcomer']
type Person = Pick<
  Candidate,
  | 'memberNumber'
  | 'lastName'
  | 'firstName'
  | 'bornOn'
  | 'sex'
  | 'nationality'
  | 'identity'
  | 'cnssNumber'
  | 'employerName'
>
