/** Words of «Compte Adhérent». */
export const ledger = {
  band: 'Compte Adhérent',
}

export const ledgerRefusals = {
  'ledger.not_the_latest':
    'Cette écriture n’est plus la dernière de son trimestre. Annulez d’abord celle qui la suit.',
  'ledger.not_reversible':
    'Cette écriture découle d’une autre : elle suit d’elle-même la déclaration ou le paiement qui l’a causée.',
  'ledger.payment_unknown':
    'Ce paiement n’est pas inscrit au compte. Vérifiez sa référence, puis recommencez.',
  'ledger.payment_taken_back': 'Ce paiement a déjà été rejeté ou annulé : rien n’a changé.',
  'ledger.payment_already_arrived': 'Ce paiement est déjà encaissé : rien n’a changé.',
}
