import type { Service } from '../actors/actor.ts'

/** The questions among which a user chooses two (leaflet, «questions secrètes»); their words are in the catalogues. */
export const secretQuestions = [
  'first_school',
  'childhood_friend',
  'first_street',
  'first_teacher',
  'grandmother_village',
  'first_job_city',
  'childhood_book',
  'memorable_trip',
] as const

export type SecretQuestion = (typeof secretQuestions)[number]

export interface ChosenAnswer {
  readonly question: SecretQuestion
  readonly answer: string
}

/** Payment profiles have none: the leaflet gives them none (decision: secret questions). */
export function asksSecretQuestions(service: Service | null, fundAsks: boolean): boolean {
  return fundAsks && service !== null && service !== 'payment'
}

/** «  École Al-Amal » and «ecole al amal» are one answer: case, accents, spaces and vowel signs do not count (product U2). */
export function normaliseAnswer(answer: string): string {
  return answer
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What makes an answer worthless: too short to be one. */
export function isAnswer(answer: string): boolean {
  return [...normaliseAnswer(answer)].length >= 2
}
