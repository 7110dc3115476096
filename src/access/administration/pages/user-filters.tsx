import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { Stretch } from '../../../web/components/stretch.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type UserPage, type UserQuery, userStates } from '../narrow-users.ts'
import type { UserListProps } from './user-list.tsx'

/** A list that fits the eye needs no search. */
const shortList = 12

interface Props extends UserListProps {
  readonly count: number
  readonly page: UserPage
}

/** Name, login or address, and state; with how many are left of how many. */
export function UserFilters({ cell, assign, query, count, page }: Props) {
  const { words } = useVisit()
  const own = words.administration.search
  const isNarrowed = query.search !== '' || query.state !== null
  if (count <= shortList && !isNarrowed) return null
  return (
    <>
      <Filters
        action={paths.administration.users({ cell })}
        clear={isNarrowed ? addressOf(cell, { assign }) : undefined}
      >
        {assign ? <input type="hidden" name="categorie" value={assign} /> : null}
        <TextField name="q" label={own.field} value={query.search} type="search" maxlength={100} />
        <SelectField
          name="etat"
          label={words.administration.columns.state}
          value={query.state ?? ''}
          blank={false}
          options={[
            { value: '', label: own.everyState },
            ...userStates.map((state) => ({ value: state, label: own.states[state] })),
          ]}
        />
      </Filters>
      <p class="muted" role="status">
        {isNarrowed ? own.found(page.found, count) : own.count(count)}
      </p>
    </>
  )
}

/** Nothing fits the search: the way back to everybody. */
export function NobodyFound({ cell, assign }: UserListProps) {
  const { words } = useVisit()
  const { search } = words.administration
  return (
    <EmptyState
      title={search.none}
      action={<a href={addressOf(cell, { assign })}>{words.frame.clearFilters}</a>}
    >
      <p>{search.noneHint}</p>
    </EmptyState>
  )
}

/** Before and after, from the people at the ends of this page. */
export function UserPages({
  cell,
  assign,
  query,
  page,
}: UserListProps & { readonly page: UserPage }) {
  const at = (end: Partial<UserQuery>) => addressOf(cell, { ...query, assign, ...end })
  const [first] = page.users
  const last = page.users.at(-1)
  return (
    <Stretch
      from={page.from}
      to={page.to}
      count={page.found}
      before={page.hasBefore && first ? at({ before: first.id, after: null }) : undefined}
      after={page.hasAfter && last ? at({ after: last.id, before: null }) : undefined}
    />
  )
}

function addressOf(
  cell: UserListProps['cell'],
  { assign, search, state, after, before }: Partial<UserQuery> & { assign?: string | undefined },
): string {
  const given = Object.entries({
    categorie: assign,
    q: search,
    etat: state,
    apres: after,
    avant: before,
  }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const asked = new URLSearchParams(given).toString()
  return paths.administration.users({ cell }) + (asked ? `?${asked}` : '')
}
