import type { EmployedActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import type { AppContext } from '../../../context.ts'
import type { DataContext } from '../../../data-context.ts'
import { isOutOfMemory, threadTask } from '../../../platform/threads/threads.ts'
import { Turns } from '../../../platform/threads/turns.ts'
import type { Language } from '../../../web/words/language.ts'
import { isSmall } from '../../check-content.ts'
import { startOf } from '../../content.ts'
import { type FileToSend, writeInTurn, type WrittenFile } from '../../file-to-send.ts'
import { getOwn, readInHand } from '../../read-in-hand.ts'
import { findContent } from '../../store/declarations.ts'
import { tellFile } from '../../tell-file.ts'
import { openWorkspace } from '../../workspace.ts'
import { bookOf } from '../open-book.ts'
import { holdForReading } from '../store/held-check.ts'
import { type DeskFile, isOffered, nameOnDisk, ownFormat } from './desk-file.ts'
import { filePieces } from './file-pieces.ts'
import { readWorkbook } from './read-workbook.ts'
import { putAside } from './put-aside.ts'

/** Plain data, since a thread may be asked. */
export interface DeskFileAsked {
  readonly actor: EmployedActor
  readonly declarationId: string
  readonly file: DeskFile
  readonly language: Language
}

const inThread = threadTask<DeskFileAsked, WrittenFile>('write-desk-file')

/** Writing a table of a content takes about as long as checking one several times as large. */
const weight = 4

const turns = new Turns(60_000)

export function runDeskFile(app: AppContext, asked: DeskFileAsked): Promise<FileToSend> {
  return writeInTurn(app, asked.actor, turns, () => writeAside(app, asked))
}

/** In a thread of its own when it is large: requests are answered meanwhile. */
async function writeAside(app: AppContext, asked: DeskFileAsked): Promise<WrittenFile> {
  const { actor, declarationId } = asked
  const content = await readInHand(app, actor, async (tx, workspace) => {
    await tellFile(tx, app, actor, await getOwn(tx, actor, workspace, declarationId))
    return findContent(tx, actor.employerId, declarationId)
  })
  if (isSmall({ size: weight * (content?.size ?? 0) })) return writeDeskFile(app, asked)
  try {
    return await app.threads.run(inThread, asked)
  } catch (error) {
    if (isOutOfMemory(error)) refuse('desk.file_too_heavy')
    throw error
  }
}

/** The check is held meanwhile, so that the file says of each line what is found on that very line. */
export async function writeDeskFile(
  app: DataContext,
  { actor, declarationId, file, language }: DeskFileAsked,
): Promise<WrittenFile> {
  const { employerId } = actor
  const owner = { declarationId, employerId }
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    await holdForReading(tx, owner)
    const declaration = await getOwn(tx, actor, workspace, declarationId)
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    const content = (await findContent(tx, employerId, declarationId)) ?? refuse('web.not_found')
    const own = ownFormat(declaration)
    if (!isOffered(file, own)) return refuse('web.not_found')
    const isWorkbook = file.kind === 'content' && own === 'xlsx'
    const workbook = isWorkbook ? await readWorkbook(tx, app.files, owner) : null
    const source = await app.files.open(content.sha256)
    try {
      const book = bookOf(startOf(source))
      const pieces = filePieces({ tx, owner, language }, { source, book, workbook }, file)
      const place = await putAside(app.files, pieces)
      return { name: nameOnDisk(declaration.fileName, file), place }
    } finally {
      source.close()
    }
  })
}
