import type { Service } from '../../../actors/actor.ts'
import type { LocalDate } from '../../../calendar/index.ts'
import type { Words } from '../../../web/words/index.ts'

/** What the form needs to know of the page it stands on. */
export interface FormSurroundings {
  readonly words: Words
  readonly service: Service
  /** Categories that may be ticked: the company's own, active. */
  readonly categories: readonly string[]
  readonly today: LocalDate
  /** What a provisional password may not be made of. */
  readonly employerWords: readonly string[]
  readonly asksQuestions: boolean
}
