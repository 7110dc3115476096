import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { AppContext } from '../../context.ts'
import { printedLetter } from '../../letters/printed-letter.ts'
import { findLetter } from '../../letters/store/letters.ts'
import type { Upload } from '../../platform/files/upload.ts'
import { type Hand, signedPaper } from './signed-paper.ts'

/** The printed form, written on by hand, stands for its scan. */
export async function signedScan(app: AppContext, letterId: string, hand: Hand): Promise<Upload> {
  const letter = await app.db.transaction({ as: 'system' }, (tx) => findLetter(tx, letterId))
  if (!letter) throw new Error('a letter of the demonstration was not kept')
  const content = await app.pdf.render(signedPaper(printedLetter(letter, app.config.fund), hand))
  const temporary = await app.files.temporaryPath()
  await writeFile(temporary, content, { mode: 0o600 })
  return {
    field: 'justificatif',
    name: `${letter.reference}.pdf`,
    size: content.length,
    sha256: createHash('sha256').update(content).digest(),
    head: content.subarray(0, 16),
    temporary,
  }
}
