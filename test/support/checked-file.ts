import type { EmployedActor } from '../../src/actors/actor.ts'
import { refuse } from '../../src/actors/refusal.ts'
import type { AppContext } from '../../src/context.ts'
import { runCheck } from '../../src/declarations/check-content.ts'

export interface FileToCheck {
  readonly category: string
  readonly quarter: string
  readonly content: { readonly name: string; readonly bytes: Uint8Array }
}

/** Checks a file for one period as the portal does once it has arrived, without its deposit; gives the declaration. */
export async function checkFile(
  app: AppContext,
  actor: EmployedActor,
  { category, quarter, content: { name, bytes } }: FileToCheck,
): Promise<string> {
  const content = { name, size: bytes.length, sha256: await app.files.put(bytes) }
  const task = { actor, category, quarter, content, madeBy: 'file', depositId: null } as const
  return (await runCheck(app, task)) ?? refuse('web.not_found')
}
