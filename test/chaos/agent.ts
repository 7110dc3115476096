import { setTimeout as wait } from 'node:timers/promises'
import { checks } from '../../src/agency/checklist.ts'
import type { DemoAccount } from '../../src/demo/accounts.ts'
import type { Screen } from '../support/visitor.ts'
import type { Desk, WaitingFile } from './applicant.ts'
import type { Client } from './client.ts'
import { signInAt } from './doors.ts'
import type { Journal } from './journal.ts'

export interface AgentAtWork {
  readonly client: Client
  readonly journal: Journal
  readonly desk: Desk
  readonly account: DemoAccount
}

/** An agent takes the next file, opens its scan, goes through the checks and accepts (product P5, G2, G3). */
export async function decideOne({ client, journal, desk, account }: AgentAtWork): Promise<void> {
  const by = account.identifier
  const path = '/agence/connexion'
  const fields = { login: by, password: account.password }
  if (!(await signInAt(client, journal, { path, fields, totpSecret: account.totpSecret }))) {
    await wait(2_000)
    return
  }
  const index = desk.waiting.findIndex(({ acceptedBy }) => acceptedBy !== by)
  const [file] = index < 0 ? [] : desk.waiting.splice(index, 1)
  if (!file) {
    await wait(50)
    return
  }
  try {
    await decide({ client, journal, desk, account }, file)
  } catch (error) {
    // Taken by the other agent at that instant, or the connection was cut: nobody forgets a file.
    desk.waiting.push(file)
    throw error
  }
}

async function decide(
  { client, journal, desk, account }: AgentAtWork,
  file: WaitingFile,
): Promise<void> {
  const by = account.identifier
  const { reference } = file
  const giveBack = () => void desk.waiting.push(file)
  const counter = await client.page('/agence/guichet')
  const found = await client.effect(
    () => client.visitor.submit(counter, { code: reference }, '/agence/guichet'),
    /^\/agence\/dossiers\//,
  )
  if (found === null) return giveBack()
  const screen = await takeInHand(client, found)
  if (screen === null) return giveBack()
  if (screen.taken) journal.acknowledge({ what: 'taken', reference, by })
  const proof = screen.page.document
    .querySelector('a[href*="/justificatifs/"]')
    ?.getAttribute('href')
  // Decided meanwhile, by an answer that never reached its agent.
  if (!proof || !canAccept(screen.page)) return
  await client.page(proof)
  journal.acknowledge({ what: 'viewed', reference, by })
  const shown = await client.page(found)
  if (!canAccept(shown)) return
  const decided = await client.effect(
    () => client.visitor.submit(shown, { controles: [...checks] }, `${found}/decision`),
    /^\/agence/,
  )
  if (decided === null) return void desk.waiting.push({ ...file, acceptedBy: by })
  journal.acknowledge({ what: 'accepted', reference, by })
  // Two agents: the file stays on the desk for the other one, who cannot be the same.
  if (decided === found) desk.waiting.push({ ...file, acceptedBy: by })
  else desk.inForce.push(file.number)
}

async function takeInHand(
  client: Client,
  found: string,
): Promise<{ page: Screen; taken: boolean } | null> {
  const page = await client.page(found)
  const isFree = page.document.querySelector('input[name="geste"][value="prendre"]') !== null
  if (!isFree) return { page, taken: false }
  const to = await client.effect(
    () => client.visitor.submit(page, {}, `${found}/prendre`),
    /^\/agence\/dossiers\//,
  )
  return to === null ? null : { page: await client.page(found), taken: true }
}

function canAccept(page: Screen): boolean {
  return page.document.querySelector('input[name="decision"][value="accept"]') !== null
}
