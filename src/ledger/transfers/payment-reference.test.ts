import { describe, expect, it } from 'vitest'
import { creditorReference, referencesIn } from './payment-reference.ts'
import { newTransferReference } from './transfer-order.ts'

const own = newTransferReference()
const bare = own.replaceAll('-', '')

describe('the reference of an «ordre de virement»', () => {
  it('is found however a bank cuts, glues or spaces it', () => {
    for (const written of [
      own,
      bare,
      own.toLowerCase(),
      own.replaceAll('-', ' '),
      `VIR${bare}COTISATIONS`,
      `paiement (${own}), 3e trimestre`,
    ]) {
      expect(referencesIn([written]), written).toEqual([own])
    }
  })

  it('is found once, in whatever field, and with another when there are two', () => {
    const other = newTransferReference()
    expect(referencesIn([own, bare, other])).toEqual([own, other])
  })

  it('is none with a wrong symbol, and none in words that only look like it', () => {
    const last = bare.at(-1) === '7' ? '8' : '7'
    expect(referencesIn([`${bare.slice(0, -1)}${last}`])).toEqual([])
    expect(referencesIn(['TRANSFERT DE FONDS', 'TR', '', 'TRESORERIE 2026'])).toEqual([])
  })

  it('has a form of ISO 11649, whose two digits are checked', () => {
    // The standard's own example: the rest 539007547034 has the check digits 18.
    expect(creditorReference('539007547034')).toBe('RF18539007547034')
    const structured = creditorReference(own)
    expect(referencesIn([structured])).toEqual([own])
    const wrong = structured.startsWith('RF10') ? 'RF11' : 'RF10'
    expect(referencesIn([structured.replace(/^RF\d\d/, wrong)])).toEqual([])
  })
})
