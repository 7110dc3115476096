import { randomUUID } from 'node:crypto'
import { todayIn } from '../../src/calendar/index.ts'
import type { AppContext } from '../../src/context.ts'
import { type DemoAccount, insertAgent, insertProfile } from '../../src/demo/accounts.ts'
import { postDeclaration } from '../../src/ledger/post-declaration.ts'
import { centimes } from '../../src/money/index.ts'
import type { Tx } from '../../src/platform/db/database.ts'

/** A company that pays by E@syPaiement: two people draw up, eight confirm, two confirmations on each order. */
export interface PayingCompany {
  readonly number: string
  readonly makers: readonly Login[]
  readonly validators: readonly Login[]
  /** Who makes the files for the bank, and nothing else. */
  readonly collector: Pick<DemoAccount, 'identifier' | 'password' | 'totpSecret'>
}

interface Login {
  readonly login: string
  readonly password: string
}

const owedEach = 50_000_000_000n

/** What the company needs to pay, added to one that is arranged. */
export async function arrangePayers(
  app: AppContext,
  tx: Tx,
  company: { readonly id: string; readonly number: string },
): Promise<PayingCompany> {
  const { id, number } = company
  await tx
    .insertInto('subscribed_services')
    .values({ employer_id: id, service: 'payment', since: app.clock.now() })
    .execute()
  await tx
    .updateTable('employers')
    .set({ confirmations_required: 2 })
    .where('id', '=', id)
    .execute()
  const logins = async (kind: 'maker' | 'validator', count: number) => {
    const made: Login[] = []
    for (let index = 0; index < count; index += 1) {
      const login = `${kind}${index}.paie.${number}`
      const { password } = await insertProfile(app, tx, id, {
        firstName: 'Paul',
        lastName: `${kind} ${index}`,
        cin: `${kind === 'maker' ? 'M' : 'V'}${index}${number}`,
        jobTitle: 'Finances',
        service: 'payment',
        login,
        isMaker: kind === 'maker',
        isValidator: kind === 'validator',
      })
      made.push({ login, password })
    }
    return made
  }
  const makers = await logins('maker', 2)
  const validators = await logins('validator', 8)
  await openAccount(tx, id)
  await oweMuch(app, tx, { id, declarant: makers[0]?.login ?? '' })
  const identifier = 'collecte'
  const agent = { firstName: 'Ghita', lastName: 'Collecte', cin: 'AG900', jobTitle: 'Agent' }
  const secrets = await insertAgent(app, tx, { ...agent, login: identifier, role: 'agent' })
  return { number, makers, validators, collector: { identifier, ...secrets } }
}

async function openAccount(tx: Tx, employerId: string): Promise<void> {
  const id = randomUUID()
  await tx
    .insertInto('bank_accounts')
    .values({
      id,
      employer_id: employerId,
      rib: '007780000123456789012396',
      bank_name: 'Attijariwafa bank',
      holder: 'Entreprise',
      added_at: new Date('2025-12-01'),
    })
    .execute()
  await tx
    .insertInto('debit_mandates')
    .values({
      employer_id: employerId,
      bank_account_id: id,
      reference: 'MP-CHAO-0001',
      state: 'active',
      requested_at: new Date('2025-12-01'),
      letter_id: null,
      usable_from: '2026-01-01',
      ended_at: null,
    })
    .execute()
}

/** One quarter of a sum that no run pays off, declared and on the account. */
async function oweMuch(
  app: AppContext,
  tx: Tx,
  { id, declarant }: { readonly id: string; readonly declarant: string },
): Promise<void> {
  const { id: by } = await tx
    .selectFrom('profiles')
    .select('id')
    .where('login', '=', declarant)
    .executeTakeFirstOrThrow()
  const declarationId = randomUUID()
  const now = app.clock.now()
  await postDeclaration(tx, {
    employerId: id,
    declarationId,
    category: '01',
    quarter: { year: 2025, quarter: 4 },
    version: 1,
    reference: 'CHAOS-1',
    amounts: { employee: centimes(owedEach), employer: centimes(owedEach) },
    occurredOn: todayIn(app.clock),
    recordedAt: now,
  })
  await tx
    .insertInto('declarations')
    .values({
      id: declarationId,
      employer_id: id,
      category: '01',
      year: 2025,
      quarter: 4,
      state: 'sent',
      file_name: 'declaration.txt',
      file_sha256: Buffer.alloc(32),
      layout: 'structure_190',
      encoding: 'ascii',
      lines: 0,
      accepted_lines: 0,
      salary_centimes: 0n,
      employee_centimes: owedEach,
      employer_centimes: owedEach,
      uploaded_by: by,
      uploaded_at: now,
      receipt_number: 'CHAOS-1',
      sent_by: by,
      sent_at: now,
    })
    .execute()
}
