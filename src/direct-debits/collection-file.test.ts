import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/index.ts'
import { parseRib } from '../employers/rib.ts'
import { centimes } from '../money/index.ts'
import { findProjectRoot } from '../platform/project-root.ts'
import { checkCollection } from './check-collection.ts'
import { bordereau120 } from './adapters/bordereau-120.ts'
import { pain008 } from './adapters/pain-008.ts'
import type { Collection } from './collection-file.ts'
import { latinName } from './latin-name.ts'

const schemaFile = path.join(findProjectRoot(), '../shared/iso20022/pain.008.001.02.xsd')

const rib = (text: string) => {
  const parsed = parseRib(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

const collection: Collection = {
  reference: 'COL-2026-000001',
  collectOn: localDate('2026-12-01'),
  madeAt: new Date('2026-11-30T09:30:00Z'),
  creditor: { name: 'Caisse de démonstration', rib: rib('007780000000000000002197') },
  entries: [
    {
      endToEndId: 'OP-005839-000001',
      amount: centimes(1_449_011n),
      debtorName: 'Atlas Textile & Fils <SA> «œuvre»',
      rib: rib('011519000001205000534921'),
      mandateReference: 'MP-005839-0001',
      mandateSignedOn: localDate('2024-01-01'),
    },
    {
      endToEndId: 'OP-004127-000002',
      amount: centimes(1n),
      debtorName: `${'ش'.repeat(10)}\u202e${'A'.repeat(200)}\u0007`,
      rib: rib('230780000000000000000039'),
      mandateReference: 'MP-004127-0001',
      mandateSignedOn: localDate('2026-02-28'),
    },
  ],
}

function faultsOfSchema(text: string): string[] {
  using schema = XmlDocument.fromBuffer(readFileSync(schemaFile))
  using validator = XsdValidator.fromDoc(schema)
  using document = XmlDocument.fromString(text)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    return [String(error)]
  }
}

describe('a collection file (E5)', () => {
  it('has the same bytes each time it is made', () => {
    expect(pain008.write(collection)).toBe(pain008.write(structuredClone(collection)))
    expect(checkCollection(collection, pain008.write(collection), pain008)).toEqual([])
  })

  it('says its count and its sum twice, to the centime', () => {
    const text = pain008.write(collection)
    expect(text.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>14490\.12<\/CtrlSum>/g)).toHaveLength(2)
    expect(text).toContain('<InstdAmt Ccy="MAD">14490.11</InstdAmt>')
    expect(text).toContain('<IBAN>MA64011519000001205000534921</IBAN>')
  })

  it('says when it was made as a clock in Casablanca shows it, with its distance from UTC', () => {
    const made = (at: string) => pain008.write({ ...collection, madeAt: new Date(at) })
    expect(made('2026-11-30T23:30:00Z')).toContain('<CreDtTm>2026-12-01T00:30:00+01:00</CreDtTm>')
    // During Ramadan the clocks of Morocco show UTC.
    expect(made('2026-03-01T09:30:00Z')).toContain('<CreDtTm>2026-03-01T09:30:00+00:00</CreDtTm>')
  })

  it('AT81: writes names in the characters that every bank takes, cut to the field', () => {
    expect(latinName('Atlas Textile & Fils <SA> «œuvre»', 70)).toBe('Atlas Textile Fils SA oeuvre')
    expect(latinName(`Évêque\u202e d’Agadir\u0000`, 70)).toBe("Eveque d'Agadir")
    expect(latinName('A'.repeat(200), 70)).toHaveLength(70)
    expect(latinName('شركة', 70)).toBe('NOTPROVIDED')
  })

  it.skipIf(!existsSync(schemaFile))('is valid against the schema, where it is at hand', () => {
    expect(faultsOfSchema(pain008.write(collection))).toEqual([])
  })

  it('is not kept with a wrong sum, a wrong key, an order twice, or nothing in it', () => {
    const [entry] = collection.entries
    if (!entry) throw new Error('no entry')
    const faults = (wrong: Collection, text = pain008.write(wrong)) =>
      checkCollection(wrong, text, pain008)
    expect(faults({ ...collection, entries: [] })).toContain('the collection has no entry')
    expect(faults({ ...collection, entries: [entry, entry] })).toContain('OP-005839-000001: twice')
    const typed = { ...entry, rib: '011519000001205000534922' as typeof entry.rib }
    expect(faults({ ...collection, entries: [typed] })[0]).toContain('the account is not one')
    const altered = pain008.write(collection).replace('14490.12', '14490.13')
    expect(faults(collection, altered)).toContain('the control sum is not the sum')
  })
})

describe('a collection in a bank’s own layout (bordereau, 120 characters)', () => {
  it('is records of 120 characters: header, debits, trailer with count, sum and control', () => {
    const text = bordereau120.write(collection)
    expect(text).toBe(bordereau120.write(structuredClone(collection)))
    expect(checkCollection(collection, text, bordereau120)).toEqual([])
    const free = (length: number) => ' '.repeat(length)
    expect(text.split('\r\n')).toEqual([
      `01COL-2026-000001     2026120120261130007780000000000000002197Caisse de demonstration            MAD${free(20)}`,
      `02000001OP-005839-000001    011519000001205000534921000001449011Atlas Textile Fils SA oeuvre  MP-005839-0001    20240101`,
      `02000002OP-004127-000002    230780000000000000000039000000000001${'A'.repeat(30)}MP-004127-0001    20260228`,
      `0900000200000000014490120000012050005349${free(80)}`,
      '',
    ])
  })

  it('does not leave with a sum, a place or a length that is wrong, nor with a reference that is cut', () => {
    const text = bordereau120.write(collection)
    const faults = (altered: string) => checkCollection(collection, altered, bordereau120)
    expect(faults(text.replace('1449011', '1449012'))).toContain('the control sum is not the sum')
    expect(faults(text.replace('02000002OP', '02000003OP'))).toContain(
      'a debit is not at its place',
    )
    expect(faults(text.replace('Caisse', 'Caisses'))).toContain('a record is not of 120 characters')
    expect(faults(text.replace('Caisse', 'Cai\u202ese').replace('  MAD', ' MAD'))).toContain(
      'a character that no bank takes',
    )
    const [entry] = collection.entries
    const long = {
      ...collection,
      entries: [{ ...entry, mandateReference: 'M'.repeat(19) } as never],
    }
    expect(() => bordereau120.write(long)).toThrow('longer than the field mandate')
  })
})
