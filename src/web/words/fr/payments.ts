/** Sentences of E@syPaiement that a rule answers with. */
export const paymentsRefusals = {
  'payments.not_a_validator':
    'Votre profil ne permet plus de confirmer. Adressez-vous à l’Administrateur des Utilisateurs de votre entreprise.',
  'payments.not_a_maker':
    'Votre profil ne permet plus d’établir un ordre. Adressez-vous à l’Administrateur des Utilisateurs de votre entreprise.',
  'payments.maker_cannot_confirm':
    'Vous avez établi ou modifié cet ordre\u00a0: une autre personne doit le confirmer.',
  'payments.already_confirmed':
    'Vous avez déjà confirmé cet ordre. Il attend maintenant une autre personne.',
  'payments.changed_since_shown':
    'Cet ordre a changé depuis que vous l’avez ouvert. Relisez-le avant de le confirmer.',
  'payments.expired':
    'Cet ordre a expiré sans être confirmé. Demandez à l’Ordonnateur d’en établir un autre.',
  'payments.no_longer_open':
    'Cet ordre n’attend plus de confirmation. Son histoire dit ce qu’il est devenu.',
  'payments.not_confirmed':
    'Cet ordre n’a pas toutes ses confirmations\u00a0: il ne peut pas partir à la banque.',
  'payments.never_collected':
    'Cet ordre n’est jamais parti à la banque\u00a0: elle ne peut pas y répondre.',
}
