import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Keyring } from '../platform/secrets/keyring.ts'
import { westernDigits } from '../money/index.ts'

const period = 30
const tolerance = 1

/**
 * The step of time at which this code is the right one, if it is and was not used yet: one step of tolerance on
 * either side, and never a step at or before the last one accepted (quality AT13).
 */
export function matchingStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: bigint | null,
): bigint | null {
  const token = plainDigits(code)
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: tolerance })
  if (delta === null) return null
  const step = BigInt(Math.floor(now.getTime() / 1000 / period) + delta)
  return lastStep !== null && step <= lastStep ? null : step
}

/** What the authenticator application reads from the picture. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return totpOf(secret, issuer, label).toString()
}

/**
 * The secret proposed to this session until a first code proves that it was scanned. Derived, so that looking at the
 * page writes nothing; it changes with the factor it would replace.
 */
export function offeredSecret(
  keyring: Keyring,
  sessionId: string,
  replaced: Buffer | null,
): string {
  const seed = keyring.keyedHash('totp', `${sessionId} ${replaced?.toString('base64') ?? ''}`)
  return new Secret({ buffer: new Uint8Array(seed.subarray(0, 20)).buffer }).base32
}

/** In fours, to be copied by hand. */
export function spacedSecret(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const recoveryCodeCount = 10

/** Ten codes of fifty random bits, shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => `${letters(5)}-${letters(5)}`)
}

/** Only a keyed hash of a recovery code is kept; spaces, dashes and look-alikes do not matter when it is typed. */
export function recoveryCodeHash(keyring: Keyring, accountId: string, code: string): Buffer {
  const plain = plainDigits(code)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return keyring.keyedHash('recovery', `${accountId}:${plain}`)
}

function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')
}

function totpOf(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({
    ...(issuer ? { issuer, label } : {}),
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  })
}

function plainDigits(text: string): string {
  return westernDigits(text).replace(/\s/gu, '')
}
