import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Any valid number, as the network dials it: «06 61 23 45 67» is «+212661234567». */
export function parsePhone(typed: string): string | undefined {
  const number = parsePhoneNumberFromString(typed, 'MA')
  return number?.isValid() ? number.number : undefined
}

/** A mobile: Moroccan ones begin with 6 or 7; a foreign number is taken at its word. */
export function parseMobile(typed: string): string | undefined {
  const number = parsePhone(typed)
  return number?.startsWith('+212') && !/^\+212[67]/.test(number) ? undefined : number
}

/** «+212 661 23 45 67», as it is read aloud. */
export function formatPhone(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number
}
