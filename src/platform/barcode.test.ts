import { describe, expect, it } from 'vitest'
import { barcodeSvg } from './barcode.ts'

const attribute = (svg: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(svg)?.[1]
const sideInModules = (svg: string) => Number(attribute(svg, 'viewBox')?.split(' ')[2]) / 2

describe('a two-dimensional barcode', () => {
  it('is smaller as a Data Matrix than as a QR code, so its squares print larger', () => {
    const reference = 'AB-7K2M-9QWE-4'
    expect(sideInModules(barcodeSvg(reference, { symbology: 'data-matrix' }))).toBe(16 + 2)
    expect(sideInModules(barcodeSvg(reference))).toBe(21 + 8)
  })

  it('draws the same text alike and another text otherwise', () => {
    expect(barcodeSvg('AB-1')).toBe(barcodeSvg('AB-1'))
    expect(barcodeSvg('AB-1')).not.toBe(barcodeSvg('AB-2'))
  })

  it('holds the address that enrols one-time codes', () => {
    const address =
      'otpauth://totp/Guichet:delegue%40atlas.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Guichet'
    expect(sideInModules(barcodeSvg(address))).toBeGreaterThan(40)
  })

  it('says what it is to a screen reader, or hides', () => {
    const named = barcodeSvg('AB-1', { alt: 'Code "AB-1" <script>' })
    expect(named).toContain('role="img" aria-label="Code &quot;AB-1&quot; &lt;script&gt;"')
    expect(barcodeSvg('AB-1')).toContain('aria-hidden="true"')
  })

  it('stays inside the content policy: no style, no script, no address', () => {
    const svg = barcodeSvg('AB-1', { alt: 'Code' }).replace('http://www.w3.org/2000/svg', '')
    expect(svg).not.toMatch(/style|script|http|href/)
  })

  it('refuses to carry nothing', () => {
    expect(() => barcodeSvg('')).toThrow('text to carry')
  })
})
