import { datamatrix, drawingSVG, qrcode } from 'bwip-js'

export type Symbology = 'data-matrix' | 'qr'

export interface BarcodeOptions {
  /** QR unless said otherwise: it is the one every telephone reads without an application. */
  readonly symbology?: Symbology
  /** What a screen reader says. Without it the picture is decoration and hidden from it. */
  readonly alt?: string
}

/** The library draws a module as two units. */
const unitsPerModule = 2
/** White around the code, in modules, as the standards ask (ISO/IEC 18004 and 16022). */
const quietModules = { qr: 4, 'data-matrix': 1 } as const

/**
 * A 2-D barcode as one self-contained SVG: black on white in both themes, since readers need dark on light.
 * It serves printed references (product P3, A10) and the enrolment of one-time codes.
 */
export function barcodeSvg(text: string, options: BarcodeOptions = {}): string {
  const symbology = options.symbology ?? 'qr'
  const { viewBox, path } = modulesOf(text, symbology)
  const naming =
    options.alt === undefined
      ? 'aria-hidden="true"'
      : `role="img" aria-label="${escaped(options.alt)}"`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" ${naming} shape-rendering="crispEdges">` +
    `<rect width="100%" height="100%" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}

function modulesOf(text: string, symbology: Symbology): { viewBox: string; path: string } {
  if (text === '') throw new Error('A barcode needs a text to carry.')
  const drawn = draw(text, symbology)
  const viewBox = /viewBox="([^"]+)"/.exec(drawn)?.[1]
  const path = /<path d="([^"]+)"/.exec(drawn)?.[1]
  if (viewBox === undefined || path === undefined) throw new Error('The barcode was not drawn.')
  return { viewBox, path }
}

function draw(text: string, symbology: Symbology): string {
  const padding = quietModules[symbology] * unitsPerModule
  const bytes = Buffer.from(text, 'utf8').toString('latin1')
  const common = { text: bytes, binarytext: true, scale: 1, padding }
  if (symbology === 'data-matrix') {
    return datamatrix({ ...common, bcid: 'datamatrix' }, drawingSVG())
  }
  const levelled = { ...common, bcid: 'qrcode', eclevel: 'M' }
  return qrcode(levelled, drawingSVG())
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
