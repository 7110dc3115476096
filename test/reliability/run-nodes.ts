import { setTimeout as wait } from 'node:timers/promises'
import { decideConfig } from '../../src/config.ts'
import { createContext } from '../../src/context.ts'
import { type DemoAccount, insertAgent } from '../../src/demo/accounts.ts'
import { arrange, type Cast } from '../chaos/arrange.ts'
import { forgetLimits, settle } from '../chaos/backstage.ts'
import { Journal } from '../chaos/journal.ts'
import { judgeWhatIsLeft, type Verdict } from '../chaos/judge.ts'
import { play } from '../chaos/play.ts'
import { type Random, seeded } from '../chaos/random.ts'
import { type Blow, blows } from './blows.ts'
import { Installation } from './installation.ts'

export interface NodesPlan {
  readonly seed: number
  /** How many of them, one kind after the other. */
  readonly blows: number
  readonly kinds?: readonly Blow[]
  readonly report?: (sentence: string) => void
}

export interface NodesOutcome extends Verdict {
  readonly acknowledged: number
  /** How many blows of each kind there were. */
  readonly struck: Readonly<Partial<Record<Blow, number>>>
  /** From a blow to the next answered page, the slowest of each kind. */
  readonly slowestMs: Readonly<Partial<Record<Blow, number>>>
  readonly mails: number
  /** Mails that arrived twice: the same words under the same `Message-ID`. */
  readonly mailsTwice: number
  /** Those that said something else the second time, another link above all. */
  readonly mailsThatDiffer: number
  /** Requests under way that broke off, by the kind of blow. */
  readonly brokenOff: Readonly<Partial<Record<Blow, number>>>
  readonly surprises: ReadonlyMap<string, number>
}

const quiet = () => undefined

/** So many things are acknowledged before each blow. */
const toldBetween = 5

/** Two nodes on one database under load, struck again and again; what was acknowledged is there once, whatever was struck. */
export async function runNodes(plan: NodesPlan): Promise<NodesOutcome> {
  const installation = await Installation.open({ nodes: 2 })
  const journal = new Journal()
  try {
    const random = seeded(plan.seed)
    const cast = await openStage(installation, 30 + plan.blows * 12)
    const clients = play(installation, journal, cast, { random, only: undefined })
    const told = await strike(installation, random, { ...plan, journal })
    await settle(installation.backstage)
    installation.over = true
    await clients
    await settle(installation.backstage)
    const verdict = await judgeInstallation(installation, journal)
    const { surprises, entries } = journal
    const mails = countMails(installation)
    return { ...verdict, ...told, ...mails, surprises, acknowledged: entries.length }
  } finally {
    await installation.close()
  }
}

/** Companies, people who pay, and two agents. */
export async function openStage(
  { database, dataFolder }: Installation,
  companies: number,
): Promise<Cast> {
  const arranged = await arrange(database.appUrl, dataFolder, companies)
  const app = await createContext(decideConfig({ GUICHET_DATA: dataFolder }, 'demonstration'), {
    app: database.appUrl,
  })
  try {
    const agents = await app.db.transaction({ as: 'system' }, async (tx) => {
      const made: DemoAccount[] = []
      for (const login of ['guichet.un', 'guichet.deux']) {
        const person = { firstName: 'Amal', lastName: login, cin: `AG${made.length}77`, login }
        const secrets = await insertAgent(app, tx, {
          ...person,
          jobTitle: 'Agent',
          role: 'agent',
        })
        made.push({ role: 'agent', signInUrl: '', identifier: login, ...secrets })
      }
      return made
    })
    return { ...arranged, agents }
  } finally {
    await app.close()
  }
}

async function strike(
  installation: Installation,
  random: Random,
  {
    blows: count,
    kinds = Object.keys(blows) as Blow[],
    report = quiet,
    journal,
  }: NodesPlan & { readonly journal: Journal },
) {
  const struck: Partial<Record<Blow, number>> = {}
  const slowestMs: Partial<Record<Blow, number>> = {}
  const brokenOff: Partial<Record<Blow, number>> = {}
  for (let index = 0; index < count; index += 1) {
    const kind = kinds[index % kinds.length] ?? 'node'
    await Promise.all([wait(random.between(600, 2_500)), journal.grownBy(toldBetween)])
    await forgetLimits(installation.backstage)
    const before = installation.balancer.brokenOff
    const backMs = await blows[kind](installation, random)
    struck[kind] = (struck[kind] ?? 0) + 1
    slowestMs[kind] = Math.max(slowestMs[kind] ?? 0, Math.round(backMs))
    brokenOff[kind] = (brokenOff[kind] ?? 0) + installation.balancer.brokenOff - before
    report(`${index + 1} of ${count}: ${kind}, back in ${Math.round(backMs)} ms`)
  }
  return { struck, slowestMs, brokenOff }
}

/** The same judgement as after `npm run chaos`, on what the mail server received. */
export function judgeInstallation(
  { database, dataFolder, post }: Pick<Installation, 'database' | 'dataFolder' | 'post'>,
  journal: Journal,
): Promise<Verdict> {
  const { ownerUrl, appUrl, adminUrl } = database
  const mails = new Set(post.arrived.map(({ id }) => id))
  return judgeWhatIsLeft(
    { ownerUrl, appUrl, adminUrl, files: `${dataFolder}/files`, mails },
    journal,
  )
}

function countMails({ post }: Installation) {
  const words = new Map<string, Set<string>>()
  for (const { id, text } of post.arrived) {
    words.set(id, (words.get(id) ?? new Set()).add(withoutBoundaries(text)))
  }
  return {
    mails: words.size,
    mailsTwice: post.arrived.length - words.size,
    mailsThatDiffer: [...words.values()].filter((texts) => texts.size > 1).length,
  }
}

/** The words between the parts of a mail are drawn anew each time it is written. */
function withoutBoundaries(text: string): string {
  return text.replaceAll(/--_NmP-[\w-]+/g, '')
}
