import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reviseClaims } from '../../../src/liquidations/claims/revise-claims.ts'
import { paths } from '../../../src/web/paths.ts'
import { languages } from '../../../src/web/words/language.ts'
import { openPortal, type Portal } from '../../support/portal.ts'
import { keepEvidence } from '../support.ts'
import { confirm, grant } from './agency.ts'
import { follow } from './clerk.ts'
import { untilAccepted } from './until-accepted.ts'
import { expectLetters, expectSaid } from './expects.ts'
import { employ, openOffice, owe, pay, saidOn } from './office.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
  portal.site.clock.set('2026-11-25T09:00:00Z')
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

const documents = ['signed_form', 'identity', 'bank_details', 'end_of_work']
const ended = { endedOn: '31/12/2026', documents }

describe.each(languages)('one’s own pension, in %s (L2, L5)', { timeout: 240_000 }, (language) => {
  it('at the normal age: the amount is that of the points, and arrears revise it', async () => {
    const office = await openOffice(portal, language)
    const who = { lastName: 'NEJJAR', bornOn: '1966-11-30', cin: 'BE710001' }
    const member = await employ(office, who, '1000000')
    await owe(office, member, '2026T2', '100000')
    const asked = { kind: 'normal', capital: 'pension', ...ended } as const
    const { id, reference } = await untilAccepted(office, who, asked)
    await grant(office, id, {})
    const { own } = office
    const { started, sent, asked: toComplete, completed, granted } = own.steps
    const followed = await follow(office, id)
    await expectSaid(followed, started, sent, toComplete, completed, granted, '962,77')
    await expectLetters(office, id, {
      number: 1,
      reference,
      verdict: 'granted',
      amounts: ['11 553,18', '962,77'],
    })
    await pay(office, '100000')
    await reviseClaims(portal.site.app)
    await expectSaid(await follow(office, id), own.steps.revised, '1 059,05')
    await expectLetters(office, id, {
      number: 2,
      reference,
      verdict: 'revised',
      amounts: ['12 708,56'],
    })
    await office.close()
  })

  it('early, at 55: with the coefficient of the age', async () => {
    const office = await openOffice(portal, language)
    const who = { lastName: 'HARAKAT', bornOn: '1971-03-03', cin: 'BE710002' }
    await employ(office, who, '1000000')
    const asked = { kind: 'early', capital: 'pension', ...ended } as const
    const { id, reference } = await untilAccepted(office, who, asked)
    await expectSaid(office.agent, '× 0,72')
    await grant(office, id, {})
    await expectSaid(await follow(office, id), '693,19')
    await expectLetters(office, id, {
      number: 1,
      reference,
      verdict: 'granted',
      amounts: ['8 318,29', '0,72'],
    })
    await office.close()
  })

  it('deferred, to 63: most points are of before the portal, and two agents decide', async () => {
    const office = await openOffice(portal, language)
    const who = { lastName: 'SEFRIOUI', bornOn: '1963-02-10', cin: 'BE710003' }
    await employ(office, who, '1000000')
    const asked = { kind: 'deferred', capital: 'pension', ...ended } as const
    const { id, reference } = await untilAccepted(office, who, asked)
    await grant(office, id, { annuelle: '240000', raison: 'Points du relevé de la caisse.' })
    const { own } = office
    const waiting = await saidOn(await follow(office, id))
    expect(waiting).toContain(own.steps.proposed)
    expect(waiting).not.toContain('20 000,00')
    await confirm(office, id)
    await expectSaid(await follow(office, id), own.states.granted, '20 000,00')
    await expectLetters(office, id, {
      number: 1,
      reference,
      verdict: 'granted',
      amounts: ['240 000,00', '1,18'],
    })
    await office.close()
  })

  it('with a part as a capital: half of the points since 2003 are given up for it', async () => {
    const office = await openOffice(portal, language)
    const who = { lastName: 'BENKIRANE', bornOn: '1966-11-30', cin: 'BE710004' }
    await employ(office, who, '1000000')
    const asked = {
      kind: 'normal',
      capital: 'capital',
      endedOn: ended.endedOn,
      documents: [...documents, 'capital_choice'],
    } as const
    const { id, reference } = await untilAccepted(office, who, asked)
    await grant(office, id, { unique: '25000' })
    await confirm(office, id)
    await expectSaid(await follow(office, id), '25 000,00', '481,38')
    await expectLetters(office, id, {
      number: 1,
      reference,
      verdict: 'granted',
      amounts: ['25 000,00', '5 776,59'],
    })
    const answer = await office.clerk.request.get(paths.claims.receipt({ id }))
    expect(answer.headers()['content-type']).toBe('application/pdf')
    await office.close()
  })
})
