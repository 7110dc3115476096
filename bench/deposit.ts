import { setTimeout as wait } from 'node:timers/promises'
import type { Company } from '../test/chaos/arrange.ts'
import type { Program } from '../test/chaos/program.ts'
import { type Begun, PartSender, sha256Of } from '../test/support/depositing.ts'
import { Visitor } from '../test/support/visitor.ts'

const kilobyte = 1024
/** As `public/enhance/parts.js` begins, and where it stays on a quick line. */
const [firstPart, largestPart] = [256 * kilobyte, 1024 * kilobyte]
/** Short beside what is measured. */
const lookMs = 20

/** Somebody of a company, signed in with a browser of their own. */
export async function declarantOf({ declarants }: Company, program: Program): Promise<Visitor> {
  const visitor = new Visitor((request) => fetch(request), program.url)
  const [declarant] = declarants
  if (!declarant) throw new Error('nobody declares for this company')
  const door = '/connexion/teledeclaration'
  const { login, password } = declarant
  await visitor.submit(await visitor.get(door), { login, password }, door)
  return visitor
}

export interface Deposited {
  /** Until all of the file was there. */
  readonly arrivedIn: number
  /** Until it was checked and kept, and its page could be shown. */
  readonly checkedIn: number
}

/** Sends a file as the page's script does, part after part, and waits until it is checked; times in seconds. */
export async function deposit(
  visitor: Visitor,
  bytes: Uint8Array,
  period: { readonly category: string; readonly quarter: string },
): Promise<Deposited> {
  const sender = await PartSender.on(visitor, period)
  const sha256 = sha256Of(bytes)
  const began = performance.now()
  const since = () => (performance.now() - began) / 1000
  const file = { nom: 'declaration.txt', taille: String(bytes.length), date: sha256.slice(0, 20) }
  const answer = await sender.begin(file, period)
  if (answer.status !== 200) throw new Error(`the deposit was answered ${answer.status}`)
  const begun = JSON.parse(answer.body) as Begun
  let size = firstPart
  for (let from = 0; from < bytes.length; from += size) {
    if (from > 0) size = Math.min(largestPart, size * 2)
    const taken = await sender.part(begun, from, bytes.subarray(from, from + size))
    if (taken.status !== 200) throw new Error(`a part was answered ${taken.status}`)
  }
  const arrivedIn = since()
  const { status, text } = await sender.finish(begun, sha256)
  if (status !== 303) throw new Error(`the end was answered ${status}: ${text}`)
  while ((await stateOf(visitor, begun)) !== 'checked') await wait(lookMs)
  return { arrivedIn, checkedIn: since() }
}

async function stateOf(visitor: Visitor, { state }: Begun): Promise<string> {
  const answer = JSON.parse((await visitor.get(state)).body) as { readonly state: string }
  if (answer.state === 'refused') throw new Error('the file was refused')
  return answer.state
}
