import { randomUUID } from 'node:crypto'
import { localDate } from '../../src/calendar/index.ts'
import type { AgentActor } from '../../src/actors/actor.ts'
import { type ProposedChange, proposeChange } from '../../src/parameters/propose-change.ts'
import { aProfile, type TestEmployer } from './factories.ts'
import type { TestSite } from './site.ts'

/** A change of the declaration delay from next year on, unless told otherwise. */
export function aChange(wishes: Partial<ProposedChange> = {}): ProposedChange {
  return {
    id: randomUUID(),
    key: 'declaration_due_days',
    validFrom: localDate('2027-01-01'),
    value: 20,
    source: 'Conseil d’administration du 20 novembre 2026',
    illustrative: false,
    reason: 'Aligner le délai sur la décision du conseil',
    ...wishes,
  }
}

export async function aProposal(
  site: TestSite,
  actor: AgentActor,
  wishes: Partial<ProposedChange> = {},
): Promise<string> {
  const change = aChange(wishes)
  await proposeChange(site.app, actor, change)
  return change.id
}

/** A declaration of the third quarter of 2026, sent at 6 % and 7.80 %. */
export async function aSentDeclaration(
  site: TestSite,
  employer: TestEmployer,
  salaries: readonly bigint[],
): Promise<void> {
  const profile = await aProfile(site, employer)
  const part = (salary: bigint, rate: bigint) => (salary * rate + 5000n) / 10_000n
  const total = (rate: bigint) => salaries.reduce((sum, salary) => sum + part(salary, rate), 0n)
  const [row] = await site.database.ownerQuery<{ id: string }>(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding,
        lines, accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at,
        receipt_number, sent_by, sent_at)
      values ($1, '01', 2026, 3, 'sent', 'f', '\\x00', 'structure-190', 'utf-8', $2, $2, 0, $3, $4, $5, now(), $6, $5, now())
      returning id`,
    [employer.id, salaries.length, total(600n), total(780n), profile.id, `R-${profile.id}`],
  )
  for (const [index, salary] of salaries.entries()) {
    await site.database.ownerQuery(
      `insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
          employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes, sex, nationality)
        values ($1, $2, $3, '2', $4, 'N', 'P', 600, 780, $5, $6, $7, 'F', 'M')`,
      [
        row?.id,
        employer.id,
        index + 1,
        String(123_456_000 + index),
        salary,
        part(salary, 600n),
        part(salary, 780n),
      ],
    )
  }
}
