import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Upload } from '../../platform/files/upload.ts'
import { type Changed, runChange, type ShownCheck } from '../change-content.ts'

/** Corrected lines sent again take their places in the declaration, which is checked again whole (product D4). */
export async function sendLines(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  { name, size, sha256, temporary }: Pick<Upload, 'name' | 'size' | 'sha256' | 'temporary'>,
): Promise<Changed> {
  await app.files.keepCopy(temporary, sha256)
  return runChange(app, { actor, shown, change: { kind: 'file', sent: { name, size, sha256 } } })
}
