import { Checkboxes, RadioGroup } from '../../../web/components/choices.tsx'
import { DateField } from '../../../web/components/date-field.tsx'
import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import { isActiveOn } from '../../../employers/employer.ts'
import { type Cell, mayEnd } from '../cell.ts'
import type { Administration } from '../read-administration.ts'
import { writtenDay } from '../../../web/read-day.ts'
import { type Mandate, modes } from '../user.ts'

interface Props {
  readonly cell: Cell
  readonly administration: Administration
  readonly mandate?: Mandate | null | undefined
  /** Ticked on arrival, from a warning or because there is only one. */
  readonly ticked?: readonly string[] | undefined
}

/** «Fichier Préétabli» or «Formulaire de Saisie», and the active categories (leaflet, Télédéclaration, steps 3 and 4). */
export function ScopeFields({ cell, administration, mandate, ticked }: Props) {
  const { words } = useVisit()
  const { form: own, modes: names, modeHints } = words.administration
  const choices = grantableCategories(administration, mandate)
  if (choices.length === 0) return <Note tone="stop" title={own.noCategory} />
  return (
    <>
      <RadioGroup
        name="mode"
        label={own.mode}
        value={mandate?.mode ?? ''}
        options={modes.map((mode) => ({ value: mode, label: names[mode], hint: modeHints[mode] }))}
      />
      <Checkboxes
        name="categories"
        label={own.categories}
        hint={own.categoriesHint}
        values={ticked ?? mandate?.categories ?? []}
        options={choices.map(({ category, label }) => ({
          value: category,
          label: words.administration.categoryName(category, label),
          hint: administration.uncovered.some((one) => one.category === category)
            ? own.uncoveredMark
            : undefined,
        }))}
      />
      {mayEnd(cell, mandate) ? (
        <DateField
          name="until"
          label={own.until}
          hint={own.untilHint}
          value={writtenDay(mandate?.untilOn ?? null)}
          optional
        />
      ) : null}
    </>
  )
}

/** The company's active categories, and those that this mandate already has. */
export function grantableCategories(
  administration: Administration,
  mandate?: Mandate | null,
): Administration['categories'] {
  return administration.categories.filter(
    (category) =>
      isActiveOn(category, administration.today) || mandate?.categories.includes(category.category),
  )
}
