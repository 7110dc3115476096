import type { AppContext } from '../context.ts'
import { expireLetters } from './expire-letters.ts'

/** The clockwork of the letters; `expire-letters` runs once a night. */
export const lettersJobs = {
  'expire-letters': (app: AppContext) => expireLetters(app),
}
