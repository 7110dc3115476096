import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { makeKey, type NewKey } from '../../src/access/machine-keys/make-key.ts'
import { createMachineSite, type MachineRoute } from '../../src/machine-interface/machine-site.ts'
import { mountDeclaring } from '../../src/machine-interface/routes.declarations.ts'
import { mountReceiptReading } from '../../src/machine-interface/routes.receipts.ts'
import { mountStatementReading } from '../../src/machine-interface/routes.statement.ts'
import { problem } from '../../src/machine-interface/schemas.ts'
import { Hono } from 'hono'
import { localDate } from '../../src/calendar/index.ts'
import { asDelegate } from './administering.ts'
import { aDelegate, type TestEmployer, type TestPerson } from './factories.ts'
import type { TestSite } from './site.ts'

/** A key of the company's, of everything that its service lets unless told. */
export async function aKey(
  site: TestSite,
  employer: TestEmployer,
  wishes: Partial<NewKey> & { readonly delegate?: TestPerson } = {},
): Promise<string> {
  const { delegate = await aDelegate(site, employer), ...key } = wishes
  const service = key.service ?? 'declaration_internal'
  const { secret } = await makeKey(site.app, asDelegate(delegate, employer), {
    id: randomUUID(),
    service,
    scopes: service === 'employer_account' ? ['statement'] : ['check', 'declare', 'receipts'],
    categories: ['01'],
    name: 'Paie du siège',
    addresses: [],
    until: localDate('2027-06-30'),
    ...key,
  })
  return secret
}

export interface MachineAnswer {
  readonly status: number
  readonly headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- each test says what it expects
  readonly body: any
  readonly text: string
}

export interface MachineAsked {
  readonly key?: string
  readonly file?: string | Uint8Array
  /** The file arrives whole once this is done. */
  readonly whole?: Promise<unknown>
  readonly json?: unknown
  readonly headers?: Record<string, string>
  /** The other end of the socket. */
  readonly from?: string
}

/** Asks as a company's software does. Whatever comes back is held against the schema of its route and status. */
export async function ask(
  site: TestSite,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { key, file, whole, json, headers = {}, from }: MachineAsked = {},
): Promise<MachineAnswer> {
  const body = json === undefined ? file : JSON.stringify(json)
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(file === undefined ? {} : { 'content-type': 'text/plain' }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bytes ? { 'content-length': String(bytes.byteLength) } : {}),
      ...headers,
    },
    ...(bytes ? { body: arriving(new Uint8Array(bytes), whole), duplex: 'half' } : {}),
  })
  const env = from ? { incoming: { socket: { remoteAddress: from } } } : undefined
  const response = await site.fetch(request, env)
  const text = await response.text()
  const answer = {
    status: response.status,
    headers: response.headers,
    text,
    body: text.startsWith('{') ? JSON.parse(text) : undefined,
  }
  holdsItsSchema(method, path, answer)
  return answer
}

/** Every route of the interface, as it describes itself. */
export const described = routesDescribed()

function routesDescribed(): readonly MachineRoute[] {
  const site = createMachineSite(new Hono(), {} as never)
  mountDeclaring(site)
  mountReceiptReading(site)
  mountStatementReading(site)
  return site.described
}

function holdsItsSchema(method: string, path: string, answer: MachineAnswer): void {
  expect(answer.headers.get('set-cookie')).toBeNull()
  if (answer.status >= 400) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(problem.safeParse(answer.body).error).toBeUndefined()
    return
  }
  const [pathname = ''] = path.split('?')
  const route = described.find(
    (one) =>
      one.method === method &&
      new RegExp(`^${one.pattern.replace(/:[a-z]+/g, '[^/]+')}$`).test(pathname),
  )
  const schema = route?.answers[answer.status]
  if (schema === undefined)
    throw new Error(`${method} ${path} answers ${answer.status}, described nowhere`)
  if (typeof schema === 'string' || answer.body === undefined) return
  expect(schema.safeParse(answer.body).error).toBeUndefined()
}

function arriving(bytes: Uint8Array<ArrayBuffer>, whole: Promise<unknown> | undefined): BodyInit {
  if (!whole) return bytes
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(bytes)
      await whole
      controller.close()
    },
  })
}
