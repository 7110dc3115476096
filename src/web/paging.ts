/** A page number of an address; nonsense is the first page. */
export function pageNumber(asked: string | undefined): number {
  const number = Number(asked)
  return Number.isSafeInteger(number) && number > 0 ? number : 1
}

export interface Paging {
  readonly page: number
  readonly pages: number
  readonly limit: number
  readonly offset: number
}

/** Where a page stands in a list of so many; one past the end is the last. */
export function pagingOf(count: number, asked: number, limit: number): Paging {
  const pages = Math.max(1, Math.ceil(count / limit))
  const page = Math.min(asked, pages)
  return { page, pages, limit, offset: (page - 1) * limit }
}
