import { decideConfig, readEnvironment } from '../config.ts'
import { type ConfirmationBreak, verifyConfirmations } from '../payments/verify-confirmations.ts'
import { openDatabase } from '../platform/db/database.ts'
import type { Given } from './command.ts'
import { Closing, openExisting } from './platform.ts'

export async function runVerifyConfirmations({ env }: Given): Promise<number> {
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const { appUrl } = await openExisting(config, closing)
    const db = openDatabase({ connectionString: appUrl })
    closing.add(() => db.close())
    const { confirmations, byPasskey, breaks } = await verifyConfirmations(db)
    const verdict = breaks.length === 0 ? 'all hold' : `${breaks.length} do not hold`
    process.stdout.write(`${confirmations} confirmations, ${byPasskey} by passkey: ${verdict}.\n`)
    for (const broken of breaks) process.stdout.write(`  ${sentence(broken)}\n`)
    return breaks.length === 0 ? 0 : 1
  } finally {
    await closing.all()
  }
}

function sentence({ reference, revision, confirmedAt, what }: ConfirmationBreak): string {
  const sentences: Readonly<Record<ConfirmationBreak['what'], string>> = {
    wording: 'it is not of the wording that is kept',
    trail: 'the trail does not tell of it',
    assertion: 'what the passkey signed is missing',
    signature: 'the passkey did not sign it',
    key: 'the trail does not tell that this person added this key',
  }
  return `${reference}, revision ${revision}, ${confirmedAt.toISOString()}: ${sentences[what]}`
}
