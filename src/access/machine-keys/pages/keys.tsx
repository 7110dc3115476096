import { addDays, localDateAt } from '../../../calendar/index.ts'
import { Actions, ButtonLink } from '../../../web/components/button.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { teleserviceOf } from '../../administration/cell.ts'
import { PageFrame } from '../../administration/pages/page-frame.tsx'
import type { Administration } from '../../administration/read-administration.ts'
import { addressOfService, type MachineKey } from '../machine-key.ts'
import type { KeysView } from '../read-keys.ts'
import { KeyTag } from './key-tag.tsx'

/** The keys of the company's software: what each may do, until when, when it served last. */
export function KeysPage({ administration, keys }: KeysView) {
  const { words } = useVisit()
  const said = words.keys
  const information = paths.administration.information()
  return (
    <PageFrame title={said.title} administration={administration} current={information} wide>
      <BackLink href={information}>{words.administration.cells.information}</BackLink>
      <PageHead title={said.title} lead={said.lead} />
      <Table
        caption={said.title}
        rows={keys}
        columns={columns(said, administration.now)}
        empty={<EmptyState title={said.emptyTitle}>{said.empty}</EmptyState>}
      />
      <Actions>
        <NewKeys administration={administration} />
      </Actions>
      <p>
        <a href={paths.interface()}>{said.forDevelopers}</a>
      </p>
    </PageFrame>
  )
}

/** A key for each service that the company has. */
function NewKeys({ administration }: { readonly administration: Administration }) {
  const { make } = useVisit().words.keys
  const services = (['declaration_internal', 'employer_account'] as const).filter((service) =>
    administration.services.includes(teleserviceOf(service)),
  )
  return (
    <>
      {services.map((service) => (
        <ButtonLink href={paths.administration.newKey({ service: addressOfService[service] })}>
          {make[service]}
        </ButtonLink>
      ))}
    </>
  )
}

function columns(
  said: ReturnType<typeof useVisit>['words']['keys'],
  now: Date,
): Column<MachineKey>[] {
  return [
    {
      head: said.columns.name,
      cell: (key) => (
        <>
          <a href={paths.administration.key({ id: key.id })}>
            <bdi>{key.name}</bdi>
          </a>
          <small>
            <Reference>{`${key.secretStart}…`}</Reference>
          </small>
        </>
      ),
    },
    { head: said.columns.does, cell: (key) => <WhatItDoes of={key} /> },
    {
      head: said.columns.lastUse,
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateText date={lastUsedAt} /> : said.neverUsed),
    },
    {
      head: said.columns.ends,
      cell: ({ expiresAt }) => <DateText date={addDays(localDateAt(expiresAt), -1)} />,
    },
    { head: said.columns.state, cell: (key) => <KeyTag of={key} now={now} /> },
  ]
}

/** «Déclarer, Lire les reçus», then the categories. */
export function WhatItDoes({ of: { scopes, categories } }: { readonly of: MachineKey }) {
  const { words } = useVisit()
  const names = scopes.map((scope) => words.keys.scopes[scope])
  return (
    <>
      {names.join(' · ')}
      {categories.length > 0 ? <small>{words.administration.categories(categories)}</small> : null}
    </>
  )
}
