import { describe, expect, it } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import { languages } from '../../../src/web/words/language.ts'
import { confirm, grant } from './agency.ts'
import { follow } from './clerk.ts'
import { untilAccepted } from './until-accepted.ts'
import { expectDecided, expectSaid } from './expects.ts'
import { claimsPortal, employ, owe, payArrears, saidOn } from './office.ts'

const inOffice = claimsPortal()

const documents = ['signed_form', 'identity', 'bank_details', 'end_of_work']
const ended = { endedOn: '31/12/2026', documents }

describe.each(languages)('one’s own pension, in %s (L2, L5)', { timeout: 600_000 }, (language) => {
  it(
    'at the normal age: the amount is that of the points, and arrears revise it',
    inOffice(language, async (office) => {
      const who = { lastName: 'NEJJAR', bornOn: '1966-11-30', cin: 'BE710001' }
      const member = await employ(office, who, '1000000')
      await owe(office, member, '2026T2', '100000')
      const asked = { kind: 'normal', capital: 'pension', ...ended } as const
      const claim = await untilAccepted(office, who, asked)
      await grant(office, claim.id, {})
      const { own } = office
      const { started, sent, asked: toComplete, completed, granted } = own.steps
      await expectDecided(office, claim, {
        verdict: 'granted',
        said: [started, sent, toComplete, completed, granted, '962,77'],
        amounts: ['11 553,18', '962,77'],
      })
      await payArrears(office, '100000')
      await expectDecided(office, claim, {
        verdict: 'revised',
        said: [own.steps.revised, '1 059,05'],
        amounts: ['12 708,56'],
      })
    }),
  )

  it(
    'early, at 55: with the coefficient of the age',
    inOffice(language, async (office) => {
      const who = { lastName: 'HARAKAT', bornOn: '1971-03-03', cin: 'BE710002' }
      await employ(office, who, '1000000')
      const asked = { kind: 'early', capital: 'pension', ...ended } as const
      const claim = await untilAccepted(office, who, asked)
      await expectSaid(office.agent, '× 0,72')
      await grant(office, claim.id, {})
      await expectDecided(office, claim, {
        verdict: 'granted',
        said: ['693,19'],
        amounts: ['8 318,29', '0,72'],
      })
    }),
  )

  it(
    'deferred, to 63: most points are of before the portal, and two agents decide',
    inOffice(language, async (office) => {
      const who = { lastName: 'SEFRIOUI', bornOn: '1963-02-10', cin: 'BE710003' }
      await employ(office, who, '1000000')
      const asked = { kind: 'deferred', capital: 'pension', ...ended } as const
      const claim = await untilAccepted(office, who, asked)
      const decided = { annuelle: '240000', raison: 'Points du relevé de la caisse.' }
      await grant(office, claim.id, decided, 'propose')
      const { own } = office
      const waiting = await saidOn(await follow(office, claim.id))
      expect(waiting).toContain(own.steps.proposed)
      expect(waiting).not.toContain('20 000,00')
      await confirm(office, claim.id)
      await expectDecided(office, claim, {
        verdict: 'granted',
        said: [own.states.granted, '20 000,00'],
        amounts: ['240 000,00', '1,18'],
      })
    }),
  )

  it(
    'with a part as a capital: half of the points since 2003 are given up for it',
    inOffice(language, async (office) => {
      const who = { lastName: 'BENKIRANE', bornOn: '1966-11-30', cin: 'BE710004' }
      await employ(office, who, '1000000')
      const asked = {
        kind: 'normal',
        capital: 'capital',
        endedOn: ended.endedOn,
        documents: [...documents, 'capital_choice'],
      } as const
      const claim = await untilAccepted(office, who, asked)
      await grant(office, claim.id, { unique: '25000' }, 'propose')
      await confirm(office, claim.id)
      await expectDecided(office, claim, {
        verdict: 'granted',
        said: ['25 000,00', '481,38'],
        amounts: ['25 000,00', '5 776,59'],
      })
      const answer = await office.clerk.request.get(paths.claims.receipt({ id: claim.id }))
      expect(answer.headers()['content-type']).toBe('application/pdf')
    }),
  )
})
