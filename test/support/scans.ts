import { crc32, deflateSync } from 'node:zlib'

const bigEndian = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A chunk of a PNG with its checksum. */
export function pngChunk(type: string, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  return Buffer.concat([bigEndian(content.length), named, bigEndian(crc32(named))])
}

interface PngWishes {
  /** What the header says; one pixel is there. */
  readonly width?: number
  readonly height?: number
  /** Chunks between the header and the pixels. */
  readonly beside?: readonly Buffer[]
  readonly behind?: string
}

/** An image of one grey pixel; each shade is another file. */
export function aPng(shade = 0, wishes: PngWishes = {}): Buffer {
  const { width = 1, height = 1, beside = [], behind = '' } = wishes
  const header = Buffer.concat([bigEndian(width), bigEndian(height), Buffer.from([16, 0, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...beside,
    pngChunk('IDAT', deflateSync(Buffer.from([0, shade >> 8, shade & 255]))),
    pngChunk('IEND'),
    Buffer.from(behind, 'latin1'),
  ])
}

/** A segment of a JPEG. */
export function jpegSegment(marker: number, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content as string, 'latin1')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, bytes])
}

interface JpegWishes {
  readonly width?: number
  readonly height?: number
  readonly beside?: readonly Buffer[]
  readonly behind?: string
}

/** An image of eight grey points by eight, as a camera writes it. */
export function aJpeg({
  width = 8,
  height = 8,
  beside = [],
  behind = '',
}: JpegWishes = {}): Buffer {
  const table = (type: number) =>
    jpegSegment(0xc4, Buffer.concat([Buffer.from([type, 1]), Buffer.alloc(15), Buffer.from([0])]))
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0'),
    ...beside,
    jpegSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    jpegSegment(0xc0, frame),
    table(0x00),
    table(0x10),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
    Buffer.from(behind, 'latin1'),
  ])
}

interface PdfWishes {
  /** Entries of its catalogue. */
  readonly catalog?: string
  /** Objects beside the page, whole. */
  readonly objects?: string
  readonly pages?: string
  readonly trailer?: string
  readonly behind?: string
}

/** A small but true PDF of one page, as a scanner would make it. */
export function aPdf(content = '', wishes: PdfWishes = {}): Buffer {
  const { catalog = '', objects = '', pages = '/Kids[3 0 R]/Count 1' } = wishes
  const body = [
    '%PDF-1.4',
    `1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj`,
    `2 0 obj<</Type/Pages${pages}>>endobj`,
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    `% ${Buffer.from(content).toString('latin1')}`,
    objects,
    'xref',
    '0 1',
    '0000000000 65535 f ',
    `trailer<</Size 4/Root 1 0 R${wishes.trailer ?? ''}>>`,
    'startxref',
  ].join('\n')
  const end = `${body}\n${body.indexOf('\nxref') + 1}\n%%EOF\n${wishes.behind ?? ''}`
  return Buffer.from(end, 'latin1')
}

/** Objects packed as a writer of PDF packs them. */
export function packed(objects: string, dictionary = '/Type/ObjStm/N 1/First 4'): string {
  const content = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1')
  const entries = `${dictionary}/Filter/FlateDecode/Length ${content.length}`
  return `9 0 obj<<${entries}>>stream\n${content}\nendstream endobj`
}

/** An image of one grey pixel, as an object of a PDF. */
export const picture = (id: number, shade: string) =>
  `${id} 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\n${shade}\nendstream endobj`

/** As a scanner writes a batch: a picture for each page, or all of them in one list that every page has. */
export function aBatch(pages: number, isShared = false): Buffer {
  const numbers = Array.from({ length: pages }, (_, index) => 20 + index * 10)
  const all = numbers.map((id) => `/Im${id} ${id + 2} 0 R`).join('')
  const objects = numbers.map((id, index) => {
    const drawn = `q 500 0 0 500 0 0 cm /Im${id} Do Q`
    const list = isShared ? all : `/Im${id} ${id + 2} 0 R`
    return [
      `${id} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${id + 1} 0 R/Resources<</XObject<<${list}>>>>>>endobj`,
      `${id + 1} 0 obj<</Length ${drawn.length}>>stream\n${drawn}\nendstream endobj`,
      picture(id + 2, String(index)),
    ].join('\n')
  })
  const kids = numbers.map((id) => `${id} 0 R`).join(' ')
  const whole = aPdf('', {
    pages: `/Kids[${kids}]/Count ${pages}`,
    objects: objects.join('\n'),
  }).toString('latin1')
  return Buffer.from(whole.replace(/3 0 obj.*?endobj\n/, ''), 'latin1')
}
