/** Why a confirmed order stays behind, to whom to speak, and what comes next: for its company and for the agents alike. */
export const holds = {
  tag: 'Retenu',
  title: 'Cet ordre n’est pas parti à la banque',
  foreseen: 'En l’état, cet ordre ne partira pas à la banque',
  since: (day: string) => `Retenu le ${day}`,
  whyLabel: 'Pourquoi',
  whoLabel: 'À qui s’adresser',
  nextLabel: 'Que faire',
  solved:
    'Ce qui le retenait est réglé\u00a0: l’ordre part avec le prochain fichier de l’Agence Virtuelle.',
  why: {
    not_confirmed:
      'Une confirmation donnée ne compte plus\u00a0: la personne n’est plus Validateur, ou n’a jamais confirmé ce texte.',
    account_closed: 'Le compte à prélever n’est plus ouvert dans le portail.',
    mandate_ended:
      'Le mandat de prélèvement de ce compte a pris fin ou a été refusé, ou il est gelé depuis un rejet de la banque.',
    mandate_unsigned: 'Le mandat de prélèvement de ce compte n’est pas encore signé et validé.',
    mandate_waiting: 'Le mandat de prélèvement de ce compte est encore dans son délai de sécurité.',
    mandate_changed:
      'Le compte est maintenant prélevé sous un autre mandat que celui qui a été confirmé.',
    dues_not_open: 'Une échéance de cet ordre a changé ou est déjà réglée, en tout ou en partie.',
    not_systematic:
      'Le mandat de prélèvement systématique ou l’option de paiement a changé depuis l’annonce.',
  },
  who: {
    not_confirmed: 'Un autre Validateur de l’entreprise.',
    account_closed: 'L’Administrateur des Utilisateurs de l’entreprise.',
    mandate_ended: 'L’Administrateur des Utilisateurs de l’entreprise.',
    mandate_unsigned: 'L’Administrateur des Utilisateurs de l’entreprise.',
    mandate_waiting: 'Personne\u00a0: il suffit d’attendre.',
    mandate_changed: 'Un Ordonnateur de l’entreprise.',
    dues_not_open: 'Un Ordonnateur de l’entreprise.',
    not_systematic: 'L’Administrateur des Utilisateurs de l’entreprise.',
  },
  next: {
    not_confirmed:
      'Un Validateur lit l’ordre et le confirme. Une fois complet, il part avec le fichier suivant.',
    account_closed:
      'Un Ordonnateur modifie l’ordre pour choisir un autre compte et un jour à venir, ou l’annule et règle par virement.',
    mandate_ended:
      'L’Administrateur des Utilisateurs fait préparer et signer un nouveau mandat dans «\u00a0Informations Générales\u00a0». Sans attendre, un Ordonnateur peut modifier l’ordre pour un autre compte, en choisissant un jour à venir, ou l’annuler et régler par virement.',
    mandate_unsigned:
      'L’Administrateur des Utilisateurs fait signer le mandat et le renvoie. Sans attendre, un Ordonnateur peut modifier l’ordre pour un autre compte, en choisissant un jour à venir, ou l’annuler et régler par virement.',
    mandate_waiting:
      'L’ordre part avec le premier fichier après ce délai. Pour payer plus tôt, un Ordonnateur choisit un autre compte et un jour à venir, ou annule l’ordre et règle par virement.',
    mandate_changed:
      'Un Ordonnateur ouvre «\u00a0Modifier l’ordre\u00a0» et l’enregistre, en choisissant un jour à venir\u00a0: il prend le nouveau mandat, et les Validateurs le confirment de nouveau.',
    dues_not_open:
      'Un Ordonnateur modifie l’ordre pour ne payer que ce qui reste dû, en choisissant un jour à venir, ou l’annule.',
    not_systematic:
      'Ce prélèvement sera retiré cette nuit, sans rien prélever\u00a0; ce qui reste dû se règle par virement, ou par un ordre d’E@syPaiement.',
  },
  mail: {
    subject: (reference: string) => `L’ordre ${reference} n’est pas parti à la banque`,
    text: (amount: string, day: string) =>
      `L’ordre de paiement de ${amount}, à prélever le ${day}, a été retenu au moment de partir à la banque. Rien n’a été prélevé.`,
    openInformation: 'Ouvrir «\u00a0Informations Générales\u00a0»',
    openUsers: 'Voir les utilisateurs d’E@syPaiement',
  },
}
