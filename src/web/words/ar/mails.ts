import type { mails as french, mailsRefusals as frenchRefusals } from '../fr/mails.ts'
import type { WordsOf } from '../language.ts'

export const mails: WordsOf<typeof french> = {}

export const mailsRefusals: WordsOf<typeof frenchRefusals> = {}
