import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendFile } from '../../../test/support/declaring.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { someMembers } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { exampleLine } from '../checking/example-line.ts'
import type { RecordField } from '../checking/fields.ts'

const period = { category: '01', quarter: '2024T3' }

let site: TestSite
let atlas: TestEmployer
let souss: TestEmployer
let visitor: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  souss = await anEmployer(site, { name: 'Souss Agrumes SARL' })
  const person = await aProfile(site, atlas, {
    service: 'declaration_external',
    alsoFor: [souss],
  })
  visitor = await signedIn(site, person, atlas)
})

type Changes = Partial<Record<RecordField, string>>

const send = (...lines: readonly Changes[]) =>
  sendFile(
    visitor,
    period,
    lines
      .map((changes) => `${exampleLine({ employerNumber: atlas.number, ...changes })}\r\n`)
      .join(''),
  )

const idOf = (check: Screen) => /controles\/([\w-]{36})/.exec(check.url)?.[1] ?? ''

async function stateOf(id: string) {
  const [row] = await site.database.ownerQuery(
    `select state, version, accepted_lines, encode(f.sha256, 'hex') as content from declarations d
     join files f on f.id = d.content_file_id where d.id = $1`,
    [id],
  )
  return row
}

describe('lines that name another company’s people', () => {
  it('AT98: reveal nothing: they are answered like a number that nobody has', async () => {
    const [member] = await someMembers(site, souss, { count: 1 })
    const known = member?.number ?? ''
    const answers: string[] = []
    for (const memberNumber of [known, '000900000']) {
      const check = await send({ memberNumber, lastName: 'ZIANI', firstName: 'RIM' })
      const line = await visitor.get(paths.declarations.line({ id: idOf(check), line: '1' }))
      const report = await visitor.raw(
        paths.declarations.deskFile({ id: idOf(check), file: 'constats.csv' }),
      )
      const said = [check.text, line.text, report.body].join('\n')
      const shown = said.replaceAll(memberNumber, 'NUMERO').replace(/[\da-f-]{36}/g, 'ID')
      answers.push(shown.replace(/\d{2}:\d{2}/g, 'HEURE'))
    }
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).not.toContain(member?.lastName)
    expect(answers[0]).not.toContain('Souss')
  })

  it('AT98: totals are of the lines in hand, whatever the file says of another company', async () => {
    const check = await send({}, { employerNumber: souss.number, salary: '0029999999' })
    expect(check.text).toContain('Il reste une ligne à corriger')
    expect(check.text).toContain('Salaires soumis 36 000,25 DH')
    expect(check.text).not.toContain('299 999')
    expect(check.text).not.toContain('Souss')
  })
})

describe('a form opened for one company', () => {
  it('AT51: does nothing at the desk once another company is in hand, whichever form it is', async () => {
    const check = await send({ bornOn: '19850715' }, { salary: '0000000000' })
    const id = idOf(check)
    const before = await stateOf(id)
    const hidden = Object.fromEntries(
      ['csrf', 'entreprise'].map((name) => [
        name,
        check.document.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '',
      ]),
    )
    const board = await visitor.get(paths.declarations.board())
    await visitor.submit(board, {}, paths.declarations.takeInHand({ id: souss.id }))
    const forms = site.routes.filter(
      ({ method, pattern }) =>
        method === 'POST' && pattern.startsWith(paths.declarations.check.pattern),
    )
    expect(forms.length).toBeGreaterThan(8)
    for (const { pattern } of forms) {
      const address = pattern
        .replace(':id', id)
        .replace(':cause', 'date_iso_order.bornOn')
        .replace(':line', '1')
        .replace(':correction', id)
      const fields = { ...hidden, version: '1', raison: 'Vu', code: 'salary_zero', champ: 'salary' }
      const answer = await visitor.raw(address, {
        method: 'POST',
        body: pattern.endsWith('lignes-corrigees') ? upload(fields) : new URLSearchParams(fields),
      })
      expect([pattern, answer.status]).toEqual([pattern, 409])
      expect(answer.text).toContain('autre entreprise')
    }
    expect(await stateOf(id)).toEqual(before)
  })
})

function upload(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('fichier', new File(['x'], 'lignes.txt'))
  return form
}

describe('an amount typed at the desk', () => {
  it.each(['-1', 'NaN', '1e309', '1e3', '0.001', '9007199254740993', '36 000,25 EUR'])(
    'AT78: %j is no salary, and nothing is saved of it',
    async (salary) => {
      const check = await send({ salary: 'O003600025' })
      const before = await stateOf(idOf(check))
      const address = paths.declarations.line({ id: idOf(check), line: '1' })
      const answer = await visitor.submit(await visitor.get(address), { salary }, address)
      expect(answer.status).toBe(422)
      expect(answer.document.querySelector('[name="salary"]')?.getAttribute('value')).toBe(salary)
      expect(await stateOf(idOf(check))).toEqual(before)
    },
  )

  it.each([
    ['1 000,00', '1 000,00'],
    ['0,01', '0,01'],
    ['36000.5', '36 000,50'],
  ])('AT78: %j is kept to the centime', async (salary, shown) => {
    const check = await send({ salary: 'O003600025' })
    const address = paths.declarations.line({ id: idOf(check), line: '1' })
    await visitor.submit(await visitor.get(address), { salary }, address)
    expect((await visitor.get(check.url)).text).toContain(shown)
  })
})
