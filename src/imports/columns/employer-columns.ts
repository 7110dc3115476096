import { choice, day, digits, email, ice, phone, text } from './cells.ts'
import { type ImportColumn, refused } from './import-column.ts'

/** The company of the examples: no company has this number, and a line left as it was downloaded creates none. */
const exampleNumber = '000000'

export const employerNumberColumn: ImportColumn = {
  field: 'employerNumber',
  header: 'N° Adhérent',
  aliases: ['Adhérent', 'Numéro adhérent', 'N° d’adhérent'],
  key: true,
  example: exampleNumber,
  read: (cell) => {
    const found = digits(6)(cell)
    return found.ok && found.value === exampleNumber ? refused('example_row', cell) : found
  },
}

/** A member company. */
export const employerColumns: readonly ImportColumn[] = [
  employerNumberColumn,
  {
    field: 'name',
    header: 'Raison sociale',
    aliases: ['Entreprise', 'Nom', 'Dénomination', 'Société'],
    needed: true,
    example: 'Conserveries du Souss SA',
    read: text(200),
  },
  {
    field: 'joinedOn',
    header: 'Date d’adhésion',
    aliases: ['Adhésion', 'Date adhésion', 'Adhérente depuis'],
    needed: true,
    example: '01/07/2012',
    read: day,
  },
  {
    field: 'ice',
    header: 'ICE',
    aliases: ['Identifiant commun de l’entreprise', 'N° ICE'],
    mayBeEmptied: true,
    example: '001561191000066',
    read: ice,
  },
  {
    field: 'address',
    header: 'Adresse',
    aliases: [],
    mayBeEmptied: true,
    example: '12, rue des Orangers',
    read: text(200),
  },
  {
    field: 'city',
    header: 'Ville',
    aliases: [],
    mayBeEmptied: true,
    example: 'Agadir',
    read: text(100),
  },
  {
    field: 'phone',
    header: 'Téléphone',
    aliases: ['Tél', 'N° de téléphone'],
    mayBeEmptied: true,
    example: '05 28 00 00 00',
    read: phone,
  },
  {
    field: 'email',
    header: 'E-mail',
    aliases: ['Email', 'Mail', 'Courriel', 'Adresse e-mail'],
    mayBeEmptied: true,
    example: 'contact@conserveries.example',
    read: email,
  },
  {
    field: 'state',
    header: 'État',
    aliases: ['Statut', 'Situation'],
    example: 'Adhérente',
    read: choice({
      active: ['Adhérente', 'Adhérent', 'Active', 'Actif', 'A'],
      closed: ['Radiée', 'Radié', 'Fermée', 'R'],
    }),
  },
]

export const categoryColumn: ImportColumn = {
  field: 'category',
  header: 'Catégorie',
  aliases: ['N° catégorie', 'Numéro catégorie'],
  key: true,
  example: '01',
  read: digits(2),
}
