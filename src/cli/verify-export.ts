import { statSync } from 'node:fs'
import { verifyExport } from '../agency/takeout/verify-export.ts'
import { onlyFolder } from './backup.ts'
import { type Given, UsageError } from './command.ts'

/** Proves what a company took out, without any portal: every file, its trail, and every document. */
export async function runVerifyExport({ files, options }: Given): Promise<number> {
  const folder = onlyFolder(files, 'Give one folder: the archive, unpacked.')
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder} is no folder. Unpack the archive, and give the folder.`)
  const known = fingerprintOf(options['fingerprint'])
  const verdict = await verifyExport(folder, known)
  const { events, documents, faults } = verdict
  const counts = `${verdict.files} files, ${events} events, ${documents} documents`
  const said =
    faults.length === 0
      ? [`${counts}: each is what the archive says of it.`, proofOf(verdict.fingerprint, known)]
      : [`${counts}: it is not what was exported.`, ...faults.map((fault) => `  ${fault}`)]
  process.stdout.write(`${said.join('\n')}\n`)
  return faults.length === 0 ? 0 : 1
}

function proofOf(found: string, { fingerprint }: { readonly fingerprint?: string }): string {
  return fingerprint === undefined
    ? `Fingerprint ${found}. Compare it with the trail of the company in the portal, or give it with --fingerprint: without it, an archive that somebody wrote again from end to end looks the same.`
    : `Its fingerprint is the one you gave: nothing was changed.`
}

function fingerprintOf(typed: Given['options'][string]): { readonly fingerprint?: string } {
  if (typed === undefined) return {}
  const fingerprint = String(typed).trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(fingerprint))
    throw new UsageError(
      '--fingerprint is 64 digits and letters from a to f, as the trail shows it.',
    )
  return { fingerprint }
}
