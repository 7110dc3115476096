import { z } from 'zod'
import type { Config } from '../config.ts'
import { requestsInAMinute } from '../access/machine-keys/admit-key.ts'
import { wordsIn } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import type { MachineRoute } from './machine-site.ts'
import { problem } from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

const dialect = 'https://json-schema.org/draft/2020-12/schema'
const fileTypes = [
  'application/octet-stream',
  'text/plain',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

/** The interface described (OpenAPI 3.1), from the very schemas that check what goes in and comes out (product X7). */
export function describeInterface(
  config: Pick<Config, 'url' | 'version' | 'fund'>,
  routes: readonly MachineRoute[],
  language: Language,
): Json {
  const said = wordsIn(language).machine
  const patterns = [...new Set(routes.map(({ pattern }) => pattern))]
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: dialect,
    info: {
      title: `${said.title} · ${config.fund.name}`,
      version: config.version,
      description: said.lead,
    },
    servers: [{ url: config.url }],
    security: [{ key: [] }],
    paths: Object.fromEntries(
      patterns.map((pattern) => [
        pattern.replace(/:([a-z]+)/g, '{$1}'),
        Object.fromEntries(
          routes
            .filter((route) => route.pattern === pattern)
            .map((route) => [route.method.toLowerCase(), describeRoute(route, language)]),
        ),
      ]),
    ),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: said.keyShown } },
      schemas: sharedSchemas(),
      headers: {
        RateLimit: {
          description: `${requestsInAMinute} / 60 s`,
          schema: { type: 'string' },
          example: '"minute";r=119;t=42',
        },
      },
    },
  }
}

function describeRoute(route: MachineRoute, language: Language): Json {
  const said = wordsIn(language).machine
  const operations: Readonly<Record<string, string>> = said.operations
  return {
    operationId: route.audit.replace('machine.', ''),
    summary: operations[route.audit] ?? '',
    'x-scope': route.power.replace('machine.', ''),
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route, said.expected),
      ...(route.isIdempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              description: said.once,
              schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
            },
          ]
        : []),
    ],
    ...requestBody(route),
    responses: responsesOf(route, said.statuses),
  }
}

function pathParameters({ pattern }: MachineRoute): Json[] {
  return [...pattern.matchAll(/:([a-z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))
}

function queryParameters(
  { query }: MachineRoute,
  expected: Readonly<Record<string, string>>,
): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: expected[name] ?? '',
    schema,
  }))
}

function requestBody({ body }: MachineRoute): Json {
  if (body === undefined) return {}
  if (body !== 'file')
    return {
      requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } },
    }
  const content = Object.fromEntries(fileTypes.map((type) => [type, {}]))
  return { requestBody: { required: true, content } }
}

function responsesOf(route: MachineRoute, titles: Readonly<Record<number, string>>): Json {
  const headers = { RateLimit: { $ref: '#/components/headers/RateLimit' } }
  const good = Object.entries(route.answers).map(([status, schema]) => [
    status,
    { description: 'OK', headers, content: contentOf(route, schema) },
  ])
  const failed = failuresOf(route).map((status) => [
    String(status),
    {
      description: titles[status] ?? '',
      content: { 'application/problem+json': { schema: refTo(problem) } },
    },
  ])
  return Object.fromEntries([...good, ...failed])
}

function contentOf({ alsoAs }: MachineRoute, schema: z.ZodType | string): Json {
  if (typeof schema === 'string') return { [schema]: {} }
  return {
    'application/json': { schema: refTo(schema) },
    ...(alsoAs ? { [alsoAs]: { schema: { type: 'string' } } } : {}),
  }
}

/** What may go wrong everywhere, and what only where something is sent. */
function failuresOf({ method, body, pattern }: MachineRoute): number[] {
  const sent = method === 'POST' ? [409, 413, 415] : []
  const kept = body === 'file' ? [408, 507] : []
  const named = pattern.includes(':') || method === 'POST' ? [404] : []
  return [400, 401, 403, ...named, ...kept, ...sent, 422, 429, 500, 503].sort((a, b) => a - b)
}

/** Schemas with a name of their own are written once. */
function sharedSchemas(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
  })
  const names = new Set(['$schema', '$id', 'id'])
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [
      id,
      Object.fromEntries(Object.entries(schema).filter(([name]) => !names.has(name))),
    ]),
  )
}

function refTo(schema: z.ZodType): Json {
  const id = schema.meta()?.['id']
  if (typeof id !== 'string') throw new Error('a schema of the interface has a name')
  return { $ref: `#/components/schemas/${id}` }
}
