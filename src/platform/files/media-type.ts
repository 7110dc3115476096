/** The kinds of file accepted as a signed scan, told by content, never by name. */
export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png'

const signatures: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

export function mediaTypeOf(head: Uint8Array): MediaType | undefined {
  return signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0]
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** A photograph as iPhones keep it, whatever its name: a box «ftyp» of one of the brands of ISO 23008-12. */
export function isHeic(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1')
  return text.slice(4, 8) === 'ftyp' && heicBrands.includes(text.slice(8, 12))
}

export function extensionOf(type: string): string {
  return type === 'application/pdf' ? 'pdf' : type === 'image/png' ? 'png' : 'jpg'
}
