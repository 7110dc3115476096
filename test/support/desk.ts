import { exampleLine } from '../../src/declarations/checking/example-line.ts'
import type { RecordField } from '../../src/declarations/checking/fields.ts'
import { aClerkEachTime, sendFile } from './declaring.ts'
import type { Screen } from './visitor.ts'

export type Changes = Partial<Record<RecordField, string>>

/** A clerk each time, who sends lines of the 3rd quarter 2024 to the desk. */
export function aDeskEachTime() {
  const setting = aClerkEachTime()

  const line = (changes: Changes = {}): string =>
    exampleLine({ employerNumber: setting.atlas.number, ...changes })

  const send = (...lines: readonly string[]): Promise<Screen> =>
    sendFile(
      setting.clerk,
      { category: '01', quarter: '2024T3' },
      lines.map((one) => `${one}\r\n`).join(''),
    )

  /** Everybody in it is known, so that nothing is asked about them. */
  async function known(count: number): Promise<Changes[]> {
    const members = Array.from({ length: count }, (_, index) => ({
      memberNumber: String(200_001 + index).padStart(9, '0'),
      identityNumber: `BE${200_001 + index}`,
    }))
    await setting.site.database.ownerQuery(
      `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
         born_on, family_situation)
       select $1, '01', number, 'EL AMRANI', 'FATIMA ZAHRA', 'F', 'M', '2010-03-01', '1985-07-15', 'M'
       from unnest($2::text[]) as one (number)`,
      [setting.atlas.id, members.map(({ memberNumber }) => memberNumber)],
    )
    return members
  }

  /** The lines as they are kept, with what was corrected. */
  async function contentOf(check: Screen): Promise<string[]> {
    const rows = await setting.site.database.ownerQuery<{ sha256: Buffer }>(
      `select f.sha256 from declarations d join files f on f.id = d.content_file_id where d.id = $1`,
      [addressOf(check).split('/').at(-1)],
    )
    const bytes = await setting.site.app.files.read(rows[0]?.sha256 ?? new Uint8Array())
    return bytes.toString('utf8').split('\r\n').slice(0, -1)
  }

  return { setting, line, send, known, contentOf }
}

/** Where a check is, whichever of its pages is shown. */
export function addressOf(check: Screen): string {
  return check.url.split('?')[0]?.replace(/(\/controles\/[^/]+).*/, '$1') ?? ''
}
