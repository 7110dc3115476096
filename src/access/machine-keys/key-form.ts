import { z } from 'zod'
import type { KeyScope } from '../../actors/actor.ts'
import { addMonths, type LocalDate } from '../../calendar/index.ts'
import { type Fields, line, type Parsed, parseForm, text } from '../../web/form.ts'
import { readDay } from '../../web/read-day.ts'
import type { Words } from '../../web/words/index.ts'
import type { KeyService } from '../tables.ts'
import { readAddress } from './key-address.ts'
import { addressesAtMost, needsCategories, scopesOf } from './machine-key.ts'
import type { NewKey } from './make-key.ts'

interface Surroundings {
  /** Of the form itself. */
  readonly id: string
  readonly words: Words
  readonly service: KeyService
  /** The categories that the page offered. */
  readonly categories: readonly string[]
  readonly today: LocalDate
}

/** What a browser sent as a new key, or every mistake at once. */
export function parseNewKey(fields: Fields, form: Surroundings): Parsed<NewKey> {
  const said = form.words.keys.mistakes
  const named = parseForm(z.object({ name: line(said.name, said.tooLong, 60) }), fields)
  const scopes = readScopes(fields, form.service)
  const categories = among(fields, 'categories', form.categories)
  const until = readDay(text(fields, 'until'))
  const addresses = readAddresses(fields, said)
  const isDayGood = until !== undefined && until >= form.today && until <= addMonths(form.today, 12)
  const errors = {
    ...(named.ok ? {} : named.errors),
    ...(scopes.length === 0 ? { scopes: said.scopes } : {}),
    ...(needsCategories(scopes) && categories.length === 0 ? { categories: said.categories } : {}),
    ...(isDayGood ? {} : { until: said.until }),
    ...(addresses.ok ? {} : { addresses: addresses.mistake }),
  }
  if (!named.ok || !isDayGood || !addresses.ok || Object.keys(errors).length > 0)
    return { ok: false, errors, typed: fields }
  const { name } = named.value
  const { id, service } = form
  return {
    ok: true,
    value: { id, service, name, scopes, categories, until, addresses: addresses.value },
  }
}

/** A service that lets one thing only asks nothing. */
function readScopes(fields: Fields, service: KeyService): readonly KeyScope[] {
  const offered = scopesOf[service]
  return offered.length === 1 ? offered : among(fields, 'scopes', offered)
}

function among<T extends string>(fields: Fields, name: string, offered: readonly T[]): T[] {
  const value = fields[name] ?? []
  const chosen = typeof value === 'string' ? [value] : value
  return offered.filter((one) => chosen.includes(one))
}

type Addresses =
  | { readonly ok: true; readonly value: string[] }
  | { readonly ok: false; readonly mistake: string }

function readAddresses(fields: Fields, said: Words['keys']['mistakes']): Addresses {
  const typed = text(fields, 'addresses')
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (typed.length > addressesAtMost) return { ok: false, mistake: said.addresses }
  const value: string[] = []
  for (const one of typed) {
    const address = readAddress(one)
    if (address === undefined) return { ok: false, mistake: said.address(one.slice(0, 50)) }
    value.push(address)
  }
  return { ok: true, value: [...new Set(value)] }
}
