import { createHash } from 'node:crypto'
import { exampleFile, exampleLine } from '../../src/declarations/checking/example-line.ts'
import { paths } from '../../src/web/paths.ts'
import type { Screen, Visitor } from './visitor.ts'

export const period = { category: '01', quarter: '2024T3' }

/** So many good lines; another salary makes another file. */
export function goodFile(employerNumber: string, lines: number, salary = 3_600_025): Uint8Array {
  return exampleFile(
    ...Array.from({ length: lines }, (_, index) =>
      exampleLine({
        employerNumber,
        memberNumber: String(1_000_000 + index).padStart(9, '0'),
        identityNumber: `BE${100_000 + index}`,
        salary: String(salary).padStart(10, '0'),
      }),
    ),
  )
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The form without script: everything in one request. */
export async function sendWhole(
  visitor: Visitor,
  bytes: Uint8Array,
  { at = period, name = 'declaration.txt', page }: Sent = {},
): Promise<Screen> {
  const form = page ?? (await visitor.get(paths.declarations.period(at)))
  const fichier = new File([new Uint8Array(bytes)], name, { type: 'text/plain' })
  return visitor.submit(form, { fichier }, paths.declarations.upload(at))
}

interface Sent {
  readonly at?: typeof period
  readonly name?: string
  readonly page?: Screen
}

export interface Begun {
  readonly received: number
  readonly state: string
  readonly part: string
  readonly finish: string
  readonly cancel: string
}

/** What the page's script does, step by step. */
export class PartSender {
  readonly #visitor: Visitor
  readonly #hidden: Record<string, string>

  static async on(visitor: Visitor, at = period): Promise<PartSender> {
    const page = await visitor.get(paths.declarations.period(at))
    const form = page.document.querySelector('form[enctype="multipart/form-data"]')
    const valueOf = (name: string) =>
      form?.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? ''
    const hidden = Object.fromEntries(
      ['csrf', 'entreprise', 'remplace'].map((name) => [name, valueOf(name)]),
    )
    return new PartSender(visitor, hidden)
  }

  private constructor(visitor: Visitor, hidden: Record<string, string>) {
    this.#visitor = visitor
    this.#hidden = hidden
  }

  get csrf(): string {
    return this.#hidden['csrf'] ?? ''
  }

  get employer(): string {
    return this.#hidden['entreprise'] ?? ''
  }

  begin(fields: Record<string, string>, at = period): Promise<Screen> {
    return this.#post(paths.declarations.deposits(at), fields)
  }

  async begun(size: number, name = 'declaration.txt'): Promise<Begun> {
    const answer = await this.begin({ nom: name, taille: String(size), date: '1' })
    return JSON.parse(answer.body) as Begun
  }

  part(
    { part }: Begun,
    from: number,
    bytes: Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<Screen> {
    return this.#visitor.raw(`${part}?depuis=${from}`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: {
        accept: 'application/json',
        'content-type': 'application/octet-stream',
        'x-csrf': this.csrf,
        'x-entreprise': this.employer,
        ...headers,
      },
    })
  }

  /** All that is left, in parts of that size. */
  async rest(begun: Begun, bytes: Uint8Array, partSize = 1000): Promise<void> {
    for (let from = begun.received; from < bytes.length; from += partSize) {
      await this.part(begun, from, bytes.subarray(from, from + partSize))
    }
  }

  finish({ finish }: Begun, sha256 = ''): Promise<Screen> {
    return this.#post(finish, { empreinte: sha256 })
  }

  cancel({ cancel }: Begun): Promise<Screen> {
    return this.#post(cancel, {})
  }

  #post(path: string, fields: Record<string, string>): Promise<Screen> {
    const body = new URLSearchParams({ ...this.#hidden, ...fields })
    return this.#visitor.raw(path, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    })
  }
}
