import { de } from './elision.ts'

/** Words of «Administration Utilisateurs», the delegate's space. Labels that the leaflet prints are printed as they are. */
export const administration = {
  space: 'Administration Utilisateurs',
  cells: {
    information: 'Informations Générales',
    interne: 'Utilisateur Interne Télédéclaration',
    externe: 'Utilisateur Externe Télédéclaration',
    'compte-adherent': 'Utilisateur Compte Adhérent',
    'e-liquidation': 'Utilisateur e-Liquidation',
    profils: 'Profils +',
  },
  services: {
    declaration_internal: 'Télédéclaration',
    declaration_external: 'Télédéclaration',
    employer_account: 'Compte Adhérent',
    payment: 'E@syPaiement',
    liquidation: 'e-Liquidation@',
  },
  teleservices: {
    declaration: 'Télédéclaration',
    employer_account: 'Compte Adhérent',
    payment: 'E@syPaiement',
    liquidation: 'e-Liquidation@',
  },
  paymentOptions: {
    case_by_case: 'Prélèvement cas par cas',
    systematic: 'Prélèvement systématique',
    transfer: 'Virement',
  },
  lists: {
    interne: {
      title: 'Utilisateurs internes de la Télédéclaration',
      lead: 'Les personnes de votre entreprise qui déclarent les salaires.',
      emptyTitle: 'Personne de votre entreprise ne déclare encore les salaires.',
      empty:
        'Créez l’accès de la personne qui prépare la paie. Elle recevra un lien pour choisir son mot de passe.',
    },
    externe: {
      title: 'Utilisateurs externes de la Télédéclaration',
      lead: 'Les personnes de votre fiduciaire qui déclarent les salaires à votre place.',
      emptyTitle: 'Aucune fiduciaire ne déclare pour votre entreprise.',
      empty:
        'Si un cabinet prépare votre paie, donnez-lui un mandat\u00a0: il déclarera avec son propre login, pour les catégories que vous choisissez.',
    },
    'compte-adherent': {
      title: 'Utilisateurs du Compte Adhérent',
      lead: 'Les personnes qui consultent la situation, le relevé et les attestations de l’entreprise.',
      emptyTitle: 'Personne ne consulte encore le Compte Adhérent.',
      empty: 'Créez l’accès de la personne qui suit les contributions, souvent à la comptabilité.',
    },
    'e-liquidation': {
      title: 'Utilisateurs de l’e-Liquidation@',
      lead: 'Les personnes qui préparent les dossiers de pension du personnel.',
      emptyTitle: 'Personne ne prépare encore les dossiers de pension.',
      empty: 'Créez l’accès de la personne qui suit les départs à la retraite.',
    },
    profils: {
      title: 'Profils E@syPaiement',
      lead: 'Les personnes qui établissent les ordres de paiement et celles qui les confirment.',
      emptyTitle: 'Aucun profil de paiement.',
      empty:
        'Créez d’abord un Ordonnateur, qui établit les ordres, puis le ou les Validateurs, qui les confirment.',
    },
  },
  columns: {
    person: 'Personne',
    login: 'Login',
    does: 'Peut',
    declares: 'Déclare',
    lastSignIn: 'Dernière connexion',
    state: 'État',
    action: 'Action',
  },
  loginAfterAcceptance: 'communiqué à l’acceptation',
  never: 'jamais',
  today: (time: string) => `aujourd’hui à ${time}`,
  yesterday: (time: string) => `hier à ${time}`,
  monthsAgo: (months: number) => `il y a ${months} mois`,
  modes: { prepared_file: 'Fichier Préétabli', form: 'Formulaire de Saisie' },
  modeHints: {
    prepared_file:
      'Télécharger le fichier de la caisse ou envoyer celui du logiciel de paie. Pour les effectifs nombreux.',
    form: 'Saisir les salaires à l’écran, personne par personne. Pour les petits effectifs.',
  },
  categories: (codes: readonly string[]) =>
    codes.length === 0
      ? 'aucune catégorie'
      : codes.length === 1
        ? `catégorie ${codes[0] ?? ''}`
        : `catégories ${codes.slice(0, -1).join(', ')} et ${codes.at(-1) ?? ''}`,
  categoryName: (code: string, label: string) => `${code} «\u00a0${label}\u00a0»`,
  untilDay: (day: string) => `jusqu’au ${day}`,
  does: {
    employer_account: 'Consulte la situation et le relevé',
    liquidation: 'Prépare les dossiers de pension',
    maker: 'Ordonnateur',
    validator: 'Validateur',
    both: 'Ordonnateur et Validateur',
    nothing: 'Aucun pouvoir',
  },
  search: {
    field: 'Nom, login ou e-mail',
    everyState: 'Tous',
    states: {
      active: 'Actifs',
      waiting: 'En attente',
      gone: 'Départ probable',
      suspended: 'Suspendus',
    },
    count: (count: number) => (count < 2 ? `${count} utilisateur` : `${count} utilisateurs`),
    found: (found: number, count: number) =>
      found === 0 ? `Aucun utilisateur sur ${count}` : `Utilisateurs\u00a0: ${found} sur ${count}`,
    none: 'Personne ne correspond.',
    noneHint: 'Essayez une partie du nom, ou un autre état.',
  },
  standings: {
    offered: 'Mandat proposé',
    declined: 'Mandat décliné',
    link_sent: 'Lien d’activation envoyé',
    link_expired: 'Lien d’activation expiré',
    provisional: 'Mot de passe provisoire remis',
    provisional_expired: 'Mot de passe provisoire expiré',
    active: 'Actif',
    suspended: 'Suspendu',
    removed: 'Supprimé',
  },
  gone: {
    looks: 'Départ probable',
    bounced: 'Ses e-mails reviennent\u00a0: l’adresse ne répond plus.',
    never_signed_in: 'N’a jamais ouvert de session, plus de 30 jours après la création.',
    dormant: (months: number) => `N’a pas ouvert de session depuis plus de ${months} mois.`,
    leaver: (day: string) => `Départ déclaré par votre entreprise le ${day}.`,
  },
  actions: {
    resend: 'Renvoyer le lien',
    suspend: 'Suspendre',
    reactivate: 'Réactiver',
    withdraw: 'Retirer',
  },
  notSubscribed: {
    title: (service: string) => `Votre entreprise n’est pas abonnée à ${service}.`,
    text: 'Aucun utilisateur ne peut y être créé. Pour l’ajouter, préparez la lettre «\u00a0Réabonnement\u00a0»\u00a0: elle est signée et cachetée par l’entreprise, puis validée par l’Agence Virtuelle.',
    action: 'Préparer la lettre',
  },
  uncovered: {
    title: (name: string) => `La catégorie ${name} n’est déclarée par personne.`,
    text: 'Elle manquera à la prochaine déclaration tant qu’aucun utilisateur ne peut la déclarer.',
    offered:
      'Un mandat est proposé à une fiduciaire, qui n’a pas encore répondu. D’ici là, personne ne peut la déclarer.',
    assign: 'Lui confier cette catégorie',
    assignTitle: (name: string) => `Choisissez qui déclarera la catégorie ${name}.`,
    assignText: 'Confiez-la à une personne de cette liste, ou créez un nouvel utilisateur.',
    newUser: 'Nouvel utilisateur',
    action: 'Choisir qui la déclare',
  },
  payment: {
    noMaker: 'Personne ne peut établir d’ordre de paiement.',
    noMakerText: 'Il faut au moins un Ordonnateur.',
    noValidator: 'Personne ne peut confirmer d’ordre de paiement.',
    noValidatorText: (needed: 1 | 2) =>
      needed === 2
        ? 'Avec 2 confirmations, il faut deux Validateurs\u00a0: deux personnes différentes.'
        : 'Il faut au moins un Validateur.',
    secondSamePerson: (logins: string) =>
      `Les logins ${logins} sont à une seule personne\u00a0: ils portent la même pièce d’identité.`,
    secondMissing: 'Il manque un deuxième Validateur.',
    secondMissingText:
      'Vous avez choisi 2 confirmations\u00a0: deux personnes différentes, autres que l’Ordonnateur, doivent confirmer chaque ordre. Créez un deuxième Validateur, ou revenez à 1 confirmation.',
    noOther: (maker: string) => `Aucun ordre établi par ${maker} ne pourra être confirmé.`,
    noOtherText:
      'Un Ordonnateur ne confirme pas ses propres ordres. Donnez le pouvoir de Validateur à une autre personne.',
    samePerson: 'Une même personne peut établir et confirmer, avec plusieurs logins.',
    samePersonText: (logins: string) =>
      `Ces logins portent la même pièce d’identité\u00a0: ${logins}. La personne ne pourra pas confirmer ses propres ordres, quel que soit le login. Retirez un des pouvoirs pour que ce soit clair.`,
    sameAddress: 'Deux personnes reçoivent leurs e-mails à la même adresse.',
    sameAddressText: (logins: string) =>
      `Vérifiez qu’il s’agit bien de deux personnes\u00a0: ${logins}.`,
    addMaker: 'Créer un Ordonnateur',
    addValidator: 'Créer un Validateur',
    review: 'Voir les profils',
    optionTitle: 'Ces profils servent au prélèvement cas par cas.',
    option: (option: string) =>
      `L’option de paiement de votre entreprise est «\u00a0${option}\u00a0». Pour payer par E@syPaiement, changez-la par la lettre «\u00a0Réabonnement\u00a0».`,
  },
  information: {
    lead: 'Ce que la caisse connaît de votre entreprise, et les réglages qui vous reviennent.',
    placesTitle: 'Suivre et vérifier',
    departures: 'Départs',
    departuresNone: 'Qui a accès à quoi, à relire chaque trimestre.',
    departuresSome: 'Des personnes semblent parties : à vérifier.',
    departuresConfirm: 'La liste est à confirmer ce trimestre.',
    trail: 'Journal',
    trailNote: 'Qui a fait quoi, et quand.',
    letters: 'Téléchargement',
    lettersNote: 'Les lettres à signer, et où elles en sont.',
    lettersWaiting: (count: number) =>
      count === 1 ? '1 lettre vous attend' : `${count} lettres vous attendent`,
    companyTitle: 'Entreprise',
    name: 'Raison sociale',
    number: 'N° Adhérent',
    ice: 'ICE',
    address: 'Adresse',
    phone: 'Téléphone',
    email: 'E-mail',
    servicesTitle: 'Téléservices et paiement',
    services: 'Téléservices',
    noService: 'Aucun',
    paymentOption: 'Option de paiement',
    changeByLetter:
      'Ces informations se changent par la lettre «\u00a0Réabonnement\u00a0», signée et cachetée.',
    prepareRenewal: 'Préparer la lettre',
    delegateTitle: 'Personne déléguée',
    delegate: 'Administrateur des Utilisateurs',
    jobTitle: 'Fonction',
    delegateEmail: 'E-mail',
    changeEmail: 'Changer d’e-mail par lettre',
    since: 'En fonction depuis le',
  },
  confirmations: {
    title: 'Confirmations E@syPaiement',
    lead: 'Combien de Validateurs doivent confirmer chaque ordre de paiement.',
    label: 'Nombre de confirmations',
    one: '1 confirmation',
    oneHint: 'Une personne autre que l’Ordonnateur confirme.',
    two: '2 confirmations',
    twoHint: 'Deux personnes différentes, autres que l’Ordonnateur, confirment.',
    self: 'Autoriser une personne qui a les deux pouvoirs à confirmer ses propres ordres',
    selfHint:
      'Seulement avec 1 confirmation. Déconseillé\u00a0: plus personne d’autre ne relit l’ordre. L’ordre garde la trace de ce choix.',
    needed: 'Choisissez 1 ou 2 confirmations.',
    selfWithTwo:
      'Avec 2 confirmations, personne ne confirme ses propres ordres. Décochez la case, ou choisissez 1 confirmation.',
    save: 'Valider',
    weakerTitle: 'Moins de personnes reliront chaque ordre de paiement.',
    weakerOne:
      'Les prochains ordres ne demanderont plus qu’une confirmation. Les ordres déjà établis gardent leurs 2 confirmations. Chaque Validateur en est averti par e-mail, et le réglage attend le délai de sécurité ou l’accord de l’un d’eux.',
    weakerSelf:
      'Une personne qui a les deux pouvoirs pourra payer seule. Les ordres déjà établis ne changent pas. Chaque Validateur en est averti par e-mail, et le réglage attend le délai de sécurité ou l’accord de l’un d’eux.',
    confirmOne: (company: string) => `Passer ${company} à 1 confirmation`,
    confirmSelf: (company: string) => `Permettre à ${company} de payer sans seconde personne`,
    keep: 'Ne rien changer',
    saved: 'Le réglage est enregistré pour les prochains ordres. Les Validateurs en sont avertis.',
    waiting:
      'Le réglage est décidé. Les Validateurs sont avertis\u00a0: il comptera après le délai de sécurité, ou dès que l’un d’eux donnera son accord.',
    unchanged: 'Ce réglage est déjà le vôtre\u00a0: rien n’a changé.',
    toComeTitle: (when: string) => `Ce que vous avez décidé compte le ${when}.`,
    toCome: (by: string) =>
      `Décidé par ${by}. Un Validateur peut donner son accord plus tôt. D’ici là\u00a0:`,
    inForce: (confirmations: number) =>
      confirmations === 1 ? '1 confirmation par ordre' : `${confirmations} confirmations par ordre`,
    selfInForce: 'et chacun peut confirmer les siens',
  },
  ceilings: {
    title: 'Plafonds E@syPaiement',
    lead: 'Le plus qu’un ordre, et qu’un jour, peut prélever. Baisser un plafond compte tout de suite\u00a0; le relever attend le délai de sécurité, ou l’accord d’un Validateur.',
    perOrder: 'Plafond par ordre (DH)',
    perDay: 'Plafond par jour (DH)',
    hint: 'Laissez vide pour ne pas avoir de plafond.',
    hintWaiting: (today: string) =>
      `Ce qui est décidé, et attend. Compte aujourd’hui\u00a0: ${today}.`,
    none: 'sans plafond',
    wrong: {
      perOrder:
        'Plafond par ordre\u00a0: saisissez un montant en dirhams, par exemple 50\u00a0000,00, ou laissez vide.',
      perDay:
        'Plafond par jour\u00a0: saisissez un montant en dirhams, par exemple 50\u00a0000,00, ou laissez vide.',
    },
    dayUnderOrder:
      'Le plafond par jour ne peut pas être inférieur au plafond par ordre. Corrigez l’un des deux.',
    save: 'Enregistrer les plafonds',
    saved:
      'Les plafonds sont enregistrés. Ils valent aussi pour les ordres qui attendent une confirmation. Les Validateurs en sont avertis.',
    orderInForce: (amount: string) => `${amount} par ordre`,
    dayInForce: (amount: string) => `${amount} par jour`,
  },
  accounts: {
    title: 'Comptes bancaires',
    lead: 'Un compte peut être prélevé une fois son mandat signé, validé par l’Agence Virtuelle, et le délai de sécurité passé.',
    none: 'Aucun compte bancaire.',
    noneText:
      'Ajoutez le compte qui paiera les contributions\u00a0: un mandat de prélèvement sera préparé, à signer et cacheter.',
    add: 'Ajouter un compte',
    account: 'Compte',
    bank: 'Banque',
    bankUnknown: 'Banque non reconnue',
    holder: 'Titulaire',
    mandate: 'Mandat',
    newTitle: 'Ajouter un compte bancaire',
    newLead:
      'Nous préparons le mandat de prélèvement. Rien ne peut être prélevé avant qu’il soit signé, validé et que le délai de sécurité soit passé.',
    rib: 'RIB',
    ribHint:
      '24 chiffres, tels qu’ils figurent sur un chèque ou un relevé. Les espaces sont acceptés.',
    holderHint: 'Le nom exact inscrit à la banque.',
    ribLength: 'Un RIB compte 24 chiffres. Vérifiez-le sur un chèque ou un relevé.',
    ribCharacters: 'Un RIB ne contient que des chiffres. Remplacez la lettre O par un zéro.',
    ribKey:
      'La clé de ce RIB ne correspond pas\u00a0: un chiffre est faux ou deux sont inversés. Recopiez-le depuis un chèque.',
    holderNeeded: 'Saisissez le titulaire du compte.',
    prepare: 'Préparer le mandat',
    added: (reference: string) =>
      `Le mandat ${reference} est prêt. Téléchargez-le, faites-le signer et cacheter, puis renvoyez-le depuis «\u00a0Téléchargement\u00a0».`,
    download: 'Mandat à signer (PDF)',
    follow: 'Suivre le mandat',
    remove: 'Retirer ce compte',
    removed: (account: string) =>
      `Le compte ${account} est retiré, avec son mandat : il n’est plus proposé. Pour le reprendre, ajoutez-le de nouveau.`,
    states: {
      to_sign: 'Mandat à signer',
      waiting: 'Délai de sécurité',
      usable: 'Utilisable',
      refused: 'Mandat refusé',
      withdrawn: 'Mandat retiré ou jamais renvoyé',
      ended: 'Mandat terminé ou gelé',
      closed: 'Retiré',
    },
    usableFrom: (day: string) => `utilisable à partir du ${day}`,
    usableSince: (day: string) => `depuis le ${day}`,
    printed: {
      debtor: 'Entreprise débitrice',
      account: 'Compte à prélever',
      rib: 'RIB',
      iban: 'IBAN',
      bank: 'Banque',
      holder: 'Titulaire',
      purpose: 'Objet',
      purposeSystematic:
        'Prélèvement systématique des contributions et intérêts échus, après préavis ; l’entreprise peut s’y opposer jusqu’à la veille',
      purposeValue:
        'Prélèvement, cas par cas, des contributions dont l’ordre a été établi et confirmé par l’entreprise',
      number: 'N° Adhérent',
      name: 'Raison sociale',
      address: 'Adresse',
    },
  },
  form: {
    newTitle: {
      interne: 'Nouvel utilisateur interne de la Télédéclaration',
      externe: 'Nouvel utilisateur externe de la Télédéclaration',
      'compte-adherent': 'Nouvel utilisateur du Compte Adhérent',
      'e-liquidation': 'Nouvel utilisateur de l’e-Liquidation@',
      profils: 'Nouveau profil E@syPaiement',
    },
    person: 'La personne',
    lastName: 'Nom',
    firstName: 'Prénom',
    jobTitle: 'Fonction',
    jobTitleHint: 'Par exemple\u00a0: responsable paie.',
    identityKind: 'Pièce d’identité',
    identityKinds: {
      cin: 'Carte nationale d’identité (CIN)',
      residence_card: 'Carte de séjour',
      passport: 'Passeport',
    },
    identityNumber: 'Numéro de la pièce',
    identityHint:
      'Il distingue les personnes entre elles. Il est chiffré et ne s’affiche plus en entier.',
    email: 'E-mail',
    emailHint: 'Son adresse à elle\u00a0: les liens et les codes y arrivent.',
    phone: 'Téléphone',
    language: 'Langue des e-mails',
    languages: { fr: 'Français', ar: 'العربية' },
    firm: 'La fiduciaire',
    firmName: 'Nom du cabinet',
    firmIce: 'ICE du cabinet',
    firmIceHint: '15 chiffres, sur les factures du cabinet.',
    access: 'Login et mot de passe',
    login: 'Début du login',
    loginHint: (example: string) =>
      `Lettres sans accent, chiffres et tirets. Laissez vide pour l’initiale du prénom et le nom, suivis d’un numéro si ce login existe déjà. Le login complet sera par exemple ${example}.`,
    loginHintExternal:
      'Lettres sans accent, chiffres et tirets. Laissez vide pour l’initiale du prénom et le nom. Trois chiffres sont ajoutés\u00a0; le login complet vous est communiqué quand la personne accepte.',
    oneLogin:
      'Ce login n’ouvre que ce téléservice\u00a0: les quatre téléservices ont obligatoirement des logins différents.',
    firstPassword: 'Premier mot de passe',
    byLink: 'La personne le choisit elle-même',
    byLinkHint: (hours: string) =>
      `Conseillé. Elle reçoit un lien d’activation par e-mail, valable ${hours}.`,
    byTyped: 'Je remets un mot de passe provisoire',
    byTypedHint:
      'Il sert une seule fois, dans les 72 heures, uniquement pour en choisir un autre\u00a0; un code envoyé à son e-mail est demandé en plus.',
    provisional: 'Mot de passe provisoire',
    provisionalHint: 'Au moins 12 caractères. Une courte phrase convient bien.',
    linkOnlyPayment:
      'La personne choisit elle-même son mot de passe\u00a0: elle reçoit un lien d’activation par e-mail. Pour les paiements, personne d’autre ne peut en saisir un.',
    linkOnlyFirm:
      'La personne garde ou choisit elle-même son mot de passe. Vous ne le connaîtrez jamais.',
    declarationLegend: 'Ce que la personne déclare',
    powersLegend: 'Ce que la personne peut faire',
    declaration: 'Télédéclaration',
    declarationHint: 'Cliquez pour choisir le mode de déclaration et les catégories.',
    mode: 'Mode de déclaration',
    categories: 'Catégories actives qui font l’objet de télédéclaration',
    categoriesHint: 'N’oubliez pas de cocher toutes celles que cette personne doit déclarer.',
    uncoveredMark: 'Personne ne la déclare aujourd’hui.',
    until: 'Déclare jusqu’au',
    untilHint: 'JJ/MM/AAAA, ce jour compris. Laissez vide s’il n’y a pas de fin.',
    noCategory:
      'Votre entreprise n’a aucune catégorie active. Signalez-le à l’Agence Virtuelle avant de créer un déclarant.',
    powers: 'Compte Adhérent',
    powersHint: 'Cliquez pour octroyer le pouvoir Ordonnateur et/ou Validateur.',
    powersLabel: 'Pouvoirs',
    maker: 'Ordonnateur',
    makerHint: 'Établit les ordres de paiement.',
    validator: 'Validateur',
    validatorHint: 'Confirme les ordres établis par quelqu’un d’autre.',
    questions: 'Questions secrètes',
    questionsLead:
      'Posées en plus du lien par e-mail si la personne oublie son mot de passe. Vous pouvez choisir les deux questions\u00a0; les réponses sont à elle seule, elle les donne à l’activation.',
    questionsWho: 'Qui choisit les questions',
    questionsUser: 'La personne elle-même',
    questionsDelegate: 'Moi',
    firstQuestion: 'Première question',
    secondQuestion: 'Seconde question',
    validate: 'Valider',
    back: 'Retour',
  },
  mistakes: {
    lastName: 'Saisissez le nom.',
    firstName: 'Saisissez le prénom.',
    jobTitle: 'Saisissez la fonction.',
    tooLong: 'C’est trop long\u00a0: {most} caractères au plus.',
    identityKind: 'Choisissez la pièce d’identité.',
    identityNumber: 'Saisissez le numéro de la pièce.',
    cin: 'Une CIN se compose d’une ou deux lettres suivies de chiffres, par exemple BE123456.',
    cinUnusual:
      'Une CIN a le plus souvent cinq ou six chiffres après ses lettres. Comparez ce numéro avec la carte : corrigez-le, ou confirmez-le ci-dessous. Il ne pourra plus être changé.',
    cinSure: 'J’ai vérifié sur la carte : le numéro est bien celui-ci',
    identityShape: 'Ce numéro ne contient que des lettres et des chiffres, 5 à 15 en tout.',
    email: 'Saisissez une adresse complète, par exemple prenom.nom@entreprise.ma.',
    phone: 'Saisissez un numéro de téléphone valide, par exemple 06 61 23 45 67.',
    language: 'Choisissez la langue des e-mails.',
    firmName: 'Saisissez le nom du cabinet.',
    firmIce: 'L’ICE compte 15 chiffres.',
    firmIceControl:
      'Les deux derniers chiffres de cet ICE ne correspondent pas aux autres. Vérifiez-le sur une facture\u00a0; s’il est bien écrit ainsi, cochez la case sous le champ.',
    personSure: 'C’est bien la même personne',
    firmKnownSure: 'C’est bien le cabinet de cette personne',
    firmIceSure: 'J’ai vérifié\u00a0: l’ICE est bien celui-ci',
    login:
      'Commencez par une lettre ou un chiffre\u00a0: lettres sans accent, chiffres et tirets, 32 au plus.',
    loginNeeded:
      'Saisissez le début du login\u00a0: il ne peut pas être tiré d’un nom écrit en arabe.',
    firstPassword: 'Choisissez comment la personne reçoit son premier mot de passe.',
    password: {
      too_short: 'Ce mot de passe est trop court\u00a0: il faut au moins 12 caractères.',
      too_long: 'Ce mot de passe est trop long\u00a0: 128 caractères au plus.',
      common:
        'Ce mot de passe est trop facile à deviner. Choisissez quelques mots sans rapport entre eux.',
      about_you:
        'Ce mot de passe reprend le nom de la personne ou de l’entreprise. Choisissez autre chose.',
    },
    mode: 'Choisissez «\u00a0Fichier Préétabli\u00a0» ou «\u00a0Formulaire de Saisie\u00a0».',
    categories: 'Cochez au moins une catégorie.',
    until: 'Saisissez une date comme 31/12/2027, ou laissez vide.',
    untilPast: 'Cette date est passée. Saisissez une date à venir, ou laissez vide.',
    powers: 'Cochez au moins un pouvoir\u00a0: Ordonnateur, Validateur, ou les deux.',
    questionsWho: 'Choisissez qui choisit les questions.',
    question: 'Choisissez une question.',
    questionsSame: 'Choisissez deux questions différentes.',
    reason: 'Dites pourquoi, en quelques mots\u00a0: la raison reste dans le journal.',
  },
  user: {
    details: 'Coordonnées',
    identity: 'Pièce d’identité',
    identityNote: 'Elle ne se change pas\u00a0: une autre personne est un autre utilisateur.',
    service: 'Téléservice',
    login: 'Login',
    confirmsFrom: (when: string) =>
      `Pourra confirmer à partir du ${when}, ou dès qu’un autre Validateur donnera son accord.`,
    loginNote: 'Communiquez-le à la personne si elle l’a oublié.',
    firm: 'Fiduciaire',
    state: 'État',
    lastSignIn: 'Dernière connexion',
    created: 'Créé le',
    offeredOn: 'Proposé le',
    suspendedOn: (date: string) => `depuis le ${date}`,
    reason: (reason: string) => `Raison\u00a0: ${reason}`,
    edit: 'Modifier les coordonnées',
    emailNoteActive:
      'Si vous changez l’adresse, la personne doit l’accepter depuis son adresse actuelle.',
    emailNoteInvited:
      'Si vous changez l’adresse, un nouveau lien part à la nouvelle et l’ancienne en est avertie.',
    pendingEmail: (email: string) =>
      `La nouvelle adresse ${email} attend l’accord de la personne, demandé à son adresse actuelle.`,
    pendingEmailText: (until: string) =>
      `Elle peut l’accepter jusqu’au ${until}\u00a0; ensuite, l’adresse actuelle reste. Une adresse mal saisie\u00a0? Saisissez la bonne ci-dessous\u00a0: elle remplace celle-ci. Si la personne n’a plus sa messagerie, supprimez cet accès et créez-en un autre.`,
    saved: 'Les modifications sont enregistrées.',
    savedEmailAsked:
      'Les modifications sont enregistrées. L’adresse changera quand la personne l’aura accepté depuis son adresse actuelle.',
    savedEmailReplaced:
      'Les modifications sont enregistrées. L’ancienne adresse est avertie du changement.',
    scope: 'Télédéclaration',
    scopeTitle: (name: string) => `Télédéclaration\u00a0: ${name}`,
    scopeChange: 'Modifier le mode et les catégories',
    scopeSaved: 'Le mode et les catégories sont enregistrés. Ils valent dès maintenant.',
    powers: 'Compte Adhérent',
    powersTitle: (name: string) => `Compte Adhérent\u00a0: ${name}`,
    powersChange: 'Modifier les pouvoirs',
    powersSaved: 'Les pouvoirs sont enregistrés. Ils valent dès maintenant.',
    powersSavedWaiting:
      'Les pouvoirs sont enregistrés. Celui de Validateur attend : la page dit jusqu’à quand.',
    powersBoth:
      'Votre entreprise permet à l’Ordonnateur de confirmer ses propres ordres. Un Validateur à qui vous donnez aussi ce pouvoir attend avant de confirmer de nouveau, et les autres Validateurs l’apprennent par e-mail. Ce qu’il a confirmé et qui n’est pas encore parti devra l’être encore une fois.',
    password: 'Mot de passe',
    passwordChange: 'Créer un nouveau mot de passe',
    passwordTitle: (name: string) => `Nouveau mot de passe pour ${name}`,
    passwordLead:
      'L’ancien mot de passe ne vous est jamais montré. Choisissez comment la personne reçoit le nouveau.',
    passwordByLink: 'Envoyer un lien à son e-mail',
    passwordByLinkHint: (email: string) => `Conseillé. Le lien part à ${email}.`,
    passwordByTyped: 'Remettre un mot de passe provisoire',
    passwordTypedHint:
      'Ses sessions se ferment et son ancien mot de passe ne sert plus. Le provisoire sert une seule fois, dans les 72 heures, pour en choisir un autre, avec un code envoyé à son e-mail.',
    passwordLinkOnly: (email: string) =>
      `Un lien part à ${email}. La personne choisit elle-même son mot de passe.`,
    passwordSend: 'Envoyer le lien',
    passwordStart: 'Créer le mot de passe',
    passwordLinkSent: 'Le lien est parti à l’adresse de la personne.',
    passwordTyped:
      'Le mot de passe provisoire est prêt. Remettez-le à la personne avec son login\u00a0: il sert une seule fois, dans les 72 heures.',
    resend: 'Renvoyer le lien d’activation',
    resent: 'Un nouveau lien d’activation est parti. Le précédent ne sert plus.',
    suspend: 'Suspendre l’accès',
    reactivate: 'Réactiver l’accès',
    remove: 'Supprimer l’utilisateur',
    withdraw: 'Retirer le mandat',
    stateTitles: {
      suspend: (name: string) => `Suspendre ${name}`,
      reactivate: (name: string) => `Réactiver ${name}`,
      remove: (name: string) => `Supprimer ${name}`,
      withdraw: (name: string) => `Retirer le mandat ${de(name)}`,
      factor: (name: string) => `Retirer la double vérification ${de(name)}`,
    },
    stateLeads: {
      factor:
        'Pour une personne qui a perdu son téléphone et ses codes de secours. Vérifiez de vive voix que la demande vient d’elle. La double vérification et le mot de passe prennent fin, et un lien pour choisir un nouveau mot de passe part à son e-mail.',
      factorValidator:
        'Pour une personne qui a perdu son téléphone et ses codes de secours. La double vérification et le mot de passe prennent fin, et un lien part à son e-mail. Comme pour un nouveau Validateur, ses confirmations ne comptent qu’après le délai de sécurité, ou dès qu’un autre Validateur donne son accord ; les autres Validateurs sont prévenus.',
      factorFirm:
        'Cette personne déclare aussi pour d’autres entreprises : elle est prévenue tout de suite, et la double vérification n’est retirée que dans 24 heures, si elle ne s’est pas connectée d’ici là.',
      suspend:
        'Son accès s’arrête dès son prochain clic et ses liens ne servent plus. Vous pourrez le réactiver.',
      suspendFirm:
        'Cette personne ne pourra plus déclarer pour votre entreprise dès son prochain clic. Son login et ses autres clients ne changent pas.',
      reactivate: 'La personne retrouve son accès et ses droits d’avant.',
      remove:
        'Son accès s’arrête dès son prochain clic, pour toujours. Ce qu’elle a fait reste dans le journal.',
      withdraw:
        'Cette personne ne pourra plus déclarer pour votre entreprise dès son prochain clic. Son login et ses autres clients ne changent pas.',
    },
    stateButtons: {
      suspend: (name: string) => `Suspendre ${name}`,
      reactivate: (name: string) => `Réactiver ${name}`,
      remove: (name: string) => `Supprimer ${name}`,
      withdraw: (name: string) => `Retirer le mandat ${de(name)}`,
      factor: () => 'Retirer la double vérification',
    },
    secondFactor: 'Double vérification',
    factorOn: 'Active',
    factorOff: 'Aucune',
    factorLost: 'Téléphone et codes perdus',
    factorReasonHint: 'Par exemple\u00a0: téléphone volé, personne vue au bureau.',
    reasonLabel: 'Raison',
    otherAccesses: 'Cette personne a un autre accès dans votre entreprise',
    otherAccessesText: 'Il reste ouvert\u00a0: si elle quitte l’entreprise, fermez-le aussi.',
    reasonHint: 'Par exemple\u00a0: départ de l’entreprise, changement de poste, congé.',
    done: {
      suspend: (name: string) => `${name} n’a plus accès, dès maintenant.`,
      reactivate: (name: string) => `${name} retrouve son accès.`,
      factor: (name: string) =>
        `La double vérification ${de(name)} est retirée. Un lien pour choisir un nouveau mot de passe part à son e-mail.`,
      factorFirm: (name: string) =>
        `${name} est prévenu par e-mail. Sans connexion de sa part, la double vérification est retirée dans 24 heures.`,
      remove: (name: string) => `${name} n’a plus d’accès. Le journal garde ce qui a été fait.`,
    },
    createdLink: (name: string, login: string) =>
      `${name} a désormais un accès, avec le login ${login}. Un lien d’activation part à son e-mail.`,
    createdTyped: (name: string, login: string) =>
      `${name} a désormais un accès, avec le login ${login}. Remettez-lui le login et le mot de passe provisoire\u00a0: il sert une seule fois, dans les 72 heures.`,
    offered: (name: string) =>
      `Le mandat est proposé à ${name}, par e-mail. Il vaudra dès que la personne l’aura accepté.`,
    remind: 'Relancer la proposition',
    reminded:
      'La proposition est repartie par e-mail. Si la personne n’avait pas activé son accès, un nouveau lien l’accompagne.',
    offeredNote:
      'La personne a reçu un e-mail. Son login vous est communiqué quand elle accepte\u00a0; d’ici là, elle ne peut rien déclarer pour vous.',
    declinedNote:
      'La personne a décliné. Retirez ce mandat, puis proposez-en un autre à qui vous voulez.',
    addressDiffers: 'L’adresse de ce login n’est pas celle que vous aviez saisie.',
    addressDiffersText: (address: string) =>
      `Les e-mails de la personne arrivent à ${address}. Appelez-la pour vérifier que c’est bien elle\u00a0; au moindre doute, suspendez le mandat.`,
  },
  trail: {
    title: 'Journal',
    lead: 'Qui a fait quoi pour votre entreprise\u00a0: vos utilisateurs, vous, et les agents de la caisse.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    actor: 'Personne',
    everybody: 'Tout le monde',
    kind: 'Sorte',
    everything: 'Tout',
    from: 'Du',
    until: 'Au',
    dateWrong: 'Saisissez une date comme 31/12/2026.',
    export: 'Exporter (CSV)',
    exportName: 'journal',
    emptyTitle: 'Rien à montrer.',
    empty: 'Aucune action ne correspond à ces filtres. Effacez-les pour tout voir.',
    actors: {
      guest: 'Visiteur',
      delegate: 'Personne déléguée',
      profile: 'Utilisateur',
      key: 'Logiciel',
      agent: 'Agence Virtuelle',
      system: 'Portail',
    },
    kinds: {
      users: 'Utilisateurs et mandats',
      access: 'Connexions, mots de passe, clés',
      company: 'Entreprise et comptes bancaires',
      letters: 'Lettres et abonnement',
      declarations: 'Déclarations',
      payments: 'Paiements',
      liquidations: 'Liquidations',
      refused: 'Refus',
      other: 'Autres',
    },
    events: 'Événements',
    count: (count: number) => (count < 2 ? `${count} action` : `${count} actions`),
    unknown: 'A fait une action',
    /** Said in a sentence when it is so. */
    asides: {
      selfConfirmation: '(l’Ordonnateur peut confirmer ses propres ordres)',
      own: '(son propre ordre, comme l’entreprise le permet)',
      waiting: '(trop d’essais de suite)',
    },
    /** What each action is told as; `{…}` is filled from the event. */
    sentences: {
      'user.admitted':
        'A créé par fichier l’accès de {name}, login {login}, {service}, à la demande de {askedBy}',
      'user.created': 'A créé l’accès de {name}, login {login}, {service}',
      'user.changed': 'A modifié les coordonnées de {name}, login {login}',
      'user.renamed': 'A renommé {former} en {name}, login {login}',
      'user.powers_changed': 'A modifié les pouvoirs de {name}, login {login}',
      'user.suspended': 'A suspendu l’accès de {name} {login}\u00a0: {reason}',
      'user.reactivated': 'A réactivé l’accès de {name} {login}',
      'user.removed': 'A supprimé l’accès de {name} {login}\u00a0: {reason}',
      'user.invited_again': 'A renvoyé le lien d’activation à {name}, login {login}',
      'user.second_factor_reset':
        'A retiré la double vérification de {name} {login}\u00a0: {reason}',
      'user.second_factor_reset_asked':
        'A demandé de retirer la double vérification de {name} {login}\u00a0: {reason}',
      'user.new_password_started': 'A lancé un nouveau mot de passe pour {name} {login}',
      'user.activated': 'A activé son accès',
      'user.provisional_password_used': 'A utilisé son mot de passe provisoire',
      'user.first_code_refused': 'A entré un mauvais code en choisissant son premier mot de passe',
      'mandate.offered': 'A proposé un mandat à {name}, {firm}\u00a0: {mode}, {categories}',
      'mandate.offered_again': 'A relancé la proposition de mandat à {name}',
      'mandate.changed':
        'A modifié la Télédéclaration de {name} {login}\u00a0: {mode}, {categories}',
      'mandate.accepted': 'A accepté le mandat',
      'mandate.declined': 'A décliné le mandat',
      'employer.taken_in_hand': 'A ouvert l’espace de l’entreprise',
      'users.confirmed': 'A confirmé la liste des utilisateurs ({count})',
      'order.drawn_up':
        'A établi l’ordre de paiement {reference}\u00a0: {amount}\u00a0DH {selfConfirmation}',
      'order.beside_transfer':
        'A établi l’ordre de paiement {reference}, averti que des ordres de virement préparés règlent les mêmes échéances\u00a0: {orders}',
      'order.announced':
        'A annoncé le prélèvement {reference} du {debitOn}\u00a0: {amount}\u00a0DH',
      'order.withdrawn': 'A retiré le prélèvement annoncé {reference}',
      'order.opposed': 'S’est opposé au prélèvement {reference}\u00a0: {reason}',
      'order.edited':
        'A modifié l’ordre de paiement {reference}\u00a0: {amount}\u00a0DH au lieu de {before}\u00a0DH',
      'claim.document_accepted': 'A accepté une pièce du dossier {reference}',
      'claim.document_refused': 'A refusé une pièce du dossier {reference}',
      'claim.asked': 'A demandé un complément pour le dossier {reference}',
      'claim.proposed':
        'A proposé une décision sur le dossier {reference}, à confirmer par un second agent',
      'claim.sent_back': 'A renvoyé à l’examen la décision du dossier {reference}',
      'claim.decision_lapsed':
        'A classé la décision qui attendait un second agent sur le dossier {reference}, abandonné entre-temps',
      'claim.granted': 'A accordé la demande du dossier {reference}',
      'claim.refused': 'A refusé la demande du dossier {reference}',
      'claim.revised':
        'A révisé la pension du dossier {reference}, après règlement de contributions en retard',
      'claim.arrears_paid':
        'A constaté le règlement de trimestres en retard : un complément est à fixer dans le dossier {reference}',
      'claim.complemented': 'A fixé le complément du dossier {reference}',
      'claim.limitation_told':
        'A prévenu que les droits du dossier {reference} se prescrivent le {on}',
      'claim.started': 'A commencé le dossier {reference} ({claim}) pour l’affilié {number}',
      'claim.viewed': 'A consulté le dossier {reference}',
      'claim.numbers_shown':
        'A affiché en entier les numéros d’identité et de compte du dossier {reference}',
      'claim.person_confirmed': 'A confirmé l’identité dans le dossier {reference}',
      'claim.end_stated':
        'A indiqué le {on} comme fin d’activité ou décès dans le dossier {reference}',
      'claim.career_confirmed': 'A relu la carrière du dossier {reference}',
      'claim.capital_chosen': 'A indiqué le choix de l’option capital dans le dossier {reference}',
      'claim.account_saved': 'A enregistré le compte bancaire du dossier {reference}',
      'claim.payee_saved': 'A enregistré le bénéficiaire {name} dans le dossier {reference}',
      'claim.payee_removed': 'A retiré le bénéficiaire {name} du dossier {reference}',
      'claim.pages_added': 'A ajouté des fichiers au dossier {reference}',
      'claim.page_removed': 'A retiré un fichier du dossier {reference}',
      'claim.page_clean': 'A vérifié un fichier du dossier {reference}\u00a0: aucun virus',
      'claim.page_infected':
        'A écarté un fichier du dossier {reference}, qui contenait un virus\u00a0: {virus}',
      'claim.page_viewed': 'A ouvert un fichier du dossier {reference}',
      'claim.sent': 'A envoyé le dossier {reference} ({claim})',
      'claim.completed': 'A renvoyé le dossier {reference} complété',
      'claim.withdrawn': 'A abandonné le dossier {reference} : {reason}',
      'order.confirmed_by_one': 'A confirmé l’ordre de paiement {reference}',
      'order.confirmed':
        'A donné la dernière confirmation de l’ordre de paiement {reference} {own}',
      'order.refused': 'A refusé l’ordre de paiement {reference}\u00a0: {reason}',
      'order.cancelled': 'A annulé l’ordre de paiement {reference}\u00a0: {reason}',
      'order.expired':
        'A classé l’ordre de paiement {reference}, que personne n’a confirmé à temps',
      'order.settled': 'La banque a payé l’ordre {reference}\u00a0: {amount}\u00a0DH',
      'order.rejected': 'La banque a rejeté l’ordre {reference} ({reason})',
      'order.reopened':
        'L’ordre {reference} attend de nouveau une confirmation : une de celles données ne compte plus',
      'order.held_back':
        'L’ordre {reference} a été retenu au moment de partir à la banque\u00a0: {hold}',
      'order.collected': 'A mis l’ordre {reference} dans le fichier {file}',
      'order.sent': 'A remis à la banque l’ordre {reference} (fichier {file})',
      'order.accepted': 'La banque a pris en charge l’ordre {reference}',
      'collection.made':
        'A préparé le fichier de prélèvement {reference} (ordres\u00a0: {entries})',
      'collection.downloaded': 'A téléchargé le fichier de prélèvement {reference}',
      'collection.handed_over': 'A remis à la banque le fichier {reference}',
      'bank_message.received':
        'A traité un message de la banque (réponses appliquées\u00a0: {applied}, à examiner\u00a0: {parked})',
      'transfer.attributed':
        'A porté au Compte Adhérent un virement de {amount}\u00a0DH ({reference})',
      'transfer.attributed_though_withdrawn':
        'A porté au Compte Adhérent un virement de {amount}\u00a0DH, sous la référence {reference} d’un ordre de virement retiré',
      'transfer.taken_back': 'A repris un virement de {amount}\u00a0DH\u00a0: {reason}',
      'transfer.to_identify':
        'A gardé à identifier un virement de {amount}\u00a0DH\u00a0: {reason}',
      'transfer.to_refund': 'A gardé à rembourser un virement de {amount}\u00a0DH\u00a0: {reason}',
      'transfer.refunded':
        'A noté le remboursement d’un virement de {amount}\u00a0DH\u00a0: {reason}',
      'transfer.no_payment': 'A écarté un virement de {amount}\u00a0DH\u00a0: {reason}',
      'bank_message.refused': 'N’a pas pu lire le fichier de la banque {name}',
      'bank_movement.received':
        'A pris pour un virement reçu {amount}\u00a0DH venus sous la référence {reference}',
      'bank_movement.set_aside': 'A écarté un mouvement bancaire\u00a0: {reason}',
      'reconciliation.agreed': 'A tout comparé cette nuit\u00a0: tout concorde',
      'reconciliation.faults_found': 'A tout comparé cette nuit (écarts\u00a0: {count})',
      'company.ceilings_asked':
        'A demandé des plafonds d’E@syPaiement qui compteront le {takesEffectAt}\u00a0: par ordre {perOrder}, par jour {perDay}',
      'company.confirmations_asked':
        'A demandé que le nombre de confirmations E@syPaiement soit {after} le {takesEffectAt} {selfConfirmation}',
      'company.payment_settings_dropped':
        'A renoncé aux réglages d’E@syPaiement qui attendaient, décidés par {decidedBy}\u00a0: ils ne compteront pas',
      'company.ceilings_changed':
        'A fixé les plafonds d’E@syPaiement\u00a0: par ordre {perOrder}, par jour {perDay}',
      'company.payment_settings_agreed':
        'A donné son accord aux réglages d’E@syPaiement décidés par {decidedBy}',
      'company.payment_settings_in_force':
        'Les réglages d’E@syPaiement décidés par {decidedBy} comptent maintenant\u00a0: nombre de confirmations {confirmations} {selfConfirmation}, par ordre {perOrder}, par jour {perDay}',
      'user.validator_waits':
        'Le pouvoir de Validateur de {name}, login {login}, attend jusqu’au {takesEffectAt} : cette personne établit aussi des ordres',
      'user.validator_agreed': 'A donné son accord pour que {name} confirme dès maintenant',
      'company.confirmations_changed':
        'A fixé à {after} le nombre de confirmations E@syPaiement {selfConfirmation}',
      'bank_account.added': 'A ajouté le compte bancaire {account}',
      'bank_account.removed': 'A retiré le compte bancaire {account}',
      'debit_mandate.requested': 'A préparé un nouveau mandat pour le compte {account}',
      'debit_mandate.activated': 'A mis le mandat de prélèvement en vigueur',
      'key.made': 'A créé la clé de logiciel «\u00a0{name}\u00a0», {service}, jusqu’au {until}',
      'key.revoked': 'A révoqué la clé de logiciel «\u00a0{name}\u00a0»',
      'key.ended':
        'La clé de logiciel «\u00a0{name}\u00a0» a pris fin au remplacement de la personne déléguée',
      'session.opened': 'A ouvert une session',
      'session.closed': 'A fermé sa session',
      'session.refused': 'N’a pas pu ouvrir de session {waiting}\u00a0: {login}',
      'session.code_refused': 'A entré un mauvais code de vérification',
      'session.others_ended': 'A fermé ses autres sessions',
      'sign_in.account_attacked': 'Essais répétés de connexion sur un compte\u00a0: {login}',
      'sign_in.attack_suspected': 'Essais répétés de connexion, peut-être une attaque',
      'second_factor.added': 'A activé la double vérification',
      'second_factor.replaced': 'A remplacé sa double vérification',
      'second_factor.removed': 'A retiré la double vérification',
      'second_factor.passkey_added': 'A ajouté la clé d’accès « {passkey} »',
      'second_factor.passkey_renamed': 'A renommé la clé d’accès « {passkey} » en « {to} »',
      'second_factor.passkey_removed': 'A retiré la clé d’accès « {passkey} »',
      'second_factor.codes_renewed': 'A renouvelé ses codes de secours',
      'account.password_changed': 'A changé son mot de passe',
      'account.email_change_asked': 'A demandé à changer son adresse',
      'account.email_changed': 'A confirmé sa nouvelle adresse',
      'account.email_kept': 'A annulé le changement de son adresse',
      'account.questions_changed': 'A changé ses questions secrètes',
      'password.reset_asked': 'A demandé à choisir un nouveau mot de passe',
      'password.reset': 'A choisi un nouveau mot de passe',
      'delegate.put_in_function': 'A mis en fonction la personne déléguée {name}',
      'delegate.admitted':
        'A mis en fonction la personne déléguée {name}, connue par le papier, à la demande de {askedBy}\u00a0: {file}',
      'delegate.replaced': 'A remplacé la personne déléguée {former} par {name}',
      'delegate.suspended': 'A suspendu la personne déléguée\u00a0: {reason}',
      'delegate.reactivated': 'A réactivé la personne déléguée\u00a0: {reason}',
      'delegate.warned': 'A prévenu la personne déléguée du dossier {reference}',
      'delegate.email_changed': 'A changé l’adresse de la personne déléguée, lettre {letter}',
      'delegate.second_factor_reset':
        'A retiré la double vérification de la personne déléguée, lettre {letter}',
      'delegate.password_reset':
        'A réinitialisé le mot de passe de la personne déléguée, lettre {letter}',
      'subscription.in_force': 'A mis l’abonnement {reference} en vigueur',
      'letter.identity_same':
        'A comparé la pièce d’identité de la lettre {reference}\u00a0: c’est celle qui est connue',
      'letter.identity_other':
        'A comparé la pièce d’identité de la lettre {reference}\u00a0: ce n’est pas celle qui est connue',
      'letter.drawn_up': 'A préparé la lettre {reference}\u00a0: {kind}',
      'letter.received': 'A remis la lettre signée {reference}\u00a0: {kind}',
      'letter.viewed': 'A consulté le dossier {reference}',
      'letter.proof_viewed': 'A ouvert le document signé {reference}',
      'work.taken': 'A pris en main un dossier de la file\u00a0: {work}',
      'work.released': 'A rendu à l’équipe un dossier de la file\u00a0: {work}',
      'work_view.saved': 'A gardé une vue de la file',
      'work_view.forgotten': 'A ôté une vue de la file',
      'letter.proof_clean': 'A vérifié le document signé {reference}\u00a0: aucun virus',
      'letter.proof_infected':
        'A écarté le document signé {reference}, qui contenait un virus\u00a0: {virus}',
      'letter.taken': 'A pris en main le dossier {reference}',
      'letter.released': 'A rendu le dossier {reference} à l’équipe',
      'letter.accepted_by_one': 'A donné un premier accord au dossier {reference}',
      'letter.accepted': 'A accepté le dossier {reference}\u00a0: {kind}',
      'letter.refused': 'A refusé le dossier {reference}\u00a0: {kind}',
      'letter.completion_asked': 'A demandé un complément pour le dossier {reference}',
      'letter.applied': 'A mis en vigueur le dossier {reference}\u00a0: {kind}',
      'letter.withdrawn': 'A retiré la lettre {reference}',
      'letter.expired': 'A classé la lettre {reference}, jamais renvoyée signée',
      'letter.objection_raised': 'A fait opposition au dossier {reference}',
      'letter.objection_upheld': 'A retenu l’opposition au dossier {reference}',
      'letter.objection_dismissed': 'A écarté l’opposition au dossier {reference}',
      'letter.without_object': 'A classé sans objet la lettre {letter}',
      'employer.viewed': 'A consulté la fiche de l’entreprise',
      'employer.trail_viewed': 'A consulté ce journal',
      'parameter.proposed': 'A proposé une modification\u00a0: {parameter}, à partir du {from}',
      'parameter.approved': 'A approuvé une modification\u00a0: {parameter}, à partir du {from}',
      'parameter.refused': 'A refusé une modification\u00a0: {parameter}\u00a0: {reason}',
      'parameter.withdrawn': 'A retiré sa proposition\u00a0: {parameter}',
      'employer.takeout_asked':
        'A demandé la sortie de toutes les données de l’entreprise : {reason}',
      'employer.takeout_agreed':
        'A accepté la sortie de toutes les données, demandée par {askedBy} : {reason}',
      'employer.takeout_declined':
        'A refusé la sortie des données demandée par {askedBy} : {because}',
      'takeout.agreed':
        'A donné son accord à la sortie des données de {company}, N° Adhérent {number}, demandée par {askedBy} : {reason}',
      'employer.takeout_withdrawn': 'A retiré sa demande de sortie des données',
      'employer.takeout_begun': 'A commencé à préparer l’archive de toutes les données : {reason}',
      'employer.takeout_failed': 'N’a pas pu préparer l’archive : rien n’est sorti ({reason})',
      'employer.taken_out':
        'A téléchargé toutes les données de l’entreprise : {reason} (empreinte {fingerprint})',
      'tray.scans_brought': 'A déposé {scans} numérisations au guichet',
      'tray.scan_split':
        'A réparti les pages d’une numérisation du guichet en {scans}\u00a0documents\u00a0: {pieces}',
      'tray.piece_attached':
        'A rattaché au dossier {reference} des pages ({scan}) tirées d’un PDF de plusieurs formulaires ({original})',
      'tray.original_viewed':
        'A ouvert le PDF du guichet ({original}) d’où des pages ont été tirées ({scan})',
      'tray.scan_removed': 'A retiré une numérisation du guichet\u00a0: {reason}',
      'tray.scan_forgotten':
        'A effacé le contenu d’une numérisation retirée du guichet depuis 30 jours',
      'tray.scan_clean': 'A vérifié une numérisation du guichet\u00a0: aucun virus',
      'tray.scan_infected':
        'A écarté une numérisation du guichet, qui contient un virus\u00a0: {virus}',
      'tray.scan_viewed': 'A ouvert une numérisation au guichet',
      'agent.open_asked': 'A demandé d’ouvrir un compte à {name}, login {login} : {reason}',
      'agent.open_declined': 'A refusé d’ouvrir un compte à {name}, demandé par {askedBy}',
      'agent.open_withdrawn': 'A retiré sa demande d’ouvrir un compte à {name}',
      'agent.opened': 'A ouvert le compte de {name}, login {login}, demandé par {askedBy}',
      'agent.activated': 'A activé son compte d’agent',
      'agent.link_sent': 'A renvoyé le lien d’activation de {name}',
      'agent.suspended': 'A suspendu l’accès de {name} : {reason}',
      'agent.reactivate_asked': 'A demandé de rendre son accès à {name} : {reason}',
      'agent.reactivate_declined': 'A refusé de rendre son accès à {name}, demandé par {askedBy}',
      'agent.reactivate_withdrawn': 'A retiré sa demande de rendre son accès à {name}',
      'agent.reactivated': 'A rendu son accès à {name}, demandé par {askedBy}',
      'agent.reset_second_factor_asked':
        'A demandé de réinitialiser la double vérification de {name} : {reason}',
      'agent.reset_second_factor_declined':
        'A refusé de réinitialiser la double vérification de {name}, demandé par {askedBy}',
      'agent.reset_second_factor_withdrawn':
        'A retiré sa demande de réinitialiser la double vérification de {name}',
      'agent.second_factor_reset':
        'A réinitialisé la double vérification de {name}, demandé par {askedBy}',
      'agent.request_expired': 'La demande de {askedBy} pour {name} est tombée sans confirmation',
      'installation.restored':
        'A remis le portail dans l’état de sa sauvegarde du {from} : ce qui a suivi n’y est plus',
      'import.received': 'A envoyé un fichier à importer\u00a0: {import}, {file}',
      'import.confirmed': 'A confirmé une importation\u00a0: {import}, {file}',
      'import.asked':
        'A demandé l’accord d’un superviseur pour une importation\u00a0: {import}, {file}',
      'import.agreed':
        'A donné son accord à une importation demandée par {askedBy}\u00a0: {import}, {file}',
      'import.abandoned': 'A abandonné une importation\u00a0: {import}, {file}',
      'import.applied': 'A appliqué une importation\u00a0: {import}, {file}',
      'employer.imported':
        'A mis à jour par fichier\u00a0: {import}. Lignes ajoutées\u00a0: {added}, modifiées\u00a0: {changed} ({changes})',
      'agency.searched': 'A fait une recherche',
      'declaration.entry_saved':
        'A enregistré la saisie de {rows} affiliés, catégorie {category}, {quarter}',
      'declaration.entry_checked':
        'A fait contrôler la saisie, catégorie {category}, {quarter} (lignes\u00a0: {lines})',
      'deposit.begun': 'A commencé l’envoi du fichier {file}, catégorie {category}, {quarter}',
      'deposit.received': 'A envoyé le fichier {file}, catégorie {category}, {quarter}',
      'deposit.same_file':
        'A envoyé de nouveau un fichier déjà contrôlé, {file}, catégorie {category}, {quarter}',
      'deposit.cancelled': 'A abandonné l’envoi du fichier {file}',
      'deposit.given_up': 'A classé l’envoi du fichier {file}, resté en chemin',
      'deposit.split':
        'A fait contrôler un fichier de plusieurs entreprises, {file}\u00a0: {parts} parties',
      'deposit.refused': 'N’a pas retenu le fichier {file}, catégorie {category}, {quarter}',
      'deposit.takes_the_place':
        'A remplacé un autre contrôle par son fichier {file}, catégorie {category}, {quarter}',
      'declaration.corrected':
        'A corrigé des lignes, catégorie {category}, {quarter} (lignes prêtes\u00a0: {accepted} sur {lines})',
      'declaration.completed':
        'A renvoyé des lignes corrigées, catégorie {category}, {quarter} (lignes prêtes\u00a0: {accepted} sur {lines})',
      'declaration.checked':
        'A fait contrôler un fichier, catégorie {category}, {quarter} (lignes\u00a0: {lines})',
      'declaration.findings_confirmed': 'A confirmé des constats ({count})\u00a0: {reason}',
      'declaration.correction_undone':
        'A annulé une correction, catégorie {category}, {quarter} (lignes\u00a0: {changed})',
      'declaration.confirmations_withdrawn': 'A retiré la confirmation de constats ({count})',
      'declaration.revision_started':
        'A commencé à corriger la déclaration {receipt}, catégorie {category}, {quarter}',
      'declaration.lines_exported':
        'A téléchargé un fichier de déclaration, catégorie {category}, {quarter} (lignes\u00a0: {lines})',
      'declaration.sent': 'A envoyé la déclaration {receipt}, catégorie {category}, {quarter}',
      'declaration.documents_learnt':
        'A retenu le numéro de CNIE d’affiliés qui n’en avaient pas, selon la déclaration {receipt} (affiliés\u00a0: {count})',
      'declaration.abandoned': 'A abandonné un contrôle, catégorie {category}, {quarter}',
      'transfer_order.drawn_up': 'A préparé l’ordre de virement {reference}',
      'transfer_order.drawn_up_knowingly':
        'A préparé l’ordre de virement {reference}, averti que des ordres en cours règlent les mêmes échéances\u00a0: {orders}',
      'transfer_order.withdrawn': 'A retiré l’ordre de virement {reference}\u00a0: {reason}',
      'attestation.issued_regularity': 'A établi l’attestation de régularité {code}',
      'attestation.issued_affiliation': 'A établi l’attestation d’affiliation {code}',
      'liquidation.told':
        'A signalé par e-mail des affiliés qui approchent de la retraite (personnes\u00a0: {members})',
      'liquidation.estimated': 'A estimé la pension de l’affilié {number}',
      'member.viewed': 'A consulté la fiche de l’affilié {number}',
      'member.printed': 'A imprimé le relevé de l’affilié {number}',
      'member.statement_issued': 'A établi le relevé de l’affilié {number}, sous le code {code}',
      'member.exported': 'A téléchargé la carrière de l’affilié {number}',
      'members.declared_viewed': 'A consulté les affiliés de la déclaration {receipt}',
      'members.exported': 'A téléchargé la liste des affiliés (lignes\u00a0: {members})',
      'members.reading_limited':
        'A atteint la limite de consultation des affiliés ({members} en une heure)\u00a0: l’Agence Virtuelle est prévenue',
      'newcomer.viewed': 'A examiné une personne déclarée sans matricule ({number})',
      'newcomer.confirmed': 'A confirmé le matricule {number} (provisoire\u00a0: {former})',
      'newcomer.attached':
        'A reconnu sous le matricule {number} la personne déclarée sans matricule ({former})',
      'newcomer.refused': 'N’a pas reconnu une personne déclarée sans matricule ({number})',
      'members.alert_seen': 'A examiné une consultation inhabituelle d’affiliés',
      'ledger.checked': 'A contrôlé tous les comptes ({ledgers} comptes, {entries} écritures)',
      'ledger.broken': 'A trouvé une différence dans un compte',
      refused: 'Refusé\u00a0: {sentence}',
      refused_often: 'Refusé {times} fois, du {first} au {last}\u00a0: {sentence}',
    },
    csv: {
      at: 'Date et heure',
      who: 'Qui',
      role: 'Qualité',
      what: 'Action',
      code: 'Code',
      number: 'N°',
    },
  },
  departures: {
    title: 'Départs',
    lead: 'Les accès de personnes qui semblent parties. Un accès oublié est une porte ouverte\u00a0: suspendez-le en un clic.',
    none: 'Personne ne semble parti.',
    noneText: 'Aucun départ déclaré, aucune adresse qui ne répond plus, aucun accès oublié.',
    suspend: 'Suspendre',
    reason: 'Départ ou réaffectation',
    whyColumn: 'Ce qui le fait penser',
    suspended: (name: string) => `${name} n’a plus accès, dès maintenant.`,
    listTitle: 'Confirmer la liste',
    listLead:
      'Chaque trimestre, relisez qui a accès à quoi, puis confirmez que chaque personne est toujours en poste.',
    confirmedOn: (date: string) => `Dernière confirmation le ${date}.`,
    neverConfirmed: 'Cette liste n’a pas encore été confirmée.',
    due: 'La liste est à confirmer ce trimestre.',
    confirm: 'Confirmer la liste',
    confirmBox: (count: number) =>
      count === 1
        ? 'J’ai relu la liste\u00a0: cette personne est toujours en poste.'
        : `J’ai relu la liste\u00a0: ces ${count} personnes sont toujours en poste.`,
    leftTitle: (count: number) =>
      count === 1
        ? 'Votre entreprise a déclaré le départ d’une personne de cette liste.'
        : `Votre entreprise a déclaré le départ de ${count} personnes de cette liste.`,
    left: 'Suspendez d’abord, ci-dessus, l’accès de qui est parti. Ne confirmez la liste telle quelle que si chacun y travaille toujours pour vous.',
    confirmDespite: (names: readonly string[]) =>
      `J’ai relu la liste\u00a0: chacun est toujours en poste, y compris ${names.join(', ')}, dont le départ a été déclaré.`,
    confirmNeeded: 'Relisez la liste, puis cochez la case.',
    confirmed: 'La liste est confirmée. Nous vous la redemanderons au début du prochain trimestre.',
    everybody: 'Tous les accès',
    service: 'Téléservice',
  },
  letters: {
    title: 'Téléchargement',
    lead: 'Les lettres à faire signer et cacheter par le responsable de l’entreprise, déjà remplies avec ce que nous connaissons.',
    prepare: 'Préparer la lettre',
    purposes: {
      renewal:
        'Changer de personne déléguée, de téléservices, d’option de paiement ou de signataire. Tout départ de la personne déléguée doit la déclencher aussitôt.',
      password_reset:
        'Quand la personne déléguée a oublié son mot de passe. À garder prête\u00a0: elle se prépare aussi sans être connecté.',
      email_update:
        'Changer l’adresse qui reçoit les liens et les avis de la personne déléguée. L’ancienne adresse est avertie avant l’effet.',
    },
    twoAgents: 'Chaque lettre est vérifiée par deux agents, sous 48 heures.',
    listTitle: 'Vos lettres',
    none: 'Aucune lettre préparée.',
    noneText: 'Préparez-en une ci-dessus, faites-la signer et cacheter, puis renvoyez-la ici.',
    letter: 'Lettre',
    reference: 'Référence',
    preparedOn: 'Préparée le',
    state: 'État',
    states: {
      awaiting_signature: 'À signer et renvoyer',
      received: 'En cours de vérification',
      to_complete: 'À compléter',
      accepted: 'Acceptée, pas encore en vigueur',
      applied: 'En vigueur',
      refused: 'Refusée',
      withdrawn: 'Retirée',
      expired: 'Expirée',
      without_object: 'Sans objet',
    },
    pdf: 'PDF à signer',
    send: 'Renvoyer signée',
    effective: (date: string) => `en vigueur le ${date}`,
    objected:
      'Suspendue par votre opposition\u00a0: rien ne prend effet avant la décision d’un superviseur.',
    follow: 'Suivre',
    open: 'Ouvrir',
    renewalLead:
      'Nous reprenons vos réponses actuelles\u00a0; vous ne modifiez que ce qui change\u00a0: personne déléguée, téléservices, option de paiement ou signataire.',
    renewalNext: 'Continuer',
    emailLead:
      'La lettre porte votre nouvelle adresse. L’ancienne est avertie et garde un délai pour s’opposer.',
    resetLead:
      'Une fois la lettre acceptée, votre mot de passe actuel et vos sessions prennent fin\u00a0; un lien part à votre adresse.',
    signatoryName: 'Nom du signataire',
    signatoryNameHint: 'Le responsable de la société ou une personne habilitée.',
    signatoryCapacity: 'Sa qualité',
    signatoryCapacityHint: 'Par exemple\u00a0: gérant, directeur général.',
    newEmail: 'Nouvelle adresse',
    signatoryNameNeeded: 'Saisissez le nom de la personne qui signera.',
    signatoryCapacityNeeded: 'Saisissez la qualité de la personne qui signera.',
    sameEmail: 'C’est déjà votre adresse. Saisissez la nouvelle.',
    preparedNotice: (reference: string) =>
      `La lettre ${reference} est prête. Téléchargez-la, faites-la signer et cacheter, puis renvoyez-la ici ou à l’Agence Virtuelle.`,
    renewalPrefilled:
      'Voici vos réponses actuelles. Modifiez ce qui change, puis validez pour obtenir la lettre.',
  },
  mails: {
    hello: (name: string) => `Bonjour ${name},`,
    openAdministration: 'Ouvrir l’Administration Utilisateurs',
    mandateOfferedSubject: (employer: string) =>
      `${employer} vous propose un mandat de télédéclaration`,
    mandateOffered: (employer: string, number: string) =>
      `${employer} (N° Adhérent ${number}) vous propose de déclarer ses salaires avec votre login actuel. Connectez-vous pour voir les catégories et répondre.`,
    mandateOfferedUnknown:
      'Si vous ne travaillez pas pour cette entreprise, déclinez\u00a0: elle n’apprendra rien de vous.',
    answerMandate: 'Répondre à la proposition',
    emailChangeSubject: 'Acceptez-vous le changement de votre adresse\u00a0?',
    emailChangeAsked: (employer: string) =>
      `L’Administrateur des Utilisateurs ${de(employer)} demande que votre accès utilise désormais cette adresse\u00a0:`,
    confirmEmailChange: 'Accepter cette adresse',
    emailChangeUnknown:
      'Si ce n’est pas votre adresse, ne faites rien\u00a0: votre adresse actuelle reste en place. Prévenez la caisse si vous n’attendiez pas cette demande.',
    renamedSubject: 'Votre nom a été changé',
    renamed: (name: string, employer: string) =>
      `L’Administrateur des Utilisateurs de l’entreprise ${employer} a changé votre nom : vous apparaissez désormais comme ${name}. Votre login et votre mot de passe ne changent pas ; ce que vous avez déjà fait garde le nom de ce jour-là.`,
    emailReplacedSubject: 'Votre adresse a été remplacée',
    emailReplaced: (employer: string) =>
      `L’Administrateur des Utilisateurs ${de(employer)} a remplacé cette adresse par une autre pour votre accès, qui n’avait pas encore été utilisé.`,
    emailReplacedUnknown:
      'Si vous n’êtes pas au courant, prévenez votre entreprise et l’Agence Virtuelle.',
    settingsSubject: (employer: string) => `Les réglages d’E@syPaiement changent pour ${employer}`,
    settings: (employer: string, by: string) =>
      `${by}, Administrateur des Utilisateurs, a décidé ceci pour les prochains ordres de paiement ${de(employer)}.`,
    confirmations: (count: number) =>
      count === 1
        ? 'Chaque ordre demande 1 confirmation.'
        : `Chaque ordre demande ${count} confirmations.`,
    selfConfirmation:
      'Une personne qui a les deux pouvoirs peut confirmer les ordres qu’elle a établis.',
    perOrder: (amount: string | null) =>
      amount === null ? 'Pas de plafond par ordre.' : `Plafond par ordre\u00a0: ${amount}.`,
    perDay: (amount: string | null) =>
      amount === null ? 'Pas de plafond par jour.' : `Plafond par jour\u00a0: ${amount}.`,
    confirmationsKept: 'Les ordres déjà établis gardent leur nombre de confirmations.',
    atOnce:
      'Cela compte dès maintenant. Si vous n’attendiez pas ce changement, parlez-en à la direction de votre entreprise.',
    validatorSubject: (employer: string) => `Un nouveau Validateur pour ${employer}`,
    validatorNamed: (by: string, validator: string, employer: string) =>
      `${by}, Administrateur des Utilisateurs, a donné le pouvoir de Validateur à ${validator} pour ${employer}.`,
    validatorMakesSubject: (employer: string) =>
      `Un Validateur établit aussi des ordres pour ${employer}`,
    validatorMakes: (by: string, validator: string, employer: string) =>
      `${by} a donné le pouvoir d’Ordonnateur à ${validator}, déjà Validateur pour ${employer}. L’entreprise permet de confirmer ses propres ordres : cette personne pourra payer seule.`,
    validatorAdmitted: (by: string, validator: string, employer: string) =>
      `${by}, de l’Agence Virtuelle, a donné le pouvoir de Validateur à ${validator} pour ${employer}, d’après le dossier papier de l’entreprise.`,
    usersAdmittedSubject: (employer: string) => `Utilisateurs créés pour ${employer}, à confirmer`,
    usersAdmitted: (employer: string, count: number) =>
      count === 1
        ? `L’Agence Virtuelle a créé cet utilisateur ${de(employer)}, d’après le dossier papier de l’entreprise. Il reçoit un lien pour choisir son mot de passe.`
        : `L’Agence Virtuelle a créé ces ${count} utilisateurs ${de(employer)}, d’après le dossier papier de l’entreprise. Chacun reçoit un lien pour choisir son mot de passe.`,
    usersAdmittedCheck:
      'Vous en répondez désormais. Relisez la liste, suspendez ou supprimez qui ne devrait pas y être, puis confirmez-la.',
    usersAdmittedLink: 'Relire la liste',
    usersAdmittedStranger: (email: string) =>
      `Pour une erreur du dossier, écrivez à l’Agence Virtuelle : ${email}.`,
    validatorFactorSubject: (employer: string) =>
      `La double vérification d’un Validateur ${de(employer)} est retirée`,
    validatorFactor: (by: string, validator: string, employer: string) =>
      `${by}, Administrateur des Utilisateurs, a retiré la double vérification ${de(validator)}, Validateur pour ${employer}, qui dit avoir perdu son téléphone et ses codes de secours.`,
    factorAskedSubject: 'Avez-vous perdu votre téléphone et vos codes de secours ?',
    factorAsked: (employer: string, when: string) =>
      `L’Administrateur des Utilisateurs ${de(employer)} demande de retirer la double vérification de votre login. Elle sera retirée le ${when}, avec votre mot de passe ; un lien pour en choisir un autre vous sera envoyé ici.`,
    factorAskedNotLost:
      'Si vous n’avez rien perdu, connectez-vous avant cette date : la demande tombe.',
    factorAskedUnknown: (email: string) =>
      `Si vous n’attendiez pas cette demande, prévenez aussi l’Agence Virtuelle : ${email}.`,
    waitsUntil: (when: string) =>
      `Ce qui rend un paiement plus facile ne compte que le ${when}, ou dès qu’un Validateur donne son accord.`,
    agree: 'Lire et donner mon accord',
    surprised:
      'Si vous n’attendiez pas ce changement, ne donnez pas votre accord et appelez l’Agence Virtuelle avant cette date.',
    mandateActiveSubject: 'Votre mandat de prélèvement est validé',
    mandateActive: (account: string, day: string) =>
      `Le mandat du compte ${account} est validé. Le compte pourra être utilisé dans E@syPaiement à partir du ${day}.`,
    mandateActiveUnknown:
      'Si vous n’avez pas demandé ce mandat, prévenez l’Agence Virtuelle avant cette date.',
    reviewSubject: 'Qui a encore accès\u00a0? Confirmez votre liste d’utilisateurs',
    review: (employer: string, count: number) =>
      count === 1
        ? `Un nouveau trimestre commence. 1 personne a accès aux téléservices pour ${employer}\u00a0: vérifiez qu’elle est toujours en poste.`
        : `Un nouveau trimestre commence. ${count} personnes ont accès aux téléservices pour ${employer}\u00a0: vérifiez qu’elles sont toujours en poste.`,
    reviewWhy:
      'Tout départ ou réaffectation d’un utilisateur doit donner lieu à une modification de son compte.',
    reviewAction: 'Relire la liste',
  },
}

export const administrationRefusals = {
  'administration.service_not_subscribed':
    'Votre entreprise n’est pas abonnée à ce téléservice. Préparez la lettre «\u00a0Réabonnement\u00a0» pour l’ajouter.',
  'administration.login_taken':
    'Le login {login} existe déjà dans votre entreprise. Un login n’ouvre qu’un seul téléservice et n’appartient qu’à une personne, même supprimée\u00a0: choisissez un autre début, ou laissez ce champ vide.',
  'administration.no_second_factor':
    'Cette personne n’a pas de double vérification\u00a0: si elle ne peut pas se connecter, donnez-lui un nouveau mot de passe.',
  'administration.firm_is_own':
    'Cet ICE est celui de votre entreprise. Saisissez celui du cabinet\u00a0; pour une personne de l’entreprise, passez par «\u00a0Utilisateur Interne Télédéclaration\u00a0».',
  'administration.firm_other_name':
    'Cet ICE est celui de «\u00a0{name}\u00a0». Si c’est le cabinet de la personne, cochez la case ci-dessous et validez\u00a0; sinon, corrigez l’ICE.',
  'administration.person_other_name':
    'Cette pièce est déjà celle de «\u00a0{name}\u00a0» dans votre entreprise. Si c’est la même personne, cochez la case ci-dessous et validez ; sinon, corrigez le numéro.',
  'administration.person_known':
    'Cette personne a déjà un login pour ce téléservice\u00a0: {login}. Modifiez-le plutôt que d’en créer un second.',
  'administration.mandate_known':
    'Cette personne a déjà un mandat de votre entreprise. Retrouvez-la dans la liste pour le modifier.',
  'administration.already_activated':
    'Ce login n’attend pas de lien d’activation. Créez plutôt un nouveau mot de passe.',
  'administration.fund_account':
    'Ce RIB est celui du compte où la caisse reçoit les contributions. Saisissez celui de votre entreprise, celui du compte à débiter.',
  'administration.account_in_use':
    'Ce compte peut être prélevé, ou le sera bientôt : son mandat est en vigueur, il ne se retire donc pas ici. Pour mettre fin au mandat, appelez l’Agence Virtuelle.',
  'administration.account_known':
    'Ce compte bancaire est déjà enregistré pour votre entreprise. Retrouvez-le dans la liste.',
}
