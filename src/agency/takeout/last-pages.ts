import type { Employer } from '../../employers/employer.ts'
import type { ZipEntry } from '../../platform/zip/zip-stream.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { Contents } from './archive-entries.ts'
import { leftTables } from './store/contents.ts'
import { once } from './sums.ts'

export interface TakeoutFacts {
  readonly fund: string
  readonly by: string
  readonly reason: string
  readonly at: Date
}

/** What the archive is, for whoever opens it in years: in both languages for people, and once for programs. */
export async function* lastPages(
  employer: Employer,
  contents: Contents,
  facts: TakeoutFacts,
): AsyncGenerator<ZipEntry> {
  const readme = (['fr', 'ar'] as const)
    .map((language) => wordsIn(language).takeout.readme({ ...facts, employer, contents }))
    .join('\n\n')
  yield { name: 'LISEZMOI.txt', content: once(Buffer.from(`\ufeff${readme}\n`)) }
  const manifest = {
    format: 2,
    employerNumber: employer.number,
    employerName: employer.name,
    madeAt: facts.at.toISOString(),
    by: facts.by,
    reason: facts.reason,
    tables: contents.tables,
    documents: contents.documents,
    receipts: contents.receipts,
    missing: contents.missing,
    leftOut: leftTables.map(([table, why]) => ({ table, why })),
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  yield { name: 'manifest.json', content: once(Buffer.from(text)) }
}
