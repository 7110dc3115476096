import { setImmediate as rest } from 'node:timers/promises'
import type { ByteSource } from './checking/byte-source.ts'
import type { CheckContext } from './checking/check-context.ts'
import { checkBySteps, type Origin } from './checking/check-declaration.ts'
import type { Finding } from './checking/finding.ts'

interface Content {
  readonly source: ByteSource
  readonly context: CheckContext
  readonly origin: Origin
}

/** What the check says of a content that is asked for, with rests: requests are answered meanwhile. */
export async function findingsIn(
  { source, context, origin }: Content,
  isAsked: (found: Finding) => boolean,
): Promise<readonly Finding[]> {
  const asked: Finding[] = []
  const sink = {
    line: () => undefined,
    finding: (found: Finding) => (isAsked(found) ? asked.push(found) : undefined),
  }
  const steps = checkBySteps(source, context, sink, origin)
  while (!steps.next().done) await rest()
  return asked
}
