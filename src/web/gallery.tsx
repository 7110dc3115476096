import { addDays, hourMs, localDate, localDateAt } from '../calendar/index.ts'
import { BackLink } from './components/back-link.tsx'
import { Actions, ButtonLink } from './components/button.tsx'
import { Cause, Sample } from './components/cause.tsx'
import { Clock } from './components/clock.tsx'
import { DateText } from './components/date-text.tsx'
import { DescriptionList } from './components/description-list.tsx'
import { Details } from './components/details.tsx'
import { Door, Doors } from './components/door.tsx'
import { EmptyState } from './components/empty-state.tsx'
import { Figure, Sheet } from './components/figure.tsx'
import { Filters } from './components/filters.tsx'
import { Meter } from './components/meter.tsx'
import { Money } from './components/money.tsx'
import { Note } from './components/note.tsx'
import { PageHead } from './components/page-head.tsx'
import { Pagination } from './components/pagination.tsx'
import { Progress } from './components/progress.tsx'
import { Reference } from './components/reference.tsx'
import { SelectField } from './components/select-field.tsx'
import type { Tone } from './components/shape.tsx'
import { StatusTag } from './components/status-tag.tsx'
import { Steps } from './components/steps.tsx'
import { Summary } from './components/summary.tsx'
import { Table } from './components/table.tsx'
import { TaskList } from './components/task-list.tsx'
import { GalleryForm } from './gallery-form.tsx'
import { amounts, orderAmount, samples } from './gallery-samples.ts'
import { Layout } from './layout.tsx'
import { paths } from './paths.ts'
import { useVisit } from './visit.ts'
import type { Language } from './words/language.ts'

/** Every component in every state, to be looked at in both languages; served in development and demonstration. */
export function GalleryPage() {
  const { language } = useVisit()
  const said = samples[language]
  const cells = said.cells.map((label, index) => ({
    label,
    number: index + 1,
    href: `#cellule-${index + 1}`,
    current: index === 2,
    waiting: index === 2 || index === 4,
  }))
  return (
    <Layout
      title={said.title}
      band={{ label: said.band, cells: [...cells, { label: said.apart, href: '#', apart: true }] }}
      errors={said.mistakes}
      errorsPrefix="faux-"
      wide
    >
      <BackLink href={paths.home()} />
      <PageHead
        title={said.title}
        lead={said.lead}
        action={<ButtonLink href="#">{said.create}</ButtonLink>}
      />
      <Notes />
      <People />
      <Order />
      <Findings />
      <Journey />
      <h2>{said.labels.send}</h2>
      <GalleryForm />
      <h2>{said.labels.person}</h2>
      <GalleryForm isWrong />
    </Layout>
  )
}

function Notes() {
  const said = samples[useVisit().language]
  return (
    <>
      <Note
        tone="warning"
        title={said.warningTitle}
        action={
          <ButtonLink href="#" kind="plain">
            {said.warningAction}
          </ButtonLink>
        }
      >
        {said.warning}
      </Note>
      <Note tone="stop" title={said.stopTitle}>
        <p>{said.stop}</p>
      </Note>
      <Note tone="done" title={said.doneTitle}>
        {said.done}
      </Note>
      <Note>{said.info}</Note>
      <EmptyState title={said.emptyTitle} action={<ButtonLink href="#">{said.create}</ButtonLink>}>
        {said.empty}
      </EmptyState>
    </>
  )
}

const tones: readonly Tone[] = ['done', 'wait', 'stop', 'off']

function samplePeople(language: Language) {
  return samples[language].people.map(([name, firm, login, state], index) => ({
    name,
    firm,
    login,
    state,
    tone: tones[index] ?? 'info',
    amount: amounts[index] ?? orderAmount,
    clock: clocks[index] ?? { remainingMs: 0, allowedMs: 48 * hourMs },
  }))
}

function People() {
  const { language, now } = useVisit()
  const said = samples[language]
  const people = samplePeople(language)
  const heads = said.heads
  return (
    <>
      <h2>{said.caption}</h2>
      <Filters action={paths.gallery()} clear={paths.gallery()}>
        <SelectField
          name="etat"
          label={heads[5]}
          value="Actif"
          options={people.map(({ state }) => ({ value: state, label: state }))}
        />
      </Filters>
      <Table
        caption={said.caption}
        rows={people}
        columns={[
          {
            head: heads[0],
            cell: (row) => (
              <>
                <bdi>{row.name}</bdi>
                <small>
                  <bdi>{row.firm}</bdi>
                </small>
              </>
            ),
          },
          { head: heads[1], cell: (row) => <Reference>{row.login}</Reference> },
          { head: heads[3], cell: () => <DateText date={now} /> },
          { head: heads[4], numeric: true, cell: (row) => <Money amount={row.amount} /> },
          { head: heads[5], cell: (row) => <StatusTag tone={row.tone}>{row.state}</StatusTag> },
          {
            head: heads[6],
            hideHead: true,
            cell: (row) => (
              <a href="#">
                {said.edit} <span class="visually-hidden">{row.name}</span>
              </a>
            ),
          },
        ]}
        foot={[said.total, '', '', <Money amount={orderAmount} />, '', '']}
      />
      <Pagination page={2} pages={7} href={(page) => `?page=${page}`} />
      <Queue />
    </>
  )
}

const clocks = [
  { remainingMs: 31.34 * hourMs, allowedMs: 48 * hourMs },
  { remainingMs: 5.2 * hourMs, allowedMs: 48 * hourMs },
  { remainingMs: -3.5 * hourMs, allowedMs: 48 * hourMs },
  { remainingMs: 20 * hourMs, allowedMs: 48 * hourMs, paused: true },
]

function Queue() {
  const { language, now } = useVisit()
  const said = samples[language]
  const day = addDays(localDateAt(now), -9)
  return (
    <Table
      caption={said.caption}
      showCaption
      dense
      rows={samplePeople(language)}
      columns={[
        { head: said.heads[0], cell: (row) => <bdi>{row.name}</bdi> },
        { head: said.heads[3], cell: () => <DateText date={day} short /> },
        { head: said.heads[5], cell: (row) => <Clock {...row.clock} /> },
      ]}
    />
  )
}

function Order() {
  const { fund, language } = useVisit()
  const said = samples[language]
  return (
    <>
      <h2>{said.order}</h2>
      <Sheet>
        <Figure label={said.order} value={<Money amount={orderAmount} />} note={said.orderNote} />
        <DescriptionList
          rows={[
            { term: said.terms[0], value: <b>{fund.name}</b> },
            {
              term: said.terms[1],
              value: <Reference copy>007 780 0001234567890123 96</Reference>,
              note: said.bank,
            },
            { term: said.terms[2], value: <DateText date={localDate('2026-11-12')} /> },
            { term: said.terms[4], value: <StatusTag tone="done">{said.unchanged}</StatusTag> },
          ]}
        />
      </Sheet>
      <Actions apart>
        <ButtonLink href="#" kind="stop">
          {said.refuse}
        </ButtonLink>
        <ButtonLink href="#" kind="primary">
          {said.confirm}
        </ButtonLink>
      </Actions>
    </>
  )
}

function Findings() {
  const said = samples[useVisit().language]
  return (
    <>
      <h2>{said.causeAction}</h2>
      <Meter
        parts={[
          { tone: 'done', count: 9500, label: said.ready[0] },
          { tone: 'wait', count: 88, label: said.ready[1] },
          { tone: 'stop', count: 412, label: said.ready[2] },
        ]}
      />
      {[21_412, 88].map((count) => (
        <Cause
          count={count}
          title={said.causeTitle}
          action={<ButtonLink href="#">{said.causeAction}</ButtonLink>}
        >
          {said.causeLine} <Sample tone="stop">19850715</Sample> {said.causeBecomes}{' '}
          <Sample tone="done">15071985</Sample>. {said.causeEnd}
        </Cause>
      ))}
      <Progress label={said.progress} value={3} max={5} />
      <Details summary={said.details}>
        <p>{said.detailsBody}</p>
      </Details>
    </>
  )
}

function Journey() {
  const said = samples[useVisit().language]
  const states = (['done', 'wait', 'off', 'off'] as const).map((tone, index) => (
    <StatusTag tone={tone}>{said.taskStates[Math.min(index, 2)]}</StatusTag>
  ))
  return (
    <>
      <h2>{said.band}</h2>
      <Steps step={2} steps={4} />
      <TaskList
        tasks={said.tasks.map((label, index) => ({
          label,
          href: index < 2 ? '#' : undefined,
          hint: index === 0 ? said.taskHint : undefined,
          status: states[index],
        }))}
      />
      <Summary
        title={said.tasks[0]}
        rows={said.people.map(([name, firm]) => ({
          question: name,
          answer: <bdi>{firm}</bdi>,
          href: '#',
        }))}
      />
      <Doors>
        {[said.door, said.band].map((title, index) => (
          <Door
            title={title}
            note={index ? said.doorNote : undefined}
            links={said.doorLinks.map((label, at) => ({ label, href: '#', strong: at === 0 }))}
          />
        ))}
      </Doors>
    </>
  )
}
