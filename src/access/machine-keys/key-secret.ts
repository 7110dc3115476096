import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const randomLetters = 40
const checkLetters = 6
const shape = /^guichet_(?:essai_)?[0-9A-Za-z]{46}$/

/**
 * What a company's software shows. Its beginning tells programs that look for secrets in sources what it is, and people
 * whether it is of a demonstration; its end is a checksum, so that a mistyped one is known without asking anybody.
 */
export function newSecret({ isTrial }: { readonly isTrial: boolean }): string {
  const drawn = Array.from({ length: randomLetters }, () => letters[randomInt(letters.length)])
  const start = `guichet_${isTrial ? 'essai_' : ''}${drawn.join('')}`
  return start + checksum(start)
}

/** Whether this can be a key at all. */
export function isSecret(text: string): boolean {
  return shape.test(text) && checksum(text.slice(0, -checkLetters)) === text.slice(-checkLetters)
}

/** Enough to know it again, far too little to use it. */
export function startOfSecret(secret: string): string {
  return secret.slice(0, secret.lastIndexOf('_') + 5)
}

function checksum(text: string): string {
  let rest = crc32(text)
  let written = ''
  for (let at = 0; at < checkLetters; at += 1) {
    written = (letters[rest % letters.length] ?? '') + written
    rest = Math.floor(rest / letters.length)
  }
  return written
}
