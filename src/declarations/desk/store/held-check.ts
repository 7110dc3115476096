import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'

/** Held while its files are written: it is not changed meanwhile. */
export async function holdForReading(tx: Tx, { declarationId, employerId }: Owner): Promise<void> {
  await tx
    .selectFrom('declarations')
    .select('id')
    .where('id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .forShare()
    .execute()
}

/** The content of the file that was sent, before any correction. */
export async function findFileAsItCame(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('declarations')
    .innerJoin('files', 'files.id', 'declarations.file_id')
    .select('files.sha256')
    .where('declarations.id', '=', declarationId)
    .where('declarations.employer_id', '=', employerId)
    .executeTakeFirst()
  return row?.sha256
}
