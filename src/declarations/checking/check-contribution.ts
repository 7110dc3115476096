import type { CheckContext } from './check-context.ts'
import {
  type CheckResult,
  type CheckSummary,
  checkDeclaration,
  checkDeclarationInto,
  type Origin,
  unreadable,
} from './check-declaration.ts'
import type { CheckSink } from './declaration-check.ts'
import type { Finding } from './finding.ts'
import { isSpreadsheetContainer } from './spreadsheets/refuse-archive.ts'

/** A file ready to be checked at once: a text as it came, or the text of a spreadsheet. */
export type OpenedContribution =
  | { readonly ok: true; readonly text: Uint8Array; readonly origin: Origin }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Any file that may be sent (product D2). Only a spreadsheet has to be waited for. */
export async function openContribution(bytes: Uint8Array): Promise<OpenedContribution> {
  if (!isSpreadsheetContainer(bytes)) return { ok: true, text: bytes, origin: 'text' }
  // Loaded when there is one: no other file needs the reader.
  const { readSpreadsheet } = await import('./spreadsheets/read-spreadsheet.ts')
  const reading = await readSpreadsheet(bytes)
  return reading.ok ? { ok: true, text: reading.text, origin: 'spreadsheet' } : reading
}

/** The one verdict on any file that may be sent, whole. */
export async function checkContribution(
  bytes: Uint8Array,
  context: CheckContext = {},
): Promise<CheckResult> {
  const opened = await openContribution(bytes)
  if (opened.ok) return checkDeclaration(opened.text, context, opened.origin)
  const { findings } = opened
  return { ...unreadable(null, null), declaredLines: [], refusedLines: [], findings }
}

/** The same, handed over line by line and finding by finding. */
export async function checkContributionInto(
  bytes: Uint8Array,
  context: CheckContext,
  sink: CheckSink,
): Promise<CheckSummary> {
  const opened = await openContribution(bytes)
  if (opened.ok) return checkDeclarationInto(opened.text, context, sink, opened.origin)
  for (const found of opened.findings) sink.finding(found)
  return unreadable(null, null)
}
