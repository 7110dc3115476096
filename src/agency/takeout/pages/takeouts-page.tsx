import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { TakeoutsView } from '../read-takeout.ts'
import { TakeoutStateTag } from './state-tag.tsx'

interface Props {
  readonly view: TakeoutsView
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** What such an archive holds, the form to ask for one, and those of before. */
export function TakeoutsPage({ view, errors, typed }: Props) {
  const { takeout: words } = useVisit().words
  const { employer, takeouts } = view
  const address = { id: employer.id }
  return (
    <AgencyPage title={words.title} place="search" errors={errors}>
      <BackLink href={paths.agency.employer(address)}>{employer.name}</BackLink>
      <PageHead title={words.title} lead={words.lead(employer.name, employer.number)} />
      <div class="halves">
        <section>
          <h2>{words.holds}</h2>
          <ul>
            {words.holdsList.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          <p class="hint">{words.holdsNot}</p>
        </section>
        <section>
          <h2>{words.ask}</h2>
          {view.isOwnEmployer ? (
            <Note>{words.ownEmployer}</Note>
          ) : (
            <Form action={paths.agency.takeouts(address)} errors={errors} typed={typed}>
              <TextField
                name="motif"
                label={words.reason}
                hint={words.reasonHint}
                maxlength={500}
              />
              <Actions>
                <Button>{words.askButton}</Button>
              </Actions>
            </Form>
          )}
        </section>
      </div>
      <h2>{words.earlier(view.count)}</h2>
      <Table
        caption={words.earlier(view.count)}
        rows={takeouts}
        empty={<EmptyState title={words.none} />}
        columns={[
          {
            head: words.when,
            cell: (one) => (
              <a href={paths.agency.takeout({ id: one.id })}>
                <DateText date={one.askedAt} />
              </a>
            ),
          },
          { head: words.by, cell: (one) => <bdi>{one.askedByName}</bdi> },
          { head: words.reason, cell: (one) => <bdi>{one.reason}</bdi> },
          { head: words.state, cell: (one) => <TakeoutStateTag takeout={one} now={view.now} /> },
        ]}
      />
      <Pagination
        page={view.paging.page}
        pages={view.paging.pages}
        href={(page) => `${paths.agency.takeouts(address)}?page=${page}`}
      />
    </AgencyPage>
  )
}
