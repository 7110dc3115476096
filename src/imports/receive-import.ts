import type { AgentActor, SystemActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import type { Upload } from '../platform/files/upload.ts'
import { enqueue, jobKind } from '../platform/jobs/enqueue.ts'
import type { ImportKind } from './import-kind.ts'
import { insertImport, lockImportId } from './store/imports.ts'

const checkImportJob = jobKind<{ importId: string }>('check-import')

export interface ReceivedFile {
  /** Of the form: sent twice, it is one import. */
  readonly id: string
  readonly kind: ImportKind
  readonly name: string
  readonly size: number
  readonly sha256: Buffer
}

/** An agent sends a file: kept as it came, then checked whole by a job; nothing is applied yet (product G5). */
export async function receiveImport(
  app: AppContext,
  actor: AgentActor,
  { id, kind, upload }: { readonly id: string; readonly kind: ImportKind; readonly upload: Upload },
): Promise<void> {
  if (upload.size === 0) refuse('imports.empty_file')
  await app.files.keep(upload.temporary, upload.sha256)
  const { name, size, sha256 } = upload
  await keepImport(app, actor, { id, kind, name, size, sha256 }, { byJob: true })
}

/** A file whose content is kept already becomes an import; checked by a job, or by who called. */
export async function keepImport(
  app: AppContext,
  actor: AgentActor | SystemActor,
  file: ReceivedFile,
  { byJob }: { readonly byJob: boolean },
): Promise<void> {
  const at = app.clock.now()
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    if (await lockImportId(tx, file.id)) return
    const fileId = await saveFile(tx, {
      employerId: null,
      sha256: file.sha256,
      size: file.size,
      mediaType: 'text/csv',
      name: file.name,
      purpose: 'import',
      storedAt: at,
    })
    await insertImport(tx, {
      id: file.id,
      kind: file.kind,
      fileId,
      fileName: file.name,
      fileSha256: file.sha256,
      uploadedBy: actor.kind === 'agent' ? actor.id : null,
      uploadedAt: at,
    })
    await record(tx, actor, at, {
      action: 'import.received',
      subject: { kind: 'import', id: file.id },
      employerId: null,
      details: { import: file.kind, file: file.name, sha256: file.sha256.toString('hex') },
    })
    if (byJob) await enqueue(tx, checkImportJob, { importId: file.id })
  })
}
