import { exampleLine } from '../../src/declarations/checking/example-line.ts'
import type { RecordField } from '../../src/declarations/checking/fields.ts'
import { structure190 } from '../../src/declarations/checking/layouts/structure-190.ts'
import type { TestEmployer } from './factories.ts'
import type { TestSite } from './site.ts'

export interface LargeFile {
  readonly text: string
  /** The lines as they should have been. */
  readonly good: readonly string[]
}

/** How a payroll program spoils a line, and on how many of them. Twelve kinds, five hundred lines. */
const spoilings: readonly (readonly [count: number, spoil: (line: string) => string])[] = [
  [150, (line) => put(line, 'bornOn', '19850715')],
  [85, (line) => put(line, 'memberNumber', line.slice(9, 18).replace(/^0+/, '').padStart(9, ' '))],
  [70, (line) => put(line, 'salary', `O${at(line, 'salary').slice(1)}`)],
  [60, (line) => put(line, 'employeeRate', '0060')],
  [45, (line) => put(line, 'salary', '36000.25  ')],
  [30, (line) => `"${line}"`],
  [25, (line) => line.slice(0, 135) + line.slice(136)],
  [4, (line) => put(line, 'sex', '1')],
  [4, (line) => put(line, 'joinedOn', '00000000')],
  [4, (line) => put(line, 'salary', ' '.repeat(10))],
  [3, (line) => `7${line.slice(1)}`],
  [20, (line) => put(line, 'salary', '0000000000')],
]

/** A file of one category with lines spoiled in every usual way, and members whom the fund knows. */
export async function aLargeFile(
  site: TestSite,
  employer: TestEmployer,
  { lines, year = '2024', quarter = '3' }: { lines: number; year?: string; quarter?: string },
): Promise<LargeFile> {
  const good = Array.from({ length: lines }, (_, index) =>
    exampleLine({
      employerNumber: employer.number,
      memberNumber: numberOf(index),
      lastName: lastNames[index % lastNames.length] ?? '',
      firstName: firstNames[index % firstNames.length] ?? '',
      staffNumber: String(index + 1).padStart(6, '0'),
      identityNumber: `BE${String(100_000 + index)}`,
      salary: String(1_800_000 + (index % 900) * 2500).padStart(10, '0'),
      email: '',
      quarter,
      year,
    }),
  )
  await site.database.ownerQuery(
    `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
       born_on, family_situation)
     select $1, '01', number, last_name, first_name, 'F', 'M', '2010-03-01', '1985-07-15', 'M'
     from unnest($2::text[], $3::text[], $4::text[]) as one (number, last_name, first_name)`,
    [
      employer.id,
      good.map((line) => at(line, 'memberNumber')),
      good.map((line) => at(line, 'lastName').trim()),
      good.map((line) => at(line, 'firstName').trim()),
    ],
  )
  return {
    text: spoiled(good)
      .map((line) => `${line}\r\n`)
      .join(''),
    good,
  }
}

/** Every twentieth line or so, kind after kind. */
function spoiled(good: readonly string[]): string[] {
  const total = spoilings.reduce((sum, [count]) => sum + count, 0)
  const step = Math.max(1, Math.floor(good.length / total))
  const lines = [...good]
  let next = step - 1
  for (const [count, spoil] of spoilings) {
    for (let done = 0; done < count && next < lines.length; done++, next += step)
      lines[next] = spoil(lines[next] ?? '')
  }
  return lines
}

const numberOf = (index: number) => String(100_000 + index).padStart(9, '0')

type Field = RecordField

function at(line: string, field: Field): string {
  const { position, length } = structure190.at[field]
  return line.slice(position - 1, position - 1 + length)
}

function put(line: string, field: Field, text: string): string {
  const { position, length } = structure190.at[field]
  return line.slice(0, position - 1) + text + line.slice(position - 1 + length)
}

const lastNames = ['EL AMRANI', 'BENNANI', 'TAZI', 'CHRAIBI', 'OUAZZANI', 'SLAOUI', 'BERRADA']
const firstNames = [
  'FATIMA ZAHRA',
  'YOUSSEF',
  'SALMA',
  'OMAR',
  'KHADIJA',
  'AMINE',
  'NAJAT',
  'HICHAM',
  'LEILA',
]
