import { choice, day, rate, text } from './cells.ts'
import { categoryColumn, employerNumberColumn } from './employer-columns.ts'
import type { ImportColumn } from './import-column.ts'

/** A category of staff of one company, with its product and rates. */
export const categoryColumns: readonly ImportColumn[] = [
  employerNumberColumn,
  categoryColumn,
  {
    field: 'label',
    header: 'Libellé',
    aliases: ['Intitulé', 'Nom', 'Personnel'],
    needed: true,
    example: 'Cadres',
    read: text(100),
  },
  {
    field: 'product',
    header: 'Produit',
    aliases: [],
    needed: true,
    example: 'Al Kamil',
    read: choice({
      al_kamil: ['Al Kamil', 'Kamil'],
      al_mounassib: ['Al Mounassib', 'Mounassib'],
      tcnss: ['TCNSS'],
    }),
  },
  {
    field: 'employeeRate',
    header: 'Taux salarial',
    aliases: ['Taux', 'Taux de cotisation salariale'],
    needed: true,
    example: '6,00 %',
    read: rate,
  },
  {
    field: 'employerRate',
    header: 'Taux patronal',
    aliases: ['Taux de cotisation patronale'],
    example: '7,80 %',
    read: rate,
  },
  {
    field: 'activeFrom',
    header: 'Active depuis',
    aliases: ['Depuis', 'Date d’effet', 'Active à partir du'],
    needed: true,
    example: '01/07/2012',
    read: day,
  },
  {
    field: 'activeUntil',
    header: 'Active jusqu’au',
    aliases: ['Jusqu’au', 'Date de fin', 'Fin'],
    mayBeEmptied: true,
    example: '',
    read: day,
  },
]
