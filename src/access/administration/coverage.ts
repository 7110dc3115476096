import type { LocalDate } from '../../calendar/index.ts'
import { type Category, isActiveOn } from '../../employers/employer.ts'
import { isServing, type User } from './user.ts'

export interface UncoveredCategory {
  readonly category: string
  readonly label: string
  /** Somebody of a firm was offered it and has not answered yet. */
  readonly isOffered: boolean
}

/**
 * Active categories that nobody may declare today: «N'oubliez pas de sélectionner toutes les catégories actives»
 * (leaflet, Télédéclaration, step 4; product A5).
 */
export function uncoveredCategories(
  categories: readonly Category[],
  declarants: readonly User[],
  today: LocalDate,
): UncoveredCategory[] {
  return categories
    .filter((category) => isActiveOn(category, today))
    .filter(({ category }) => !declarants.some((user) => mayDeclare(user, category, today)))
    .map(({ category, label }) => ({
      category,
      label,
      isOffered: declarants.some(
        ({ mandate }) => mandate?.state === 'offered' && mandate.categories.includes(category),
      ),
    }))
}

function mayDeclare(user: User, category: string, today: LocalDate): boolean {
  const { mandate } = user
  if (!mandate || !isServing(user) || !mandate.categories.includes(category)) return false
  return mandate.untilOn === null || mandate.untilOn >= today
}
