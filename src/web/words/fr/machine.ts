/** Words of the machine interface: its page for people, and the sentences of its answers. */
export const machine = {
  title: 'Interface pour vos logiciels',
  lead: 'Votre logiciel de paie ou de comptabilité peut contrôler un fichier, le déclarer, puis lire ses reçus et le relevé, sans passer par les pages du portail. Cette page s’adresse à la personne qui le programme.',
  descriptionTitle: 'Description complète',
  description:
    'Tout est décrit en OpenAPI 3.1 : la plupart des outils savent en tirer un client prêt à l’emploi.',
  descriptionLink: 'Ouvrir openapi.json',
  keyTitle: 'Obtenir une clé',
  key: 'La personne déléguée de l’entreprise crée la clé dans «\u00a0Administration Utilisateurs\u00a0», «\u00a0Clés de vos logiciels\u00a0». Une clé sert un seul téléservice, un an au plus, et s’arrête à l’instant où elle est révoquée. Gardez-la hors de votre code : elle agit pour l’entreprise.',
  keyShown:
    'Elle accompagne chaque demande dans l’en-tête Authorization. Aucun cookie n’est lu ni posé, et un navigateur d’un autre site ne peut rien demander. Pour changer de clé sans arrêt, placez la nouvelle avant de révoquer l’ancienne.',
  trialTitle: 'Essayer sans risque',
  trial:
    'Installez le portail en démonstration sur votre poste (npm ci, puis npm start) : une caisse, des entreprises et deux ans de déclarations inventées vous attendent, avec les accès affichés au démarrage. Créez-y une clé : elle commence par guichet_essai_ et rien de ce que vous envoyez ne quitte votre poste.',
  trialHere:
    'Ce portail est une démonstration : créez une clé avec un compte de personne déléguée, et envoyez ce que vous voulez.',
  examplesTitle: 'Exemples',
  examplesLead:
    'CLE est votre clé. Les réponses sont en JSON, les montants des textes à deux décimales, et les messages dans la langue d’Accept-Language (fr ou ar).',
  examples: {
    check: 'Contrôler un fichier, sans rien garder',
    declare: 'Envoyer un fichier',
    read: 'Suivre ce qu’il devient, et lire les constats',
    confirm: 'Confirmer un point douteux avec un motif',
    send: 'Envoyer la déclaration et obtenir le reçu',
    receipts: 'Lire les reçus',
    pdf: 'Télécharger un reçu en PDF',
    statement: 'Lire le relevé à partir d’une écriture',
    csv: 'La même chose en CSV',
  },
  exampleNotes: {
    check: 'Le verdict est celui de «\u00a0guichet check --json\u00a0», au caractère près.',
    declare:
      '201 quand le fichier est contrôlé, 202 quand le contrôle continue. ID est l’identifiant de la réponse.',
    read: 'check.obstacle dit ce qui manque avant l’envoi. «\u00a0next\u00a0» mène aux constats suivants.',
    confirm:
      'version est celle que vous avez lue : si quelqu’un a changé le contrôle, la réponse est 409.',
    send: 'Envoyée deux fois, la déclaration reste une seule, avec le même reçu.',
    receipts: 'Par pages de 25, du plus récent au plus ancien.',
    pdf: 'Le même document que sur le portail.',
    statement: 'Les écritures ne changent jamais : gardez le dernier numéro et reprenez après lui.',
    csv: 'Avec des points-virgules, en UTF-8.',
  },
  onceTitle: 'Une coupure au mauvais moment',
  once: 'L’envoi d’un fichier demande un en-tête Idempotency-Key que vous inventez, un par envoi. Après une coupure, recommencez avec le même : vous aurez la réponse du premier envoi, pendant 24 heures. Avec un autre contenu, la même valeur est refusée (422).',
  limitsTitle: 'Limites',
  limits: [
    '120 demandes par minute et par clé : RateLimit dit ce qui reste, Retry-After combien de secondes attendre.',
    'Un contrôle sans envoi à la fois par entreprise.',
    'Un fichier de 200 Mo au plus, 300 par jour, et 2 Go par jour pour l’entreprise, comme sur le portail.',
    '10 000 constats lus par heure, comme une personne.',
  ],
  errorsTitle: 'Erreurs',
  errorsLead:
    'Une erreur est un objet «\u00a0application/problem+json\u00a0» (RFC 9457) : code pour votre programme, detail pour une personne, instance à citer à l’Agence Virtuelle.',
  statusColumn: 'Statut',
  meaningColumn: 'Ce qu’il faut faire',
  statuses: {
    400: 'Demande mal adressée',
    401: 'Clé refusée',
    403: 'Pas permis à cette clé',
    404: 'Introuvable',
    405: 'Méthode non prévue',
    408: 'Envoi trop lent',
    409: 'Refusé par une règle',
    413: 'Trop volumineux',
    415: 'Type de contenu non pris',
    422: 'Demande incomplète ou fausse',
    429: 'Trop de demandes',
    500: 'Panne de notre côté',
    503: 'Portail indisponible',
    507: 'Plus de place',
  },
  advice: {
    400: 'Utilisez l’adresse en https.',
    401: 'Vérifiez l’en-tête Authorization ; code dit si la clé est inconnue, expirée, révoquée ou suspendue.',
    403: 'Demandez à la personne déléguée une clé qui le permet, ou appelez depuis une adresse permise.',
    404: 'L’adresse, l’identifiant ou la catégorie n’existe pas pour cette clé.',
    405: 'L’en-tête Allow dit la méthode attendue.',
    408: 'Recommencez avec le même Idempotency-Key.',
    409: 'Lisez code et detail : quelqu’un a changé quelque chose, ou il reste à corriger ou à confirmer.',
    413: 'Réduisez le fichier ; Content-Length est demandé.',
    415: 'Envoyez le fichier en application/octet-stream, text/plain, text/csv ou XLSX, et les objets en application/json.',
    422: 'errors nomme chaque valeur manquante ou fausse.',
    429: 'Attendez le nombre de secondes de Retry-After.',
    500: 'Recommencez plus tard, ou donnez instance à l’Agence Virtuelle.',
    503: 'Attendez le nombre de secondes de Retry-After.',
    507: 'Rien n’est gardé : recommencez plus tard.',
  },
  operations: {
    'machine.check': 'Contrôle un fichier et n’en garde rien',
    'machine.declare': 'Envoie un fichier pour une catégorie et un trimestre',
    'machine.declaration': 'Dit où en est un fichier envoyé, avec ses constats par pages',
    'machine.confirm': 'Confirme les points douteux d’une cause avec un motif',
    'machine.send': 'Envoie la déclaration contrôlée et donne son reçu',
    'machine.receipts': 'Liste les reçus',
    'machine.receipt': 'Donne un reçu',
    'machine.receipt_pdf': 'Donne un reçu en PDF',
    'machine.statement': 'Donne les lignes du relevé après un numéro d’écriture, en JSON ou en CSV',
  },
  invalid: 'Des valeurs manquent ou sont fausses : errors les nomme.',
  mistakes: {
    missing: (name: string) => `«\u00a0${name}\u00a0» manque.`,
    wrong: (name: string) =>
      name === ''
        ? 'Le corps n’est pas du JSON.'
        : `«\u00a0${name}\u00a0» n’a pas la forme attendue.`,
    unknown: (name: string) => `«\u00a0${name}\u00a0» n’est pas une valeur connue ici.`,
  },
  expected: {
    category: 'Deux chiffres, comme 01.',
    quarter: 'Un trimestre, comme 2024T3.',
    name: 'De 1 à 150 caractères.',
    replaces: 'L’identifiant d’une déclaration.',
    after: 'La valeur donnée par «\u00a0next\u00a0», ou un numéro d’écriture.',
    limit: 'Un nombre de 1 à 500.',
    page: 'Un numéro de page.',
    year: 'Une année, comme 2024.',
    from: 'Un jour, comme 2024-09-30.',
    until: 'Un jour, comme 2024-09-30.',
    lang: 'fr ou ar.',
    version: 'Le nombre lu dans check.version.',
    code: 'Le code d’une cause.',
    field: 'Le champ de la cause, vide quand elle n’en a pas.',
    reason: 'Le motif, en 200 caractères au plus.',
  } as Readonly<Record<string, string>>,
}

export const machineRefusals = {
  'machine.needs_tls': 'Cette demande est venue sans chiffrement. Utilisez l’adresse en https.',
  'machine.not_in_scope':
    'Cette clé ne permet pas cela. Demandez à la personne déléguée une clé qui le permet.',
  'machine.no_category':
    'Cette clé ne sert plus pour les déclarations. Demandez-en une autre à la personne déléguée.',
  'machine.not_found': 'Rien de tel n’existe pour cette clé.',
  'machine.no_such_address': 'Cette adresse n’existe pas dans l’interface. Voyez openapi.json.',
  'machine.no_such_period':
    'Cette catégorie ne se déclare pas pour ce trimestre, ou n’est pas de cette clé. Un trimestre se déclare une fois terminé.',
  'machine.other_period':
    'Le fichier est d’une autre catégorie ou d’un autre trimestre que ceux de la demande. Rien n’en a été gardé.',
  'machine.no_such_cause': 'Aucun constat n’a ce code et ce champ dans cette déclaration.',
  'machine.other_method': 'Cette adresse attend une autre méthode : l’en-tête Allow la nomme.',
  'machine.changed_meanwhile':
    'La déclaration a changé depuis que vous l’avez lue. Relisez-la, puis recommencez avec sa version.',
  'machine.still_checking':
    'Le fichier est encore en cours de contrôle. Relisez la déclaration dans quelques secondes.',
  'machine.not_taken': 'Ce fichier n’a pas été pris : il n’y a rien à confirmer ni à envoyer.',
  'machine.needs_json': 'Le corps doit être un objet JSON, avec Content-Type: application/json.',
  'machine.needs_file':
    'Le corps doit être le fichier lui-même, avec Content-Type application/octet-stream, text/plain, text/csv ou XLSX.',
  'machine.needs_idempotency_key':
    'L’envoi d’un fichier demande un en-tête Idempotency-Key, de 1 à 128 caractères, différent à chaque envoi.',
  'machine.other_request': 'Cet Idempotency-Key a servi pour un autre envoi. Prenez-en un nouveau.',
  'machine.still_answering':
    'La même demande est encore en cours. Attendez un instant, puis recommencez avec le même Idempotency-Key.',
  'machine.too_many_requests': 'Trop de demandes avec cette clé. Attendez {seconds} secondes.',
  'machine.one_at_a_time':
    'Un autre contrôle de votre entreprise est en cours. Attendez qu’il finisse, puis recommencez.',
}
