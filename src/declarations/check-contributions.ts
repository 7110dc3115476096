import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Upload } from '../platform/files/upload.ts'
import { type KeptContent, runCheck } from './check-content.ts'

/** The file to check: an upload on disk, or what a form made of the salaries typed into it. */
export type Content =
  | Pick<Upload, 'name' | 'temporary' | 'size' | 'sha256'>
  | { readonly name: string; readonly bytes: Uint8Array }

export interface CheckCommand {
  readonly category: string
  readonly quarter: string
  readonly content: Content
  readonly madeBy?: 'file' | 'form'
}

/**
 * Receives a contribution file for one period: kept as it came, checked whole, its good lines and every finding
 * saved at once (product D2–D4). A file that replaces an earlier check of the same person's work replaces it whole.
 */
export async function checkContributions(
  app: AppContext,
  actor: EmployedActor,
  { category, quarter, content, madeBy = 'file' }: CheckCommand,
): Promise<string> {
  const kept = await keep(app, content)
  const task = { actor, category, quarter, content: kept, madeBy, depositId: null }
  return (await runCheck(app, task)) ?? refuse('web.not_found')
}

async function keep(app: AppContext, content: Content): Promise<KeptContent> {
  const { name } = content
  if ('bytes' in content) {
    const { bytes } = content
    if (bytes.length === 0) return refuse('declarations.empty_file')
    return { name, size: bytes.length, sha256: await app.files.put(bytes) }
  }
  const { size, sha256, temporary } = content
  if (size === 0) return refuse('declarations.empty_file')
  await app.files.keep(temporary, sha256)
  return { name, size, sha256 }
}
