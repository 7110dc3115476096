import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { organization } from 'better-auth/plugins'
import { Pool } from 'pg'
import { withConnection } from '../src/platform/db/connection.ts'
import { inDatabase } from '../src/platform/db/connection-url.ts'

/** What our own passwords cost (src/platform/secrets/passwords.ts), for whoever is compared with us. */
export const kdf = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
export const rivalPassword = 'un mot de passe bien assez long'

/** better-auth 1.7.25 with its organization plugin, on the same PostgreSQL server, in a database of its own. */
export async function openRival(adminUrl: string, own: 'same_kdf' | 'default_kdf') {
  const name = `rival_${own}`
  await withConnection(adminUrl, (admin) => admin.query(`create database ${name}`))
  const pool = new Pool({ connectionString: inDatabase(adminUrl, name), max: 10 })
  // The server stops before its last idle connection has noticed.
  pool.on('error', () => undefined)
  const password = {
    hash: (text: string) => hash(text, kdf),
    verify: ({ hash: stored, password: text }: { hash: string; password: string }) =>
      verify(stored, text),
  }
  let invitations = 0
  const auth = betterAuth({
    database: pool,
    baseURL: 'http://localhost:3999',
    secret: 'only-for-measurements-and-nothing-else',
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, ...(own === 'same_kdf' ? { password } : {}) },
    plugins: [
      organization({
        invitationLimit: 1_000_000,
        membershipLimit: 1_000_000,
        sendInvitationEmail: async () => void (invitations += 1),
      }),
    ],
  })
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
  return { auth, invitations: () => invitations, close: () => pool.end() }
}

export type Rival = Awaited<ReturnType<typeof openRival>>

/** Somebody who owns an organization there, with the headers of their session. */
export async function rivalOwner({ auth }: Rival, email: string) {
  const { headers } = await auth.api.signUpEmail({
    body: { email, password: rivalPassword, name: 'Salma Berrada' },
    returnHeaders: true,
  })
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const own = new Headers({ cookie })
  const made = await auth.api.createOrganization({
    body: { name: 'Atlas Textile', slug: email.replace(/\W/g, '-') },
    headers: own,
  })
  if (!made) throw new Error('the rival made no organization')
  return { headers: own, organizationId: made.id }
}
