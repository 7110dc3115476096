import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProfile } from '../support/factories.ts'
import { aSubscription, signedBack } from '../support/letters.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Screen, Visitor } from '../support/visitor.ts'
import { csrfFor, effects, everyKindOfPerson, type People, whoMay } from './people.ts'

let site: TestSite
let people: People
/** Identifiers that exist, so that attacks reach what stands behind the first check. */
let known: Readonly<Record<string, string>>
beforeAll(async () => {
  site = await openSite()
  people = await everyKindOfPerson(site)
  const user = await aProfile(site, people.employer)
  const letterId = await aSubscription(site, { number: people.employer.number })
  await signedBack(site, letterId)
  known = { users: user.id, letters: letterId, employers: people.employer.id }
})
afterAll(() => site.close())

/** What programs choke on: no text for the database, no number, no date, no identifier, too long. */
const poisons = [
  "' or 1=1 --%c0%af",
  '9'.repeat(40),
  '-1',
  '2026-02-31',
  '../../etc/passwd',
  '\u202e{{7*7}}\ufffd',
  'x'.repeat(300),
]

/** Nothing that tells how the program is made. */
const telltale =
  /\bat (?:async )?\S+ \(|node_modules|\/src\/|\.tsx?:\d|select .* from|relation "|syntax error|22P02|22021|econnref|postgres|kysely/i

function wrongIn(what: string, screen: Screen): string[] {
  const told = telltale.exec(screen.body)?.[0]
  return screen.status >= 500 || told ? [`${what} → ${screen.status} ${told ?? ''}`] : []
}

/** A pattern with the poison in every parameter, then with identifiers that exist. */
function addressesOf(pattern: string, poison: string): string[] {
  const poisoned = pattern.replace(/:[a-z]+/g, encodeURIComponent(poison))
  if (poisoned === pattern) return [pattern]
  const thing = pattern.includes('/dossiers/') ? 'letters' : 'users'
  const id = known[pattern.includes('/adherents/') ? 'employers' : thing] ?? ''
  const real = pattern
    .replace(':id', id)
    .replace(':cell', 'interne')
    .replace(':category', '01')
    .replace(':quarter', '2026T3')
    .replace(':service', 'teledeclaration')
    .replace(':door', 'teledeclaration')
    .replace(':kind', 'reinitialisation')
    .replace(/:[a-z]+/g, encodeURIComponent(poison))
  return [poisoned, real]
}

async function onEveryRoute(
  method: 'GET' | 'POST',
  attack: (visitor: Visitor, url: string, poison: string) => Promise<Screen>,
): Promise<string[]> {
  const wrong: string[] = []
  for (const route of site.routes) {
    if (route.method !== method || route.pattern === '/quitter') continue
    const { role, visitor } = whoMay(people, route.power)
    for (const [index, poison] of poisons.entries()) {
      const [first = '', second] = addressesOf(route.pattern, poison)
      // Reading is cheap and meets everything; a form meets strange addresses twice, strange answers each time.
      const urls = method === 'GET' || index < 2 ? [first, second ?? first] : [second ?? first]
      for (const url of new Set(urls)) {
        const screen = await attack(visitor, url, poison)
        wrong.push(...wrongIn(`${role} ${method} ${url} with ${JSON.stringify(poison)}`, screen))
      }
    }
  }
  return wrong
}

const questions = ['page', 'q', 'categorie', 'pouvoir', 'etat', 'du', 'au', 'personne', 'sorte']
const moreQuestions = ['suite', 'lang', 'tri', 'type', 'retard', 'miens', 'etape', 'a[b]', '[]']

const fields =
  `employerNumber login password newPassword currentPassword code currentCode email newEmail reference
  version dossier firstName lastName jobTitle phone identityKind identityNumber rib holder reason step answer1 answer2
  question1 question2 questionsWho confirmations selfConfirmation suite decision justificatif courrier motif motifs
  precision controles firmName firmIce mode categories until powers language firstPassword provisional name ice address
  city services paymentOption signatoryName signatoryCapacity session retour geste raison reponse arrivee cle proof`.split(
    /\s+/,
  )

describe('faults', () => {
  it('AT105: no address makes the program fail, and no answer tells how it is made', async () => {
    const wrong = await onEveryRoute('GET', (visitor, url, poison) => {
      const query = new URLSearchParams(
        [...questions, ...moreQuestions].map((name) => [name, poison]),
      )
      return visitor.raw(`${url}?${query.toString()}`)
    })
    expect(wrong).toEqual([])
  }, 600_000)

  it('AT105: no field of a form makes the program fail', async () => {
    const tokens = new Map<Visitor, string>()
    const wrong = await onEveryRoute('POST', async (visitor, url, poison) => {
      const csrf = tokens.get(visitor) ?? (await csrfFor(visitor))
      tokens.set(visitor, csrf)
      const body = new URLSearchParams([
        ['csrf', csrf],
        ...fields.map((name) => [name, poison] as [string, string]),
      ])
      return visitor.raw(url, { method: 'POST', body })
    })
    expect(wrong).toEqual([])
  }, 600_000)

  it('AT105: a zero character is refused before it reaches the database, and changes nothing', async () => {
    const visitor = site.visitor()
    const csrf = await csrfFor(visitor)
    const before = await effects(site)
    const answer = await visitor.post('/administration/connexion', {
      csrf,
      employerNumber: '0058\u000039',
      password: 'x',
    })
    expect(answer.status).toBe(409)
    expect((await visitor.raw('/agence/recherche?q=%00')).status).toBe(400)
    expect(await effects(site)).toBe(before)
  })

  it('AT105: a body that is no form, or not text, is refused', async () => {
    const visitor = people.visitors.get('delegate') ?? site.visitor()
    const send = (type: string, body: BodyInit) =>
      visitor.raw('/administration/confirmations', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
    const wrong: string[] = []
    for (const [type, body] of [
      ['application/json', '{"a":'],
      ['application/json', '{"csrf":"x"}'],
      ['text/plain', 'csrf=x'],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=a', '--b\r\n\r\n'],
      ['application/x-www-form-urlencoded', new Uint8Array([0xff, 0xfe, 0x00, 0xc3, 0x28])],
      ['application/x-www-form-urlencoded', '%%%=%&=&&&=&%zz'],
      ['', ''],
    ] as const) {
      const { status } = await send(type, body)
      if (status < 400 || status >= 500) wrong.push(`${type} → ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('AT105: multipart bodies that lie or stop halfway are refused, and leave no file behind', async () => {
    const visitor = people.visitors.get('declaration_internal') ?? site.visitor()
    const csrf = await csrfFor(visitor)
    const wrong: string[] = []
    const part = `--a\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`
    for (const body of [
      part,
      `${part}--a\r\nContent-Disposition: form-data; name="fichier"; filename="x"\r\n\r\nhalf`,
      `${part}--a\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--a--`,
      `${part}--a\r\n${'X: y\r\n'.repeat(500)}\r\n--a--`,
      '',
    ]) {
      const { status } = await visitor.raw('/teledeclaration/periodes/01/2026T3/fichier', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=a' },
        body,
      })
      if (status >= 500) wrong.push(`${JSON.stringify(body.slice(-60))} → ${status}`)
    }
    expect(wrong).toEqual([])
  })
})
