import type { CompanyActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { formatQuarter } from '../calendar/index.ts'
import { postDeclaration } from '../ledger/post-declaration.ts'
import { recordDeclaredMembers } from '../members/record-declared-members.ts'
import { decimalString } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { receiptNumber } from './declaration.ts'
import { hasUnidentified, learnDocumentsJob } from './learn-documents.ts'
import { declaredPeople } from './store/lines.ts'
import { deleteDraft } from './entry/store/drafts.ts'
import { markSent } from './store/states.ts'
import { type Declaration, nextReceiptSequence } from './store/declarations.ts'
import { tellWhoPrepared } from './tell-sent.ts'
import type { Workspace } from './workspace.ts'

interface ToSend {
  readonly workspace: Workspace
  readonly declaration: Declaration
  readonly at: Date
}

/**
 * A checked declaration becomes a sent one: its number, who sent it and when, the account; a draft has done its time, and
 * whoever prepared it hears of it.
 */
export async function giveReceipt(
  tx: Tx,
  actor: CompanyActor,
  { workspace, declaration, at }: ToSend,
): Promise<void> {
  const sequence = await nextReceiptSequence(tx)
  const number = receiptNumber(workspace.employerNumber, declaration, sequence)
  await markSent(tx, actor.employerId, declaration.id, {
    receiptNumber: number,
    sentBy: actor.id,
    at,
  })
  await postDeclaration(tx, {
    employerId: actor.employerId,
    declarationId: declaration.id,
    category: declaration.category,
    quarter: declaration.quarter,
    version: declaration.revision,
    reference: number,
    amounts: { employee: declaration.employee, employer: declaration.employer },
    occurredOn: workspace.today,
    recordedAt: at,
  })
  await recordDeclaredMembers(tx, {
    employerId: actor.employerId,
    declarationId: declaration.id,
    category: declaration.category,
    quarter: declaration.quarter,
    lines: declaredPeople(actor.employerId, declaration.id),
    at,
  })
  if (await hasUnidentified(tx, actor.employerId, declaration)) {
    const { id: declarationId } = declaration
    await enqueue(tx, learnDocumentsJob, { employerId: actor.employerId, declarationId })
  }
  await deleteDraft(tx, actor.employerId, declaration)
  const { employerName } = workspace
  await tellWhoPrepared(tx, actor, { declaration, employerName, receipt: number, at })
  await record(tx, actor, at, {
    action: 'declaration.sent',
    subject: { kind: 'declaration', id: declaration.id },
    details: {
      receipt: number,
      category: declaration.category,
      quarter: formatQuarter(declaration.quarter),
      lines: declaration.acceptedLines,
      salary: decimalString(declaration.salary),
    },
  })
}
