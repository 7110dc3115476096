import { describe, it } from 'vitest'
import { languages } from '../../../src/web/words/language.ts'
import { grant } from './agency.ts'
import { expectDecided, expectSaid } from './expects.ts'
import { claimsPortal, employ } from './office.ts'
import { untilAccepted } from './until-accepted.ts'

const inOffice = claimsPortal()

describe.each(languages)('those who survive, in %s (L2, L5)', { timeout: 600_000 }, (language) => {
  it(
    'a spouse has half of the points; a short marriage is said to the agent',
    inOffice(language, async (office) => {
      const who = { lastName: 'OUAZZANI', bornOn: '1968-05-05', cin: 'BE730001' }
      await employ(office, who, '1000000')
      const asked = {
        kind: 'reversion',
        endedOn: '01/09/2026',
        survivors: [
          {
            nom: 'El Amrani',
            prenom: 'Salma',
            naissance: '01/02/1970',
            piece: 'cin',
            numero: 'BK123456',
            mariage: '01/06/2025',
            rib: '230780000000000000000039',
          },
        ],
        documents: [
          'signed_form',
          'identity',
          'bank_details',
          'marriage_certificate',
          'death_certificate',
          'heirs_deed',
          'no_remarriage',
        ],
      } as const
      const claim = await untilAccepted(office, who, asked)
      const { own } = office
      await expectSaid(office.agent, own.payeesStep.shortMarriage(2), '376,08', '5 776,59')
      await grant(office, claim.id, { raison: 'Enfant né du mariage.' })
      await expectDecided(office, claim, {
        verdict: 'granted',
        said: ['481,38'],
        amounts: ['376,08', '5 776,59', '481,38'],
      })
    }),
  )

  it(
    'orphans of both parents have a fifth each; one in a situation of disability, without a document',
    inOffice(language, async (office) => {
      const who = { lastName: 'TAZI', bornOn: '1968-05-05', cin: 'BE730002' }
      await employ(office, who, '1000000')
      const child = { nom: 'Tazi', naissance: '01/02/2012' }
      const asked = {
        kind: 'orphan',
        endedOn: '01/09/2026',
        survivors: [
          { ...child, prenom: 'Salma', rib: '230780000000000000000039' },
          { ...child, prenom: 'Omar', rib: '007780000123456789012396', handicap: 'on' },
        ],
        documents: [
          'signed_form',
          'identity',
          'bank_details',
          'death_certificate',
          'orphan_birth',
          'disability',
        ],
      } as const
      const claim = await untilAccepted(office, who, asked)
      const { own } = office
      await expectSaid(office.agent, 'TAZI SALMA', 'TAZI OMAR', own.payeesStep.disabled, '300,86')
      await grant(office, claim.id, {})
      await expectDecided(office, claim, {
        verdict: 'granted',
        said: ['385,10'],
        amounts: ['300,86', '4 621,21', '385,10', '192,55', '2 310,61', '2 310,60'],
      })
    }),
  )
})
