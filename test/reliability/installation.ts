import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Backstage } from '../chaos/backstage.ts'
import type { Served } from '../chaos/client.ts'
import { Balancer } from './balancer.ts'
import { PortalNode } from './portal-node.ts'
import { DatabaseAddress, PostgresServer } from './postgres-server.ts'
import { PostOffice } from './post-office.ts'

export interface InstallationOptions {
  readonly nodes?: number
  readonly database?: Readonly<Record<string, string | number>>
  /** Where PostgreSQL's folder is made; in the installation's own unless told. */
  readonly databaseFolder?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

/** What an operator installs: a PostgreSQL, a mail server, one data folder, nodes of the real program, and what balances them. */
export class Installation implements Served {
  readonly folder: string
  readonly dataFolder: string
  readonly database: PostgresServer
  readonly address: DatabaseAddress
  readonly post: PostOffice
  readonly balancer: Balancer
  readonly nodes: readonly PortalNode[]
  over = false

  static async open(options: InstallationOptions = {}): Promise<Installation> {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-installation-'))
    const dataFolder = path.join(folder, 'data')
    const database = await PostgresServer.on(
      options.databaseFolder ?? path.join(folder, 'postgres'),
      dataFolder,
      options.database,
    )
    await database.prepare()
    const parts = {
      folder,
      dataFolder,
      database,
      address: await DatabaseAddress.of(database),
      post: await PostOffice.open(),
      balancer: await Balancer.open(),
    }
    const installation = new Installation(parts, await ports(options.nodes ?? 1), options)
    try {
      for (const node of installation.nodes) await node.start()
    } catch (error) {
      await installation.close()
      throw error
    }
    return installation
  }

  private constructor(
    parts: Omit<Parts, 'nodes'>,
    nodePorts: readonly number[],
    { environment, args = [] }: InstallationOptions,
  ) {
    this.folder = parts.folder
    this.dataFolder = parts.dataFolder
    this.database = parts.database
    this.address = parts.address
    this.post = parts.post
    this.balancer = parts.balancer
    this.nodes = nodePorts.map(
      (port) => new PortalNode(port, { ...this.environment(), ...environment }, { args }),
    )
    this.balancer.nodes = this.nodes.map(({ url }) => url)
  }

  /** What every node is told. */
  environment(): NodeJS.ProcessEnv {
    return {
      HOST: '127.0.0.1',
      GUICHET_DATA: this.dataFolder,
      GUICHET_URL: this.url,
      DATABASE_URL: this.address.urlOf(this.database.ownerUrl),
      SMTP_URL: this.post.url,
      GUICHET_PROXIES: '127.0.0.1,::1',
      GUICHET_FUND_RIB: '007780000000000000002197',
      GUICHET_LOG: 'warn',
    }
  }

  get url(): string {
    return this.balancer.url
  }

  get backstage(): Pick<Backstage, 'adminUrl'> {
    return { adminUrl: this.database.adminUrl }
  }

  /** Until a page is answered by whichever node. */
  async ready(): Promise<void> {
    while (!this.over && !(await this.answers())) await wait(50)
  }

  answers(): Promise<boolean> {
    return fetch(`${this.url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  }

  async close(): Promise<void> {
    this.over = true
    await Promise.all(this.nodes.map((node) => node.end('SIGKILL')))
    this.balancer.close()
    this.address.close()
    await this.post.close()
    await this.database.end('SIGQUIT')
    rmSync(this.folder, { recursive: true, force: true })
  }
}

type Parts = Pick<
  Installation,
  'folder' | 'dataFolder' | 'database' | 'address' | 'post' | 'balancer' | 'nodes'
>

/** Free at this moment, all at once. */
export async function ports(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer())
  const found = await Promise.all(
    probes.map(
      (probe) =>
        new Promise<number>((resolve) => {
          probe.listen(0, '127.0.0.1', () => {
            const address = probe.address()
            resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
          })
        }),
    ),
  )
  for (const probe of probes) await new Promise((closed) => probe.close(closed))
  return found
}
