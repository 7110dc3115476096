import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * The installation's key, and what is derived from it: sealed values (identity numbers, authenticator secrets),
 * keyed hashes (comparing identities without keeping them), tokens of links and of forms.
 */
export interface Keyring {
  seal(text: string): Buffer
  open(sealed: Uint8Array): string
  /** Same text, same key; useless without the key file. */
  keyedHash(purpose: string, text: string): Buffer
  /** The token of a single-use link or a form, derived so that it never needs to be stored. */
  token(purpose: string, id: string): string
}

export function createKeyring(master: Uint8Array): Keyring {
  const derived = new Map<string, Buffer>()
  // Once per purpose: a large file is a hundred thousand hashes with one of them.
  const derive = (purpose: string) => {
    const known = derived.get(purpose)
    if (known) return known
    const key = createHmac('sha256', master).update(`guichet ${purpose}`).digest()
    derived.set(purpose, key)
    return key
  }
  const sealing = derive('seal')
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const bytes = Buffer.from(sealed)
      const cipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
      cipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
    },
    keyedHash: (purpose, text) => createHmac('sha256', derive(purpose)).update(text).digest(),
    token: (purpose, id) => createHmac('sha256', derive(purpose)).update(id).digest('base64url'),
  }
}

/** What is kept of a random token: 256 random bits need no slow hash. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

export function sameToken(a: string, b: string): boolean {
  return timingSafeEqual(tokenHash(a), tokenHash(b))
}
