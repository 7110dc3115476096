import type { BandProps } from '../../web/components/band.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

/** The short band of the Télédéclaration. */
export function useDeclarationBand(): BandProps {
  const { words, visitor } = useVisit()
  return {
    label: words.declarations.band,
    cells: [
      ...(visitor?.board
        ? [{ label: words.declarations.companies, href: paths.declarations.board() }]
        : []),
      ...(visitor?.employer
        ? [
            { label: words.declarations.calendar, href: paths.declarations.calendar() },
            { label: words.declarations.receipts, href: paths.declarations.receipts() },
          ]
        : []),
    ],
  }
}
