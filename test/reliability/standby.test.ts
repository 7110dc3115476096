import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { withConnection } from '../../src/platform/db/connection.ts'
import type { Cast } from '../chaos/arrange.ts'
import { settle } from '../chaos/backstage.ts'
import { Journal } from '../chaos/journal.ts'
import { play } from '../chaos/play.ts'
import { seeded } from '../chaos/random.ts'
import { Installation, ports } from './installation.ts'
import { People } from './people.ts'
import { PortalNode } from './portal-node.ts'
import { copyAtWork } from './copy-at-work.ts'
import { PostgresServer } from './postgres-server.ts'
import { judgeInstallation, openStage } from './run-nodes.ts'

/** The guide's own. */
const archiveCommand = (archive: string) => {
  const guide = readFileSync(path.join(findProjectRoot(), 'docs/operations/run.md'), 'utf8')
  const [, command = ''] = /archive_command = '([^']+)'/.exec(guide) ?? []
  return command.replaceAll('/archive/', `${archive}/`)
}

const soon = { timeout: 120_000, interval: 100 }

let installation: Installation
let standby: PostgresServer | undefined
let archive: string
let cast: Cast
beforeAll(async () => {
  installation = await Installation.open({
    nodes: 2,
    database: { wal_level: 'replica', archive_mode: 'on', max_wal_senders: 5 },
  })
  archive = path.join(installation.folder, 'archive')
  mkdirSync(archive)
  const { database } = installation
  await database.ask(`alter system set archive_command = '${archiveCommand(archive)}'`)
  await database.ask('select pg_reload_conf()')
  cast = await openStage(installation, 40)
})
afterAll(async () => {
  await standby?.end('SIGQUIT')
  await installation.close()
})

/** A base copy as PostgreSQL asks for it, which `pg_basebackup` makes too; the server goes on meanwhile. */
async function copyBase(to: string): Promise<void> {
  const { database } = installation
  await withConnection(database.adminUrl, async (admin) => {
    await admin.query(`select pg_backup_start('copy', true)`)
    copyAtWork(database.folder, to, [
      'postmaster.pid',
      'postmaster.opts',
      'pg_wal',
      'pg_replslot',
      'pg_internal.init',
    ])
    for (const folder of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot'])
      mkdirSync(path.join(to, folder), { recursive: true, mode: 0o700 })
    const { rows } = await admin.query<{ label: string }>(
      'select labelfile as label from pg_backup_stop()',
    )
    writeFileSync(path.join(to, 'backup_label'), rows[0]?.label ?? '')
  })
}

describe('the server’s own archive', () => {
  it('takes again what it has already, as after a failover, and nothing else under the same name', () => {
    const place = path.join(installation.folder, 'tried')
    mkdirSync(place)
    const log = path.join(installation.folder, 'log')
    const send = (content: string) => {
      writeFileSync(log, content)
      const command = archiveCommand(place).replaceAll('%p', log).replaceAll('%f', '0000000A')
      return spawnSync('sh', ['-c', command]).status
    }
    // What a copy that was cut off has left.
    writeFileSync(path.join(place, '0000000A.part'), 'fir')
    expect(send('first')).toBe(0)
    expect(send('first')).toBe(0)
    expect(send('other')).not.toBe(0)
    expect(readdirSync(place)).toEqual(['0000000A'])
    expect(readFileSync(path.join(place, '0000000A'), 'utf8')).toBe('first')
  })

  it('RE31: brings back what there was at a chosen second: what came before, and nothing of what came after', async () => {
    const { database, dataFolder, folder } = installation
    const [company] = cast.companies
    if (!company) throw new Error('no company was arranged')
    const people = new People(installation, company)
    const to = path.join(folder, 'recovered')
    await copyBase(to)
    expect(await people.invite()).toBe(true)
    const [chosen] = await database.ask<{ at: string }>('select clock_timestamp()::text as at')
    await wait(1_100)
    expect(await people.invite()).toBe(true)
    const [log] = await database.ask<{ last: string }>(
      'select pg_walfile_name(pg_switch_wal()) as last',
    )
    const [before, after] = people.journal.of('user').map(({ login }) => login)
    // A file that is still being copied there is none yet.
    await expect
      .poll(
        () =>
          database.ask('select from pg_stat_archiver where last_archived_wal >= $1', [log?.last]),
        soon,
      )
      .toHaveLength(1)
    writeFileSync(path.join(to, 'recovery.signal'), '')
    const recovered = await PostgresServer.on(to, dataFolder, {
      archive_mode: 'off',
      restore_command: `cp ${archive}/%f %p`,
      recovery_target_time: chosen?.at ?? '',
      recovery_target_action: 'promote',
    })
    try {
      await expect
        .poll(() => recovered.ask('select pg_is_in_recovery() as still'), soon)
        .toEqual([{ still: false }])
      const there = await recovered.ask<{ login: string }>('select login from profiles')
      const logins = there.map(({ login }) => login)
      expect(logins).toContain(before)
      expect(logins).not.toContain(after)
      const [port = 0] = await ports(1)
      const node = new PortalNode(port, {
        ...installation.environment(),
        DATABASE_URL: recovered.ownerUrl,
      })
      await node.start()
      expect(await node.end('SIGTERM')).toBe(0)
    } finally {
      await recovered.end('SIGQUIT')
      rmSync(to, { recursive: true, force: true })
    }
  }, 600_000)
})

describe('a standby that acknowledges with its primary', () => {
  it('RE31: is promoted when the primary dies under load; the address moves, and nothing acknowledged is lost', async () => {
    const { database, dataFolder, folder, address, post } = installation
    const journal = new Journal()
    const to = path.join(folder, 'standby')
    await copyBase(to)
    writeFileSync(path.join(to, 'standby.signal'), '')
    standby = await PostgresServer.on(to, dataFolder, {
      archive_mode: 'off',
      primary_conninfo: `${database.connectionInfo} application_name=second`,
      restore_command: `cp ${archive}/%f %p`,
    })
    await database.ask(`alter system set synchronous_standby_names = 'FIRST 1 (second)'`)
    await database.ask('select pg_reload_conf()')
    await expect
      .poll(() => database.ask('select sync_state from pg_stat_replication'), soon)
      .toEqual([{ sync_state: 'sync' }])
    const clients = play(installation, journal, cast, { random: seeded(3), only: undefined })
    await journal.grownBy(30)
    await database.end('SIGKILL')
    const began = performance.now()
    await standby.ask('select pg_promote()')
    address.moveTo(standby)
    await installation.ready()
    const backMs = performance.now() - began
    await journal.grownBy(10)
    await settle({ adminUrl: standby.adminUrl })
    installation.over = true
    await clients
    await settle({ adminUrl: standby.adminUrl })
    const { complaints, lost } = await judgeInstallation(
      { post, dataFolder, database: standby },
      journal,
    )
    expect({ complaints, lost }).toEqual({ complaints: [], lost: 0 })
    expect(backMs).toBeLessThan(30_000)
    expect(installation.nodes.every((node) => node.isRunning())).toBe(true)
  }, 600_000)
})
