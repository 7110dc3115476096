import { paths } from '../../web/paths.ts'

/** From a finding to the field of the sheet. */
export function fieldOfSheet(
  id: string,
  { line, field }: { readonly line: number; readonly field: string },
): string {
  return `${paths.entry.fromLine({ id, line: String(line) })}?champ=${encodeURIComponent(field)}`
}
