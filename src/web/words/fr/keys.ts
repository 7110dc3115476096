import { de } from './elision.ts'

/** Words of the keys that a delegate makes for the company's software. */
export const keys = {
  title: 'Clés de vos logiciels',
  place: 'Clés de vos logiciels',
  placeNote: 'Pour que votre logiciel de paie déclare lui-même.',
  lead: 'Une clé permet à un logiciel de votre entreprise d’utiliser un téléservice sans personne devant l’écran. Elle appartient à l’entreprise, et vous pouvez l’arrêter à tout moment.',
  forDevelopers: 'Interface pour vos logiciels',
  make: {
    declaration_internal: 'Nouvelle clé Télédéclaration',
    employer_account: 'Nouvelle clé Compte Adhérent',
  },
  emptyTitle: 'Aucun logiciel n’a de clé.',
  empty:
    'Créez une clé si votre logiciel de paie ou de comptabilité sait utiliser l’interface de la caisse. Sinon, vous n’avez rien à faire ici.',
  columns: {
    name: 'Clé',
    does: 'Ce qu’elle permet',
    lastUse: 'Dernier usage',
    ends: 'Dernier jour',
    state: 'État',
    see: 'Voir',
  },
  neverUsed: 'Jamais utilisée',
  standings: {
    in_force: 'En service',
    ends_soon: 'Finit bientôt',
    suspended: 'Suspendue',
    expired: 'Expirée',
    revoked: 'Révoquée',
  },
  scopes: {
    check: 'Contrôler un fichier',
    declare: 'Déclarer',
    receipts: 'Lire les reçus',
    statement: 'Lire le relevé',
  },
  scopeHints: {
    check: 'Le fichier est contrôlé et rien n’en est gardé.',
    declare: 'Envoyer un fichier, confirmer les points douteux avec un motif, obtenir le reçu.',
    receipts: 'Les reçus des déclarations envoyées, en données et en PDF.',
    statement: 'Toutes les lignes du relevé de l’entreprise.',
  },
  newTitles: {
    declaration_internal: 'Nouvelle clé Télédéclaration',
    employer_account: 'Nouvelle clé Compte Adhérent',
  },
  newLeads: {
    declaration_internal:
      'Pour un logiciel de paie. Ne cochez que ce dont il a besoin : vous pourrez toujours en créer une autre.',
    employer_account: 'Pour un logiciel de comptabilité : il lira le relevé de l’entreprise.',
  },
  name: 'Nom de la clé',
  nameHint:
    'Le logiciel et son usage, par exemple «\u00a0Paie du siège\u00a0». Il paraît dans le journal.',
  scopesLabel: 'Ce que la clé permet',
  categories: 'Catégories',
  categoriesHint: 'Pour déclarer et pour lire les reçus.',
  until: 'Dernier jour',
  untilHint: 'Un an au plus. Nous vous écrirons 30 jours avant.',
  addresses: 'Adresses réseau permises',
  addressesHint:
    'Une par ligne, par exemple 196.200.10.4 ou 196.200.10.0/24. Vide, la clé sert de partout. Demandez-les à votre informaticien.',
  create: 'Créer la clé',
  madeTitle: 'La clé est créée',
  madeLead: 'Copiez-la maintenant dans votre logiciel : elle ne sera plus jamais affichée.',
  madeOnce:
    'Nous n’en gardons qu’une empreinte. Perdue, elle ne se retrouve pas : révoquez-la et créez-en une autre.',
  madeCare:
    'Ne l’envoyez ni par e-mail ni par messagerie. Qui l’a peut agir pour votre entreprise.',
  secret: 'Clé à copier',
  backToKeys: 'J’ai copié la clé',
  facts: {
    service: 'Téléservice',
    does: 'Ce qu’elle permet',
    categories: 'Catégories',
    starts: 'Commence par',
    made: 'Créée',
    by: (name: string) => `par ${name}`,
    ends: 'Dernier jour',
    lastUse: 'Dernier usage',
    lastRefusal: 'Dernier refus',
    whyRefused: 'Voir pourquoi dans le journal',
    addresses: 'Adresses permises',
    everywhere: 'Partout',
    revoked: 'Révoquée',
  },
  suspendedWhy:
    'La personne déléguée qui l’a créée est suspendue, ou l’entreprise n’a plus ce téléservice. La clé servira de nouveau quand ce sera rétabli.',
  endsSoon: 'Cette clé finit bientôt.',
  endsSoonText:
    'Créez-en une autre, placez-la dans votre logiciel, puis révoquez celle-ci : les deux servent en même temps.',
  revokeTitle: 'Révoquer cette clé',
  revokeText:
    'Le logiciel qui l’utilise est refusé dès sa prochaine demande. Une clé révoquée ne se rétablit pas.',
  revoke: 'Révoquer la clé',
  revoked: 'La clé est révoquée.',
  mistakes: {
    name: 'Donnez un nom à la clé.',
    tooLong: 'Ce nom est trop long : {most} caractères au plus.',
    scopes: 'Cochez au moins une permission.',
    categories: 'Cochez au moins une catégorie.',
    until: 'Saisissez un jour à venir, un an au plus, comme 31/12/2026.',
    address: (typed: string) =>
      `«\u00a0${typed}\u00a0» n’est pas une adresse. Écrivez 196.200.10.4 ou 196.200.10.0/24.`,
    addresses: 'Dix adresses au plus.',
  },
  endedByReplacement: 'remplacement de la personne déléguée',
  mail: {
    subject: (name: string) => `La clé «\u00a0${name}\u00a0» finit bientôt`,
    ends: (name: string, employer: string, until: string) =>
      `La clé «\u00a0${name}\u00a0» ${de(employer)} sert jusqu’au ${until} compris.`,
    what: 'Créez la suivante, placez-la dans votre logiciel, puis révoquez l’ancienne. Si le logiciel ne sert plus, vous n’avez rien à faire.',
    see: 'Voir les clés',
  },
}

export const keysRefusals = {
  'keys.too_many':
    'Votre entreprise a déjà 20 clés en service. Révoquez celles qui ne servent plus, puis recommencez.',
  'keys.made_already':
    'Cette clé est déjà créée, et son secret ne se montre qu’une fois. Si vous ne l’avez pas copié, révoquez-la et créez-en une autre.',
  'keys.lasts_a_year': 'Une clé sert un an au plus, et au moins jusqu’à ce soir.',
  'keys.missing':
    'Cette demande ne porte pas de clé. Ajoutez l’en-tête «\u00a0Authorization: Bearer\u00a0» avec la clé que la personne déléguée a créée.',
  'keys.unknown':
    'Cette clé n’existe pas. Vérifiez qu’elle est copiée en entier, sans espace ni guillemet.',
  'keys.revoked': 'Cette clé a été révoquée. Demandez-en une autre à la personne déléguée.',
  'keys.expired': 'Cette clé a expiré. Demandez-en une autre à la personne déléguée.',
  'keys.suspended':
    'Cette clé est suspendue avec la personne déléguée ou le téléservice. Demandez-lui où en est l’entreprise.',
  'keys.elsewhere':
    'Cette clé ne sert pas depuis cette adresse réseau. La personne déléguée peut en créer une qui la permet.',
  'keys.too_many_wrong':
    'Trop de clés inconnues sont venues de cette adresse. Attendez un quart d’heure.',
}
