import { z } from 'zod'
import { identitySchema } from '../../access/administration/forms/person-form.ts'
import type { Identity } from '../../platform/secrets/identity.ts'
import { parseEmployerNumber } from '../../subscriptions/employer-number.ts'
import {
  choice,
  emailAddress,
  type Fields,
  line,
  type Mistakes,
  optionalLine,
  type Parsed,
  parseForm,
} from '../../web/form.ts'
import type { Language } from '../../web/words/language.ts'
import type { Words } from '../../web/words/index.ts'
import type { AgentRole } from './agent.ts'

/** An account to open, as a supervisor describes it. */
export interface AgentDetails {
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly language: Language
  readonly role: AgentRole
  readonly login: string
  readonly ownEmployerNumber: string | null
  readonly identity: Identity
}

export type ProposedAgent = AgentDetails & { readonly reason: string }

/** What a supervisor typed, or every mistake at once. */
export function parseAgent(fields: Fields, words: Words): Parsed<ProposedAgent> {
  const details = parseAgentDetails(fields, words)
  const why = parseForm(reasonSchema(words), fields)
  if (details.ok && why.ok) return { ok: true, value: { ...details.value, ...why.value } }
  return wrong(fields, details, why)
}

/** The same without a reason: the operator needs to convince nobody. */
export function parseAgentDetails(fields: Fields, words: Words): Parsed<AgentDetails> {
  const details = parseForm(detailsSchema(words), fields)
  const identity = parseForm(identitySchema(words), fields)
  if (details.ok && identity.ok)
    return { ok: true, value: { ...details.value, identity: identity.value } }
  return wrong(fields, details, identity)
}

function wrong(typed: Fields, ...parts: readonly Parsed<unknown>[]): Parsed<never> {
  const mistakes = parts.map((part) => (part.ok ? {} : part.errors))
  return { ok: false, errors: Object.assign({}, ...mistakes) as Mistakes, typed }
}

function detailsSchema(words: Words) {
  const { mistakes } = words.agents
  return z.object({
    firstName: line(mistakes.firstName, mistakes.tooLong, 80),
    lastName: line(mistakes.lastName, mistakes.tooLong, 80),
    email: emailAddress(mistakes.email),
    language: choice(['fr', 'ar'], mistakes.language),
    role: choice(['agent', 'supervisor'], mistakes.role),
    login: line(mistakes.loginMissing, mistakes.login, 40).transform((typed, context) => {
      const login = typed.toLowerCase()
      if (isAgentLogin(login)) return login
      context.addIssue({ code: 'custom', message: mistakes.login })
      return z.NEVER
    }),
    ownEmployerNumber: optionalLine(mistakes.ownEmployerNumber, 20).transform((typed, context) => {
      if (typed === '') return null
      const number = parseEmployerNumber(typed)
      if (number.ok) return number.value
      context.addIssue({ code: 'custom', message: mistakes.ownEmployerNumber })
      return z.NEVER
    }),
  })
}

/** Letters, digits, dots and dashes: «agent.bennis». */
function isAgentLogin(login: string): boolean {
  return /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(login) && login.length >= 3 && login.length <= 40
}

export function reasonSchema(words: Words) {
  const { mistakes } = words.agents
  return z.object({ reason: line(mistakes.reason, mistakes.tooLong, 300) })
}
