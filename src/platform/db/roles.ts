import { DatabaseError, type Client } from 'pg'
import { withConnection } from './connection.ts'
import { asRole, inDatabase } from './connection-url.ts'
import { scramVerifier } from './scram.ts'

/** The role of every request and job. It owns nothing and row-level security holds it; grants are in the migrations. */
export const APP_ROLE = 'guichet_app'

/** In the portal's own server, the role that owns the tables: not the administrator, as with any hosted database. */
export const OWNER_ROLE = 'guichet_owner'
export const DATABASE_NAME = 'guichet'

const LIMITS = 'nosuperuser nobypassrls nocreatedb noreplication'

/** The portal's own server, prepared: gives the address of the owner of the tables. */
export async function ensureOwner(
  adminUrl: string,
  password: string,
  database = DATABASE_NAME,
): Promise<string> {
  await withConnection(adminUrl, async (admin) => {
    await ensureRole(admin, OWNER_ROLE, password, `${LIMITS} createrole`)
    const known = await admin.query('select from pg_database where datname = $1', [database])
    if (known.rowCount === 0) await admin.query(`create database ${database} owner ${OWNER_ROLE}`)
  })
  return asRole(inDatabase(adminUrl, database), OWNER_ROLE, password)
}

/** Makes or finds the role of the program, and gives its address. */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<string> {
  const url = asRole(ownerUrl, APP_ROLE, password)
  if (await opens(url)) return url
  await withConnection(ownerUrl, async (owner) => {
    await refuseRoleAtWork(owner)
    await setUpAppRole(owner, password)
  })
  return url
}

/** With an address of its own for the program, only the name the migrations grant to is needed. */
export async function ensureAppGroup(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const known = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE])
    if (known.rowCount === 0) await owner.query(`create role ${APP_ROLE} nologin nocreaterole`)
  })
}

/** Another password would close the door to whoever works with the one of before, a portal or another node of this one. */
async function refuseRoleAtWork(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ database: string }>(
    `select distinct datname as database from pg_stat_activity
      where datname is not null and (usename = $1 or application_name = 'guichet (jobs)') order by 1`,
    [APP_ROLE],
  )
  if (rows.length === 0) return
  const at = rows.map(({ database }) => database).join(', ')
  throw new Error(
    `This data folder does not know the password of ${APP_ROLE}, and a running Guichet uses that role on this server (database ${at}). Nothing was changed. For another node of the same portal, copy keys/postgres.json of its data folder into this one; for another portal, make a role (login, no superuser, no bypassrls, a member of ${APP_ROLE}) and put its address in DATABASE_APP_URL; or stop the one that runs.`,
  )
}

async function setUpAppRole(owner: Client, password: string): Promise<void> {
  try {
    await ensureRole(owner, APP_ROLE, password, `${LIMITS} nocreaterole`)
  } catch (cause) {
    if (!(cause instanceof DatabaseError && cause.code === '42501')) throw cause
    throw new Error(
      `The role of DATABASE_URL may not create the role ${APP_ROLE}, or not change its password. Give it CREATEROLE; or create a role yourself (login, no superuser, no bypassrls, a member of ${APP_ROLE}) and put its address in DATABASE_APP_URL.`,
      { cause },
    )
  }
}

/** The password is set again when it is not the one kept in the data folder: a folder restored, or a new one. */
async function ensureRole(
  client: Client,
  name: string,
  password: string,
  attributes: string,
): Promise<void> {
  const secret = `login password '${scramVerifier(password)}'`
  const known = await client.query('select from pg_roles where rolname = $1', [name])
  if (known.rowCount === 0) await createOnce(client, `create role ${name} ${attributes} ${secret}`)
  else await client.query(`alter role ${name} ${secret}`)
}

/** Two portals starting on a new server at the same moment: the other one has just made it. */
async function createOnce(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    const taken = error instanceof DatabaseError && ['42710', '23505'].includes(error.code ?? '')
    if (!taken) throw error
  }
}

async function opens(url: string): Promise<boolean> {
  try {
    await withConnection(url, (client) => client.query('select 1'))
    return true
  } catch (error) {
    const refused = error instanceof DatabaseError && (error.code ?? '').startsWith('28')
    if (refused) return false
    throw error
  }
}
