import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AgentActor } from '../../src/actors/actor.ts'
import { askForTakeout } from '../../src/agency/takeout/ask-for-takeout.ts'
import { collectTakeout } from '../../src/agency/takeout/collect-takeout.ts'
import { takenTables } from '../../src/agency/takeout/store/contents.ts'
import { paths } from '../../src/web/paths.ts'
import { aWholeCompany, type WholeCompany } from '../attacks/whole-company.ts'
import { anAgent, goodPassword, signedIn, type TestPerson } from './factories.ts'
import { agentActor } from './letters.ts'
import { openSite, type TestSite } from './site.ts'
import type { Visitor } from './visitor.ts'

/** What a supervisor types to agree. */
export const agreeing = { decision: 'accepter', password: goodPassword }

/** A company with one of everything, and two supervisors for its archive. */
export class Takeouts {
  readonly site: TestSite
  readonly company: WholeCompany
  readonly asker: TestPerson
  readonly #second: TestPerson
  readonly #folders: string[] = []

  private constructor(setting: {
    site: TestSite
    company: WholeCompany
    asker: TestPerson
    second: TestPerson
  }) {
    this.site = setting.site
    this.company = setting.company
    this.asker = setting.asker
    this.#second = setting.second
  }

  static async open(): Promise<Takeouts> {
    const site = await openSite()
    const company = await aWholeCompany(site, '001526374000089')
    await fillIn(site)
    const names = { firstName: 'Driss', lastName: 'Alaoui' }
    const asker = await anAgent(site, { role: 'supervisor', ...names })
    const second = await anAgent(site, { role: 'supervisor', lastName: 'Zniber' })
    return new Takeouts({ site, company, asker, second })
  }

  async close(): Promise<void> {
    await this.site.close()
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true })
  }

  get actor(): AgentActor {
    return agentActor(this.asker, 'supervisor')
  }

  /** Who asks, and who agrees, each signed in anew. */
  first(): Promise<Visitor> {
    return signedIn(this.site, this.asker)
  }

  second(): Promise<Visitor> {
    return signedIn(this.site, this.#second)
  }

  /** A request that waits; one that waited before is withdrawn. */
  async asked(reason = 'Demande écrite du 12 mars'): Promise<string> {
    await this.withdraw()
    return askForTakeout(this.site.app, this.actor, {
      employerId: this.company.employer.id,
      reason,
    })
  }

  async withdraw(): Promise<void> {
    await this.site.database.ownerQuery(
      `update takeouts set state = 'withdrawn', decided_by = asked_by, decided_at = asked_at where state = 'waiting'`,
    )
  }

  async agreedTo(): Promise<string> {
    const id = await this.asked()
    const second = await this.second()
    const screen = await second.get(paths.agency.takeout({ id }))
    await second.submit(screen, agreeing, paths.agency.decideTakeout({ id }))
    return id
  }

  /** The archive of the company, unpacked. */
  async takenOut(): Promise<string> {
    const id = await this.agreedTo()
    const { body, end } = await collectTakeout(this.site.app, this.actor, id)
    const archive = new Uint8Array(await new Response(body).arrayBuffer())
    end()
    return this.unpacked(archive)
  }

  /** By the system's own program: what it takes, everybody's takes. */
  unpacked(archive: Uint8Array): string {
    const place = this.newFolder()
    writeFileSync(path.join(place, 'a.zip'), archive)
    execFileSync('unzip', ['-q', 'a.zip', '-d', 'a'], { cwd: place })
    return path.join(place, 'a')
  }

  newFolder(): string {
    const place = mkdtempSync(path.join(tmpdir(), 'guichet-takeout-'))
    this.#folders.push(place)
    return place
  }

  /** What the trail says of the last archive of the company. */
  async told(): Promise<string[]> {
    const rows = await this.site.database.ownerQuery<{ action: string }>(
      `select action from audit_events where employer_id = $1 and action ~ 'taken_out|takeout_(begun|failed)'
      order by sequence desc limit 2`,
      [this.company.employer.id],
    )
    return rows.map(({ action }) => action).toReversed()
  }

  leftInData(): string[] {
    return readdirSync(this.site.app.config.dataFolder, { recursive: true })
      .map(String)
      .filter((name) => /takeout|incoming./.test(name))
  }
}

/** Files that were only said to be there, and identities that were only said to be sealed. */
async function fillIn(site: TestSite): Promise<void> {
  const kept = await site.app.files.put(Buffer.from('%PDF-1.7 the minutes of a meeting'))
  await site.database.ownerQuery(
    `update files set sha256 = $1, media_type = 'application/pdf' where sha256 = decode(repeat('00', 32), 'hex')`,
    [kept],
  )
  for (const [table, { opened = {} }] of takenTables)
    for (const column of Object.keys(opened))
      await site.database.ownerQuery(
        `update "${table}" set "${column}" = $1 where length("${column}") < 29`,
        [site.app.keyring.seal('BE123456')],
      )
}

export function rowsOf(folder: string, table: string): Record<string, unknown>[] {
  return JSON.parse(readFileSync(path.join(folder, 'tables', `${table}.json`), 'utf8'))
}

/** As the trail of the company has it, for its first archive. */
export async function fingerprintTold({ site, company }: Takeouts): Promise<string> {
  const [told] = await site.database.ownerQuery<{ fingerprint: string }>(
    `select details->>'fingerprint' as fingerprint from audit_events
    where action = 'employer.taken_out' and employer_id = $1 order by sequence limit 1`,
    [company.employer.id],
  )
  return told?.fingerprint ?? ''
}
