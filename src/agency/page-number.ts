/** A page number of an address; nonsense is the first page. */
export function pageNumber(asked: string | undefined): number {
  const number = Number(asked)
  return Number.isSafeInteger(number) && number > 0 ? number : 1
}
