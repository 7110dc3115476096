import type { z } from 'zod'
import { formatQuarter, isoTimeAt } from '../calendar/index.ts'
import { fingerprintOf, type ReceiptView } from '../declarations/receipts/receipt.ts'
import type { Declaration } from '../declarations/store/declarations.ts'
import type { receipt } from './schemas.ts'
import { tellTotals } from './tell-submission.ts'

type Told = z.output<typeof receipt>

/** A receipt of a list. */
export function tellListed(declaration: Declaration): Told {
  const { receiptNumber, sentAt, category, quarter, revision, state, fileName } = declaration
  if (receiptNumber === null || sentAt === null)
    throw new Error('a receipt is of a sent declaration')
  return {
    number: receiptNumber,
    category,
    quarter: formatQuarter(quarter),
    revision,
    standing: state === 'replaced' ? 'replaced' : 'sent',
    sentAt: isoTimeAt(sentAt),
    file: fileName,
    totals: tellTotals(declaration),
  }
}

/** One receipt, with who sent it and the fingerprint of what was sent. */
export function tellReceipt(view: ReceiptView): Told {
  return { ...tellListed(view.declaration), sentBy: view.sentBy.name, sha256: fingerprintOf(view) }
}
