import { setImmediate as rest } from 'node:timers/promises'
import type { CheckContext } from './checking/check-context.ts'
import { checkBySteps } from './checking/check-declaration.ts'
import type { Finding } from './checking/finding.ts'

/** What the check says of a content, with rests: requests are answered meanwhile. */
export async function findingsIn(
  bytes: Uint8Array,
  context: CheckContext,
): Promise<readonly Finding[]> {
  const found: Finding[] = []
  const steps = checkBySteps(bytes, context, {
    line: () => undefined,
    finding: (one) => found.push(one),
  })
  while (!steps.next().done) await rest()
  return found
}
