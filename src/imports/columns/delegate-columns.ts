import { choice, several } from './cells.ts'
import { employerNumberColumn } from './employer-columns.ts'
import type { ImportColumn } from './import-column.ts'
import { personColumns } from './person-columns.ts'

/**
 * The personne déléguée of one company, with what its subscription asks: identity, function, how to reach them, the services
 * and the payment option (leaflet, Abonnement; product A3).
 */
export const delegateColumns: readonly ImportColumn[] = [
  employerNumberColumn,
  ...personColumns,
  {
    field: 'services',
    header: 'Téléservices',
    aliases: ['Services', 'Abonnements'],
    needed: true,
    example: 'Télédéclaration, Compte Adhérent, E@syPaiement',
    read: several({
      declaration: ['Télédéclaration', 'Déclaration'],
      employer_account: ['Compte Adhérent'],
      payment: ['E@syPaiement', 'EasyPaiement', 'Paiement'],
      liquidation: ['e-Liquidation@', 'e-Liquidation', 'Liquidation'],
    }),
  },
  {
    field: 'paymentOption',
    header: 'Option de paiement',
    aliases: ['Mode de paiement', 'Paiement des contributions'],
    example: 'Prélèvement cas par cas',
    read: choice({
      case_by_case: ['Prélèvement cas par cas', 'Cas par cas'],
      systematic: ['Prélèvement systématique', 'Systématique'],
      transfer: ['Virement'],
    }),
  },
]
