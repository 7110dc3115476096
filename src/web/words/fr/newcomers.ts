/** Words of the agents about people: declared without a number, and read by somebody in great number. */
export const newcomers = {
  title: 'Matricules à confirmer',
  cell: 'Matricules',
  lead: (count: number, isNarrowed: boolean) =>
    count === 0
      ? 'Les personnes déclarées sans matricule attendent ici.'
      : `${count === 1 ? '1 personne déclarée sans matricule' : `${count} personnes déclarées sans matricule`}${isNarrowed ? ' pour cette recherche' : ''}, la plus ancienne d’abord. Leurs points attendent votre décision.`,
  search: 'Personne, entreprise, N° Adhérent ou matricule provisoire',
  none: 'Personne n’attend',
  noneText: 'Les prochaines personnes déclarées sans matricule apparaîtront ici.',
  noneFiltered: 'Personne ne correspond. Effacez les filtres pour voir tout le monde.',
  person: 'Nom et prénom',
  provisional: 'Matricule provisoire',
  number: 'Matricule',
  bornOn: 'Date de naissance',
  company: 'Entreprise',
  since: 'Déclarée',

  declaredBy: 'Déclarée par',
  field: 'Donnée',
  declared: 'Déclaré',
  known: 'Connu de la caisse',
  same: 'Identique',
  different: 'Différent',
  lastName: 'Nom',
  firstName: 'Prénom',
  sex: 'Sexe',
  sexes: { F: 'Femme', M: 'Homme' },
  nationality: 'Nationalité',
  nationalities: { M: 'Marocaine', A: 'Autre' },
  identity: 'N° CNIE',
  cnss: 'N° CNSS',
  compareTitle: (number: string) => `Comparaison avec le matricule ${number}`,
  attachText: (number: string) =>
    `Ses trimestres passeront sous le matricule ${number}. Cette décision ne se défait pas ici.`,
  attach: (number: string) => `C’est la même personne : rattacher au ${number}`,
  likelyTitle: 'Personnes déjà connues',
  likelyText:
    'Même pièce d’identité, même nom ou même date de naissance, dans toutes les entreprises. Ouvrez une personne pour la comparer.',
  searchKnown: 'Nom ou matricule',
  nobodyLike: 'Personne ne lui ressemble',
  nobodyLikeText: 'Cherchez par un autre nom, ou confirmez une nouvelle personne.',
  nobodyFound: 'Personne de ce nom ni de ce matricule',
  nobodyFoundText: 'Essayez le début du nom, ou les neuf chiffres du matricule.',
  likeness: 'Ressemblance',
  likenesses: {
    identity: 'Même pièce d’identité',
    name: 'Même nom, né le même jour',
    near: 'Né le même jour, nom proche',
  },
  newTitle: 'Nouvelle personne',
  newText: (number: string) =>
    `La caisse ne la connaît pas encore : le matricule ${number} devient le sien, ou un autre que la caisse lui donne.`,
  otherNumber: 'Autre matricule',
  otherNumberHint: (number: string) => `Vide : ${number} est confirmé.`,
  confirm: 'Confirmer le matricule',
  refuseTitle: 'Impossible de reconnaître cette personne',
  refuseText:
    'L’entreprise lit votre motif et corrige dans sa prochaine déclaration. Jusque-là, ces trimestres ne donnent pas de points.',
  refuseNote: 'Ce que l’entreprise doit corriger',
  refuseNoteHint: 'Une phrase : la date de naissance ne correspond pas à la CNIE, par exemple.',
  refuse: 'Refuser et prévenir l’entreprise',
  wasDecided: 'Déjà décidé',
  wasDecidedText: 'Cette personne a son matricule : rien n’est plus à décider.',
  wasRefused: 'Refusée : l’entreprise doit corriger',
  done: {
    confirm: (name: string) => `Matricule confirmé : ${name}. L’entreprise est prévenue.`,
    attach: (name: string) =>
      `${name} est rattaché à la personne connue. L’entreprise est prévenue.`,
    refuse: (name: string) => `${name} n’est pas reconnu. L’entreprise est prévenue.`,
  },
  mistakes: {
    number: 'Un matricule a neuf chiffres au plus, qui ne sont pas tous des zéros. Corrigez-le.',
    note: 'Écrivez ce que l’entreprise doit corriger.',
    noteTooLong: 'Le motif est trop long : 300 caractères au plus.',
  },
  mail: {
    subject: (count: number) =>
      count === 1
        ? 'Une personne que vous avez déclarée sans matricule'
        : `${count} personnes que vous avez déclarées sans matricule`,
    hello: (name: string) => `Bonjour ${name},`,
    confirmed: (count: number) =>
      count === 1
        ? 'L’Agence Virtuelle a confirmé le matricule de cette personne :'
        : 'L’Agence Virtuelle a confirmé les matricules de ces personnes :',
    next: 'Reportez-le dans votre logiciel de paie. Le Fichier Préétabli et le formulaire du prochain trimestre le portent déjà ; le numéro provisoire reste accepté.',
    refused: (count: number) =>
      count === 1
        ? 'L’Agence Virtuelle n’a pas pu reconnaître cette personne :'
        : 'L’Agence Virtuelle n’a pas pu reconnaître ces personnes :',
    correct:
      'Corrigez ces données dans votre prochaine déclaration : la personne sera examinée de nouveau.',
    open: 'Ouvrir la Télédéclaration',
  },

  alerts: {
    title: 'Consultations inhabituelles',
    lead: 'Qui a consulté en une heure plus d’affiliés que le travail n’en demande. La consultation s’est arrêtée d’elle-même ; voyez pourquoi, avec l’entreprise s’il le faut.',
    none: 'Aucune consultation inhabituelle',
    noneText: 'Rien à examiner.',
    when: 'Quand',
    who: 'Qui',
    agent: 'Un agent de la caisse',
    members: 'Affiliés consultés',
    trail: 'Voir le journal',
    seen: 'Examinée',
    seenBy: (name: string) => `par ${name}`,
    markSeen: 'Marquer comme examinée',
    done: 'La consultation est marquée comme examinée.',
  },
}

export const newcomersRefusals = {
  'newcomers.already_decided': 'Un autre agent a déjà décidé pour cette personne.',
  'newcomers.number_taken':
    'Le matricule {number} est celui d’une autre personne. Corrigez-le, ou ouvrez cette personne pour comparer.',
  'newcomers.same_document':
    'Une personne connue sous le matricule {number} a la même pièce d’identité. Rattachez-la à ce matricule, ou refusez en disant ce qui doit être corrigé.',
  'newcomers.number_of_series':
    'Les matricules de 900000001 et au-delà sont donnés par le portail. Laissez vide pour confirmer celui-ci.',
  'newcomers.nobody_known': 'La caisse ne connaît personne sous le matricule {number}.',
  'newcomers.alert_seen': 'Un autre agent a déjà examiné cette consultation.',
}
