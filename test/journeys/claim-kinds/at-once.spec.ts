import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/web/words/language.ts'
import { confirm, fixComplement, grant } from './agency.ts'
import { follow } from './clerk.ts'
import { expectDecided, expectSaid } from './expects.ts'
import { claimsPortal, employ, owe, payArrears, saidOn } from './office.ts'
import { untilAccepted } from './until-accepted.ts'

const inOffice = claimsPortal()

describe.each(languages)(
  'an amount paid at once, in %s (L2, L5)',
  { timeout: 600_000 },
  (language) => {
    it(
      'under 200 points: one payment, and its complement once a late quarter is paid',
      inOffice(language, async (office) => {
        const who = { lastName: 'ZNIBER', bornOn: '1966-11-30', cin: 'BE720001' }
        const member = await employ(office, who, '100000')
        await owe(office, member, '2026T2', '100000')
        const asked = {
          kind: 'single_payment',
          endedOn: '31/12/2026',
          documents: ['signed_form', 'identity', 'bank_details', 'end_of_work'],
        } as const
        const claim = await untilAccepted(office, who, asked)
        await grant(office, claim.id, { unique: '9000' })
        const { own } = office
        await expectDecided(office, claim, {
          verdict: 'granted',
          said: ['9 000,00'],
          amounts: ['9 000,00', '75,22'],
        })
        await payArrears(office, '100000')
        await expectSaid(await follow(office, claim.id), own.steps.arrears_paid)
        await fixComplement(office, claim.id, { unique: '8750,50', raison: 'Barème de la caisse.' })
        await expectDecided(office, claim, {
          verdict: 'complement',
          said: [own.steps.complemented, '8 750,50'],
          amounts: ['8 750,50', '150,43'],
        })
      }),
    )

    it(
      'the capital of a death: a spouse and an heir, each with an account, and two agents',
      inOffice(language, async (office) => {
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
        const claim = await untilAccepted(office, who, asked)
        const { own } = office
        await expectSaid(
          office.agent,
          'LAHLOU SALMA',
          own.payeesStep.relations.spouse,
          'KETTANI OMAR',
        )
        await expectSaid(office.agent, own.agent.noRule)
        await grant(office, claim.id, { unique: '36000', parts: ['1', '7'] }, 'propose')
        expect(await saidOn(await follow(office, claim.id))).not.toContain('36 000,00')
        await confirm(office, claim.id)
        await expectDecided(office, claim, {
          verdict: 'granted',
          said: ['36 000,00'],
          amounts: ['36 000,00', '4 500,00', '31 500,00'],
        })
      }),
    )
  },
)
