/** Refused: the line is not applied. To check: it is, and somebody should look. */
export type ImportSeverity = 'refused' | 'to_check'

/** Everything that an import can say of a line, with its weight; a code without its sentences does not compile. */
const findingSeverities = {
  file_empty: 'refused',
  file_not_text: 'refused',
  encoding_utf16: 'refused',
  nul_bytes: 'refused',
  header_missing: 'refused',
  columns_missing: 'refused',
  column_twice: 'refused',
  too_many_lines: 'refused',
  column_unknown: 'to_check',

  row_too_long: 'refused',
  quote_unclosed: 'refused',
  quote_stray: 'refused',
  row_twice: 'refused',
  example_row: 'refused',
  needed_for_new: 'refused',

  hidden_character: 'refused',
  text_garbled: 'refused',
  text_too_long: 'refused',
  not_latin: 'refused',
  not_digits: 'refused',
  digits_too_long: 'refused',
  not_a_day: 'refused',
  birth_day_unknown: 'refused',
  not_a_rate: 'refused',
  rate_fraction: 'refused',
  choice_unknown: 'refused',
  children_unknown: 'refused',
  children_capped: 'to_check',
  email_malformed: 'refused',
  phone_malformed: 'refused',
  mobile_expected: 'refused',
  document_malformed: 'refused',
  document_unusual: 'to_check',
  ice_malformed: 'refused',
  ice_control: 'to_check',
  cnss_malformed: 'refused',
  identity_malformed: 'refused',
  key_missing: 'refused',
  cannot_be_emptied: 'refused',

  own_employer: 'refused',
  employer_unknown: 'refused',
  employer_closed: 'to_check',
  category_unknown: 'refused',
  category_out_of_range: 'to_check',
  rate_not_published: 'refused',
  employer_rate_differs: 'refused',
  employer_rate_missing: 'refused',
  until_before_from: 'refused',
  born_after_joined: 'refused',
  left_before_joined: 'refused',
  number_or_identity: 'refused',
  identity_has_number: 'refused',
  delegate_in_office: 'refused',
  person_of_closed: 'refused',
  person_is_agent: 'refused',
  person_other_name: 'refused',
  user_exists: 'refused',
  delegate_missing: 'refused',
  service_missing: 'refused',
  category_inactive: 'refused',
  scope_missing: 'refused',
  powers_missing: 'refused',
  grant_not_of_service: 'refused',
  subscription_waits: 'refused',

  exists_meanwhile: 'refused',
  changed_meanwhile: 'refused',
} as const satisfies Record<string, ImportSeverity>

export type ImportCode = keyof typeof findingSeverities

export interface ImportFinding {
  /** Counted from 1 in the file as it came; 0 when it concerns the whole file. */
  readonly line: number
  /** Counted from 1; 0 when it concerns the whole line. */
  readonly column: number
  /** The field, empty when it concerns the whole line. */
  readonly field: string
  readonly code: ImportCode
  readonly severity: ImportSeverity
  readonly value: string
  /** What the cell should hold, only where it is safe to propose. */
  readonly correction: string | null
  readonly params: Readonly<Record<string, string>>
}

export interface Remark {
  readonly code: ImportCode
  readonly value?: string
  readonly correction?: string | null | undefined
  readonly params?: Readonly<Record<string, string>>
}

const longestValue = 80

export function findingAt(
  place: { readonly line: number; readonly column: number; readonly field: string },
  remark: Remark,
): ImportFinding {
  return {
    ...place,
    code: remark.code,
    severity: findingSeverities[remark.code],
    value: shorten(remark.value ?? ''),
    correction: remark.correction ?? null,
    params: remark.params ?? {},
  }
}

function shorten(value: string): string {
  const plain = value.replaceAll('\0', '')
  return plain.length <= longestValue ? plain : `${plain.slice(0, longestValue - 1)}…`
}
