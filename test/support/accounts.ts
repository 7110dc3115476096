import { randomUUID } from 'node:crypto'
import { localDate, quarterFrom } from '../../src/calendar/index.ts'
import type { Part } from '../../src/ledger/account.ts'
import { postDeclaration } from '../../src/ledger/post-declaration.ts'
import { postPayment } from '../../src/ledger/post-payment.ts'
import { centimes, type Dirhams, parseDirhams } from '../../src/money/index.ts'
import { anEmployer, aProfile, type Setting, signedIn, type TestEmployer } from './factories.ts'
import type { TestSite } from './site.ts'
import type { Visitor } from './visitor.ts'

/** «6300.05» in centimes: tests write amounts as people do. */
export function dirhams(text: string): Dirhams {
  const parsed = parseDirhams(text)
  if (!parsed.ok) throw new Error(`«${text}» is not an amount`)
  return parsed.value
}

interface Declared {
  readonly quarter: string
  readonly category?: string
  readonly employee: string
  /** The whole employer part; 1.3 times the employees' unless told. */
  readonly employer?: string
  readonly declarationId?: string
  readonly version?: number
  readonly on: string
}

/** The account is told a declaration, as sending one does. Gives the identifier of the declaration. */
export async function declared(
  site: Setting,
  employer: TestEmployer,
  told: Declared,
): Promise<string> {
  const employee = dirhams(told.employee)
  const declarationId = told.declarationId ?? randomUUID()
  await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
    postDeclaration(tx, {
      employerId: employer.id,
      declarationId,
      category: told.category ?? '01',
      quarter: quarterFrom(told.quarter),
      version: told.version ?? 1,
      reference: `R-${told.quarter}-${employer.number}-${told.category ?? '01'}`,
      amounts: {
        employee,
        employer: told.employer ? dirhams(told.employer) : centimes((employee * 13n) / 10n),
      },
      occurredOn: localDate(told.on),
      recordedAt: site.clock.now(),
    }),
  )
  return declarationId
}

interface Paid {
  readonly amount: string
  readonly on: string
  readonly id?: string
  readonly kind?: 'transfer' | 'order'
  readonly into?: 'bank' | 'bank_in_transit'
  readonly dues?: readonly {
    readonly quarter: string
    readonly category?: string
    readonly part?: Part
    readonly amount: string
  }[]
}

/** A payment arrives. Gives its identifier. */
export async function paid(site: Setting, employer: TestEmployer, told: Paid): Promise<string> {
  const id = told.id ?? randomUUID()
  await site.app.db.transaction({ as: 'system' }, (tx) =>
    postPayment(tx, {
      employerId: employer.id,
      cause: { kind: told.kind ?? 'transfer', id },
      channel: told.kind === 'order' ? 'direct_debit' : 'transfer',
      reference: `VIR-${id.slice(0, 6)}`,
      amount: dirhams(told.amount),
      into: told.into ?? 'bank',
      ...(told.dues && {
        dues: told.dues.map((share) => ({
          category: share.category ?? '01',
          quarter: quarterFrom(share.quarter),
          part: share.part ?? 'contributions',
          amount: dirhams(share.amount),
        })),
      }),
      occurredOn: localDate(told.on),
      recordedAt: site.clock.now(),
    }),
  )
  return id
}

/** A company, and somebody who reads its account. */
export interface OpenAccount {
  readonly employer: TestEmployer
  readonly who: Visitor
}

/** One that owes a declaration for nothing before 2026T3, so that each test says what it owes. */
export async function anAccount(site: TestSite, from = '2026-07-01'): Promise<OpenAccount> {
  const employer = await anEmployer(site, { categories: ['01', '02'] })
  await site.database.ownerQuery(
    'update employer_categories set active_from = $2 where employer_id = $1',
    [employer.id, from],
  )
  const profile = await aProfile(site, employer, { service: 'employer_account' })
  return { employer, who: await signedIn(site, profile, employer) }
}

/** 100 DH of the employees in each of its categories. */
export async function bothDeclared(site: TestSite, { employer }: OpenAccount): Promise<void> {
  for (const category of ['01', '02'])
    await declared(site, employer, {
      quarter: '2026T3',
      category,
      employee: '100',
      on: '2026-10-12',
    })
}

/** Dates and amounts hold spaces that do not break. */
export const folded = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ')
