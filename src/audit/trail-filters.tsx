import { DateField } from '../web/components/date-field.tsx'
import { Filters } from '../web/components/filters.tsx'
import { Note } from '../web/components/note.tsx'
import { SelectField } from '../web/components/select-field.tsx'
import { useVisit } from '../web/visit.ts'
import type { TrailPage } from './read-trail.ts'
import { actionKinds, type ActionKind } from './trail.ts'
import { type AskedTrail, trailAddress } from './trail-query.ts'

interface Props {
  readonly trail: Pick<TrailPage, 'actors' | 'count'>
  readonly asked: AskedTrail
  /** Where the trail is read: by its company, or by the agency. */
  readonly action: string
}

/** A trail narrowed by person, kind and dates, and how much is left of it (product A11). */
export function TrailFilters({ trail, asked: { query, wrongDate }, action }: Props) {
  const { words } = useVisit()
  const own = words.administration.trail
  return (
    <>
      <Filters action={action} clear={trailAddress(query) === '' ? undefined : action}>
        <SelectField
          name="personne"
          label={own.actor}
          value={query.personne}
          blank={own.everybody}
          options={trail.actors.map(({ key, kind, name }) => ({
            value: key,
            label: name === '' ? own.actors[kind] : `${name} (${own.actors[kind]})`,
          }))}
        />
        <SelectField
          name="sorte"
          label={own.kind}
          value={query.sorte}
          blank={own.everything}
          options={(Object.keys(actionKinds) as ActionKind[]).map((kind) => ({
            value: kind,
            label: own.kinds[kind],
          }))}
        />
        <DateField name="du" label={own.from} hint="" value={query.du} />
        <DateField name="au" label={own.until} hint="" value={query.au} />
      </Filters>
      {wrongDate ? <Note tone="warning" title={own.dateWrong} /> : null}
      <p class="muted" role="status">
        {own.count(trail.count)}
      </p>
    </>
  )
}
