import { decideConfig, readEnvironment } from '../config.ts'
import { findUnpostedDeclarations } from '../declarations/store/posted-declarations.ts'
import { verifyLedgers } from '../ledger/check-ledgers.ts'
import type { LedgerBreak } from '../ledger/rebuild-ledger.ts'
import { openDatabase } from '../platform/db/database.ts'
import type { Given } from './command.ts'
import { Closing, openExisting } from './platform.ts'

export async function runVerifyLedger({ env }: Given): Promise<number> {
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const { appUrl } = await openExisting(config, closing)
    const db = openDatabase({ connectionString: appUrl })
    closing.add(() => db.close())
    const { ledgers, entries, breaks } = await verifyLedgers(db, [findUnpostedDeclarations])
    const verdict = breaks.length === 0 ? 'every account holds' : 'accounts do not hold'
    process.stdout.write(`${entries} entries in ${ledgers} ledgers: ${verdict}.\n`)
    for (const broken of breaks) process.stdout.write(`  ${sentence(broken)}\n`)
    return breaks.length === 0 ? 0 : 1
  } finally {
    await closing.all()
  }
}

function sentence({ employerId, number, what, expected, found }: LedgerBreak): string {
  const sentences: Readonly<Record<LedgerBreak['what'], string>> = {
    missing: `entry ${number} is missing`,
    changed: `entry ${number} is not what was written`,
    not_from_its_facts: `entry ${number} is not what its facts make of it`,
    cut_short: `entry ${number} and what followed is missing, or the head of the ledger was changed`,
    account: 'an account is not the sum of its postings',
    terms: 'the terms of a due are not those it was declared under',
    declaration: 'a declaration and the account do not agree',
  }
  const shown = (text: string) => text.replaceAll('\n', '\n      ') || '(nothing)'
  return `employer ${employerId}: ${sentences[what]}\n    expected ${shown(expected)}\n    found    ${shown(found)}`
}
