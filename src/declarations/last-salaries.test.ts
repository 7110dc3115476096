import { afterAll, beforeAll, expect, it } from 'vitest'
import { anEmployer, aProfile, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { listSalaries } from './store/declarations.ts'

let site: TestSite
let employer: TestEmployer
beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { categories: ['01', '02'] })
  const { id } = await aProfile(site, employer, { categories: ['01', '02'] })
  for (const [category, salary] of Object.entries({ '01': 900_000, '02': 4_000_000 })) {
    await site.database.ownerQuery(
      `with sent as (insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout,
          encoding, lines, accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at,
          receipt_number, sent_by, sent_at)
        values ($1, $2, 2024, 3, 'sent', 'x', $3, 'x', 'x', 1, 1, $4, 0, 0, $5, now(), $6, $5, now()) returning id)
      insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
        employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes, sex, nationality)
      select id, $1, 1, '2', '000100001', 'X', 'Y', 600, 780, $4, 0, 0, 'F', 'M' from sent`,
      [employer.id, category, Buffer.alloc(32), salary, id, `R-${employer.number}-${category}`],
    )
  }
})
afterAll(() => site.close())

it.each([
  ['01', 900_000n],
  ['02', 4_000_000n],
])(
  'somebody of two categories is compared, in category %s, with its own last salary',
  async (category, salary) => {
    const found = await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      listSalaries(tx, employer.id, { category, quarter: { year: 2024, quarter: 3 } }),
    )
    expect(found.get('000100001')).toBe(salary)
  },
)
