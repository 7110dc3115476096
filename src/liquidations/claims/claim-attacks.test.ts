import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addScans,
  aReadyClaim,
  aSentClaim,
  beginClaim,
  fillStep,
  scans,
} from '../../../test/support/claiming.ts'
import {
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { aMember } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson
let who: Visitor
/** Of another company, with claims of its own. */
let spy: Visitor
let number = 660_000

beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-25T09:00:00Z')
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  clerk = await aProfile(site, atlas, { service: 'liquidation' })
  who = await signedIn(site, clerk, atlas)
  const rival = await anEmployer(site)
  spy = await signedIn(site, await aProfile(site, rival, { service: 'liquidation' }), rival)
})
afterAll(() => site.close())

async function somebody(): Promise<{ membershipId: string; cin: string }> {
  number += 1
  const cin = `BE${number}`
  const person = { lastName: 'BENNANI', firstName: `YOUSSEF ${number}`, bornOn: '1966-11-30' }
  return {
    membershipId: await aMember(site, atlas, { ...person, number: `000${number}`, cin }),
    cin,
  }
}

const spouse = {
  nom: 'El Amrani',
  prenom: 'Salma',
  naissance: '01/02/1970',
  piece: 'cin',
  numero: 'BK123456',
  mariage: '01/06/1998',
  rib: '230780000000000000000039',
}

/** A claim of survivors with somebody who is paid and a page: everything that an address can name. */
async function everything() {
  const { membershipId } = await somebody()
  const id = await beginClaim(who, membershipId, 'reversion')
  const payees = await fillStep(who, id, 'payees', spouse)
  const payee = lastPart(payees.document.querySelector('tbody a')?.getAttribute('href'))
  const documents = await addScans(who, id, 'identity')
  const page = lastPart(documents.document.querySelector('ol a')?.getAttribute('href'))
  return { id, payee, page, address: own.page({ id, page }) }
}

const lastPart = (address = '') => address.split('/').at(-1) ?? ''

const fieldOf = (screen: Screen, name: string) =>
  screen.document.querySelector(`[name=${name}]`)?.getAttribute('value') ?? ''

async function sendFiles(visitor: Visitor, address: string, count = 1): Promise<Screen> {
  const form = await visitor.get(own.list())
  const body = new FormData()
  body.set('csrf', fieldOf(form, 'csrf'))
  body.set('entreprise', fieldOf(form, 'entreprise'))
  body.set('version', '4')
  for (let index = 0; index < count; index += 1) body.append('f', scans.pdf(`${index}.pdf`))
  return visitor.raw(address, { method: 'POST', body })
}

const rowsOf = async (id: string) =>
  (
    await site.database.ownerQuery<Record<string, string>>(
      `select c.version, c.state, (select count(*) from claim_payees where claim_id = c.id) as payees,
          (select count(*) from claim_documents where claim_id = c.id and removed_at is null) as pages
         from claims c where id = $1`,
      [id],
    )
  )[0]

describe('every address of a claim', () => {
  it('AT44, AT46: opens nothing and writes nothing for another company, whatever it names', async () => {
    const { id, payee, page, address } = await everything()
    const before = await rowsOf(id)
    const pages = [own.payee({ id, payee }), own.payees({ id }), own.documents({ id })]
    for (const one of [...pages, address, own.receipt({ id })]) {
      const answer = await spy.raw(one)
      expect([one, answer.status, answer.body.includes('BENNANI')]).toEqual([one, 404, false])
    }
    const csrf = fieldOf(await spy.get(own.list()), 'csrf')
    const writing: [string, Record<string, string>][] = [
      [own.person({ id }), { piece: 'cin', numero: 'BE123456', confirme: 'on' }],
      [own.end({ id }), { jour: '01/09/2026', note: '' }],
      [own.career({ id }), { relue: 'on' }],
      [own.payees({ id }), spouse],
      [own.payee({ id, payee }), spouse],
      [own.removePayee({ id, payee }), {}],
      [own.removePage({ id, page }), {}],
    ]
    for (const [one, fields] of writing) {
      const answer = await spy.post(one, { csrf, version: String(before?.['version']), ...fields })
      expect([one, answer.status]).toEqual([one, 404])
    }
    expect((await sendFiles(spy, own.addPages({ id, code: 'identity' }))).status).not.toBe(303)
    expect(await rowsOf(id)).toEqual(before)
  })

  it('AT46: takes no page and no payee of one claim for another’s, even of the same company', async () => {
    const [one, other] = [await everything(), await everything()]
    const before = await rowsOf(other.id)
    expect((await who.raw(own.page({ id: one.id, page: other.page }))).status).toBe(404)
    expect((await who.raw(own.payee({ id: one.id, payee: other.payee }))).status).toBe(404)
    const form = await who.get(own.documents({ id: one.id }))
    const fields = { csrf: fieldOf(form, 'csrf'), version: fieldOf(form, 'version') }
    for (const address of [
      own.removePage({ id: one.id, page: other.page }),
      own.removePayee({ id: one.id, payee: other.payee }),
      own.payee({ id: one.id, payee: other.payee }),
    ]) {
      const answer = await who.post(address, { ...fields, ...spouse })
      expect([address, answer.status >= 400]).toEqual([address, true])
    }
    expect(await rowsOf(other.id)).toEqual(before)
    const agent = await signedIn(site, await anAgent(site))
    const sent = await aSentClaim(who, await somebody())
    const asAgent = paths.agency.claimPage({ id: sent, page: other.page })
    expect((await agent.raw(asAgent)).status).toBe(404)
  })

  it('AT48: a tampered search, person or page of the list shows nobody of another company', async () => {
    const { membershipId } = await somebody()
    for (const query of [
      `membre=${membershipId}`,
      'q=bennani',
      'q=%25',
      'q=_',
      `q=bennani&entreprise=${atlas.id}`,
      'page=2&champs=*&tri=rib',
    ]) {
      for (const address of [own.start(), own.list()]) {
        const answer = await spy.get(`${address}?${query}`)
        expect([query, answer.body.includes('BENNANI'), answer.text.includes('LQ-')]).toEqual([
          query,
          false,
          false,
        ])
      }
    }
  })

  it('AT49: of a page, a receipt or a letter opens no more once signed out, suspended or after the time of a session', async () => {
    const reader = await aProfile(site, atlas, { service: 'liquidation' })
    const reading = await signedIn(site, reader, atlas)
    const { address } = await everything()
    const sent = await aSentClaim(who, await somebody())
    const receipt = own.receipt({ id: sent })
    const opens = async (visitor: Visitor) => {
      const answers = [await visitor.raw(address), await visitor.raw(receipt)]
      return answers.map(
        ({ status, headers }) => status === 200 && headers.has('content-disposition'),
      )
    }
    expect(await opens(reading)).toEqual([true, true])
    expect(await opens(site.visitor())).toEqual([false, false])
    const declarant = await signedIn(site, await aProfile(site, atlas), atlas)
    expect(await opens(declarant)).toEqual([false, false])
    await site.database.ownerQuery(`update profiles set state = 'suspended' where id = $1`, [
      reader.id,
    ])
    expect(await opens(reading)).toEqual([false, false])
    const patient = await signedIn(
      site,
      await aProfile(site, atlas, { service: 'liquidation' }),
      atlas,
    )
    expect(await opens(patient)).toEqual([true, true])
    site.clock.advance(21 * 60_000)
    expect(await opens(patient)).toEqual([false, false])
    site.clock.advance(-21 * 60_000)
  })
})

describe('the documents of a claim', () => {
  it('AT95: are found by no path, no name and no hash, and no guess of an identifier', async () => {
    const { id, page } = await everything()
    const [kept] = await site.database.ownerQuery<{ sha: string; file: string }>(
      `select encode(sha256, 'hex') as sha, file_id::text as file from claim_documents where id = $1`,
      [page],
    )
    const guesses = [
      `/files/${kept?.sha.slice(0, 2)}/${kept?.sha}`,
      `/data/files/${kept?.sha}`,
      own.page({ id, page: kept?.sha ?? '' }),
      own.page({ id, page: kept?.file ?? '' }),
      own.page({ id, page: '1' }),
      own.page({ id, page: '..%2f..%2fdata%2fdemo-accounts.json' }),
      own.page({ id: page, page }),
      `${own.page({ id, page })}/../../../etc/passwd`,
    ]
    for (const guess of guesses) {
      const answer = await who.raw(guess)
      expect([guess, answer.status === 200 && answer.headers.has('content-disposition')]).toEqual([
        guess,
        false,
      ])
    }
  })

  it('AT95: more files at once than a form takes are refused, and none is kept', async () => {
    const { membershipId } = await somebody()
    const id = await beginClaim(who, membershipId, 'normal')
    const eleven = Array.from({ length: 11 }, (_, index) => scans.pdf(`${index}.pdf`))
    const answer = await addScans(who, id, 'identity', eleven)
    expect(answer.text).toContain('10 fichiers au plus en une fois')
    expect((await rowsOf(id))?.['pages']).toBe(0n)
  })

  it('AT46: neither a page nor an account is taken once the claim is sent', async () => {
    const person = await somebody()
    const id = await aReadyClaim(who, person)
    const documents = await who.get(own.documents({ id }))
    const remove = documents.document
      .querySelectorAll('form')
      .map((form) => form.getAttribute('action') ?? '')
      .find((action) => action.endsWith('/retrait'))
    await who.submit(await who.get(own.check({ id })), {}, own.send({ id }))
    const before = await rowsOf(id)
    expect((await who.submit(documents, {}, remove)).status).toBe(409)
    expect(
      (await who.submit(documents, {}, own.addPages({ id, code: 'identity' }))).status,
    ).not.toBe(200)
    expect(await rowsOf(id)).toEqual(before)
  })
})
