import { nobody } from '../declarant.ts'
import { graceEndsOn } from '../../ledger/late-interest.ts'
import { termsInForce } from '../../ledger/post-declaration.ts'
import { listDeclaredNewcomers } from '../../members/store/declared-newcomers.ts'
import { add } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  type Declaration,
  findContent,
  findDeclarant,
  findDeclaration,
} from '../store/declarations.ts'
import { listReasons } from '../desk/store/causes.ts'
import { declaredPeople } from '../store/lines.ts'
import { addsToPay, type ReceiptFacts } from './receipt.ts'

/** As many newcomers as a receipt names; the file of the next quarter has them all. */
const newcomersNamed = 100

type Read = Pick<
  ReceiptFacts,
  'sentBy' | 'contentSha256' | 'nilReason' | 'payBy' | 'replaced' | 'newcomers'
>

/** What a receipt says besides the declaration itself. */
export async function readFacts(
  tx: Tx,
  employerId: string,
  declaration: Declaration,
): Promise<Read> {
  const { id, category, sentBy, replaces, madeBy } = declaration
  const content = await findContent(tx, employerId, id)
  const former = replaces === null ? undefined : await findDeclaration(tx, employerId, replaces)
  const lines = declaredPeople(employerId, id)
  const replaced = former
    ? { receiptNumber: former.receiptNumber ?? '', total: add(former.employee, former.employer) }
    : null
  return {
    sentBy: sentBy ? await findDeclarant(tx, sentBy) : nobody,
    contentSha256: content?.sha256 ?? null,
    nilReason: madeBy === 'nil' ? await findReason(tx, employerId, id) : null,
    payBy: addsToPay({ declaration, replaced })
      ? graceEndsOn(await termsInForce(tx, declaration.quarter))
      : null,
    replaced,
    newcomers: await listDeclaredNewcomers(tx, { employerId, category, lines }, newcomersNamed),
  }
}

async function findReason(tx: Tx, employerId: string, id: string): Promise<string | null> {
  const [reason] = await listReasons(tx, { declarationId: id, employerId }, 1)
  return reason ?? null
}
