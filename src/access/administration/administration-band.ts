import type { BandProps } from '../../web/components/band.tsx'
import { paths } from '../../web/paths.ts'
import type { Words } from '../../web/words/index.ts'
import { cells } from './cell.ts'
import { type Administration, looksGone, waitingCells } from './read-administration.ts'

/** The orange band of the leaflet: five numbered cells, then «Profils +»; a dot where something waits (product A2). */
export function administrationBand(words: Words, administration: Administration): BandProps {
  const { administration: own } = words
  const waiting = waitingCells(administration)
  return {
    label: own.space,
    cells: [
      {
        number: 1,
        label: own.cells.information,
        href: paths.administration.information(),
        waiting: administration.isListDue || someoneLooksGone(administration),
      },
      ...cells.map((cell, index) => ({
        ...(cell === 'profils' ? { apart: true } : { number: index + 2 }),
        label: own.cells[cell],
        href: paths.administration.users({ cell }),
        waiting: waiting.has(cell),
      })),
    ],
  }
}

function someoneLooksGone(administration: Administration): boolean {
  return administration.users.some(({ user }) => looksGone(administration, user) !== undefined)
}
