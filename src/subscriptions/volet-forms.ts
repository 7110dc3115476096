import { z } from 'zod'
import { hasRightControl, type Ice, parseIce } from '../employers/ice.ts'
import { paymentOptions, teleservices } from '../employers/employer.ts'
import { newIdentitySchema } from '../access/administration/forms/person-form.ts'
import {
  choice,
  emailAddress,
  type Fields,
  line,
  optionalLine,
  type Parsed,
  parseForm,
  text,
  tick,
  ticked,
} from '../web/form.ts'
import type { Words } from '../web/words/index.ts'
import type { CompanyAnswers, DelegateAnswers, ServicesAnswers } from './draft.ts'
import { parseEmployerNumber } from './employer-number.ts'
import { parseMobile, parsePhone } from '../web/phone.ts'

type Mistakes = Words['subscriptions']['mistakes']

const reasons = {
  missing: 'employerNumberMissing',
  characters: 'employerNumberCharacters',
  too_long: 'employerNumberTooLong',
} as const

/** The N° Adhérent as typed, or what is wrong with its form; nothing else is checked online. */
export function employerNumberField(mistakes: Mistakes) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string())
    .transform((typed, context) => {
      const parsed = parseEmployerNumber(typed)
      if (parsed.ok)
        return { number: parsed.value, completed: parsed.completed, typed: typed.trim() }
      context.addIssue({ code: 'custom', message: mistakes[reasons[parsed.reason]] })
      return z.NEVER
    })
}

export function numberSchema(words: Words) {
  return z.object({ employerNumber: employerNumberField(words.subscriptions.mistakes) })
}

/** Volet «Entreprise». */
export function companySchema(words: Words): z.ZodType<CompanyAnswers> {
  const { mistakes } = words.subscriptions
  return z.object({
    name: line(mistakes.companyName, mistakes.tooLong, 200),
    ice: optionalLine(mistakes.tooLong, 40).transform((typed, context) => {
      if (typed === '') return ''
      const ice = parseIce(typed)
      if (ice) return String(ice)
      context.addIssue({ code: 'custom', message: mistakes.ice })
      return z.NEVER
    }),
    address: line(mistakes.address, mistakes.tooLong, 200),
    city: line(mistakes.city, mistakes.tooLong, 80),
    phone: readWith(parsePhone, mistakes.companyPhone, mistakes.companyPhoneMissing),
    email: emailAddress(mistakes.companyEmail),
  })
}

/**
 * An ICE whose control digits do not match is questioned, never refused: some real ones are said not to match
 * (domain §8). Nothing to ask of one that was kept before, or that the applicant says is right as typed now.
 */
export function iceToConfirm(fields: Fields, kept: string | undefined): Ice | undefined {
  const ice = parseIce(text(fields, 'ice'))
  if (!ice || hasRightControl(ice) || ice === kept) return undefined
  return parseIce(text(fields, iceSure)) === ice ? undefined : ice
}

/** Carries the ICE that the applicant stands by: another one typed afterwards is questioned again. */
export const iceSure = 'iceSure'

/** Volet «Personne déléguée», its password aside: every mistake at once, in the order of the page. */
export function parseDelegate(fields: Fields, words: Words): Parsed<DelegateAnswers> {
  const person = parseForm(delegateSchema(words), fields)
  const identity = parseForm(newIdentitySchema(words), fields)
  if (person.ok && identity.ok) {
    const { kind: identityKind, number: identityNumber } = identity.value
    return { ok: true, value: { ...person.value, identityKind, identityNumber } }
  }
  const found = { ...(person.ok ? {} : person.errors), ...(identity.ok ? {} : identity.errors) }
  const errors = Object.fromEntries(
    delegateFields.flatMap((name) => (found[name] ? [[name, found[name]]] : [])),
  )
  return { ok: false, errors, typed: fields }
}

const delegateFields = [
  'firstName',
  'lastName',
  'identityKind',
  'identityNumber',
  'jobTitle',
  'email',
  'phone',
] as const

function delegateSchema(words: Words) {
  const { mistakes } = words.subscriptions
  return z.object({
    firstName: line(mistakes.firstName, mistakes.tooLong, 80),
    lastName: line(mistakes.lastName, mistakes.tooLong, 80),
    jobTitle: line(mistakes.jobTitle, mistakes.tooLong, 120),
    email: emailAddress(mistakes.email),
    phone: readWith(parseMobile, mistakes.mobile, mistakes.mobileMissing),
  })
}

/** Volet «Téléservices», with the signatory and the undertaking. */
export function servicesSchema(words: Words): z.ZodType<ServicesAnswers> {
  const { mistakes } = words.subscriptions
  return z
    .object({
      services: ticked(
        teleservices as ['declaration', 'employer_account', 'payment', 'liquidation'],
      ).refine((services) => services.length > 0, mistakes.services),
      paymentOption: choice(
        paymentOptions as ['case_by_case', 'systematic', 'transfer'],
        mistakes.paymentOption,
      ),
      signatoryName: line(mistakes.signatoryName, mistakes.tooLong, 120),
      signatoryCapacity: line(mistakes.signatoryCapacity, mistakes.tooLong, 120),
      consent: tick().refine((given) => given, mistakes.consent),
    })
    .transform((answers) => ({
      services: teleservices.filter((service) => answers.services.includes(service)),
      paymentOption: answers.paymentOption,
      signatoryName: answers.signatoryName,
      signatoryCapacity: answers.signatoryCapacity,
    }))
}

function readWith(parse: (typed: string) => string | undefined, mistake: string, missing: string) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string())
    .transform((typed, context) => {
      const value = parse(typed)
      if (value !== undefined) return value
      context.addIssue({ code: 'custom', message: typed.trim() === '' ? missing : mistake })
      return z.NEVER
    })
}
