export { applyCorrection } from './apply-correction.ts'
export { type ByteSource, bytesInMemory } from './byte-source.ts'
export {
  type CategoryTerms,
  type CheckContext,
  type CheckLimits,
  defaultLimits,
  type KnownMember,
} from './check-context.ts'
export { applyCorrections } from './corrections/apply-corrections.ts'
export { correctFixedLine } from './corrections/correct-fixed-line.ts'
export { type Fixed, fixContribution } from './corrections/fix-contribution.ts'
export { isSafe } from './corrections/safe-corrections.ts'
export {
  checkContribution,
  checkContributionInto,
  type OpenedContribution,
  openContribution,
} from './check-contribution.ts'
export {
  type CheckResult,
  type CheckSummary,
  checkBySteps,
  checkDeclaration,
  checkDeclarationInto,
  type Origin,
  type RefusedLine,
} from './check-declaration.ts'
export {
  type CheckReport,
  checkExitCode,
  checkReport,
  checkReportText,
  fixReportText,
  type ReportedFinding,
  type ReportedTotals,
} from './check-report.ts'
export type { CheckWords, Language } from './check-words.ts'
export {
  alKamilRates,
  alMounassibRates,
  publishedEmployerRate,
  type RatePair,
  trancheOneCeiling,
  trancheTwoOf,
  twoTrancheProduct,
} from './contribution-rates.ts'
export type { CheckSink } from './declaration-check.ts'
export type { CategoryTotals, DeclaredLine } from './declared-line.ts'
export { decodeDeclaration, type Encoding, type LineEnd } from './decode.ts'
export {
  cutLine,
  type FieldName,
  type FieldSpec,
  type FieldType,
  type FixedLayout,
  fieldNames,
  type LineField,
  type RawLine,
  type RecordField,
} from './fields.ts'
export { type Finding, type FindingCode, type Severity, severities } from './finding.ts'
export { checkEbds } from './ebds/check-ebds.ts'
export { type FindingGroup, groupFindings } from './group-findings.ts'
export { structure160 } from './layouts/structure-160.ts'
export { structure190 } from './layouts/structure-190.ts'
export { templateCsv, templateXlsx } from './layouts/template.ts'
export { checkWords, fieldLabel, findingAdvice, findingSentence } from './sentences.ts'
export { grandTotal } from './totals.ts'
export { type TextLayout, writeDeclaration } from './write-declaration.ts'
export {
  structure190FileName,
  type WritableLine,
  writeStructure190,
  writeStructure190Line,
} from './write-structure-190.ts'
