/** Words of «Compte Adhérent». */
export const ledger = {
  band: 'Compte Adhérent',
  mails: {
    brokenSubject: 'Un compte adhérent ne correspond plus à ses écritures',
    broken: (breaks: number) =>
      breaks > 1
        ? `Le contrôle de cette nuit a trouvé ${breaks} différences dans les comptes suivants.`
        : 'Le contrôle de cette nuit a trouvé une différence dans le compte suivant.',
    account: 'Compte',
    brokenNext:
      'Ces écritures ne se modifient pas depuis le portail : quelqu’un a changé la base de données. Prévenez le responsable de la sécurité et n’y touchez pas. Le détail s’obtient sur le serveur par cette commande.',
  },
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
