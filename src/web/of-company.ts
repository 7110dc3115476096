import { useVisit } from './visit.ts'

/** In the address of a page or a file: whose it is. */
export const companyField = 'entreprise'

/** An address that says whose it is, for who works for several: another tab may have opened another company (product D9). */
export function useOfCompany(): (address: string) => string {
  const { visitor } = useVisit()
  const company = visitor?.board ? visitor.employer?.id : undefined
  if (company === undefined) return (address) => address
  return (address) => `${address}${address.includes('?') ? '&' : '?'}${companyField}=${company}`
}
