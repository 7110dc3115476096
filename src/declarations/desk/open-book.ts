import { decodeDeclaration } from '../checking/decode.ts'
import { openCsv, recogniseLayout } from '../checking/layouts/recognise-layout.ts'
import { structure160 } from '../checking/layouts/structure-160.ts'
import { structure190 } from '../checking/layouts/structure-190.ts'
import { readStart } from '../content.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Content, Declaration } from '../store/declarations.ts'
import { FixedBook } from './fixed-book.ts'
import type { LineBook } from './line-book.ts'
import { TableBook } from './table-book.ts'

/** The layout of a kept content: its beginning is enough. */
export async function bookFor(
  app: { readonly files: FileStore },
  declaration: Pick<Declaration, 'layout'>,
  content: Content | undefined,
): Promise<LineBook> {
  const fixed = [structure190, structure160].find(({ id }) => id === declaration.layout)
  if (fixed || !content) return new FixedBook(fixed ?? structure190)
  return bookOf(await readStart(app.files, content.sha256))
}

/** Known from the first lines, as the check knows it. */
export function bookOf(start: Uint8Array): LineBook {
  const decoded = decodeDeclaration(start)
  const found = decoded.ok ? recogniseLayout(decoded) : null
  if (found?.kind === 'fixed') return new FixedBook(found.layout)
  if (found?.kind === 'csv' && decoded.ok) {
    const rows = openCsv(decoded, found.delimiter)
    while (rows.row < found.headerRow && rows.advance());
    return new TableBook(rows, found.delimiter)
  }
  return new FixedBook(structure190)
}
