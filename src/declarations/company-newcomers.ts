import type { NumberedNewcomer } from '../members/store/declared-members.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import type { Newcomers, Unnumbered } from './checking/check-context.ts'

/**
 * Those whom a company declared without a number: the same person by the document, or by name and birth where either side has
 * none, as when a declaration is sent (decision 0064).
 */
export class CompanyNewcomers implements Newcomers {
  readonly #keyring: Keyring
  readonly #byDocument = new Map<string, string>()
  readonly #byName = new Map<string, string>()
  readonly #byNameAlone = new Map<string, string>()

  constructor(newcomers: readonly NumberedNewcomer[], keyring: Keyring) {
    this.#keyring = keyring
    for (const { number, identityKey: key, ...person } of newcomers) {
      this.#byName.set(nameOf(person), number)
      if (key === null) this.#byNameAlone.set(nameOf(person), number)
      else this.#byDocument.set(key.toString('hex'), number)
    }
  }

  numberOf({ identityNumber: number, ...person }: Unnumbered): string | undefined {
    if (this.#byName.size === 0) return undefined
    if (number === null) return this.#byName.get(nameOf(person))
    const key = identityKey(this.#keyring, { kind: 'cin', number }).toString('hex')
    return this.#byDocument.get(key) ?? this.#byNameAlone.get(nameOf(person))
  }
}

function nameOf({ lastName, firstName, bornOn }: Omit<Unnumbered, 'identityNumber'>): string {
  return [lastName, firstName, bornOn].join('\t')
}
