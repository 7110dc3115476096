import type { Quarter } from '../calendar/index.ts'
import {
  type CheckContext,
  type CheckReport,
  type CheckResult,
  checkContribution,
  checkEbds,
  checkExitCode,
  checkReport,
  checkReportText,
  fixContribution,
  fixReportText,
  type Language,
} from './checking/index.ts'

/** What the person in front of a terminal may say of a file beside its content. */
export interface FileFacts {
  readonly employerNumber?: string | undefined
  readonly category?: string | undefined
  readonly quarter?: Quarter | undefined
}

export interface FileVerdict {
  /** 0 nothing blocking, 1 blocking findings, 2 the file cannot be read as a declaration. */
  readonly exitCode: 0 | 1 | 2
  readonly report: (language: Language) => CheckReport
  readonly text: (language: Language) => string
}

/**
 * Checks a contribution file by the portal's rules, with no portal and no database: what the file alone can tell, and what
 * could not be checked is said (product D3, X5). The CNSS's own file, which the portal does not take, is checked by its rules.
 */
export async function checkFile(bytes: Uint8Array, facts: FileFacts): Promise<FileVerdict> {
  return verdictOf(await check(bytes, facts))
}

export interface FixedFile extends FileVerdict {
  readonly bytes: Uint8Array
  /** How many corrections were made, and how many findings are left. */
  readonly summary: (language: Language) => string
}

/** The same file with every safe correction made, and the verdict on it. */
export async function fixFile(bytes: Uint8Array, facts: FileFacts): Promise<FixedFile> {
  const fixed = await fixContribution(bytes, (one) => check(one, facts))
  return {
    ...verdictOf(fixed.result),
    bytes: fixed.bytes,
    summary: (language) => fixReportText(fixed, language),
  }
}

async function check(bytes: Uint8Array, facts: FileFacts): Promise<CheckResult> {
  return checkEbds(bytes) ?? (await checkContribution(bytes, contextOf(facts)))
}

function verdictOf(result: CheckResult): FileVerdict {
  return {
    exitCode: checkExitCode(result),
    report: (language) => checkReport(result, language),
    text: (language) => checkReportText(result, language),
  }
}

function contextOf({ employerNumber, quarter, category }: FileFacts): CheckContext {
  const categoryCodes = category === undefined ? undefined : [category]
  return { employerNumber, quarter, categoryCodes }
}
