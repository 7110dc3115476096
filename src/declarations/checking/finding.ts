import type { FieldName } from './fields.ts'

/** Blocking: the line is not taken. To confirm: taken once someone says why. Information: taken as the sentence says. */
export type Severity = 'blocking' | 'to_confirm' | 'information'

/** Every finding the engine can make, with its weight. A code without its French and Arabic sentence does not compile. */
export const severities = {
  file_empty: 'blocking',
  file_not_text: 'blocking',
  encoding_utf16: 'blocking',
  nul_bytes: 'blocking',
  layout_unknown: 'blocking',
  file_of_other_employer: 'blocking',
  file_of_other_period: 'blocking',
  too_many_lines: 'blocking',
  encoding_windows_1252: 'information',
  line_ends_mixed: 'information',
  blank_line: 'information',
  findings_cut: 'information',

  line_too_short: 'blocking',
  line_too_long: 'blocking',
  line_trailing_blanks: 'information',
  line_quoted: 'blocking',
  line_counted_in_bytes: 'blocking',

  spreadsheet_protected: 'blocking',
  spreadsheet_macros: 'blocking',
  spreadsheet_links: 'blocking',
  spreadsheet_other_format: 'blocking',
  spreadsheet_too_large: 'blocking',
  spreadsheet_damaged: 'blocking',

  header_missing: 'blocking',
  columns_missing: 'blocking',
  column_twice: 'blocking',
  column_unknown: 'information',
  rows_above_header: 'information',
  row_too_long: 'blocking',
  total_row: 'blocking',
  quote_unclosed: 'blocking',
  quote_stray: 'blocking',
  field_too_long: 'blocking',
  cell_formula: 'blocking',
  cell_error: 'blocking',

  cnss_one_short: 'blocking',

  control_character: 'blocking',
  invisible_character: 'blocking',
  character_not_allowed: 'blocking',
  text_garbled: 'blocking',
  not_left_aligned: 'information',
  letter_lower_case: 'information',

  field_missing: 'blocking',
  not_digits: 'blocking',
  letter_in_number: 'blocking',
  other_digits: 'blocking',
  number_abbreviated: 'blocking',
  number_padded_with_spaces: 'blocking',

  record_code_unknown: 'blocking',
  employer_number_other: 'blocking',
  employers_several: 'information',
  category_blank: 'blocking',
  category_not_active: 'blocking',
  quarter_not_a_quarter: 'blocking',
  quarter_not_open: 'blocking',
  quarter_mixed: 'blocking',

  member_number_padded_right: 'to_confirm',
  member_number_replaced: 'information',
  newcomer_numbered: 'information',
  newcomer_may_be_known: 'to_confirm',
  newcomer_may_be_twice: 'to_confirm',
  member_under_two_numbers: 'to_confirm',
  member_duplicate: 'blocking',
  member_unknown: 'to_confirm',
  member_name_differs: 'to_confirm',
  member_missing: 'to_confirm',
  new_member: 'information',
  new_member_without_identity: 'to_confirm',
  identity_required: 'blocking',
  identity_repeated: 'blocking',
  identity_rewritten: 'information',
  identity_unusual: 'to_confirm',
  identity_padded_with_zeros: 'to_confirm',

  rate_not_published: 'blocking',
  rate_lost_zero: 'blocking',
  rate_not_of_category: 'blocking',

  name_missing: 'blocking',
  name_rewritten: 'information',
  name_padded_with_zeros: 'blocking',
  name_has_digits: 'to_confirm',
  name_split: 'to_confirm',
  name_not_split: 'blocking',
  name_not_latin: 'blocking',
  staff_number_unusual: 'information',
  sex_unknown: 'blocking',
  nationality_unknown: 'blocking',
  marital_status_unknown: 'to_confirm',
  children_unknown: 'to_confirm',
  cnss_missing: 'information',
  cnss_malformed: 'to_confirm',
  cnss_check_digit: 'to_confirm',
  mobile_malformed: 'information',
  email_malformed: 'information',
  email_too_long: 'information',

  date_missing: 'blocking',
  date_impossible: 'blocking',
  date_iso_order: 'blocking',
  date_serial: 'blocking',
  date_short_year: 'blocking',
  birth_day_unknown: 'to_confirm',
  joined_before_birth: 'blocking',
  joined_after_quarter: 'blocking',
  joined_under_18: 'to_confirm',
  exit_date_without_leaving: 'blocking',
  exit_date_missing: 'blocking',
  exit_after_quarter: 'blocking',
  exit_before_joining: 'blocking',

  salary_missing: 'blocking',
  salary_negative: 'blocking',
  salary_decimal_point: 'blocking',
  salary_decimals: 'blocking',
  salary_zero: 'to_confirm',
  salary_lost_zeros: 'to_confirm',
  salary_left_aligned: 'to_confirm',
  salary_unusually_low: 'to_confirm',
  salary_unusually_high: 'to_confirm',
  salary_variation: 'to_confirm',
  total_variation: 'to_confirm',
  tranche_one_over_ceiling: 'blocking',

  layout_of_the_cnss: 'blocking',
  bds_record_unknown: 'blocking',
  bds_record_out_of_order: 'blocking',
  bds_record_missing: 'blocking',
  bds_blanks_missing: 'blocking',
  bds_transfer_missing: 'blocking',
  bds_affiliate_key: 'to_confirm',
  bds_affiliate_mixed: 'blocking',
  bds_period_wrong: 'blocking',
  bds_period_mixed: 'blocking',
  bds_insured_twice: 'blocking',
  bds_too_many_days: 'blocking',
  bds_capped_over_salary: 'blocking',
  bds_capped_over_ceiling: 'blocking',
  bds_low_salary: 'to_confirm',
  bds_situation_unknown: 'blocking',
  bds_situation_missing: 'blocking',
  bds_unpaid_with_salary: 'blocking',
  bds_family_over_net: 'blocking',
  bds_family_not_whole: 'blocking',
  bds_control_sum: 'blocking',
  bds_total_differs: 'blocking',
} as const satisfies Record<string, Severity>

export type FindingCode = keyof typeof severities

/** What concerns the file as a whole: its sentence names no line. */
export const wholeFileCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'file_empty',
  'file_not_text',
  'encoding_utf16',
  'layout_unknown',
  'file_of_other_employer',
  'file_of_other_period',
  'spreadsheet_protected',
  'spreadsheet_macros',
  'spreadsheet_links',
  'spreadsheet_other_format',
  'spreadsheet_too_large',
  'spreadsheet_damaged',
  'header_missing',
  'columns_missing',
  'column_twice',
  'column_unknown',
  'rows_above_header',
  'line_ends_mixed',
  'findings_cut',
  'employers_several',
  'member_missing',
  'total_variation',
  'layout_of_the_cnss',
  'bds_record_missing',
])

export type FindingParams = Readonly<Record<string, string>>

export interface Finding {
  /** Counted from 1 in the file as it came; 0 when it concerns the whole file, such as a member left out. */
  readonly line: number
  /** Counted from 1 inside that line; 0 with line 0. */
  readonly column: number
  /** Nothing when the line itself is wrong: its length, its quotes, its line end. */
  readonly field: FieldName | null
  readonly code: FindingCode
  readonly severity: Severity
  /** What was read there, shortened when very long. */
  readonly value: string
  /** What the field should hold, padding included; the whole line when there is no field. Only where it is safe to propose. */
  readonly correction?: string
  readonly params?: FindingParams
}

export interface FindingDetails {
  readonly value?: string | undefined
  readonly correction?: string | undefined
  readonly params?: FindingParams | undefined
  /** How far into the field the trouble begins. */
  readonly offset?: number | undefined
}

const longestValue = 80

/** Written out: a file whose every line has a doubt makes a hundred thousand of them. */
export function finding(
  { line, column, field }: Pick<Finding, 'line' | 'column' | 'field'>,
  code: FindingCode,
  { value = '', correction, params }: FindingDetails = {},
): Finding {
  const severity = severities[code]
  const shown = shorten(value)
  if (correction === undefined) {
    if (params === undefined) return { line, column, field, code, severity, value: shown }
    return { line, column, field, code, severity, value: shown, params }
  }
  if (params === undefined) return { line, column, field, code, severity, value: shown, correction }
  return { line, column, field, code, severity, value: shown, correction, params }
}

function shorten(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue - 1)}…`
}
