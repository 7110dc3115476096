import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reviseClaims } from '../../../src/liquidations/claims/revise-claims.ts'
import { languages } from '../../../src/web/words/language.ts'
import { openPortal, type Portal } from '../../support/portal.ts'
import { keepEvidence } from '../support.ts'
import { confirm, fixComplement, grant } from './agency.ts'
import { follow } from './clerk.ts'
import { expectLetters, expectSaid } from './expects.ts'
import { employ, openOffice, owe, pay, saidOn } from './office.ts'
import { untilAccepted } from './until-accepted.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
  portal.site.clock.set('2026-11-25T09:00:00Z')
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

describe.each(languages)(
  'an amount paid at once, in %s (L2, L5)',
  { timeout: 240_000 },
  (language) => {
    it('under 200 points: one payment, and its complement once a late quarter is paid', async () => {
      const office = await openOffice(portal, language)
      const who = { lastName: 'ZNIBER', bornOn: '1966-11-30', cin: 'BE720001' }
      const member = await employ(office, who, '100000')
      await owe(office, member, '2026T2', '100000')
      const asked = {
        kind: 'single_payment',
        endedOn: '31/12/2026',
        documents: ['signed_form', 'identity', 'bank_details', 'end_of_work'],
      } as const
      const { id, reference } = await untilAccepted(office, who, asked)
      await grant(office, id, { unique: '9000' })
      const { own } = office
      await expectSaid(await follow(office, id), '9 000,00')
      await expectLetters(office, id, {
        number: 1,
        reference,
        verdict: 'granted',
        amounts: ['9 000,00', '75,22'],
      })
      await pay(office, '100000')
      await reviseClaims(portal.site.app)
      await expectSaid(await follow(office, id), own.steps.arrears_paid)
      await fixComplement(office, id, { unique: '8750,50', raison: 'Barème de la caisse.' })
      await expectSaid(await follow(office, id), own.steps.complemented, '8 750,50')
      await expectLetters(office, id, {
        number: 2,
        reference,
        verdict: 'complement',
        amounts: ['8 750,50', '150,43'],
      })
      await office.close()
    })

    it('the capital of a death: a spouse and an heir, each with an account, and two agents', async () => {
      const office = await openOffice(portal, language)
      const who = { lastName: 'KETTANI', bornOn: '1970-05-05', cin: 'BE720002' }
      await employ(office, who, '1000000')
      const asked = {
        kind: 'death_capital',
        endedOn: '01/09/2026',
        survivors: [
          {
            lien: 'spouse',
            nom: 'Lahlou',
            prenom: 'Salma',
            naissance: '01/02/1972',
            piece: 'cin',
            numero: 'BK123456',
            mariage: '01/06/1998',
            rib: '230780000000000000000039',
          },
          {
            lien: 'heir',
            nom: 'Kettani',
            prenom: 'Omar',
            naissance: '01/02/1945',
            piece: 'cin',
            numero: 'BK223456',
            rib: '007780000123456789012396',
          },
        ],
        documents: ['signed_form', 'identity', 'bank_details', 'death_certificate', 'heirs_deed'],
      } as const
      const { id, reference } = await untilAccepted(office, who, asked)
      const { own } = office
      await expectSaid(
        office.agent,
        'LAHLOU SALMA',
        own.payeesStep.relations.spouse,
        'KETTANI OMAR',
      )
      await expectSaid(office.agent, own.agent.noRule)
      await grant(office, id, { unique: '36000' })
      expect(await saidOn(await follow(office, id))).not.toContain('36 000,00')
      await confirm(office, id)
      await expectSaid(await follow(office, id), '36 000,00')
      await expectLetters(office, id, {
        number: 1,
        reference,
        verdict: 'granted',
        amounts: ['36 000,00'],
      })
      await office.close()
    })
  },
)
