import { verifyExport } from '../agency/takeout/verify-export.ts'
import { onlyFolder } from './backup.ts'
import type { Given } from './command.ts'

/** Proves what a company took out, without any portal: its trail, and every document. */
export async function runVerifyExport({ files }: Given): Promise<number> {
  const folder = onlyFolder(files, 'Give one folder: the archive, unpacked.')
  const { events, documents, faults } = await verifyExport(folder)
  const verdict = faults.length === 0 ? 'nothing was changed' : 'it is not what was exported'
  process.stdout.write(`${events} events, ${documents} documents: ${verdict}.\n`)
  for (const fault of faults) process.stdout.write(`  ${fault}\n`)
  return faults.length === 0 ? 0 : 1
}
