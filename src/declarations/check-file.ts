import type { Quarter } from '../calendar/index.ts'
import {
  type CheckReport,
  type CheckContext,
  checkContribution,
  checkEbds,
  checkExitCode,
  checkReport,
  checkReportText,
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
 * Checks a contribution file as the portal would on reception, with no portal and no database (product D3, X5). The CNSS's
 * own file, which the portal does not take, is checked by its rules.
 */
export async function checkFile(bytes: Uint8Array, facts: FileFacts): Promise<FileVerdict> {
  const result = checkEbds(bytes) ?? (await checkContribution(bytes, contextOf(facts)))
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
