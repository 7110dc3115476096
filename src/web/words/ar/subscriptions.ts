import type {
  subscriptions as french,
  subscriptionsRefusals as frenchRefusals,
} from '../fr/subscriptions.ts'
import type { WordsOf } from '../language.ts'

export const subscriptions: WordsOf<typeof french> = {}

export const subscriptionsRefusals: WordsOf<typeof frenchRefusals> = {}
