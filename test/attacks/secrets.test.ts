import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../support/site.ts'
import { canaries, type Journey, liveThrough } from './journey.ts'

let site: TestSite
let journey: Journey
/** Everything the portal keeps or sends, by place. */
const places = new Map<string, string>()

beforeAll(async () => {
  site = await openSite()
  journey = await liveThrough(site)
  places.set('log', site.logged.join('\n'))
  for (const [name, content] of await tables()) places.set(`table ${name}`, content)
  for (const [name, content] of await files(site.app.config.dataFolder))
    places.set(`file ${name}`, content)
  places.set('mails', JSON.stringify(site.mails.map(({ at: _at, ...mail }) => mail)))
  places.set('addresses', journey.addresses.map((one) => decodeURIComponent(one)).join('\n'))
})
afterAll(() => site.close())

async function tables(): Promise<[string, string][]> {
  const names = await site.database.ownerQuery<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  return Promise.all(
    names.map(async ({ name }): Promise<[string, string]> => {
      const rows = await site.database.ownerQuery<{ row: string }>(
        `select t::text as row from ${name} t`,
      )
      return [name, rows.map(({ row }) => row).join('\n')]
    }),
  )
}

async function files(folder: string): Promise<[string, string][]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = found
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name))
  return Promise.all(
    names.map(
      async (name): Promise<[string, string]> => [name, (await readFile(name)).toString('latin1')],
    ),
  )
}

/** The places where a secret is found as it is, in hexadecimal or in base64. */
function placesOf(secret: string, except: readonly string[] = []): string[] {
  const bytes = Buffer.from(secret)
  const forms = [
    secret,
    bytes.toString('hex'),
    bytes.toString('base64url'),
    bytes.toString('latin1'),
  ]
  if (/^[\w-]{43}$/.test(secret)) forms.push(Buffer.from(secret, 'base64url').toString('hex'))
  return [...places]
    .filter(([name]) => !except.some((one) => name.startsWith(one)))
    .filter(([, content]) => forms.some((form) => content.includes(form)))
    .map(([name]) => name)
}

describe('secrets typed or made during a whole life of the portal', () => {
  it('AT107: the search would find them', () => {
    expect(placesOf('Lahlou').length).toBeGreaterThan(2)
    expect(journey.found.links).toHaveLength(2)
    expect(journey.found.sessions.length).toBeGreaterThan(1)
    expect(journey.found.totp[0]).toMatch(/^[A-Z2-7]{32}$/)
    expect(places.get('log')?.split('\n').length).toBeGreaterThan(20)
    expect([...places.keys()].filter((name) => name.startsWith('table')).length).toBeGreaterThan(30)
  })

  it.each(Object.entries(canaries).filter(([name]) => /assword|provisional|answer/.test(name)))(
    'AT107: %s is in no row, log, file or mail',
    (_name, secret) => {
      expect(placesOf(secret)).toEqual([])
    },
  )

  it.each(Object.entries(canaries).filter(([name]) => /Identity/.test(name)))(
    'AT107: %s, a number of identity, is readable nowhere',
    (_name, secret) => {
      expect(placesOf(secret)).toEqual([])
    },
  )

  it('AT107: a RIB is in its own row and nowhere else', () => {
    expect(placesOf(canaries.rib, ['table public.bank_accounts', 'table public.letters'])).toEqual(
      [],
    )
  })

  it('AT107, AT31: tokens of links and sessions are kept as hashes only', () => {
    for (const token of journey.found.links)
      expect(placesOf(token, ['mails', 'addresses'])).toEqual([])
    for (const token of journey.found.sessions) expect(placesOf(token)).toEqual([])
  })

  it('AT107: the secret of an authenticator is sealed', () => {
    for (const secret of journey.found.totp) {
      expect(placesOf(secret)).toEqual([])
      expect(placesOf(secret.match(/.{4}/g)?.join(' ') ?? '')).toEqual([])
    }
  })

  it('AT107, AT27: the log names nobody: no token, address, login, e-mail or name', () => {
    const log = places.get('log') ?? ''
    expect(log).not.toMatch(/@|Lahlou|Khadija|canari|activer\/|nouveau-mot-de-passe\/|\?/)
    for (const token of journey.found.links) expect(log).not.toContain(token)
  })

  it('AT108: no address that was asked for carries anything about anybody', () => {
    const addresses = places.get('addresses') ?? ''
    expect(addresses).not.toMatch(/@|Lahlou|Khadija|ZK7391|canari\.|RIB|23078000/i)
  })
})
