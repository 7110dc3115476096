import { types, type CustomTypesConfig } from 'pg'

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009

type Parser = (text: string) => unknown
const driverParser: (oid: number, format?: 'text' | 'binary') => Parser = types.getTypeParser
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver types its parsers as any.
const textArray = driverParser(TEXT_ARRAY) as (text: string) => (string | null)[]

/**
 * How columns come back: amounts as `bigint` (the driver says text), days as `YYYY-MM-DD` (the driver
 * makes a local midnight, which is the day before in UTC), instants as `Date`. Given to each
 * connection rather than set globally, because the job library reads its own tables the driver's way.
 */
export const columnTypes: CustomTypesConfig = { getTypeParser: parserFor }

function parserFor(oid: number, format?: 'text' | 'binary'): Parser {
  if (oid === INT8) return BigInt
  if (oid === INT8_ARRAY) return (text) => textArray(text).map(bigintOrNull)
  if (oid === DATE) return String
  if (oid === DATE_ARRAY) return textArray
  return driverParser(oid, format)
}

function bigintOrNull(text: string | null): bigint | null {
  return text === null ? null : BigInt(text)
}
