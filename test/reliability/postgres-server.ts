import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withConnection } from '../../src/platform/db/connection.ts'
import { asRole, connectionUrl, inDatabase } from '../../src/platform/db/connection-url.ts'
import { nativeFolder } from '../../src/platform/db/embedded/binaries.ts'
import { serverIdentity } from '../../src/platform/db/embedded/identity.ts'
import { ADMIN, initialise } from '../../src/platform/db/embedded/initdb.ts'
import { launch, makeSocketFolder } from '../../src/platform/db/embedded/process.ts'
import { findRunning, isServerOn } from '../../src/platform/db/embedded/running.ts'
import { databaseKeys } from '../../src/platform/db/keys.ts'
import {
  APP_ROLE,
  DATABASE_NAME,
  ensureAppRole,
  ensureOwner,
  OWNER_ROLE,
} from '../../src/platform/db/roles.ts'

type Settings = Readonly<Record<string, string | number>>

/** A PostgreSQL that keeps what it acknowledges, and that a test may kill, stop, freeze, copy and fill. */
export class PostgresServer {
  readonly folder: string
  readonly #socketFolder: string
  readonly #identity
  readonly #keys
  pid = 0

  /** On this folder, made first if it is not there; its passwords are those of the portal's data folder. */
  static async on(folder: string, dataFolder: string, settings: Settings = {}) {
    const server = new PostgresServer(folder, dataFolder)
    initialise(server.#identity, folder, { password: server.#keys.admin, careless: false })
    server.set(settings)
    await server.start()
    return server
  }

  private constructor(folder: string, dataFolder: string) {
    this.folder = folder
    this.#identity = serverIdentity(nativeFolder(), folder)
    this.#keys = databaseKeys(dataFolder)
    this.#socketFolder = makeSocketFolder(this.#identity)
  }

  /** For the next start. */
  set(settings: Settings): void {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`)
    appendFileSync(path.join(this.folder, 'postgresql.auto.conf'), lines.join(''))
  }

  async start(): Promise<void> {
    const place = { folder: this.folder, socketFolder: this.#socketFolder }
    this.pid = (await launch(this.#identity, place, false)).pid
  }

  /** The portal's database and owner, as an operator makes them. */
  async prepare(): Promise<void> {
    await ensureOwner(this.#url(ADMIN, this.#keys.admin, 'postgres'), this.#keys.owner)
    await ensureAppRole(this.ownerUrl, this.#keys.app)
  }

  get adminUrl(): string {
    return this.#url(ADMIN, this.#keys.admin, DATABASE_NAME)
  }

  get ownerUrl(): string {
    return this.#url(OWNER_ROLE, this.#keys.owner, DATABASE_NAME)
  }

  get appUrl(): string {
    return this.#url(APP_ROLE, this.#keys.app, DATABASE_NAME)
  }

  /** For replication: where another server finds this one. */
  get connectionInfo(): string {
    return `host=${this.#socketFolder} user=${ADMIN} password=${this.#keys.admin}`
  }

  get socket(): string {
    return path.join(this.#socketFolder, '.s.PGSQL.5432')
  }

  ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return withConnection(inDatabase(this.adminUrl, DATABASE_NAME), async (admin) => {
      const { rows } = await admin.query(sql, values)
      return rows as Row[]
    })
  }

  /** `pg_ctl stop -m fast`, `-m immediate`, and `kill -9` of the postmaster. */
  async end(how: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    if (isServerOn(this.pid, this.folder)) process.kill(this.pid, how)
    while (isServerOn(this.pid, this.folder) || this.#processes().length > 0) await wait(10)
  }

  isRunning(): boolean {
    return findRunning(this.folder) !== undefined
  }

  /** Every process of the server stands still while `work` runs: what the disk holds then is what a crash would leave. */
  async frozen<T>(work: () => T): Promise<T> {
    const processes = this.processes()
    for (const pid of processes) process.kill(pid, 'SIGSTOP')
    try {
      while (processes.some((pid) => stateOf(pid) !== 'T')) await wait(1)
      return work()
    } finally {
      for (const pid of processes.toReversed()) process.kill(pid, 'SIGCONT')
    }
  }

  /** The postmaster, and those that it started. */
  processes(): number[] {
    return [this.pid, ...this.#processes()]
  }

  #processes(): number[] {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && parentOf(pid) === this.pid && stateOf(pid) !== 'Z')
  }

  #url(user: string, password: string, database: string): string {
    const url = connectionUrl({ host: this.#socketFolder, user, password, database })
    return asRole(url, user, password)
  }
}

/** What stands between `DATABASE_URL` and the server of the day: a name that is moved to another server. */
export class DatabaseAddress {
  #target: string
  readonly #server: Server

  static async of(server: PostgresServer): Promise<DatabaseAddress> {
    const address = new DatabaseAddress(server)
    await new Promise<void>((open) => address.#server.listen(0, '127.0.0.1', open))
    return address
  }

  private constructor({ socket }: PostgresServer) {
    this.#target = socket
    this.#server = createServer((near) => {
      const far = connect(this.#target)
      near.pipe(far).pipe(near)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => other.destroy()).on('close', () => other.destroy())
      }
    })
  }

  moveTo({ socket }: PostgresServer): void {
    this.#target = socket
  }

  /** The same role and database, through this address. */
  urlOf(direct: string): string {
    const url = new URL(direct)
    const address = this.#server.address()
    url.search = ''
    url.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    return url.href
  }

  close(): void {
    this.#server.close()
  }
}

const stateOf = (pid: number) => statOf(pid)[0]
const parentOf = (pid: number) => Number(statOf(pid)[1])

/** What follows the name, which may hold spaces, in `/proc/…/stat`. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
