import { z } from 'zod'
import { toldFacts } from '../declarations/checking/not-checked.ts'

/**
 * What goes in and out of the machine interface. The same schemas check requests, describe the interface (OpenAPI 3.1) and
 * are held against every answer by the tests. Amounts are decimal texts, so that no reader makes floats of them.
 */

const amount = z.string().regex(/^-?\d+\.\d{2}$/)
const count = z.int().nonnegative()
const quarter = z.string().regex(/^\d{4}T[1-4]$/)
const category = z.string().regex(/^\d{2}$/)
const instant = z.iso.datetime({ offset: true })
const language = z.enum(['fr', 'ar'])

export const problem = z
  .strictObject({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    /** The number of the request, for the agency. */
    instance: z.string(),
    errors: z.array(z.strictObject({ name: z.string(), detail: z.string() })).optional(),
    /** The work that stands in the way, as `replaces` takes it. */
    declaration: z.string().optional(),
    /** Of what was sent already. */
    receipt: z.string().optional(),
  })
  .meta({ id: 'Problem' })

const finding = z
  .strictObject({
    line: count,
    column: count,
    field: z.string().nullable(),
    code: z.string(),
    severity: z.string(),
    value: z.string(),
    message: z.string(),
    correction: z.string().optional(),
  })
  .meta({ id: 'Finding' })

const categoryTotals = z.array(
  z.strictObject({
    category: z.string(),
    members: count,
    salary: amount,
    employee: amount,
    employer: amount,
    total: amount,
  }),
)

export const checkReport = z
  .strictObject({
    layout: z.string().nullable(),
    encoding: z.string().nullable(),
    lines: count,
    accepted: count,
    toConfirm: count,
    findings: z.array(finding),
    /** Of the lines accepted, those to confirm among them. */
    totals: categoryTotals,
    totalsToConfirm: categoryTotals,
    /** What only the declaration itself will be checked for. */
    notChecked: z.array(z.strictObject({ what: z.enum(toldFacts), message: z.string() })),
  })
  .meta({ id: 'CheckReport' })

const totals = z
  .strictObject({
    members: count,
    salary: amount,
    employee: amount,
    employer: amount,
    total: amount,
  })
  .meta({ id: 'Totals' })

const cause = z
  .strictObject({
    code: z.string(),
    field: z.string(),
    title: z.string(),
    severity: z.enum(['blocking', 'to_confirm', 'information']),
    count,
    confirmed: count,
    reason: z.string().nullable(),
  })
  .meta({ id: 'Cause' })

export const keptFinding = finding
  .extend({ severity: z.enum(['blocking', 'to_confirm', 'information']), confirmed: z.boolean() })
  .meta({ id: 'KeptFinding' })

export const submission = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['checking', 'refused', 'cancelled', 'checked', 'sent', 'replaced', 'abandoned']),
    category,
    quarter,
    file: z.string(),
    sha256: z.string().nullable(),
    /** Why the file was not taken. */
    refusal: z.strictObject({ code: z.string(), detail: z.string() }).nullable(),
    check: z
      .strictObject({
        version: count,
        layout: z.string(),
        encoding: z.string(),
        lines: count,
        accepted: count,
        totals,
        /** What stands between the check and its sending. */
        obstacle: z.enum(['not_readable', 'no_line', 'blocking', 'to_confirm']).nullable(),
        causes: z.array(cause),
      })
      .nullable(),
    findings: z.array(keptFinding),
    /** Where the next findings are. */
    next: z.string().nullable(),
    receipt: z.string().nullable(),
  })
  .meta({ id: 'Declaration' })

export const receipt = z
  .strictObject({
    number: z.string(),
    category,
    quarter,
    revision: z.int().positive(),
    standing: z.enum(['sent', 'replaced']),
    sentAt: instant,
    sentBy: z.string().optional(),
    file: z.string(),
    sha256: z.string().optional(),
    totals,
  })
  .meta({ id: 'Receipt' })

export const receipts = z
  .strictObject({ receipts: z.array(receipt), next: z.string().nullable() })
  .meta({ id: 'Receipts' })

const entry = z
  .strictObject({
    number: count,
    kind: z.string(),
    date: z.iso.date(),
    recordedAt: instant,
    label: z.string(),
    /** Of a receipt, an order, a transfer; of money that went back, the one that had paid. */
    reference: z.string(),
    debit: amount,
    credit: amount,
    /** What the company owes after it; negative, what it is owed. */
    balance: amount,
    /** What the bank calls the message by which it sent a payment back; empty otherwise. */
    bankReference: z.string(),
  })
  .meta({ id: 'Entry' })

export const statement = z
  .strictObject({ entries: z.array(entry), next: z.string().nullable() })
  .meta({ id: 'Statement' })

const lang = language.optional()
const fileName = z.string().min(1).max(150).optional()

export const checkQuery = z.strictObject({
  category: category.optional(),
  quarter: quarter.optional(),
  lang,
})
export const declareQuery = z.strictObject({
  category,
  quarter,
  name: fileName,
  replaces: z.uuid().optional(),
  lang,
})
export const findingsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}\.\d{1,9}\.\d{1,18}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .optional(),
  lang,
})
export const receiptsQuery = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  category: category.optional(),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .optional(),
  lang,
})
export const statementQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .optional(),
  category: category.optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  lang,
})
export const noQuery = z.strictObject({ lang })

export const confirmation = z
  .strictObject({
    version: count,
    code: z.string().min(1).max(60),
    field: z.string().max(60),
    reason: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'Confirmation' })
export const sending = z.strictObject({ version: count }).meta({ id: 'Sending' })
