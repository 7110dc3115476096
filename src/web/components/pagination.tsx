import { useVisit } from '../visit.ts'
import { Chevron } from './chevron.tsx'

interface Props {
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

/** Before, where we are, after; nothing at all when everything fits on one page. */
export function Pagination({ page, pages, href }: Props) {
  const { words } = useVisit()
  if (pages < 2) return null
  return (
    <nav class="pagination" aria-label={words.frame.pages}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          <Chevron to="start" />
          {words.frame.previousPage}
        </a>
      ) : null}
      <span>{words.frame.pageOf(page, pages)}</span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {words.frame.nextPage}
          <Chevron to="end" />
        </a>
      ) : null}
    </nav>
  )
}
