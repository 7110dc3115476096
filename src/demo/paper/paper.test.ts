import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { checkPdf } from '../../platform/files/scans/check-pdf.ts'
import { createPdfRenderer } from '../../platform/pdf/render-pdf.ts'
import { claimPaper } from './claim-papers.ts'
import { handwriting } from './handwriting.ts'

const setting = {
  person: {
    name: 'BOUAYAD Saadia',
    cin: 'BE98003',
    bornOn: '15/03/1966',
    memberNumber: '000098003',
    rib: '007780000123456789012396',
    endsOn: '26/12/2026',
  },
  hand: {
    signatory: 'Salma Berrada',
    company: { company: 'Atlas Textile SA', city: 'Casablanca', number: '005839' },
  },
  fundName: 'Caisse de démonstration',
  at: new Date('2026-11-26T09:00:00Z'),
}

describe('the papers of the demonstration', () => {
  it('are signed and stamped, small, always the same, and pass the checks of scans', async () => {
    for (const code of ['signed_form', 'identity', 'bank_details', 'end_of_work']) {
      const paper = claimPaper(code, setting)
      const bytes = Buffer.from(await createPdfRenderer().render(paper))
      expect(bytes.length, code).toBeLessThan(60_000)
      expect(bytes.equals(await createPdfRenderer().render(paper)), code).toBe(true)
      await expect(checkPdf(bytes)).resolves.toBe(1)
      const { text } = readPdf(bytes)
      expect(text, code).toContain('BOUAYAD Saadia')
    }
  })

  it('know how to write every sign of an identity number and of a date', () => {
    for (const sign of 'ABCDEFGHJKLMNPRST0123456789/') {
      expect(handwriting(sign).strokes, sign).toMatch(/^M/)
    }
  })
})
