import { choice, numbers, several } from './cells.ts'
import { employerNumberColumn } from './employer-columns.ts'
import type { ImportColumn } from './import-column.ts'
import { personColumns } from './person-columns.ts'

/** A user of one company for one service, as the form of their delegate asks (leaflet, «Créer les comptes d'accès»). */
export const userColumns: readonly ImportColumn[] = [
  employerNumberColumn,
  {
    field: 'service',
    header: 'Téléservice',
    aliases: ['Service'],
    key: true,
    example: 'Télédéclaration',
    read: choice({
      declaration_internal: ['Télédéclaration', 'Déclaration'],
      employer_account: ['Compte Adhérent'],
      payment: ['E@syPaiement', 'EasyPaiement', 'Paiement'],
      liquidation: ['e-Liquidation@', 'e-Liquidation', 'Liquidation'],
    }),
  },
  ...personColumns,
  {
    field: 'mode',
    header: 'Mode de déclaration',
    aliases: ['Mode'],
    example: 'Fichier préparé',
    read: choice({
      prepared_file: ['Fichier préparé', 'Fichier'],
      form: ['Formulaire de Saisie', 'Formulaire', 'Saisie'],
    }),
  },
  {
    field: 'categories',
    header: 'Catégories',
    aliases: ['Catégorie'],
    example: '01, 02',
    read: numbers(2),
  },
  {
    field: 'powers',
    header: 'Profil',
    aliases: ['Profils'],
    example: '',
    read: several({ maker: ['Ordonnateur'], validator: ['Validateur'] }),
  },
]
