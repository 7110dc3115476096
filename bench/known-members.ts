import { withConnection } from '../src/platform/db/connection.ts'
import type { Backstage } from '../test/chaos/backstage.ts'

/** The fund knows everybody of `declarationFile`, as it does of any company but a new one. */
export async function know(
  { adminUrl }: Backstage,
  employerNumber: string,
  count: number,
): Promise<void> {
  await withConnection(adminUrl, async (admin) => {
    await admin.query(
      `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
         born_on, family_situation)
       select e.id, '01', lpad((1000000 + one)::text, 9, '0'), 'EL AMRANI', 'FATIMA ZAHRA', 'F', 'M', '2010-03-01',
         '1985-07-15', 'M'
       from employers e, generate_series(0, $2::integer - 1) as one where e.employer_number = $1`,
      [employerNumber, count],
    )
    await admin.query('analyze memberships')
  })
}
