import { withConnection } from './connection.ts'
import { APP_ROLE } from './roles.ts'

export interface ServerFacts {
  version: number
  fsync: string
  synchronousCommit: string
  fullPageWrites: string
  role: string
  superuser: boolean
  bypassesRowSecurity: boolean
  makesRoles: boolean
  inAppRole: boolean
  /** A role owning tables here that the program may act as; its own, or one it is a member of. */
  owner: string | null
}

/** Looks at the server as the program's own role sees it, and refuses one that could lose or leak data. */
export async function checkServer(appUrl: string): Promise<void> {
  const mistakes = judgeServer(await readServer(appUrl))
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
}

/** First versions of each line without CVE-2025-8713 (statistics leak rows past row-level security) and its kin. */
const PATCHED: Record<number, number> = { 15: 14, 16: 10, 17: 6, 18: 0 }
const LAST_KNOWN = 18

export function judgeServer(facts: ServerFacts): string[] {
  return [judgeVersion(facts.version), ...judgeDurability(facts), ...judgeRole(facts)].flatMap(
    (sentence) => sentence ?? [],
  )
}

function judgeVersion(version: number): string | undefined {
  const major = Math.floor(version / 10_000)
  const minor = version % 10_000
  const needed = PATCHED[major]
  if (major > LAST_KNOWN || (needed !== undefined && minor >= needed)) return undefined
  const upgrade =
    needed === undefined ? '15.14, 16.10, 17.6, 18.0 or later' : `${major}.${needed} or later`
  return `The PostgreSQL server is version ${major}.${minor}, which lacks security corrections this portal relies on. Upgrade it to ${upgrade}.`
}

/** A payment the portal has acknowledged must be there after a power cut. */
function judgeDurability(facts: ServerFacts): (string | undefined)[] {
  const settings: [string, string][] = [
    ['fsync', facts.fsync],
    ['synchronous_commit', facts.synchronousCommit],
    ['full_page_writes', facts.fullPageWrites],
  ]
  return settings.map(([name, value]) =>
    value === 'off'
      ? `The PostgreSQL server has ${name} = off: it would lose acknowledged work in a power cut. Set it to on in its configuration, then reload it.`
      : undefined,
  )
}

/** Row-level security stands between one employer's data and another's: the program must be under it. */
function judgeRole(facts: ServerFacts): (string | undefined)[] {
  const change = `Give the program a role made for it (leave DATABASE_APP_URL out, or see \`guichet --help\`)`
  const attributes = [
    facts.superuser ? 'superuser' : [],
    facts.bypassesRowSecurity ? 'bypassrls' : [],
    facts.makesRoles ? 'createrole' : [],
  ].flat()
  return [
    attributes.length > 0
      ? `The role ${facts.role} of the program is ${attributes.join(' and ')}: it could read past the wall between employers. ${change}.`
      : undefined,
    facts.owner === null
      ? undefined
      : `The role ${facts.role} of the program can act as ${facts.owner}, which owns tables: it could take the wall between employers down. ${change}.`,
    facts.inAppRole
      ? undefined
      : `The role ${facts.role} of DATABASE_APP_URL has no rights on the tables. Run: grant ${APP_ROLE} to ${facts.role}.`,
  ]
}

async function readServer(appUrl: string): Promise<ServerFacts> {
  const [facts] = await withConnection(appUrl, async (client) => {
    const { rows } = await client.query<ServerFacts>(
      `select current_setting('server_version_num')::int as version,
        current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as "synchronousCommit",
        current_setting('full_page_writes') as "fullPageWrites",
        rolname as role, rolsuper as superuser, rolbypassrls as "bypassesRowSecurity",
        rolcreaterole as "makesRoles",
        coalesce((select pg_has_role(r.oid, a.oid, 'usage') from pg_roles a where a.rolname = $1), false)
          as "inAppRole",
        (select pg_get_userbyid(c.relowner) from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('public', 'platform', 'graphile_worker') and c.relkind in ('r', 'p', 'v')
            and not r.rolsuper and pg_has_role(r.oid, c.relowner, 'member') limit 1) as owner
      from pg_roles r where rolname = current_user`,
      [APP_ROLE],
    )
    return rows
  })
  if (!facts) throw new Error('The database does not know the role of the program.')
  return facts
}
