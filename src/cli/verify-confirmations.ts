import { decideConfig, readEnvironment } from '../config.ts'
import { type StatementBreak, verifyStatements } from '../access/verify-statements.ts'
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
    const agreed = await verifyStatements(db)
    const wrong = breaks.length + agreed.breaks.length
    const verdict = wrong === 0 ? 'all hold' : `${wrong} do not hold`
    process.stdout.write(
      `${confirmations} confirmations, ${byPasskey} by passkey; ${agreed.statements} agreements by passkey: ${verdict}.\n`,
    )
    for (const broken of breaks) process.stdout.write(`  ${sentence(broken)}\n`)
    for (const broken of agreed.breaks) process.stdout.write(`  ${agreementSentence(broken)}\n`)
    return wrong === 0 ? 0 : 1
  } finally {
    await closing.all()
  }
}

const sentences: Readonly<Record<ConfirmationBreak['what'], string>> = {
  wording: 'it is not of the wording that is kept',
  trail: 'the trail does not tell of it',
  assertion: 'what the passkey signed is missing',
  signature: 'the passkey did not sign it',
  key: 'the trail does not tell that this person added this key',
}

function sentence({ reference, revision, confirmedAt, what }: ConfirmationBreak): string {
  return `${reference}, revision ${revision}, ${confirmedAt.toISOString()}: ${sentences[what]}`
}

function agreementSentence({ employerId, signedAt, what }: StatementBreak): string {
  const whose = employerId === null ? 'agreement of the agency' : `agreement of ${employerId}`
  return `${whose}, ${signedAt.toISOString()}: ${sentences[what]}`
}
