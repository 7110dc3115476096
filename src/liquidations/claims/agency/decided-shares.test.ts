import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSurvivorsClaim, child, spouse, type Survivor } from '../../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import { decideClaim, grantClaim, partsOf } from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'

let claims: ClaimsSetting
let agent: Visitor
beforeAll(async () => {
  claims = await openClaims()
  agent = await signedIn(claims.site, await anAgent(claims.site))
})
afterAll(() => claims.close())

const second: Survivor = { ...spouse, prenom: 'Nadia', numero: 'BK223456', rib: child.rib }

/** The réversion of somebody who died with two spouses. */
async function ofTwoSpouses(bornOn: string, other: Survivor = second): Promise<string> {
  const dead = await claims.somebody({ bornOn })
  const survivors = [spouse, other]
  const asked = { kind: 'reversion', diedOn: '01/09/2026', survivors } as const
  return aSurvivorsClaim(claims.who, { ...dead, ...asked })
}

/** What is typed for the part of each, by first name. */
async function partsNamed(
  id: string,
  parts: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { document } = await agent.get(paths.agency.claim({ id }))
  const fields = document.querySelectorAll('input[name^="part-"]').map((field) => {
    const label = document.querySelector(`label[for="${field.id}"]`)?.text ?? ''
    const [, typed] = Object.entries(parts).find(([name]) => label.includes(name)) ?? []
    return [field.getAttribute('name') ?? '', typed ?? ''] as const
  })
  return Object.fromEntries(fields)
}

const plain = (text: string) => text.replace(/\s+/g, ' ')

describe('the shares of a decision', () => {
  it('a wrong one is told at its field, beside a wrong day and a wrong amount', async () => {
    const id = await ofTwoSpouses('1968-01-01')
    const amounts = { debut: '31/02/2027', annuelle: 'beaucoup', unique: '' }
    const typed = { ...amounts, ...(await partsOf(agent, id, ['la moitié', '1'])) }
    const wrong = await decideClaim(agent, id, { decision: 'granted', ...typed })
    expect([wrong.status, wrong.mistakes]).toEqual([
      422,
      [
        expect.stringContaining('Ce jour n’existe pas'),
        expect.stringContaining('un montant en dirhams'),
        expect.stringContaining('un nombre entier de parts'),
      ],
    ])
    const none = { debut: '', annuelle: '', unique: '', ...(await partsOf(agent, id, ['', ''])) }
    const missing = await decideClaim(agent, id, { decision: 'granted', ...none })
    expect([missing.status, missing.mistakes.length]).toEqual([422, 4])
  })

  it('are asked of nobody who refuses', async () => {
    const id = await ofTwoSpouses('1968-02-02')
    const empty = await partsOf(agent, id, ['', ''])
    await decideClaim(agent, id, { decision: 'refused', raison: 'Acte illisible.', ...empty })
    expect(await claims.stateOf(id)).toBe('refused')
  })

  it('what opens a marriage that is too short is asked of whoever pays that spouse, of nobody else', async () => {
    const late = { ...second, mariage: '01/06/2026' }
    const id = await ofTwoSpouses('1968-03-03', late)
    const paid = await partsOf(agent, id, ['1', '1'])
    const both = await grantClaim(agent, id, { unique: '9000', ...paid })
    expect(both.mistakes).toEqual([expect.stringContaining('Le mariage est trop court')])
    const alone = await partsNamed(id, { SALMA: '1', NADIA: '0' })
    await decideClaim(agent, id, { decision: 'granted', unique: '9000', ...alone })
    expect(await claims.stateOf(id)).toBe('granted')
  })

  it('the company reads on its page what the letter says: who has how much, why, and the arithmetic', async () => {
    const id = await ofTwoSpouses('1968-04-04')
    const parts = await partsNamed(id, { SALMA: '1', NADIA: '3' })
    const before = await claims.who.get(paths.claims.claim({ id }))
    expect(before.text).not.toContain('Part de chaque bénéficiaire')
    await grantClaim(agent, id, { unique: '9000,01', raison: 'Partage de la caisse.', ...parts })
    const page = await claims.who.get(paths.claims.claim({ id }))
    const text = plain(page.text)
    expect(text).toContain('Calcul de la décision')
    expect(text).toContain('Le conjoint reçoit 50 % des points')
    expect(text).toContain('Motif : Partage de la caisse.')
    expect(text).toContain('EL AMRANI SALMA 1 sur 4 2 250,00 DH')
    expect(text).toContain('EL AMRANI NADIA 3 sur 4 6 750,01 DH')
  })
})
