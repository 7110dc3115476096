import { type Fields, type Mistakes, type Parsed, parseForm } from '../../../web/form.ts'
import { isDeclarant } from '../cell.ts'
import type { NewExternalUser, NewUser } from '../new-user.ts'
import { readFirstPassword, readFreePart, readQuestions, withoutPassword } from './access-form.ts'
import { powersSchema, scopeSchema } from './grants-form.ts'
import { firmSchema, newIdentitySchema, personSchema } from './person-form.ts'
import type { FormSurroundings } from './surroundings.ts'

/** What a browser sent as a new user, or every mistake at once, section by section. */
export function parseNewUser(fields: Fields, form: FormSurroundings): Parsed<NewUser> {
  const person = parseForm(personSchema(form.words), fields)
  const identity = parseForm(newIdentitySchema(form.words), fields)
  const access = readAccess(fields, form)
  const questions = readQuestions(fields, form)
  const scope = isDeclarant(form.service) ? parseForm(scopeSchema(form, false), fields) : noScope
  const powers = form.service === 'payment' ? parseForm(powersSchema(form.words), fields) : noPowers
  if (person.ok && identity.ok && access.ok && questions.ok && scope.ok && powers.ok) {
    const value = {
      service: form.service,
      ...person.value,
      identity: identity.value,
      isPersonConfirmed: fields['personSure'] === 'on',
      ...access.value,
      suggestedQuestions: questions.value,
      scope: scope.value,
      ...powers.value,
    }
    return { ok: true, value }
  }
  return wrong(fields, [person, identity, access, questions, scope, powers])
}

/** The same for somebody of a firm: the firm comes with them, the first password does not. */
export function parseExternalUser(fields: Fields, form: FormSurroundings): Parsed<NewExternalUser> {
  const firm = parseForm(firmSchema(form.words), fields)
  const person = parseForm(personSchema(form.words), fields)
  const identity = parseForm(newIdentitySchema(form.words), fields)
  const freePart = readFreePart(fields, form.words)
  const questions = readQuestions(fields, form)
  const scope = parseForm(scopeSchema(form, true), fields)
  if (firm.ok && person.ok && identity.ok && freePart.ok && questions.ok && scope.ok) {
    const value = {
      service: form.service,
      ...person.value,
      firm: firm.value,
      identity: identity.value,
      freePart: freePart.value.freePart,
      suggestedQuestions: questions.value,
      scope: scope.value,
    }
    return { ok: true, value }
  }
  return wrong(fields, [firm, person, identity, freePart, questions, scope])
}

const noScope = { ok: true, value: null } as const
const noPowers = { ok: true, value: { isMaker: false, isValidator: false } } as const

type Access = Pick<NewUser, 'freePart' | 'isFreePartProposed' | 'firstPassword'>

function readAccess(fields: Fields, form: FormSurroundings): Parsed<Access> {
  const freePart = readFreePart(fields, form.words)
  const firstPassword = readFirstPassword(fields, form)
  return freePart.ok && firstPassword.ok
    ? { ok: true, value: { ...freePart.value, firstPassword: firstPassword.value } }
    : wrong(fields, [freePart, firstPassword])
}

/** All the mistakes of all the sections, in the order of the page; what was typed is kept, but for a password. */
function wrong(
  fields: Fields,
  parts: readonly (Parsed<unknown> | { readonly ok: true })[],
): { readonly ok: false; readonly errors: Mistakes; readonly typed: Fields } {
  const errors: Record<string, string> = {}
  for (const part of parts) if (!part.ok && 'errors' in part) Object.assign(errors, part.errors)
  const sorted = Object.entries(errors).sort(([one], [other]) => placeOf(one) - placeOf(other))
  return { ok: false, errors: Object.fromEntries(sorted), typed: withoutPassword(fields) }
}

/** The fields as the page shows them, from top to bottom. */
const order =
  'firmName firmIce firstName lastName identityKind identityNumber jobTitle email phone language login firstPassword provisional mode categories until powers question1 question2'.split(
    ' ',
  )

function placeOf(field: string): number {
  return order.indexOf(field)
}
