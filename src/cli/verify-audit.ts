import { type AuditBreak, verifyAudit } from '../audit/verify-audit.ts'
import { decideConfig, readEnvironment } from '../config.ts'
import { withConnection } from '../platform/db/connection.ts'
import type { Given } from './command.ts'
import { Closing, openExisting } from './platform.ts'

export async function runVerifyAudit({ env }: Given): Promise<number> {
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const { ownerUrl } = await openExisting(config, closing)
    const { chains, events, breaks } = await withConnection(ownerUrl, verifyAudit)
    const verdict = breaks.length === 0 ? 'the trail is whole' : 'the trail was tampered with'
    process.stdout.write(`${events} events in ${chains} chains: ${verdict}.\n`)
    for (const broken of breaks) process.stdout.write(`  ${sentence(broken)}\n`)
    return breaks.length === 0 ? 0 : 1
  } finally {
    await closing.all()
  }
}

function sentence({ chain, sequence, what }: AuditBreak): string {
  const sentences = {
    missing: `event ${sequence} is missing`,
    changed: `event ${sequence} is not what was written`,
    cut_short: `event ${sequence} and what followed is missing, or the head of the chain was changed`,
  }
  return `${chain === 'fund' ? 'the fund' : `employer ${chain}`}: ${sentences[what]}`
}
