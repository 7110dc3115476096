import type { Fields } from './form.ts'

/** A form that could not be received where it was sent, to be filled again or sent on. */
export interface KeptForm {
  /** Where it was sent. */
  readonly address: string
  readonly fields: Fields
}

/** In the address of the page to come back to after signing in: what had been typed is brought back there. */
export const resumeField = 'reprise'

const ownToTheVisit = /^(csrf|entreprise)$/
const secret = /password|motdepasse|provisional|^answer\d*$|^code$/i

/** What somebody typed, without what a new visit gives by itself and without any secret. */
export function typedOnly(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !ownToTheVisit.test(name) && !secret.test(name)),
  )
}
