import { setTimeout as wait } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { sessionCookie } from '../../src/web/cookies.ts'
import type { Client, Served } from './client.ts'
import type { Journal } from './journal.ts'

export interface Door {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly totpSecret?: string | undefined
}

/** Signs in when nobody is; the session that was acknowledged must outlive every kill. */
export async function signInAt(client: Client, journal: Journal, door: Door): Promise<boolean> {
  if (client.visitor.cookies.has(sessionCookie)) return true
  const page = await client.page(door.path)
  const to = await client.effect(() => client.visitor.submit(page, door.fields, door.path), /^\//)
  if (to === null) {
    client.visitor.cookies.delete(sessionCookie)
    return false
  }
  if (door.totpSecret && !(await giveCode(client, door.totpSecret))) return false
  journal.acknowledge({ what: 'session', token: client.visitor.cookies.get(sessionCookie) ?? '' })
  return true
}

/** A code opens once: without an answer, nobody knows whether this one did, and the next is half a minute away. */
async function giveCode(client: Client, secret: string): Promise<boolean> {
  const page = await client.page('/connexion-code')
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const to = await client
    .effect(() => client.visitor.submit(page, { code }, '/connexion-code'), /^\//)
    .catch(() => null)
  if (to !== null) return true
  client.visitor.cookies.delete(sessionCookie)
  return false
}

/** Somebody whose session ended unexpectedly signs in again, after a while. */
export async function startAgain(client: Client, program: Served): Promise<void> {
  client.visitor.cookies.delete(sessionCookie)
  await Promise.race([wait(1_000), program.ready()])
}
