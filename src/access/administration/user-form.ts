import { z } from 'zod'
import type { Service } from '../../actors/actor.ts'
import type { LocalDate } from '../../calendar/index.ts'
import { hasRightControl, parseIce } from '../../employers/ice.ts'
import type { IdentityKind } from '../../platform/secrets/identity.ts'
import {
  choice,
  emailAddress,
  type Fields,
  line,
  type Mistakes,
  optionalLine,
  type Parsed,
  parseForm,
  text,
  ticked,
} from '../../web/form.ts'
import { parsePhone } from '../../web/phone.ts'
import type { Words } from '../../web/words/index.ts'
import { freePartPattern, normaliseFreePart } from '../login-name.ts'
import { type SecretQuestion, secretQuestions } from '../secret-questions.ts'
import { hasSecretQuestions, isDeclarant, mayGetProvisionalPassword } from './cell.ts'
import {
  type DeclarationScope,
  type FirstPassword,
  freePartFrom,
  type NewExternalUser,
  type NewUser,
} from './new-user.ts'
import { provisionalMistake } from './provisional-mistake.ts'
import { readDay } from '../../web/read-day.ts'
import { modes } from './user.ts'

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

/** What a browser sent as a new user, or every mistake at once, section by section. */
export function parseNewUser(fields: Fields, form: FormSurroundings): Parsed<NewUser> {
  const person = parseForm(personSchema(form.words), fields)
  const identity = parseForm(identitySchema(form.words), fields)
  const access = readAccess(fields, form)
  const questions = readQuestions(fields, form)
  const scope = isDeclarant(form.service) ? parseForm(scopeSchema(form), fields) : noScope
  const powers = form.service === 'payment' ? parseForm(powersSchema(form.words), fields) : noPowers
  if (person.ok && identity.ok && access.ok && questions.ok && scope.ok && powers.ok) {
    const value = {
      service: form.service,
      ...person.value,
      identity: identity.value,
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
  const identity = parseForm(identitySchema(form.words), fields)
  const freePart = readFreePart(fields, form.words)
  const questions = readQuestions(fields, form)
  const scope = parseForm(scopeSchema(form), fields)
  if (firm.ok && person.ok && identity.ok && freePart.ok && questions.ok && scope.ok) {
    const value = {
      service: form.service,
      ...person.value,
      firm: firm.value,
      identity: identity.value,
      freePart: freePart.value,
      suggestedQuestions: questions.value,
      scope: scope.value,
    }
    return { ok: true, value }
  }
  return wrong(fields, [firm, person, identity, freePart, questions, scope])
}

export function personSchema(words: Words) {
  const { mistakes } = words.administration
  return z.object({
    lastName: line(mistakes.lastName, mistakes.tooLong),
    firstName: line(mistakes.firstName, mistakes.tooLong),
    jobTitle: line(mistakes.jobTitle, mistakes.tooLong),
    email: emailAddress(mistakes.email),
    phone: optionalLine(mistakes.phone, 40).transform((typed, context) => {
      if (typed === '') return ''
      const number = parsePhone(typed)
      if (number) return number
      context.addIssue({ code: 'custom', message: mistakes.phone })
      return z.NEVER
    }),
    language: choice(['fr', 'ar'], mistakes.language),
  })
}

const shapes: Record<IdentityKind, RegExp> = {
  cin: /^[A-Z]{1,2}\d{1,8}$/,
  residence_card: /^[A-Z0-9]{5,15}$/,
  passport: /^[A-Z0-9]{5,15}$/,
}

/** A person is known by an identity document, required of everybody (decision: a person). */
function identitySchema(words: Words) {
  const { mistakes } = words.administration
  return z
    .object({
      identityKind: choice(['cin', 'residence_card', 'passport'], mistakes.identityKind),
      identityNumber: line(mistakes.identityNumber, mistakes.identityShape, 30),
    })
    .transform(({ identityKind: kind, identityNumber }, context) => {
      const number = identityNumber
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s.-]/g, '')
      if (shapes[kind].test(number)) return { kind, number }
      const message = kind === 'cin' ? mistakes.cin : mistakes.identityShape
      context.addIssue({ code: 'custom', message, path: ['identityNumber'] })
      return z.NEVER
    })
}

/** The ICE's control is soft: the public rule is not certain, so the delegate confirms (domain §8). */
function firmSchema(words: Words) {
  const { mistakes } = words.administration
  return z
    .object({
      firmName: line(mistakes.firmName, mistakes.tooLong),
      firmIce: line(mistakes.firmIce, mistakes.firmIce, 30),
      firmIceSure: z.unknown().optional(),
    })
    .transform(({ firmName, firmIce, firmIceSure }, context) => {
      const ice = parseIce(firmIce)
      if (ice && (hasRightControl(ice) || firmIceSure === 'on')) return { name: firmName, ice }
      const message = ice ? mistakes.firmIceControl : mistakes.firmIce
      context.addIssue({ code: 'custom', message, path: ['firmIce'] })
      return z.NEVER
    })
}

/** The section «Télédéclaration»: the mode, the categories, the end of the mandate if it has one. */
export function scopeSchema(form: Pick<FormSurroundings, 'words' | 'categories' | 'today'>) {
  const { mistakes } = form.words.administration
  return z
    .object({
      mode: choice(modes, mistakes.mode),
      categories: z
        .preprocess(asList, z.array(z.string()))
        .refine((chosen) => chosen.length > 0, mistakes.categories)
        .refine(
          (chosen) => chosen.every((one) => form.categories.includes(one)),
          mistakes.categories,
        )
        .transform((chosen) => form.categories.filter((one) => chosen.includes(one))),
      until: optionalLine(mistakes.until, 20).transform((typed, context) => {
        if (typed === '') return null
        const day = readDay(typed)
        if (day && day >= form.today) return day
        const message = day ? mistakes.untilPast : mistakes.until
        context.addIssue({ code: 'custom', message })
        return z.NEVER
      }),
    })
    .transform(
      ({ mode, categories, until }): DeclarationScope => ({ mode, categories, untilOn: until }),
    )
}

/** The section «Compte Adhérent» of a payment profile: Ordonnateur and/or Validateur. */
export function powersSchema(words: Words) {
  return z
    .object({
      powers: ticked(['maker', 'validator']).refine(
        (powers) => powers.length > 0,
        words.administration.mistakes.powers,
      ),
    })
    .transform(({ powers }) => ({
      isMaker: powers.includes('maker'),
      isValidator: powers.includes('validator'),
    }))
}

const noScope = { ok: true, value: null } as const
const noPowers = { ok: true, value: { isMaker: false, isValidator: false } } as const

interface Access {
  readonly freePart: string
  readonly firstPassword: FirstPassword
}

function readAccess(fields: Fields, form: FormSurroundings): Parsed<Access> {
  const freePart = readFreePart(fields, form.words)
  const firstPassword = readFirstPassword(fields, form)
  return freePart.ok && firstPassword.ok
    ? { ok: true, value: { freePart: freePart.value, firstPassword: firstPassword.value } }
    : wrong(fields, [freePart, firstPassword])
}

/** Left empty, the beginning of the login comes from the name. */
function readFreePart(fields: Fields, words: Words): Parsed<string> {
  const { mistakes } = words.administration
  const typed = normaliseFreePart(text(fields, 'login'))
  const freePart =
    typed === '' ? freePartFrom(text(fields, 'firstName'), text(fields, 'lastName')) : typed
  if (freePartPattern.test(freePart)) return { ok: true, value: freePart }
  const isNamed = text(fields, 'lastName') !== ''
  const login = typed !== '' ? mistakes.login : mistakes.loginNeeded
  return { ok: false, errors: typed !== '' || isNamed ? { login } : {}, typed: fields }
}

/** Typed by the delegate or chosen through a link; what must be a link ignores anything else (product A4). */
function readFirstPassword(fields: Fields, form: FormSurroundings): Parsed<FirstPassword> {
  if (!mayGetProvisionalPassword(form.service)) return { ok: true, value: { kind: 'link' } }
  return parseFirstPassword(fields, form.words, [
    ...form.employerWords,
    ...['firstName', 'lastName', 'email', 'login'].map((name) => text(fields, name)),
  ])
}

/** A link, or a typed password that holds the rules; also for «Créer un nouveau mot de passe» (product A8). */
export function parseFirstPassword(
  fields: Fields,
  words: Words,
  known: readonly string[],
): Parsed<FirstPassword> {
  const { mistakes } = words.administration
  const way = text(fields, 'firstPassword')
  if (way === 'link') return { ok: true, value: { kind: 'link' } }
  if (way !== 'provisional')
    return { ok: false, errors: { firstPassword: mistakes.firstPassword }, typed: fields }
  const given = fields['provisional']
  const password = typeof given === 'string' ? given : ''
  const mistake = provisionalMistake(password, known)
  return mistake
    ? { ok: false, errors: { provisional: mistakes.password[mistake] }, typed: fields }
    : { ok: true, value: { kind: 'provisional', password } }
}

/** The delegate may choose the questions; the answers are the user's alone, at activation (leaflet, steps «questions secrètes»). */
function readQuestions(fields: Fields, form: FormSurroundings): Parsed<SecretQuestion[]> {
  if (!form.asksQuestions || !hasSecretQuestions(form.service)) return { ok: true, value: [] }
  if (text(fields, 'questionsWho') !== 'delegate') return { ok: true, value: [] }
  const { mistakes } = form.words.administration
  const names = ['question1', 'question2'] as const
  const chosen = names.map((name) => secretQuestions.find((one) => one === text(fields, name)))
  const [first, second] = chosen
  if (first && second && first !== second) return { ok: true, value: [first, second] }
  const errors: Record<string, string> = {}
  names.forEach((name, index) => {
    if (!chosen[index]) errors[name] = mistakes.question
  })
  if (first && first === second) errors['question2'] = mistakes.questionsSame
  return { ok: false, errors, typed: fields }
}

/** All the mistakes of all the sections, in the order of the page; what was typed is kept, but for a password. */
function wrong(
  fields: Fields,
  parts: readonly (Parsed<unknown> | { readonly ok: true })[],
): { readonly ok: false; readonly errors: Mistakes; readonly typed: Fields } {
  const errors: Record<string, string> = {}
  for (const part of parts) if (!part.ok && 'errors' in part) Object.assign(errors, part.errors)
  return { ok: false, errors, typed: withoutPassword(fields) }
}

export function withoutPassword(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'provisional'))
}

function asList(value: unknown): unknown {
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : [value]
}
