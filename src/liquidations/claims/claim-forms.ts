import { z } from 'zod'
import type { LocalDate } from '../../calendar/index.ts'
import { type ParsedRib, parseRib } from '../../employers/rib.ts'
import { type Identity, parseIdentity } from '../../platform/secrets/identity.ts'
import {
  choice,
  type Fields,
  line,
  type Mistakes,
  optionalLine,
  type Parsed,
  parseForm,
  text,
  tick,
} from '../../web/form.ts'
import { looksLikeDay, readDay } from '../../web/read-day.ts'
import type { Words } from '../../web/words/index.ts'
import { type ClaimKind, claimKinds } from './claim.ts'
import { type Relation, relationsOf } from './payee.ts'
import type { SavePayee } from './save-payee.ts'

type ClaimWords = Words['claims']

const longest = 1000
const documents = ['cin', 'residence_card', 'passport'] as const

export function startSchema({ start }: ClaimWords) {
  return z.object({
    membre: line(start.kindMissing, start.kindMissing, 40),
    demande: choice(claimKinds, start.kindMissing),
  })
}

/** The document of identity; `confirme` says that name and birth are those of the document. Both are told at once. */
export function personSchema(words: ClaimWords) {
  return z.custom<Fields>().transform((fields, context): Identity => {
    const { identity, errors } = typedDocument(fields, words, false)
    const isSure = tick().parse(fields['confirme'])
    const mistakes = { ...errors, ...(isSure ? {} : { confirme: words.personStep.sameMissing }) }
    for (const [name, message] of Object.entries(mistakes))
      context.addIssue({ code: 'custom', message, path: [name] })
    return identity && isSure ? identity : z.NEVER
  })
}

export function endSchema(words: ClaimWords) {
  return z.object({ jour: day(words), note: optionalLine(words.tooLong, longest) })
}

export function careerSchema(words: ClaimWords) {
  return z.object({
    note: optionalLine(words.tooLong, longest),
    relue: tick().refine((isRead) => isRead, words.careerStep.confirmMissing),
  })
}

export function capitalSchema({ capitalStep }: ClaimWords) {
  return z.object({ choix: choice(['pension', 'capital'], capitalStep.missing) })
}

export function accountSchema(words: ClaimWords) {
  return z.object({ rib: rib(words) })
}

export function withdrawSchema({ withdraw, tooLong }: ClaimWords) {
  return z.object({ raison: line(withdraw.reasonMissing, tooLong, longest) })
}

/** What the company answers when it sends a claim again; nothing the first time. */
export function sendSchema({ tooLong }: ClaimWords) {
  return z.object({ reponse: optionalLine(tooLong, longest) })
}

const relations = ['spouse', 'child', 'heir'] as const satisfies readonly Relation[]

/** What is typed of a payee, before it is known whose claim and which payee. */
export type PayeeForm = Omit<SavePayee, 'claimId' | 'version' | 'payeeId'>

interface AboutPayee {
  readonly kind: ClaimKind
  /** Their document was typed before. */
  readonly isKnown: boolean
}

/** Somebody who is paid, or every mistake at once; a child or somebody known already may leave the document out. */
export function parsePayee(
  fields: Fields,
  words: ClaimWords,
  about: AboutPayee,
): Parsed<PayeeForm> {
  const relation = typedRelation(fields, about.kind)
  const own = parseForm(payeeSchema(words), fields)
  const document = typedDocument(fields, words, about.isKnown || relation === 'child')
  const marriedOn = relation === 'spouse' ? readDay(text(fields, 'mariage')) : null
  const { rib: account, ...person } = own.ok ? {} : own.errors
  // As the form asks.
  const errors = {
    ...(relation ? {} : { lien: words.payeesStep.relationMissing }),
    ...person,
    ...document.errors,
    ...(marriedOn === undefined ? { mariage: marriageMistake(fields, words) } : {}),
    ...(account && { rib: account }),
  }
  if (!own.ok || !relation || marriedOn === undefined || Object.keys(errors).length > 0)
    return { ok: false, errors, typed: fields }
  const { nom, prenom, naissance, handicap, titulaire, rib } = own.value
  return {
    ok: true,
    value: {
      relation,
      lastName: nom.toUpperCase(),
      firstName: prenom.toUpperCase(),
      bornOn: naissance,
      identity: document.identity,
      marriedOn,
      isDisabled: relation === 'child' && handicap,
      accountOf: titulaire,
      rib,
    },
  }
}

function marriageMistake(fields: Fields, { noSuchDay, payeesStep }: ClaimWords): string {
  return looksLikeDay(text(fields, 'mariage')) ? noSuchDay : payeesStep.marriedOnMissing
}

function payeeSchema(words: ClaimWords) {
  const own = words.payeesStep
  return z.object({
    nom: line(own.lastNameMissing, words.tooLong),
    prenom: line(own.firstNameMissing, words.tooLong),
    naissance: day(words),
    handicap: tick(),
    titulaire: choice(['own', 'representative'], own.accountOfMissing).default('own'),
    rib: rib(words),
  })
}

/** With one possible relation nothing is asked. */
function typedRelation(fields: Fields, kind: ClaimKind): Relation | undefined {
  const [only, ...others] = relationsOf[kind]
  return others.length === 0 ? only : relations.find((one) => one === text(fields, 'lien'))
}

function typedDocument(
  fields: Fields,
  { personStep }: ClaimWords,
  mayLeaveOut: boolean,
): { readonly identity: Identity | null; readonly errors: Mistakes } {
  const number = text(fields, 'numero')
  if (number === '' && mayLeaveOut) return { identity: null, errors: {} }
  const kind = documents.find((one) => one === text(fields, 'piece'))
  if (!kind) return { identity: null, errors: { piece: personStep.kindMissing } }
  if (number === '') return { identity: null, errors: { numero: personStep.numberMissing } }
  const identity = parseIdentity(kind, number)
  return identity
    ? { identity, errors: {} }
    : { identity: null, errors: { numero: personStep.numberWrong } }
}

function day({ dayWrong, noSuchDay }: ClaimWords) {
  return optionalLine(dayWrong, 20).transform((typed, context): LocalDate => {
    const read = readDay(typed)
    if (read) return read
    context.addIssue({ code: 'custom', message: looksLikeDay(typed) ? noSuchDay : dayWrong })
    return z.NEVER
  })
}

function rib({ accountStep }: ClaimWords) {
  const sentences: Record<Extract<ParsedRib, { ok: false }>['reason'], string> = {
    length: accountStep.ribLength,
    characters: accountStep.ribCharacters,
    key: accountStep.ribKey,
  }
  return optionalLine(accountStep.ribLength, 60).transform((typed, context) => {
    const parsed = parseRib(typed)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: sentences[parsed.reason] })
    return z.NEVER
  })
}
