export { allocate } from './allocate.ts'
export { applyRate, halfUp, type Rounding } from './apply-rate.ts'
export {
  add,
  centimes,
  compareDirhams,
  type Dirhams,
  negate,
  signed,
  subtract,
  sum,
  zeroDirhams,
} from './dirhams.ts'
export { decimalString, formatDirhams, formatDirhamsBare } from './format-dirhams.ts'
export {
  type DirhamsMistake,
  largestDirhams,
  type ParsedDirhams,
  parseDirhams,
  parseTypedDirhams,
} from './parse-dirhams.ts'
export { typedNumber, westernDigits } from './western-digits.ts'
