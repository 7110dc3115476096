import type { EmployedActor } from '../actors/actor.ts'
import { firstDay, lastDay, type Quarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { countPreparedFile } from '../members/count-reading.ts'
import type { Membership } from '../members/member.ts'
import {
  countMembersDuring,
  listMemberships,
  type Span,
  streamMembersDuring,
} from '../members/store/memberships.ts'
import type { Tx } from '../platform/db/database.ts'
import { Turns } from '../platform/threads/turns.ts'
import { wordsIn } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import {
  structure190FileName,
  type WritableLine,
  writeStructure190,
} from './checking/write-structure-190.ts'
import { isExpected } from './declaration.ts'
import type { DeskFileFormat } from './desk/files/desk-file.ts'
import { putAside } from './desk/files/put-aside.ts'
import { civilDataOf } from './entry/civil-data.ts'
import { type FileToSend, writeInTurn } from './file-to-send.ts'
import { preparedCells, preparedColumns } from './prepared-table.ts'
import { csvPieces, type Pieces, workbookPieces } from './table-pieces.ts'
import { getPeriod, type OpenPeriod, openWorkspace, type Workspace } from './workspace.ts'

/** The members expected in a period's file. */
export async function listExpectedMembers(
  tx: Tx,
  actor: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<Membership[]> {
  const members = await listMemberships(tx, actor.employerId, [terms.category])
  return members.filter((member) => isExpected(member, quarter))
}

/** How many they are: of a large company, nobody waits for all of them to be read. */
export function countExpectedMembers(
  tx: Tx,
  { employerId }: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<number> {
  return countMembersDuring(tx, employerId, terms.category, spanOf(quarter))
}

const turns = new Turns(60_000)

export interface PreparedAsked {
  readonly category: string
  readonly quarter: string
  /** A table for whoever types the salaries in, the fund's lines for a payroll program. */
  readonly format: DeskFileFormat
  readonly language: Language
}

/**
 * The fund's «Fichier Préétabli»: known members, salaries empty (product D2). Written beside the kept files while the
 * register is read, so that a company of a hundred thousand is never in memory and a slow visitor holds no transaction.
 */
export function writePreparedFile(
  app: AppContext,
  actor: EmployedActor,
  asked: PreparedAsked,
): Promise<FileToSend> {
  return writeInTurn(app, actor, turns, () => writeAside(app, actor, asked))
}

async function writeAside(
  app: AppContext,
  actor: EmployedActor,
  { category, quarter, format, language }: PreparedAsked,
) {
  const { employerId } = actor
  const { workspace, open } = await app.db.transaction(
    { as: 'employer', employerId },
    async (tx) => {
      const opened = await openWorkspace(tx, app, actor)
      const found = getPeriod(opened, category, quarter)
      const members = await countExpectedMembers(tx, actor, found)
      await countPreparedFile(tx, actor, members, app.clock.now())
      return { workspace: opened, open: found }
    },
  )
  const place = await app.db.transaction({ as: 'employer', employerId }, (tx) =>
    putAside(app.files, piecesOf(app, tx, { workspace, open, employerId, format, language })),
  )
  const name = structure190FileName(workspace.employerNumber, open.quarter)
  return { name: name.replace(/txt$/, format), place }
}

interface Asked {
  readonly workspace: Workspace
  readonly open: OpenPeriod
  readonly employerId: string
  readonly format: DeskFileFormat
  readonly language: Language
}

function piecesOf(app: AppContext, tx: Tx, asked: Asked): Pieces {
  const lines = linesOf(app, tx, asked)
  if (asked.format === 'txt') return textPieces(lines)
  if (asked.format === 'csv') return csvPieces(withTitles(lines), ';')
  const { sheet } = wordsIn(asked.language).declarations.template
  return workbookPieces(cellsOf(lines), sheet, preparedColumns)
}

async function* linesOf(app: AppContext, tx: Tx, { workspace, open, employerId }: Asked) {
  const { terms, quarter } = open
  const members = streamMembersDuring(tx, employerId, terms.category, spanOf(quarter))
  for await (const some of members) yield some.map((member) => lineOf(app, workspace, open, member))
}

type Lines = AsyncIterable<readonly WritableLine[]>

async function* textPieces(lines: Lines) {
  for await (const some of lines) yield Buffer.from(writeStructure190(some))
}

async function* withTitles(lines: Lines) {
  yield preparedColumns.map(({ header }) => header)
  yield* cellsOf(lines)
}

async function* cellsOf(lines: Lines) {
  for await (const some of lines) yield* some.map(preparedCells)
}

function spanOf(quarter: Quarter): Span {
  return { from: firstDay(quarter), to: lastDay(quarter) }
}

// oxlint-disable-next-line max-params -- one line is a member, in a period, of a company
export function lineOf(
  app: AppContext,
  { employerNumber }: Workspace,
  { terms, quarter }: OpenPeriod,
  member: Membership,
): WritableLine {
  const { category, employeeRate } = terms
  return {
    ...civilDataOf(member, app.keyring),
    employerNumber,
    category,
    employeeRate,
    quarter,
    leaving: false,
    salary: null,
    leftOn: null,
  }
}
