import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aJpeg, aPdf, aPng, jpegSegment, packed, pngChunk } from '../../../../test/support/scans.ts'
import { decideConfig } from '../../../config.ts'
import { createLog } from '../../log.ts'
import { openThreads, type Threads } from '../../threads/threads.ts'
import { checkPdf } from './check-pdf.ts'
import { examineScan } from './examine-scan.ts'

let folder: string
let threads: Threads
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-scans-'))
  const config = decideConfig({ GUICHET_DATA: path.join(folder, 'data') }, 'demonstration')
  // Nothing is asked of the database.
  threads = openThreads({ config, connections: { app: 'postgres://nowhere' } }, () => new Date())
})
afterAll(async () => {
  await threads.close()
  await rm(folder, { recursive: true, force: true })
})

/** What stands where it was received once it has been looked into. */
async function examined(content: Buffer, name = 'scan.pdf', aside = threads) {
  const temporary = path.join(folder, randomUUID())
  await writeFile(temporary, content)
  const scan = await examineScan(
    { scanner: null, log: createLog('error'), threads: aside },
    {
      field: 'proof',
      name,
      size: content.length,
      sha256: createHash('sha256').update(content).digest(),
      head: content.subarray(0, 16),
      temporary,
    },
  )
  const kept = await readFile(scan.temporary)
  expect(scan.size).toBe(kept.length)
  expect(scan.sha256).toEqual(createHash('sha256').update(kept).digest())
  expect(await readdir(folder)).not.toContain(`${path.basename(temporary)}.cleaned`)
  return { kept, mediaType: scan.mediaType }
}

const refused = (content: Buffer) =>
  examined(content).then(
    () => 'accepted',
    (error: Error) => error.message,
  )

/** TIFF with a place, a camera and which way up, as a telephone writes it. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const entries = [
    entry(0x010f, 2, 8, 50),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, 58),
  ]
  const tiff = Buffer.concat([
    Buffer.from('II*\0\u0008\0\0\0\u0003\0', 'latin1'),
    ...entries,
    Buffer.from('\0\0\0\0TELEPHONE GPS 33.5731 -7.5898', 'latin1'),
  ])
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
}

describe('a photograph of a signed form', () => {
  it('AT94: keeps its picture, its colours and which way up; not the place, the camera, the comments', async () => {
    const icc = jpegSegment(0xe2, 'ICC_PROFILE\0\u0001\u0001 colours')
    const adobe = jpegSegment(0xee, 'Adobe\0d\0\0\0\0\0')
    const beside = [
      exif(6),
      jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>auteur</x:xmpmeta>'),
      icc,
      adobe,
      jpegSegment(0xe2, 'MPF\0 another view'),
      jpegSegment(0xed, 'Photoshop 3.0\0 ville'),
      jpegSegment(0xfe, 'commentaire'),
    ]
    const { kept, mediaType } = await examined(aJpeg({ beside }))
    expect(mediaType).toBe('image/jpeg')
    for (const gone of ['GPS', 'TELEPHONE', 'xmpmeta', 'MPF', 'ville', 'commentaire']) {
      expect(kept.includes(gone)).toBe(false)
    }
    const upright = kept.subarray(20, 56)
    expect(upright.toString('latin1')).toBe(
      '\u00ff\u00e1\0"Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0',
    )
    expect(kept.equals(aJpeg({ beside: [upright, icc, adobe] }))).toBe(true)
  })

  it('AT94: is the same to the byte when it says nothing beside; what a telephone leaves behind its end goes', async () => {
    expect((await examined(aJpeg())).kept).toEqual(aJpeg())
    expect((await examined(aJpeg({ beside: [exif(1)], behind: 'ftypmp42 moving' }))).kept).toEqual(
      aJpeg(),
    )
  })

  it('AT94: loses the texts, the date and the place of a PNG', async () => {
    const beside = [
      pngChunk('tEXt', Buffer.from('Author\0quelqu’un')),
      pngChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0lieu')),
      pngChunk('zTXt', Buffer.from('Comment\0\0x')),
      pngChunk('eXIf', Buffer.from('II*\0')),
      pngChunk('tIME', Buffer.alloc(7)),
      pngChunk('prVt', Buffer.from('whatever')),
    ]
    const colours = pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))
    const { kept, mediaType } = await examined(aPng(7, { beside: [...beside, colours] }))
    expect(mediaType).toBe('image/png')
    expect(kept).toEqual(aPng(7, { beside: [colours] }))
  })

  it('a photograph in the format of a telephone is told how to be sent, whatever its name', async () => {
    const box = (brand: string) =>
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(500)])
    for (const brand of ['heic', 'mif1']) expect(await refused(box(brand))).toBe('scans.heic')
    expect(await refused(box('isom'))).toBe('scans.wrong_type')
  })

  it('AT94: of 60 000 × 60 000 points is refused by its header', async () => {
    expect(await refused(aJpeg({ width: 60_000, height: 60_000 }))).toBe('scans.too_many_pixels')
    const png = aPng(0, { width: 60_000, height: 60_000 })
    expect(await refused(png.subarray(0, 45))).toBe('scans.too_many_pixels')
    expect(await refused(aPng(0, { width: 16_384, height: 16_384 }))).toBe('scans.too_many_pixels')
    expect(await refused(aJpeg({ height: 0 }))).toBe('scans.damaged')
    const image = '4 0 obj<</Subtype/Image/Width 60000/Height 60000>>stream\n\nendstream endobj'
    expect(await refused(aPdf('', { objects: image }))).toBe('scans.too_many_pixels')
  })

  it('cut anywhere, or with a chunk altered, is refused', async () => {
    const [jpeg, png] = [aJpeg({ beside: [exif(3)] }), aPng(3)]
    for (let end = 16; end < jpeg.length; end += 1) {
      expect(await refused(jpeg.subarray(0, end))).toBe('scans.damaged')
    }
    for (let end = 16; end < png.length; end += 1) {
      expect(await refused(png.subarray(0, end))).toBe('scans.damaged')
    }
    const altered = Buffer.from(png)
    altered[png.length - 20] = (altered[png.length - 20] ?? 0) ^ 1
    expect(await refused(altered)).toBe('scans.damaged')
  })

  it('never ends the reading badly, whatever follows its first bytes', async () => {
    for (let one = 0; one < 200; one += 1) {
      const noise = noiseOf(400, one)
      for (const head of [aJpeg().subarray(0, 30), aPng().subarray(0, 33)]) {
        expect(await refused(Buffer.concat([head, noise]))).toMatch(/^scans\./)
      }
    }
  })
})

/** The same at every run. */
function noiseOf(bytes: number, kind = 0): Buffer {
  return createHash('shake256', { outputLength: bytes }).update(String(kind)).digest()
}

describe('one file that pretends to be two', () => {
  it('AT93: an archive, a page or a program behind an image is refused', async () => {
    for (const behind of [
      'PK\u0003\u0004 archive',
      '<!DOCTYPE html><script>',
      'MZ program',
      '%PDF-1.4',
    ]) {
      expect(await refused(aPng(0, { behind }))).toBe('scans.two_in_one')
      expect(await refused(aJpeg({ behind }))).toBe('scans.two_in_one')
    }
  })

  it('AT93: and so is a PDF that is a page or an archive too', async () => {
    const page = aPdf('<html><script>alert(1)</script>')
    expect(await refused(page)).toBe('scans.two_in_one')
    const archive = `PK\u0005\u0006${'\0'.repeat(18)}`
    expect(await refused(aPdf('', { behind: archive }))).toBe('scans.two_in_one')
    expect(await refused(aPdf('', { behind: `${archive}%%EOF` }))).toBe('scans.two_in_one')
  })
})

describe('a PDF', () => {
  const checked = (pdf: Buffer) =>
    checkPdf(pdf).then(
      () => 'accepted',
      (error: Error) => error.message,
    )

  it('that only shows pages is kept to the byte', async () => {
    const plain = aPdf('signé', { catalog: '/OpenAction[3 0 R/Fit]' })
    expect(await examined(plain)).toEqual({ kept: plain, mediaType: 'application/pdf' })
    expect(await checked(aPdf('', { behind: '\r\n\0\0' }))).toBe('accepted')
  })

  it('AT93: with a script, however it is written or packed, is refused', async () => {
    const action = '<</S/JavaScript/JS(app.alert(1))>>'
    const written = [
      aPdf('', { catalog: `/OpenAction${action}` }),
      aPdf('', { catalog: '/OpenAction<</S/J#61v#61Script/JS(1)>>' }),
      aPdf('', { objects: `4 0 obj${action}endobj` }),
      aPdf('', { objects: packed(`4 0 ${action}`) }),
      aPdf('', { objects: packed(`4 0 ${action}`, '/Type/Obj#53tm/N 1/First 4') }),
      aPdf('', { objects: packed(`4 0 ${action}`, '/Type 8 0 R/N 1/First 4') }),
      aPdf('', { objects: `4 0 obj<<>>stream\n5 0 obj${action}endobj\nendstream endobj` }),
      aPdf('', { catalog: '/AcroForm<</XFA 5 0 R>>' }),
    ]
    for (const pdf of written) expect(await checked(pdf)).toBe('scans.pdf_active')
  })

  it('AT93: that launches a program, or runs a script from a font (CVE-2024-4367), is refused', async () => {
    expect(await checked(aPdf('', { catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }))).toBe(
      'scans.pdf_active',
    )
    const font = "4 0 obj<</Type/Font/FontMatrix[1 2 3 4 5 (0\\); alert\\('x')]>>endobj"
    expect(await checked(aPdf('', { objects: font }))).toBe('scans.pdf_active')
    expect(await checked(aPdf('', { objects: font.replace(/\(0.*\)/, '6') }))).toBe('accepted')
  })

  it('AT93: with a file inside, or behind a password, is refused with what to do', async () => {
    const inside = '/Names<</EmbeddedFiles<</Names[(a.exe)5 0 R]>>>>'
    expect(await checked(aPdf('', { catalog: inside }))).toBe('scans.pdf_attachments')
    const locked = { trailer: '/Encrypt 6 0 R' }
    expect(await checked(aPdf('', locked))).toBe('scans.pdf_locked')
    expect(await checked(aPdf('', { ...locked, catalog: inside }))).toBe('scans.pdf_locked')
  })

  it('AT93: of a hundred thousand pages is refused, however they are counted', async () => {
    const said = '/Kids[3 0 R]/Count 100000'
    const listed = `/Kids[${'3 0 R '.repeat(101)}]/Count 1`
    const written = '4 0 obj<</Type /Page/Parent 2 0 R>>endobj\n'.repeat(101)
    expect(await checked(aPdf('', { pages: said }))).toBe('scans.pdf_pages')
    expect(await checked(aPdf('', { pages: listed }))).toBe('scans.pdf_pages')
    expect(await checked(aPdf('', { objects: written }))).toBe('scans.pdf_pages')
    expect(await checked(aPdf('', { objects: written.slice(0, 4_000) }))).toBe('accepted')
  })

  it('AT93: whose objects cannot be unpacked, or never end unpacking, is refused', async () => {
    const bomb = packed('0'.repeat(20_000_000))
    expect(await checked(aPdf('', { objects: bomb }))).toBe('scans.pdf_unreadable')
    const other = packed('4 0 <<>>')
      .replace('/FlateDecode', '/ASCIIHexDecode')
      .replace('x\u009c', '00')
    expect(await checked(aPdf('', { objects: other }))).toBe('scans.pdf_unreadable')
  })

  it('cut short is refused', async () => {
    const whole = aPdf('signé')
    for (const end of [20, 100, whole.length - 10]) {
      expect(await checked(whole.subarray(0, end))).toBe('scans.damaged')
    }
    expect(await checked(aPdf('', { behind: '7 0 obj<</Cut' }))).toBe('scans.damaged')
  })

  it('AT93: made to be read over and over is read once: lists that never end, one in another', async () => {
    const verdicts = {
      '/Kids[': 'accepted',
      '/Kids[1 0 R': 'scans.pdf_pages',
      '/FontMatrix[': 'scans.pdf_active',
      '/Type/Page/Count 1': 'scans.pdf_pages',
      '/a': 'accepted',
      a: 'accepted',
    }
    for (const [again, verdict] of Object.entries(verdicts)) {
      const hostile = `/${again.repeat(Math.floor(10_400_000 / again.length))}`
      expect(await checked(aPdf('', { objects: hostile }))).toBe(verdict)
    }
  })

  it('AT93: of hundreds of bombs that only look like packed objects is refused after a few', async () => {
    const bomb = packed('0'.repeat(17 << 20), '/N 1/First 4')
    expect(await checked(aPdf('', { objects: bomb }))).toBe('accepted')
    const many = aPdf('', { objects: `${bomb}\n`.repeat(500) })
    expect(await checked(many)).toBe('scans.pdf_unreadable')
  })

  it('large, or with something to unpack, is read in a thread of its own, and refused alike', async () => {
    const asked: string[] = []
    const told: Threads = {
      ...threads,
      run(task, input) {
        asked.push(task.name)
        return threads.run(task, input)
      },
    }
    const unpacks = aPdf('', { objects: packed('4 0 <</Title(Formulaire)>>') })
    expect((await examined(unpacks, 'scan.pdf', told)).kept).toEqual(unpacks)
    const large = { objects: `% ${'0'.repeat(200_000)}`, catalog: '/AcroForm<</XFA 5 0 R>>' }
    await expect(examined(aPdf('', large), 'scan.pdf', told)).rejects.toThrow('scans.pdf_active')
    expect(asked).toEqual(['check-pdf', 'check-pdf'])
    const small = { objects: '4 0 obj<</Length 5>>stream\n0 0 m\nendstream endobj' }
    await examined(aPdf('', small), 'scan.pdf', told)
    expect(asked).toHaveLength(2)
  })

  it('of ten megabytes of noise is read', async () => {
    const noise = noiseOf(9_900_000)
      .toString('latin1')
      .replace(/endstream/g, '')
    const big = aPdf('', {
      objects: `4 0 obj<</Filter/DCTDecode>>stream\n${noise}\nendstream endobj`,
    })
    expect(await checked(big)).toBe('accepted')
  })
})
