import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** How this authenticator behaves, when not as it should. */
export interface Wishes {
  readonly origin?: string
  readonly rpId?: string
  /** Whether it recognised its owner, by a finger or a number. */
  readonly userVerified?: boolean
  /** What it says of how often it signed; one more each time otherwise. */
  readonly signatures?: number
  readonly challenge?: string
}

interface Asked {
  readonly challenge: string
}

const userPresent = 0x01
const userVerifiedFlag = 0x04
const attested = 0x40

/** A passkey in a program: makes and signs what a telephone would, on request also wrongly. */
export class Authenticator {
  readonly credentialId = randomBytes(32)
  readonly #origin: string
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject
  #signatures = 0

  constructor(origin = 'http://localhost:3000') {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    this.#publicKey = publicKey
  }

  /** `navigator.credentials.create`, as `public/enhance/passkey.js` sends it. */
  make({ challenge }: Asked, wishes: Wishes = {}): string {
    const clientData = this.#clientData('webauthn.create', challenge, wishes)
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(this.#authenticatorData(wishes, this.#credential()))],
      ]) as never,
    )
    return JSON.stringify({
      ...this.#name(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: Buffer.from(attestationObject).toString('base64url'),
        transports: ['internal'],
      },
    })
  }

  /** `navigator.credentials.get`. */
  sign({ challenge }: Asked, wishes: Wishes = {}): string {
    this.#signatures = wishes.signatures ?? this.#signatures + 1
    const clientData = this.#clientData('webauthn.get', challenge, wishes)
    const authenticatorData = this.#authenticatorData(wishes)
    const hash = createHash('sha256').update(clientData).digest()
    const signed = Buffer.concat([authenticatorData, hash])
    return JSON.stringify({
      ...this.#name(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
      },
    })
  }

  #name() {
    const id = this.credentialId.toString('base64url')
    return { id, rawId: id, type: 'public-key' }
  }

  // oxlint-disable-next-line max-params -- what it is, what it answers, and how it misbehaves
  #clientData(type: string, challenge: string, wishes: Wishes): Buffer {
    const origin = wishes.origin ?? this.#origin
    const said = { type, challenge: wishes.challenge ?? challenge, origin, crossOrigin: false }
    return Buffer.from(JSON.stringify(said))
  }

  #authenticatorData(wishes: Wishes, credential: Buffer = Buffer.alloc(0)): Buffer {
    const rpId = wishes.rpId ?? new URL(this.#origin).hostname
    const flags =
      userPresent |
      ((wishes.userVerified ?? true) ? userVerifiedFlag : 0) |
      (credential.length > 0 ? attested : 0)
    const signatures = Buffer.alloc(4)
    signatures.writeUInt32BE(this.#signatures)
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([flags]),
      signatures,
      credential,
    ])
  }

  #credential(): Buffer {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.credentialId.length)
    return Buffer.concat([Buffer.alloc(16), length, this.credentialId, this.#coseKey()])
  }

  /** ES256 on P-256, as COSE writes it (RFC 9053). */
  #coseKey(): Buffer {
    const { x, y } = this.#publicKey.export({ format: 'jwk' })
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(String(x), 'base64url'))],
      [-3, new Uint8Array(Buffer.from(String(y), 'base64url'))],
    ])
    return Buffer.from(isoCBOR.encode(key as never))
  }
}
