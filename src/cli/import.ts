import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { systemActor } from '../actors/actor.ts'
import { decideConfig, readEnvironment } from '../config.ts'
import type { AppContext } from '../context.ts'
import { applyImport } from '../imports/apply-import.ts'
import { checkImport } from '../imports/check-import.ts'
import { decideImport } from '../imports/decide-import.ts'
import { hasEffect } from '../imports/import.ts'
import {
  givesPower,
  type ImportKind,
  importKinds,
  isImportKind,
  mostBytes,
} from '../imports/import-kind.ts'
import { type ImportSummary, summarise, summaryText } from '../imports/import-summary.ts'
import { keepImport } from '../imports/receive-import.ts'
import { safeName } from '../platform/files/upload.ts'
import type { Language } from '../web/words/language.ts'
import { type Given, UsageError } from './command.ts'
import { Closing, openContext, openPrepared } from './platform.ts'
import { writeOut } from './write-out.ts'

const actor = systemActor('guichet import')

/**
 * Brings in a file as an agent would on the page: the same checks, the same report, the same effects (product G5, X5). A file
 * that gives power waits for a supervisor on the page (decision 0056).
 */
export async function runImport({ env, files, options }: Given): Promise<number> {
  const { kind, file } = whatOf(files)
  const language = languageOf(options['lang'])
  const bytes = await readBytes(file)
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const prepared = await openPrepared(config, closing, { share: true })
    const app = await openContext(config, prepared, closing)
    const summary = await bringIn(
      app,
      kind,
      { name: path.basename(file), bytes },
      {
        isDry: options['dry-run'] === true,
        language,
      },
    )
    await writeOut(
      options['json'] === true
        ? `${JSON.stringify(summary, null, 2)}\n`
        : summaryText(summary, language),
    )
    return exitCodeOf(summary)
  } finally {
    await closing.all()
  }
}

function whatOf(files: readonly string[]): { kind: ImportKind; file: string } {
  const [kind = '', file, ...rest] = files
  if (!isImportKind(kind)) throw new UsageError(`Say what to import: ${importKinds.join(', ')}.`)
  if (file === undefined || rest.length > 0) throw new UsageError('Give one file to import.')
  return { kind, file }
}

function languageOf(asked: string | boolean | undefined): Language {
  if (asked === undefined || asked === 'fr') return 'fr'
  if (asked === 'ar') return 'ar'
  throw new UsageError('--lang is fr or ar.')
}

async function readBytes(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Error(`The file ${file} cannot be read (${code}).`, { cause: error })
  })
  if (bytes.length <= mostBytes) return bytes
  throw new Error(`The file ${file} is larger than ${mostBytes / 1_048_576} MB. Share it out.`)
}

interface Wishes {
  readonly isDry: boolean
  readonly language: Language
}

// oxlint-disable-next-line max-params -- the portal, what the file holds, the file, what is wished
async function bringIn(
  app: AppContext,
  kind: ImportKind,
  file: { readonly name: string; readonly bytes: Buffer },
  { isDry, language }: Wishes,
): Promise<ImportSummary> {
  const importId = randomUUID()
  const { bytes } = file
  const sha256 = createHash('sha256').update(bytes).digest()
  await app.files.put(bytes)
  const received = { id: importId, kind, name: safeName(file.name), size: bytes.length, sha256 }
  await keepImport(app, actor, received, { byJob: false })
  await checkImport(app, { importId })
  const checked = await summarise(app, importId, language)
  if (checked.state !== 'checked') return checked
  const { version } = checked
  const decision = isDry || !hasEffect(checked) ? 'abandon' : 'confirm'
  await decideImport(app, actor, { importId, version, decision })
  // A job does the same should this program be stopped: each batch is applied once, whoever takes it.
  if (decision === 'confirm' && !givesPower(kind)) await applyImport(app, { importId })
  return { ...(await summarise(app, importId, language)), dryRun: isDry }
}

/** 0 when every line was taken, 1 when some were refused, 2 when the file cannot be read as an import. */
function exitCodeOf(summary: ImportSummary): number {
  if (summary.state === 'unreadable') return 2
  return summary.refusedLines + summary.skippedLines > 0 ? 1 : 0
}
