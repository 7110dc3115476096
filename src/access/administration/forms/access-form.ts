import { type Fields, type Parsed, text } from '../../../web/form.ts'
import type { Words } from '../../../web/words/index.ts'
import { freePartPattern, normaliseFreePart } from '../../login-name.ts'
import { type SecretQuestion, secretQuestions } from '../../secret-questions.ts'
import { isTypedTwice } from '../../typed-secret.ts'
import { hasSecretQuestions, mayGetProvisionalPassword } from '../cell.ts'
import { type FirstPassword, freePartFrom, type NewUser } from '../new-user.ts'
import { provisionalMistake } from '../provisional-mistake.ts'
import type { FormSurroundings } from './surroundings.ts'

type FreePart = Pick<NewUser, 'freePart' | 'isFreePartProposed'>

/** Left empty, the beginning of the login comes from the name. */
export function readFreePart(fields: Fields, words: Words): Parsed<FreePart> {
  const { mistakes } = words.administration
  const typed = normaliseFreePart(text(fields, 'login'))
  const freePart =
    typed === '' ? freePartFrom(text(fields, 'firstName'), text(fields, 'lastName')) : typed
  if (freePartPattern.test(freePart))
    return { ok: true, value: { freePart, isFreePartProposed: typed === '' } }
  const isNamed = text(fields, 'lastName') !== ''
  const login = typed !== '' ? mistakes.login : mistakes.loginNeeded
  return { ok: false, errors: typed !== '' || isNamed ? { login } : {}, typed: fields }
}

/** Typed by the delegate or chosen through a link; what must be a link ignores anything else (product A4). */
export function readFirstPassword(fields: Fields, form: FormSurroundings): Parsed<FirstPassword> {
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
  if (mistake)
    return { ok: false, errors: { provisional: mistakes.password[mistake] }, typed: fields }
  if (!isTypedTwice(fields, 'provisional'))
    return { ok: false, errors: { provisional: words.frame.passwordsDiffer }, typed: fields }
  return { ok: true, value: { kind: 'provisional', password } }
}

/** The delegate may choose the questions; the answers are the user's alone, at activation (leaflet, steps «questions secrètes»). */
export function readQuestions(fields: Fields, form: FormSurroundings): Parsed<SecretQuestion[]> {
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

export function withoutPassword(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !name.startsWith('provisional')),
  )
}
