import { applyRate, centimes, decimalString, halfUp } from '../../src/money/index.ts'
import { lastDay, type Quarter, quarterFrom } from '../../src/calendar/index.ts'
import { identityKey } from '../../src/platform/secrets/identity.ts'
import { declared, dirhams } from './accounts.ts'
import { aProfile } from './factories.ts'
import type { TestSite } from './site.ts'
import type { Setting, TestEmployer, TestPerson } from './factories.ts'

/** A member whom the fund knows at an employer. */
export interface TestMember {
  readonly id: string
  readonly number: string
  readonly lastName: string
  readonly firstName: string
}

const lastNames = [
  'ALAOUI',
  'BENNANI',
  'CHRAIBI',
  'DAOUDI',
  'EL AMRANI',
  'FASSI',
  'GUESSOUS',
  'HAJJI',
]
const firstNames = ['SALMA', 'YOUSSEF', 'NADIA', 'HICHAM', 'LEILA', 'KARIM', 'IMANE', 'OMAR']

interface MemberWishes {
  readonly count: number
  readonly category?: string
  readonly from?: number
  readonly leftOn?: string
  readonly cin?: (index: number) => string
}

/** So many members of one category; the first is number 000200001. */
export async function someMembers(
  site: Setting,
  employer: TestEmployer,
  { count, category = '01', from = 1, leftOn, cin }: MemberWishes,
): Promise<TestMember[]> {
  const members: TestMember[] = []
  await site.app.db.transaction({ as: 'system' }, async (tx) => {
    for (let index = from; index < from + count; index += 1) {
      const number = String(200_000 + index).padStart(9, '0')
      const lastName = `${lastNames[index % 8]}`
      const firstName = `${firstNames[Math.floor(index / 8) % 8]}`
      const { id } = await tx
        .insertInto('memberships')
        .values({
          employer_id: employer.id,
          category,
          member_number: number,
          last_name: lastName,
          first_name: firstName,
          staff_number: `E${String(index).padStart(3, '0')}`,
          sex: index % 2 === 0 ? 'F' : 'M',
          nationality: 'M',
          joined_on: '2015-01-01',
          born_on: '1985-07-15',
          family_situation: 'M',
          children: 2,
          identity_sealed: cin ? site.app.keyring.seal(cin(index)) : null,
          identity_key: null,
          cnss_number: '123456785',
          left_on: leftOn ?? null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      members.push({ id, number, lastName, firstName })
    }
  })
  return members
}

/** What was declared for a quarter, as if it had been sent then: one salary a member, in dirhams. */
export async function aSentDeclaration(
  site: Setting,
  employer: TestEmployer,
  declarant: TestPerson,
  {
    quarter,
    category = '01',
    salaries,
  }: {
    readonly quarter: Quarter
    readonly category?: string
    readonly salaries: readonly { readonly member: TestMember; readonly dirhams: number }[]
  },
): Promise<string> {
  const rates = { employee: 600, employer: 780 }
  const lines = salaries.map(({ member, dirhams }) => {
    const salary = centimes(Math.round(dirhams * 100))
    return {
      member,
      salary,
      employee: applyRate(salary, rates.employee, halfUp),
      employer: applyRate(salary, rates.employer, halfUp),
    }
  })
  const sum = (of: (line: (typeof lines)[number]) => bigint) =>
    lines.reduce((total, line) => total + of(line), 0n)
  return site.app.db.transaction({ as: 'system' }, async (tx) => {
    const { id } = await tx
      .insertInto('declarations')
      .values({
        employer_id: employer.id,
        category,
        year: quarter.year,
        quarter: quarter.quarter,
        state: 'sent',
        file_id: null,
        content_file_id: null,
        file_name: 'trimestre-precedent.txt',
        file_sha256: Buffer.alloc(32),
        layout: 'structure-190',
        encoding: 'utf-8',
        lines: lines.length,
        accepted_lines: lines.length,
        salary_centimes: sum((line) => line.salary),
        employee_centimes: sum((line) => line.employee),
        employer_centimes: sum((line) => line.employer),
        uploaded_by: declarant.id,
        uploaded_at: site.clock.now(),
        receipt_number: `R-${quarter.year}T${quarter.quarter}-${employer.number}-${category}`,
        sent_by: declarant.id,
        sent_at: site.clock.now(),
        deposit_id: null,
        replaces: null,
        source_lines: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [index, { member, salary, employee, employer: part }] of lines.entries()) {
      await tx
        .insertInto('declaration_lines')
        .values({
          declaration_id: id,
          employer_id: employer.id,
          line: index + 1,
          record_code: '2',
          member_number: member.number,
          last_name: member.lastName,
          first_name: member.firstName,
          exit_on: null,
          identity_key: null,
          employee_rate: rates.employee,
          employer_rate: rates.employer,
          salary_centimes: salary,
          employee_centimes: employee,
          employer_centimes: part,
          sex: 'F',
          nationality: 'M',
          joined_on: '2015-01-01',
          born_on: '1985-07-15',
          marital_status: 'M',
          children: 2,
          identity_sealed: null,
        })
        .execute()
    }
    return id
  })
}

/** One person of a company, as the fund knows them. Gives the identifier of the membership. */
export async function aMember(
  site: Setting,
  employer: TestEmployer,
  wishes: {
    readonly lastName: string
    readonly firstName: string
    readonly number?: string
    readonly state?: 'known' | 'provisional'
    readonly category?: string
    readonly bornOn?: string
    readonly cin?: string
  },
): Promise<string> {
  const { keyring } = site.app
  return site.app.db.transaction({ as: 'system' }, async (tx) => {
    const { id } = await tx
      .insertInto('memberships')
      .values({
        employer_id: employer.id,
        category: wishes.category ?? '01',
        member_number: wishes.number ?? '000123457',
        last_name: wishes.lastName,
        first_name: wishes.firstName,
        sex: 'M',
        nationality: 'M',
        joined_on: '2020-01-01',
        born_on: wishes.bornOn ?? '1990-01-01',
        family_situation: 'C',
        identity_sealed: wishes.cin ? keyring.seal(wishes.cin) : null,
        identity_key: wishes.cin ? identityKey(keyring, { kind: 'cin', number: wishes.cin }) : null,
        state: wishes.state ?? 'known',
        declared_at: site.clock.now(),
        left_on: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** The same salary declared and sent for these members: their careers, and what the company owes for it. */
export async function aQuarterOf(
  site: TestSite,
  employer: TestEmployer,
  members: readonly string[],
  told: { readonly quarter: string; readonly salary: string; readonly category?: string },
): Promise<void> {
  const { year, quarter } = quarterFrom(told.quarter)
  const category = told.category ?? '01'
  const salary = dirhams(told.salary)
  const [employee, part] = [600, 780].map((rate) => applyRate(salary, rate, halfUp))
  const declarant = await aProfile(site, employer)
  const [declaration] = await site.database.ownerQuery<{ id: string }>(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding, lines,
        accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at, receipt_number, sent_by,
        sent_at)
      values ($1, $2, $3, $4, 'sent', 'f', '\\x00', 'structure-190', 'utf-8', $5, $5, $6, $7, $8, $9, now(), $10, $9, now())
      returning id`,
    [
      employer.id,
      category,
      year,
      quarter,
      members.length,
      salary * BigInt(members.length),
      (employee ?? 0n) * BigInt(members.length),
      (part ?? 0n) * BigInt(members.length),
      declarant.id,
      `R-${told.quarter}-${employer.number}-${category}`,
    ],
  )
  for (const member of members)
    await site.database.ownerQuery(
      `insert into careers (employer_id, category, year, quarter, membership_id, declaration_id, salary_centimes,
        employee_centimes, employer_centimes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [employer.id, category, year, quarter, member, declaration?.id, salary, employee, part],
    )
  await declared(site, employer, {
    quarter: told.quarter,
    category,
    employee: decimalString(centimes((employee ?? 0n) * BigInt(members.length))),
    employer: decimalString(centimes((part ?? 0n) * BigInt(members.length))),
    declarationId: declaration?.id ?? '',
    on: lastDay(quarterFrom(told.quarter)),
  })
}
