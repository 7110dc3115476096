import { grouped } from '../language.ts'

/** Words of the agents: queue, desk, case, search. Short: they are read all day. */
export const agency = {
  band: 'Agence Virtuelle',
  queue: {
    title: 'Dossiers à traiter',
    cell: 'Dossiers',
    lead: (waiting: number, overdue: number, isMore = false) => {
      if (waiting === 0) return 'Aucun dossier n’attend.'
      if (isMore)
        return `Plus de ${waiting} dossiers attendent, dont au moins ${overdue} hors délai.`
      const files = waiting === 1 ? 'Un dossier attend' : `${waiting} dossiers attendent`
      if (overdue === 0) return `${files}, aucun n’a dépassé les 48 heures.`
      return overdue === 1
        ? `${files}, dont un a dépassé les 48 heures.`
        : `${files}, dont ${overdue} ont dépassé les 48 heures.`
    },
    caption: 'Dossiers, le plus urgent d’abord',
    reference: 'Référence',
    kind: 'Type',
    company: 'Entreprise',
    state: 'État',
    since: 'Reçu',
    clock: 'Délai',
    holder: 'En main',
    allKinds: 'Tous',
    kinds: {
      subscription: 'Abonnement',
      renewal: 'Réabonnement',
      password_reset: 'Mot de passe',
      email_update: 'E-mail',
      debit_mandate: 'Mandat de prélèvement',
      objection: 'Opposition',
    },
    states: {
      waiting: 'À traiter',
      to_complete: 'Chez le demandeur',
      accepted: 'Acceptés, en attente d’effet',
      all: 'Tous ceux en cours',
    },
    mine: 'Les miens',
    overdue: 'Délai dépassé',
    unknownCompany: 'Numéro inconnu',
    oneAccepted: '1 accord sur 2',
    objectionToDecide: 'À trancher',
    take: 'Prendre',
    release: 'Rendre',
    takeThis: (reference: string) => `Prendre le dossier ${reference}`,
    releaseThis: (reference: string) => `Rendre le dossier ${reference}`,
    you: 'Vous',
    age: (hours: number) => {
      if (hours < 1) return 'moins d’une heure'
      if (hours < 24) return hours === 1 ? 'il y a 1 heure' : `il y a ${hours} heures`
      const days = Math.floor(hours / 24)
      return days === 1 ? 'il y a 1 jour' : `il y a ${days} jours`
    },
    emptyTitle: 'Rien à traiter ici.',
    empty: 'Les documents signés arrivent en ligne, ou par le guichet quand ils sont en papier.',
    emptyFiltered: 'Aucun dossier ne correspond à ces filtres.',
    openDesk: 'Enregistrer un document papier',
  },
  decided: {
    title: 'Dossiers décidés',
    link: 'Voir les dossiers décidés',
    lead: (count: number) => {
      if (count === 0) return 'Les formulaires signés qui ont pris effet ou qui sont refusés.'
      return count === 1
        ? 'Un formulaire signé a pris effet, ou est refusé.'
        : `${grouped(count)} formulaires signés qui ont pris effet ou qui sont refusés, le dernier décidé d’abord.`
    },
    allStates: 'Tous',
    when: 'Décidé le',
    none: 'Aucun dossier décidé ne correspond.',
  },
  desk: {
    title: 'Guichet',
    lead: 'Scannez le code du document, ou saisissez-le. Il figure en haut de la première page.',
    code: 'Code du document',
    codeHint: 'Par exemple AB-4K7P-2RTD. Les minuscules et les espaces conviennent.',
    open: 'Ouvrir le dossier',
    without: 'Le document n’a pas de code, ou il est illisible ?',
    searchInstead: 'Rechercher l’entreprise',
  },
  case: {
    title: (kind: string, reference: string) => `${kind} ${reference}`,
    lead: (company: string, number: string) => `${company} · N° Adhérent ${number}`,
    unknownLead: (number: string) => `N° Adhérent ${number} · inconnu`,
    back: 'Dossiers',
    inHand: (name: string) => `En main : ${name}`,
    inYourHand: 'Vous avez ce dossier en main.',
    take: 'Prendre',
    release: 'Rendre',
    takeOver: 'Reprendre',
    taken: 'Le dossier est à vous.',
    released: 'Le dossier est rendu à l’équipe.',
    typed: 'Ce qui a été saisi',
    known: 'Ce que nous savons',
    company: 'Entreprise',
    companyState: { active: 'Adhérente', closed: 'Radiée' },
    companyIce: 'ICE connu de la caisse',
    withdrawnTitle: 'Ce formulaire a été retiré, ou remplacé par un formulaire corrigé.',
    withdrawnAlone:
      'Aucun autre n’a été préparé depuis pour ce N° Adhérent. Demandez à l’entreprise d’en préparer un nouveau.',
    withdrawnSince:
      'Un autre a été préparé depuis pour ce N° Adhérent : ouvrez-le, et demandez le document signé qui porte sa référence.',
    differs: 'Différent sur le formulaire',
    iceNotKnown: 'Pas connu',
    delegate: 'Personne déléguée en fonction',
    noDelegate: 'Aucune',
    delegateStates: { active: 'Active', suspended: 'Suspendue', replaced: 'Remplacée' },
    delegateEmail: 'Son e-mail',
    delegateSince: 'En fonction depuis',
    delegateSeen: 'Dernière connexion',
    never: 'Jamais',
    delegateFactor: 'Double vérification',
    factorOn: 'Active',
    factorOff: 'Aucune',
    applicant: 'Demandeur',
    scan: 'Le document signé',
    scanOf: (number: string, by: string, when: string) =>
      `Document ${number}, reçu ${by} le ${when}`,
    scanAlt: (reference: string) => `Document signé du dossier ${reference}`,
    openPdf: (size: string) => `Télécharger le PDF (${size})`,
    pdfHint:
      'Il s’ouvre dans votre lecteur, une fois téléchargé : un PDF reçu ne s’affiche jamais dans le portail, par sécurité. Son ouverture est enregistrée.',
    openFull: 'Ouvrir en grand',
    notScanned: 'Le papier est enregistré, mais pas encore scanné. Ajoutez le scan pour décider.',
    lookingInto:
      'En cours de vérification : l’antivirus n’a pas encore examiné ce document. Il s’ouvrira ici dès que ce sera fait ; les 48 heures continuent.',
    lookingIntoShort: 'en cours de vérification',
    infected:
      'Ce document contenait un virus : il n’a pas été gardé. Venu en ligne, un autre a été demandé au demandeur ; venu sur papier, numérisez-le de nouveau sur un appareil vérifié.',
    infectedShort: 'contenait un virus, non gardé',
    noProof: 'Aucun document signé pour le moment.',
    earlier: (count: number) =>
      count === 1 ? 'Un document antérieur' : `${count} documents antérieurs`,
    unknownTitle: 'Ce numéro n’est celui d’aucune entreprise adhérente.',
    unknownText:
      'Vérifiez-le sur le document. S’il y figure bien, refusez avec le motif « numéro inconnu » : seul le demandeur en est informé, par e-mail.',
    otherNameTitle: 'Le nom saisi n’est pas celui que nous connaissons.',
    otherName: (typed: string, known: string) =>
      `Saisi : ${typed}. Connu : ${known}. Vérifiez le N° Adhérent et le cachet sur le document.`,
    rejectedTitle: 'La banque a déjà rejeté un prélèvement sur ce compte.',
    rejected: (order: string, when: string, code: string) =>
      `Ordre ${order}, le ${when}, code ${code || 'non donné'}.`,
    rejectedFrozen:
      'Le mandat d’alors a été gelé. Faites confirmer par l’entreprise ou sa banque que ce compte peut être prélevé, avant d’accepter celui-ci.',
    otherIceTitle: 'L’ICE saisi n’est pas celui que nous connaissons.',
    otherIce: (typed: string, known: string) => `Saisi : ${typed}. Connu : ${known}.`,
    iceDifferences: {
      digit: (position: number) =>
        `Un seul chiffre diffère, le ${position === 1 ? '1er' : `${position}e`} : sans doute une faute de frappe.`,
      exchanged: (position: number) =>
        `Deux chiffres voisins sont inversés, à partir du ${position === 1 ? '1er' : `${position}e`} : sans doute une faute de frappe.`,
      control: 'Seuls les deux chiffres de contrôle, à la fin, diffèrent.',
      establishment:
        'L’entreprise est la même (neuf premiers chiffres), l’établissement est un autre (quatre suivants). Vérifiez lequel figure sur le cachet.',
      company:
        'L’entreprise est une autre : les neuf premiers chiffres diffèrent. Vérifiez le N° Adhérent et le cachet sur le document.',
    },
    ownTitle: 'Vous ne pouvez pas décider de ce dossier.',
    ownText: 'Il concerne votre entreprise ou celle d’un proche. Un autre agent doit le traiter.',
    replacesTitle: 'Ce dossier remplace la personne déléguée en fonction.',
    twoTitle: 'Deux agents doivent accepter ce dossier.',
    twoText: 'Chacun lit le document signé et coche les contrôles. Le second accord décide.',
    secondTitle: (name: string) => `Premier accord donné par ${name}.`,
    secondText: 'Lisez le document comme si vous étiez seul à le lire. Votre accord décide.',
    yoursTitle: 'Vous avez donné le premier accord.',
    yoursText: 'Un autre agent doit maintenant lire le document et donner le sien.',
    warnedUntil: (until: string) =>
      `La personne en fonction est prévenue : elle peut s’opposer jusqu’au ${until}, et rien ne prend effet avant.`,
    acceptedTitle: (until: string) => `Accepté. Prend effet le ${until}.`,
    acceptedText:
      'Si la personne prévenue s’oppose d’ici là, rien ne prend effet et un superviseur tranche.',
    heldTitle: (name: string) => `${name} a ce dossier en main`,
    heldText:
      'Vous pouvez le lire. Pour décider, voyez avec cette personne, qui peut le rendre ; un superviseur peut le reprendre.',
    paymentOption: 'Option de paiement',
    signatory: 'Signataire de l’abonnement en vigueur',
    noteLanguage: {
      fr: 'Le demandeur lit le français.',
      ar: 'Le demandeur a choisi l’arabe : écrivez en arabe si vous le pouvez.',
    },
    objectorLanguage: {
      fr: 'La personne qui s’oppose lit le français.',
      ar: 'La personne qui s’oppose a choisi l’arabe : écrivez en arabe si vous le pouvez.',
    },
    objectionTitle: 'La personne déléguée s’oppose à ce dossier.',
    objectionWas: 'La personne déléguée s’est opposée à ce dossier.',
    objectionText: 'Le délai est suspendu et rien ne prend effet. Un superviseur doit trancher.',
    objectionSaid: 'Ce qu’elle écrit',
    objectionNothing: 'Elle n’a rien ajouté.',
    objectionEnd: {
      upheld: 'L’opposition a été retenue.',
      dismissed: 'L’opposition a été écartée.',
      over: 'Le dossier s’est terminé sans effet : il n’y a plus d’opposition à trancher.',
    },
    decideObjection: 'Trancher l’opposition',
    uphold: 'Retenir l’opposition',
    upholdHint: 'Le dossier est refusé. La personne en fonction reste en place.',
    dismiss: 'Écarter l’opposition',
    dismissHint:
      'L’examen reprend. Si le dossier est déjà accepté, il prend effet à la fin des 24 heures promises à la personne, jamais avant.',
    objectionRead: 'J’ai lu l’opposition et le document signé',
    objectionOther:
      'Vous avez donné un accord sur ce document : un autre superviseur doit trancher l’opposition.',
    objectionDecision: 'Votre décision',
    objectionNote: 'Motif, lu par les deux parties',
    objectionNoteHint:
      'La personne qui s’oppose le reçoit toujours ; le demandeur aussi, si l’opposition est retenue. N’y mettez rien que l’une ne doive savoir de l’autre.',
    objectionButton: 'Enregistrer la décision',
    objectionDone: 'La décision est enregistrée ; les deux parties sont prévenues.',
    handwritten: 'Numéro écrit à la main sur le document',
    handwrittenHint:
      'Recopiez-le : nous le comparons à la pièce connue de la personne déléguée, sans l’afficher. Les contrôles suivent quand c’est le même. Chaque essai est enregistré.',
    compare: 'Comparer',
    identitySame: 'Le numéro écrit sur le document est celui que nous connaissons.',
    identityOther:
      'Ce numéro n’est pas celui que nous connaissons. Relisez-le sur le document ; s’il est bien écrit ainsi, demandez un complément ou refusez.',
    checks: 'Contrôles',
    checksHint:
      'Comparez le document signé avec ce qui a été saisi. Tout doit être coché pour accepter.',
    check: {
      number: 'Le N° Adhérent est celui de l’entreprise',
      signatory: 'Le signataire est habilité à engager l’entreprise',
      signature: 'Le document est signé',
      stamp: 'Le cachet de l’entreprise est apposé',
      identity: 'L’identité correspond aux pièces et à ce qui est connu',
      second_factor:
        'Le document demande de retirer la double vérification : téléphone et codes de secours perdus',
    },
    accept: 'Accepter et mettre en vigueur',
    acceptFirst: 'Donner le premier accord',
    acceptSecond: 'Donner le second accord',
    acceptLaterHint: (until: string) => `Prendra effet le ${until}, si personne ne s’y oppose.`,
    acceptEmailHint:
      'L’ancienne adresse est prévenue, et la nouvelle la remplace 24 heures plus tard si personne ne s’y oppose.',
    acceptAfterObjection: 'Prendra effet quand un superviseur aura écarté l’opposition.',
    openFirst: 'Ouvrez d’abord le document signé : on ne décide pas sur ce qu’on n’a pas lu.',
    complete: 'Demander un complément',
    completeLead: 'Le délai s’arrête jusqu’à sa réponse.',
    refuse: 'Refuser',
    refuseLead: 'Le dossier est clos. Rien n’est modifié pour l’entreprise.',
    reasons: 'Motifs, envoyés au demandeur',
    note: 'Précision pour le demandeur',
    noteHint: 'Envoyée telle quelle, avec les motifs.',
    completeButton: 'Envoyer la demande de complément',
    refuseButton: 'Refuser le dossier',
    done: {
      second_agent_needed: 'Votre accord est enregistré. Un autre agent doit donner le sien.',
      accepted: 'Le dossier est accepté.',
      to_complete: 'La demande de complément est envoyée.',
      refused: 'Le dossier est refusé et le demandeur est prévenu.',
    },
    register: 'Enregistrer un document papier',
    registerLead: 'Joignez le scan du document signé. Le délai de 48 heures part de maintenant.',
    registerAgain:
      'Joignez le nouveau scan. Les accords déjà donnés tombent : ils portaient sur l’ancien.',
    file: 'Scan du document signé',
    fileKinds: 'PDF, JPEG ou PNG',
    fileHint: 'Sans scan, le papier est enregistré mais personne ne peut décider.',
    arrival: 'Arrivé',
    registerButton: 'Enregistrer le document',
    registered: 'Le document est enregistré. Le demandeur est prévenu.',
    history: 'Historique',
    reviews: 'Avis',
    verdicts: { accept: 'Accord', refuse: 'Refus', complete: 'Complément demandé' },
    onEarlier: 'sur un document remplacé depuis',
    trail: 'Journal du dossier',
    mailTo: 'E-mail du demandeur',
    size: (kilobytes: number) =>
      kilobytes < 1024
        ? `${kilobytes}\u00a0ko`
        : `${(kilobytes / 1024).toFixed(1).replace('.', ',')}\u00a0Mo`,
  },
  search: {
    title: 'Recherche',
    cell: 'Recherche',
    lead: 'Une entreprise ou un affilié par son nom ou son numéro, un dossier par son code, une demande de liquidation par son numéro.',
    field: 'Nom, numéro ou code',
    employers: 'Entreprises',
    letters: 'Dossiers',
    members: 'Affiliés',
    claims: 'Demandes de liquidation',
    member: 'Nom et prénom',
    memberNumber: 'Matricule',
    provisional: 'Provisoire',
    bornOn: 'Date de naissance',
    leftOn: 'Sortie',
    name: 'Entreprise',
    number: 'N° Adhérent',
    city: 'Ville',
    state: 'État',
    none: (words: string) => `Rien ne correspond à « ${words} ».`,
    noneHint:
      'Vérifiez l’orthographe. Une entreprise se trouve par une partie de son nom, un affilié par le début du sien, ou chacun par son numéro.',
    cut: 'Seuls les 25 premiers résultats de chaque liste sont montrés. Précisez la recherche.',
  },
  employer: {
    lead: (number: string, city: string) => `N° Adhérent ${number}${city ? ` · ${city}` : ''}`,
    company: 'Entreprise',
    ice: 'ICE',
    address: 'Adresse',
    phone: 'Téléphone',
    email: 'E-mail',
    joined: 'Adhérente depuis',
    services: 'Téléservices',
    service: {
      declaration: 'Télédéclaration',
      employer_account: 'Compte Adhérent',
      payment: 'E@syPaiement',
      liquidation: 'e-Liquidation@',
    },
    users: 'Utilisateurs',
    usersCount: (count: number) => (count < 2 ? `${count} utilisateur` : `${count} utilisateurs`),
    delegate: 'Personne déléguée',
    noDelegate: 'Personne n’est en fonction.',
    noDelegateHint: 'L’entreprise doit s’abonner : le formulaire est sur la page d’accueil.',
    jobTitle: 'Fonction',
    secondFactor: 'Double vérification',
    money: {
      account: 'Compte',
      balance: 'Solde du compte',
      inTransit: 'En cours d’encaissement :',
      open: 'Échéances non soldées',
      due: 'Échéance',
      dueOn: 'Date d’échéance',
      state: 'État',
      owed: 'Montant',
      nothingOpen: 'Rien n’est à régler.',
      orders: 'Ordres de paiement',
      order: 'Ordre',
      debitOn: 'Prélèvement',
      noOrder: 'Aucun ordre de paiement.',
      mandates: 'Comptes bancaires et mandats',
      bankAccount: 'Compte bancaire',
      mandate: 'Mandat',
      usableFrom: 'Utilisable à partir du',
      noMandate: 'Aucun compte bancaire.',
    },
    letters: 'Dossiers',
    lettersEmpty: 'Aucun dossier.',
    created: 'Établi',
    trail: 'Journal de l’entreprise',
    paper: 'Référence de la lettre signée',
    paperHint: 'Celle du courrier, pour retrouver le papier.',
    paperReason: 'Motif indiqué par l’entreprise',
    suspend: {
      title: 'Suspendre la personne déléguée',
      lead: 'Sur une lettre signée de l’entreprise. L’effet est immédiat : ses sessions et ses liens prennent fin, et elle est prévenue.',
      button: 'Suspendre maintenant',
      done: 'La personne déléguée est suspendue. Elle ne peut plus rien faire.',
    },
    reactivate: {
      title: 'Rendre l’accès à la personne déléguée',
      lead: 'Sur une lettre signée de l’entreprise. Elle se connectera de nouveau avec son mot de passe, et elle est prévenue.',
      button: 'Rendre l’accès',
      done: 'La personne déléguée a de nouveau accès.',
    },
    reactivateBySupervisor:
      'Un superviseur peut lui rendre son accès, sur une lettre signée de l’entreprise.',
    viewed: 'Cette consultation figure dans le journal de l’entreprise.',
  },
  trail: {
    title: 'Journal',
    lead: 'Tout ce qui a été fait ou consulté pour cette entreprise, par elle et par la caisse.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    caption: 'Événements, le plus récent d’abord',
    number: 'N°',
  },
  mistakes: {
    code: 'Scannez ou saisissez le code du document.',
    noteTooLong: 'La précision est trop longue : 1 000 caractères au plus.',
    reasons: 'Cochez au moins un motif.',
    checks: 'Cochez tous les contrôles, ou demandez un complément.',
    arrival: 'Dites comment le document est arrivé.',
    decision: 'Choisissez de retenir ou d’écarter l’opposition.',
    objectionNote: 'Écrivez le motif : il est lu par les deux parties.',
    handwritten: 'Recopiez le numéro écrit à la main sur le document.',
    tooManyNumbers:
      'Trop de numéros ont été comparés pour ce dossier. Attendez une heure, ou demandez un complément au demandeur.',
    objectionRead: 'Lisez l’opposition et le document signé, puis cochez cette case.',
    paper: 'Donnez la référence de la lettre signée.',
    reason: 'Donnez le motif indiqué par l’entreprise.',
    tooLong: 'Ce texte est trop long : {most} caractères au plus.',
  },
  mails: {
    emailWillChange: {
      subject: 'Votre adresse e-mail va être remplacée',
      body: (name: string, address: string, until: string) =>
        `Bonjour ${name}, l’Agence Virtuelle a accepté une lettre signée de votre entreprise qui demande de remplacer l’adresse à laquelle vous lisez ce message par ${address}. Le changement prend effet le ${until}.`,
      notYou:
        'Si vous êtes d’accord, vous n’avez rien à faire. Si vous n’êtes pas au courant de cette demande, opposez-vous avant cette date :',
      link: 'M’opposer à ce changement',
      reference: 'Référence du dossier :',
    },
    objectionDecided: {
      subject: (reference: string) => `Réponse à votre opposition (${reference})`,
      upheld: (name: string) =>
        `Bonjour ${name}, votre opposition a été retenue. La demande est refusée et rien ne change pour vous.`,
      dismissed: (name: string) =>
        `Bonjour ${name}, votre opposition a été examinée et n’a pas été retenue. La demande suit son cours.`,
      note: (note: string) => `Motif : ${note}`,
    },
  },
}

export const agencyRefusals = {
  'agency.code_malformed':
    'Ce code n’est pas complet, ou un caractère est faux. Relisez-le sur le document, caractère par caractère.',
  'agency.code_unknown':
    'Aucun dossier ne porte le code {reference}. Relisez-le, ou recherchez l’entreprise.',
  'agency.own_employer':
    'Ce dossier concerne votre entreprise ou celle d’un proche. Un autre agent doit le traiter.',
  'agency.no_proof': 'Le document signé n’est pas arrivé. Enregistrez-le avant de décider.',
  'agency.not_scanned': 'Le papier n’est pas scanné. Ajoutez le scan avant de décider.',
  'agency.proof_not_opened':
    'Vous n’avez pas ouvert ce document signé. Ouvrez-le, lisez-le, puis décidez.',
  'agency.identity_not_compared':
    'Le numéro écrit à la main n’a pas été comparé. Saisissez-le sous « Numéro écrit à la main sur le document », choisissez « Comparer », puis décidez.',
  'agency.unknown_number':
    'Ce N° Adhérent n’est celui d’aucune entreprise : le dossier ne peut pas être accepté. Refusez-le avec ce motif.',
  'agency.checklist_incomplete':
    'Un contrôle n’est pas coché. Cochez-les tous, ou demandez un complément.',
  'agency.accepted_by_you':
    'Vous avez déjà donné votre accord sur ce document. Un autre agent doit donner le sien.',
  'agency.reason_needed': 'Cochez au moins un motif : le demandeur doit savoir pourquoi.',
  'agency.no_longer_waits': 'Ce dossier n’attend plus : il vient d’être décidé. Prenez le suivant.',
  'agency.view_name_taken':
    'Une autre de vos vues s’appelle déjà « {name} ». Choisissez un autre nom.',
  'agency.too_many_views':
    'Vous avez déjà douze vues. Supprimez-en une, puis enregistrez celle-ci.',
  'agency.in_hands_of':
    '{name} a ce dossier en main. Voyez avec cette personne, ou prenez un autre dossier.',
  'agency.held_by':
    '{name} a ce dossier en main : rien n’a été décidé. Voyez avec cette personne, qui peut le rendre ; un superviseur peut le reprendre, puis décider.',
  'agency.taken_meanwhile':
    '{name} a pris ce dossier pendant que vous le lisiez. Le voici tel qu’il est maintenant.',
  'agency.in_other_hands':
    'Un autre agent a ce dossier en main. Voyez avec cette personne, ou prenez un autre dossier.',
  'agency.objection_of_your_agreement':
    'Vous avez donné un accord sur ce document. Un autre superviseur doit trancher l’opposition.',
  'agency.objection_not_read':
    'Lisez l’opposition et le document signé, cochez la case qui le dit, puis décidez.',
  'agency.objection_decided_by_you':
    'Vous avez tranché l’opposition à ce dossier. Deux autres agents doivent donner leur accord.',
  'agency.no_objection': 'Aucune opposition n’attend de décision sur ce dossier.',
}
