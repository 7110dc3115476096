import { isIP } from 'node:net'

export interface Address {
  readonly host: string
  readonly port: number
}

/** Readers of one setting each. A mistake is noted as a sentence: what is wrong, what was found, what to do. */
export class SettingReader {
  readonly mistakes: string[] = []
  readonly #values: Readonly<Partial<Record<string, string>>>

  constructor(values: Readonly<Partial<Record<string, string>>>) {
    this.#values = values
  }

  text(name: string): string | null {
    return this.#values[name] ?? null
  }

  port(name: string, otherwise: number): number {
    const found = this.text(name)
    if (found === null) return otherwise
    const port = Number(found)
    if (/^\d+$/.test(found) && port >= 1 && port <= 65_535) return port
    this.mistakes.push(`${name} should be a port from 1 to 65535; it is «${found}».`)
    return otherwise
  }

  /** A port of this machine alone, or an address of it with a port. */
  address(name: string): Address | null {
    const found = this.text(name)
    if (found === null) return null
    const [, host, digits = ''] = /^(?:(.+):)?(\d+)$/.exec(found) ?? []
    const port = Number(digits)
    const machine = host?.replace(/^\[(.*)\]$/, '$1')
    if (
      digits &&
      port >= 1 &&
      port <= 65_535 &&
      (!machine || isIP(machine) || machine === 'localhost')
    ) {
      return { host: machine ?? '127.0.0.1', port }
    }
    this.mistakes.push(
      `${name} should be a port, or an address and a port such as 10.0.0.5:9464; it is «${found}».`,
    )
    return null
  }

  /** Addresses of machines, one by one: a name or a network would be compared with them and never be the same. */
  machines(name: string): string[] {
    const found = (this.text(name) ?? '').split(',').map((one) => one.trim())
    const machines = found.filter(Boolean)
    const other = machines.find((one) => isIP(one) === 0)
    if (other !== undefined)
      this.mistakes.push(
        `${name} should be network addresses such as 10.0.0.5,10.0.0.6; «${other}» is none.`,
      )
    return machines
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | null {
    const found = this.text(name)
    const value = values.find((one) => one === found)
    if (found !== null && value === undefined) {
      this.mistakes.push(`${name} should be one of ${values.join(', ')}; it is «${found}».`)
    }
    return value ?? null
  }

  /** The address of a server. It is never shown in a mistake: it usually holds a password. */
  server(name: string, protocols: readonly string[]): string | null {
    const found = this.text(name)
    if (found === null || protocols.includes(urlOf(found)?.protocol ?? '')) return found
    const expected = protocols.map((protocol) => `${protocol}//user:password@host`).join(' or ')
    this.mistakes.push(`${name} should be an address such as ${expected}; it is something else.`)
    return null
  }

  /**
   * Where users go. Session cookies are only sent over https, or to the machine itself, so any other
   * http address would let nobody sign in.
   */
  origin(name: string, otherwise: string): string {
    const found = this.text(name) ?? otherwise
    const url = urlOf(found)
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
      this.mistakes.push(
        `${name} should be an address such as https://portail.example.ma; it is «${found}».`,
      )
    } else if (url.protocol === 'http:' && !OWN_MACHINE.includes(url.hostname)) {
      this.mistakes.push(
        `${name} should begin with https://: over http, sign-in only works on this machine (http://localhost). It is «${found}».`,
      )
    } else if (url.pathname !== '/' || url.search || url.hash || url.username) {
      this.mistakes.push(
        `${name} should be the address alone, without a path (${url.origin}); it is «${found}».`,
      )
    }
    return url?.origin ?? otherwise
  }
}

const OWN_MACHINE = ['localhost', '127.0.0.1', '[::1]']

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
