import type { account as french, accountRefusals as frenchRefusals } from '../fr/account.ts'
import type { WordsOf } from '../language.ts'

export const account: WordsOf<typeof french> = {}

export const accountRefusals: WordsOf<typeof frenchRefusals> = {}
