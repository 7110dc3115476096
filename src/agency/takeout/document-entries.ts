import type { ZipEntry } from '../../platform/zip/zip-stream.ts'
import { isLost } from '../../platform/files/lost.ts'
import type { Contents, Sources } from './archive-entries.ts'
import { takeoutContents } from './store/contents.ts'
import { companyRows } from './store/company-rows.ts'

/**
 * Scans, declared files, pages of claims, each under the identifier that the tables know it by. A content that is gone or
 * damaged does not keep the rest: the archive names it.
 */
export async function* documentEntries(
  { app, tx, employer }: Sources,
  contents: Contents,
): AsyncGenerator<ZipEntry> {
  const files = takeoutContents.files
  if (typeof files === 'string') return
  for await (const rows of companyRows(tx, 'files', files, employer.id)) {
    for (const row of rows) {
      const file = row as unknown as FileRow
      const { id, sha256, check_state: state } = file
      // What a scanner found infected is kept nowhere; what it has not looked into yet is handed to nobody.
      const isWithheld = state === 'infected' || state === 'waiting'
      const found = isWithheld ? undefined : await download(app.files, Buffer.from(sha256, 'hex'))
      if (!found) {
        contents.missing.push(id)
        continue
      }
      contents.documents += 1
      yield { name: `documents/${id}${endingOf(file)}`, content: found.body }
    }
  }
}

interface FileRow {
  readonly id: string
  readonly sha256: string
  readonly media_type: string
  readonly check_state: string
  readonly name: string
}

/**
 * The name that the sender gave is in the table of files: no name of theirs becomes a path. What came as mere bytes opens
 * as the kind of table that its name says, if it is one of ours.
 */
export function endingOf({
  media_type: mediaType,
  name,
}: Pick<FileRow, 'media_type' | 'name'>): string {
  return endings[mediaType] ?? /\.(?:txt|csv|xlsx)$/i.exec(name)?.[0].toLowerCase() ?? ''
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
}

async function download(files: Sources['app']['files'], sha256: Buffer) {
  try {
    return await files.download(sha256)
  } catch (error) {
    if (isLost(error)) return undefined
    throw error
  }
}
