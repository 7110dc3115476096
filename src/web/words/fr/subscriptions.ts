import { de } from './elision.ts'

/** Words of «Abonnement», «Réabonnement», «Téléchargement» and of following a file. */
export const subscriptions = {
  /** What a form is called, by its kind, inside pages. */
  titles: {
    subscription: 'Abonnement',
    renewal: 'Réabonnement',
  },
  volets: {
    company: 'Entreprise',
    delegate: 'Personne déléguée',
    services: 'Téléservices',
    signatory: 'Signataire',
  },
  services: {
    declaration: 'Télédéclaration',
    employer_account: 'Compte Adhérent',
    payment: 'E@syPaiement',
    liquidation: 'e-Liquidation@',
  },
  serviceHints: {
    declaration: 'Déclarer chaque trimestre les salaires de vos affiliés.',
    employer_account: 'Consulter ce que vous devez, ce que vous avez réglé et votre relevé.',
    payment: 'Régler vos contributions en ligne.',
    liquidation: 'Déposer et suivre les dossiers de pension de vos salariés.',
  },
  paymentOptions: {
    case_by_case: {
      name: 'Prélèvement cas par cas',
      hint: 'Pour chaque règlement, vous préparez un ordre et une ou deux personnes le confirment. Rien n’est prélevé sans cette confirmation.',
    },
    systematic: {
      name: 'Prélèvement systématique',
      hint: 'À chaque échéance, le montant déclaré est prélevé sur votre compte bancaire. Vous n’avez rien à faire.',
    },
    transfer: {
      name: 'Virement',
      hint: 'Vous virez vous-même le montant dû. Le portail imprime l’ordre de virement avec la bonne référence.',
    },
  },
  identityKinds: {
    cin: 'Carte nationale d’identité (CIN)',
    residence_card: 'Carte de séjour',
    passport: 'Passeport',
  },
  questions: {
    companyName: 'Raison sociale',
    ice: 'ICE',
    address: 'Adresse',
    city: 'Ville',
    companyPhone: 'Téléphone de l’entreprise',
    companyEmail: 'E-mail de l’entreprise',
    firstName: 'Prénom',
    lastName: 'Nom',
    fullName: 'Prénom et nom de la personne déléguée',
    identityKind: 'Pièce d’identité',
    identityNumber: 'Numéro de la pièce d’identité',
    identityByHand: 'Numéro de sa pièce d’identité, à écrire à la main',
    jobTitle: 'Fonction',
    email: 'E-mail',
    newEmail: 'Nouvel e-mail de la personne déléguée',
    followEmail: 'E-mail pour suivre cette demande',
    lostFactor: 'J’ai aussi perdu mon téléphone et mes codes de secours',
    secondFactor: 'Double vérification',
    mobile: 'Téléphone mobile',
    password: 'Mot de passe « Administrateur des Utilisateurs »',
    services: 'Téléservices souhaités',
    endedServices: 'Téléservices non demandés',
    paymentOption: 'Option de paiement',
    signatoryName: 'Prénom et nom du signataire',
    signatoryCapacity: 'Qualité du signataire',
    consent: 'Engagement',
  },
  hints: {
    employerNumber:
      'Six chiffres, imprimés sur vos bordereaux et sur votre relevé. Exemple : 005839.',
    companyName: 'Comme au registre de commerce.',
    ice: 'Quinze chiffres, comme sur vos factures.',
    keptByRenewal:
      'Sert à reconnaître l’entreprise : un réabonnement ne change ni la raison sociale ni l’ICE.',
    companyPhone: 'Exemple : 05 22 00 00 00.',
    identityNumber: 'Tel qu’il est imprimé sur la pièce. Exemple : BE123456.',
    jobTitle: 'Exemple : responsable des ressources humaines.',
    email:
      'Une adresse que cette personne lit elle-même : la validation et les liens de sécurité y sont envoyés.',
    mobile: 'Exemple : 06 61 23 45 67.',
    password:
      'Au moins 15 caractères. Une phrase de quelques mots se retient bien ; ni le nom de l’entreprise, ni le N° Adhérent. Vous pouvez le coller depuis un gestionnaire de mots de passe.',
    passwordRenewal:
      'Seulement si la personne déléguée change. Si elle reste la même, laissez vide : elle garde son mot de passe.',
    passwordKept:
      'Mot de passe enregistré. Il ne peut pas être affiché. Laissez vide pour le garder, ou saisissez-en un autre.',
    services:
      'Cochez ceux que votre entreprise utilisera. Vous pourrez en changer par réabonnement.',
    servicesRenewal:
      'Cochez aussi ceux que vous gardez. Un téléservice laissé sans coche se ferme dès que la lettre est acceptée, et ses utilisateurs sont suspendus.',
    signatoryName: 'Le responsable de l’entreprise, ou une personne habilitée à l’engager.',
    signatoryCapacity: 'Exemple : gérant, directeur général, fondé de pouvoir.',
    newEmail:
      'La lettre acceptée, l’ancienne adresse est prévenue et le changement prend effet après un délai.',
    followEmail: 'Vous suivrez la demande avec sa référence et cette adresse.',
    lostFactor:
      'La lettre demandera aussi de retirer la double vérification. Sans cette case, le code reste demandé à la connexion.',
    statement: 'Dites en quelques phrases pourquoi cette demande ne doit pas aboutir.',
  },
  consent:
    'Je certifie que ces informations sont exactes et que le signataire engage l’entreprise. La personne déléguée accepte de créer et de tenir à jour les accès des utilisateurs.',
  consentGiven: 'Informations certifiées exactes ; tenue à jour des accès acceptée',
  secondFactorToEnd: 'À retirer : le téléphone et les codes de secours sont perdus',
  /** Why the users of a service that a renewal left out are suspended. */
  serviceEnded: 'Téléservice retiré par réabonnement',
  mistakes: {
    employerNumberMissing: 'Saisissez le N° Adhérent : six chiffres.',
    employerNumberCharacters:
      'Le N° Adhérent ne contient que des chiffres. Retirez les lettres et les signes.',
    employerNumberTooLong: 'Le N° Adhérent a six chiffres. Retirez les chiffres en trop.',
    tooLong: 'Ce texte est trop long : {most} caractères au plus.',
    companyName: 'Saisissez la raison sociale de l’entreprise.',
    ice: 'L’ICE a quinze chiffres. Vérifiez-le sur une facture, ou laissez ce champ vide.',
    address: 'Saisissez l’adresse de l’entreprise.',
    city: 'Saisissez la ville.',
    companyPhoneMissing: 'Saisissez le téléphone de l’entreprise, par exemple 05 22 00 00 00.',
    companyPhone:
      'Ce numéro de téléphone n’est pas valable. Saisissez-le avec tous ses chiffres, par exemple 05 22 00 00 00.',
    companyEmail: 'Saisissez une adresse e-mail complète, par exemple contact@entreprise.ma.',
    firstName: 'Saisissez le prénom.',
    lastName: 'Saisissez le nom.',
    fullName: 'Saisissez le prénom et le nom de la personne déléguée.',
    jobTitle: 'Saisissez la fonction de cette personne dans l’entreprise.',
    email: 'Saisissez une adresse e-mail complète, par exemple k.lahlou@entreprise.ma.',
    mobileMissing: 'Saisissez le téléphone mobile de cette personne, par exemple 06 61 23 45 67.',
    mobile:
      'Ce numéro n’est pas celui d’un téléphone mobile. Au Maroc, il commence par 06 ou 07 ; ailleurs, commencez par l’indicatif, par exemple +33.',
    passwordMissing: 'Choisissez le mot de passe de l’Administrateur des Utilisateurs.',
    password: {
      too_short: 'Ce mot de passe est trop court. Choisissez au moins 15 caractères.',
      too_long: 'Ce mot de passe est trop long. Choisissez 128 caractères au plus.',
      common:
        'Ce mot de passe est de ceux qui s’essaient en premier. Choisissez plusieurs mots sans lien entre eux.',
      about_you:
        'Ce mot de passe est fait de ce que tout le monde sait de vous : nom, entreprise, N° Adhérent, portail. Choisissez d’autres mots.',
    },
    services: 'Cochez au moins un téléservice.',
    paymentOption: 'Choisissez une option de paiement.',
    signatoryName: 'Saisissez le prénom et le nom de la personne qui signera.',
    signatoryCapacity: 'Saisissez la qualité du signataire, par exemple gérant.',
    consent: 'Cochez cette case pour continuer.',
    proof: 'Choisissez le document signé : un fichier PDF, JPEG ou PNG.',
    statement: 'Écrivez pourquoi cette demande ne doit pas aboutir.',
    reference: 'Saisissez la référence imprimée en haut du formulaire.',
    followEmail: 'Saisissez l’adresse e-mail indiquée dans le formulaire.',
  },

  start: {
    subscription: {
      title: 'Abonnement aux téléservices',
      lead: 'Votre entreprise désigne la personne qui créera les accès des utilisateurs : l’Administrateur des Utilisateurs, ou personne déléguée. Comptez dix minutes.',
    },
    renewal: {
      title: 'Réabonnement aux téléservices',
      lead: 'Pour changer la personne déléguée, les téléservices, l’option de paiement ou le signataire. Vous remplissez de nouveau les trois volets ; ils remplacent les précédents une fois la lettre acceptée.',
    },
    needTitle: 'Ayez sous la main',
    needs: [
      'le N° Adhérent de l’entreprise (six chiffres) et son ICE ;',
      'la pièce d’identité de la personne déléguée, son e-mail et son mobile ;',
      'le nom et la qualité de la personne qui signera pour l’entreprise.',
    ],
    stepsTitle: 'Comment cela se passe',
    steps: [
      'Vous remplissez trois volets en ligne.',
      'Vous téléchargez le formulaire, vous l’imprimez, le responsable le signe et y met le cachet.',
      'Vous l’envoyez à l’Agence Virtuelle, en ligne ou par courrier.',
      'L’agence répond sous 48 heures, jours ouvrés, par e-mail.',
    ],
    draftsTitle: 'Reprendre où vous en étiez',
    draft: (title: string, number: string) => `${title}, N° Adhérent ${number}`,
    draftSince: (date: string) => `Dernière réponse le ${date}`,
    resume: 'Reprendre',
    keptFor:
      'Vos réponses sont gardées 30 jours sur cet appareil. Le mot de passe est chiffré dès son arrivée.',
    completed: (typed: string, number: string) =>
      `Vous avez saisi ${typed} : nous avons lu le N° Adhérent ${number}. S’il n’est pas exact, revenez en arrière.`,
  },

  tasks: {
    title: (kind: string) => `${kind} : les étapes`,
    forNumber: (number: string) => `N° Adhérent ${number}`,
    otherNumber: 'Changer de N° Adhérent',
    company: 'Raison sociale, ICE, adresse, téléphone, e-mail.',
    delegate: 'Son identité, sa fonction, son e-mail, son mobile et son mot de passe.',
    services: 'Les téléservices, l’option de paiement, le signataire.',
    check: 'Vérifier et obtenir le formulaire',
    checkHint: 'Relire vos réponses, puis télécharger le formulaire à signer.',
    next: (volet: string) => `Continuer : ${volet}`,
    nextCheck: 'Vérifier mes réponses',
    delete: 'Effacer mes réponses',
    deleted: 'Vos réponses ont été effacées.',
    states: {
      done: 'Fait',
      todo: 'À faire',
      later: 'Ensuite',
      waiting: 'En cours',
      stopped: 'Arrêté',
    },
  },
  iceQuestion: {
    title: (ice: string) => `L’ICE ${ice} est-il exact ?`,
    text: (ice: string) =>
      `Ses deux derniers chiffres, ${ice.slice(-2)}, ne s’accordent pas avec les treize premiers : le plus souvent, un chiffre a été mal recopié. Comparez-le avec une facture. S’il est bien celui-ci, choisissez « Continuer quand même » : l’Agence Virtuelle le vérifiera.`,
    goOn: 'Continuer quand même',
  },
  companyTitle: 'L’entreprise',
  companyKept:
    'L’adresse, le téléphone et l’e-mail remplacent les précédents une fois la lettre acceptée. La raison sociale et l’ICE servent à reconnaître l’entreprise et ne changent pas.',
  delegateTitle: 'La personne déléguée',
  delegateLead:
    'Elle se connectera avec le N° Adhérent et le mot de passe ci-dessous, et créera les accès des utilisateurs.',
  delegateKept:
    'Si elle reste la même, sa fonction et son mobile sont mis à jour ; son e-mail et son nom ne changent pas. Un nouvel e-mail se demande par la lettre « Mise à jour de l’e-mail de la personne déléguée », à « Téléchargement ».',
  identityGroup: 'Son identité',
  contactGroup: 'Où la joindre',
  passwordGroup: 'Son mot de passe',
  servicesTitle: 'Les téléservices',
  signatureGroup: 'Qui signe pour l’entreprise',
  saved: 'Vos réponses sont enregistrées.',
  step: (step: number) => `Volet ${step} sur 3`,

  check: {
    title: 'Vérifiez vos réponses',
    lead: 'Le formulaire sera imprimé avec ces réponses, sauf le mot de passe.',
    passwordKept: 'Mot de passe enregistré',
    passwordUnchanged:
      'Inchangé si la personne déléguée reste la même ; une nouvelle personne le choisira avec un lien envoyé à son e-mail',
    endedTitle: 'Des téléservices ne sont pas demandés',
    ended:
      'S’ils sont ouverts aujourd’hui, ils se ferment dès que la lettre est acceptée : leurs utilisateurs sont suspendus, et les mandats des fiduciaires aussi s’il s’agit de Télédéclaration. Pour en garder un, modifiez cette réponse.',
    unchanged:
      'Un réabonnement ne change ni la raison sociale ni l’ICE. Si la personne déléguée reste la même, sa fonction et son mobile sont mis à jour ; son nom et son e-mail ne changent pas.',
    submit: 'Obtenir le formulaire à signer',
  },

  form: {
    readyTitle: 'Votre formulaire est prêt',
    reference: 'Référence',
    referenceHint: 'Notez-la : avec votre e-mail, elle permet de suivre le dossier.',
    download: 'Télécharger le formulaire (PDF)',
    downloadAgain: 'Télécharger de nouveau le formulaire (PDF)',
    whatNext: 'Ce qu’il vous reste à faire',
    print: 'Imprimez le formulaire.',
    byHand:
      'Écrivez-y à la main le numéro de la pièce d’identité de la personne déléguée : sans lui, l’agence ne peut pas accepter la lettre.',
    sign: 'Faites-le signer et cacheter par le responsable de l’entreprise ou une personne habilitée.',
    sendOnline: 'Envoyez-en une copie ci-dessous,',
    sendPost: 'ou envoyez l’original par courrier à l’attention de :',
    clock:
      'L’Agence Virtuelle répond sous 48 heures à compter de la réception du document signé ; les samedis, dimanches et jours fériés ne comptent pas.',
    reopen: 'Corriger mes réponses',
    reopenHint:
      'Une erreur sur le formulaire ? Vos réponses reviennent, et un nouveau formulaire remplace celui-ci.',
    reopened: 'Vos réponses sont revenues. Corrigez, puis obtenez un nouveau formulaire.',
  },

  follow: {
    title: 'Où en est ma demande ?',
    lead: 'La référence est imprimée en haut du formulaire.',
    reference: 'Référence',
    referenceHint: 'Exemple : AB-7K3M-P2QX.',
    email: 'E-mail indiqué dans le formulaire',
    open: 'Voir ma demande',
    unknown:
      'Aucune demande ne correspond à cette référence et à cette adresse. Vérifiez la référence, lettre par lettre, et l’adresse indiquée dans le formulaire.',
    leave: 'Fermer ce dossier sur cet appareil',
    left: 'Ce dossier n’est plus ouvert sur cet appareil.',
    subject: 'Objet',
    printedIn: {
      fr: 'Le formulaire est établi en français.',
      ar: 'Le formulaire est établi en arabe.',
    },
    stepsTitle: 'Où en est le dossier',
    steps: {
      form: 'Formulaire rempli',
      download: 'Formulaire imprimé, signé et cacheté',
      proof: 'Document signé reçu',
      validation: 'Réponse de l’Agence Virtuelle',
    },
    on: (date: string) => `le ${date}`,
    before: (date: string) => `Réponse avant le ${date}`,
    expires: (date: string) => `À envoyer avant le ${date} ; passé ce jour, le formulaire expire.`,
    completeBefore: (date: string) => `À compléter avant le ${date}`,
    paused: 'Le délai est en pause pendant une vérification complémentaire.',
    effective: (date: string) => `Prend effet le ${date}`,
    held: {
      title: 'Votre demande attend une vérification complémentaire',
      text: 'Elle a été acceptée, mais ne prend pas effet avant la fin de cette vérification. Vous n’avez rien à faire : la réponse vous parviendra par e-mail.',
    },
    heldHint: 'Vérification complémentaire en cours',
    states: {
      awaiting_signature: {
        title: 'Nous attendons votre document signé',
        text: 'Imprimez le formulaire, faites-le signer et cacheter, puis envoyez-le.',
      },
      received: {
        title: 'Votre dossier est à l’examen',
        text: 'Vous n’avez rien à faire. La réponse arrive par e-mail.',
      },
      to_complete: {
        title: 'Votre dossier est à compléter',
        text: 'Envoyez le document corrigé ci-dessous ou par courrier. Le délai de 48 heures reprend dès sa réception.',
      },
      accepted: {
        title: 'Votre demande est acceptée',
        text: 'Elle prend effet à la date indiquée ; vous en serez informé par e-mail.',
      },
      applied: {
        title: 'C’est fait',
        text: 'La demande est acceptée et en vigueur. L’e-mail de validation dit la suite.',
      },
      refused: {
        title: 'Votre demande n’a pas été acceptée',
        text: 'Rien n’a été modifié. Vous pouvez faire une nouvelle demande ou écrire à l’Agence Virtuelle en rappelant la référence.',
      },
      withdrawn: {
        title: 'Vous avez retiré cette demande',
        text: 'Rien n’a été modifié. Vous pouvez en faire une autre quand vous voulez.',
      },
      expired: {
        title: 'Cette demande a expiré',
        text: 'Le document signé ou complété ne nous est pas parvenu à temps. Faites une nouvelle demande.',
      },
      without_object: {
        title: 'Cette demande est sans objet',
        text: 'La personne déléguée qu’elle concernait a été remplacée. Rien n’a été modifié.',
      },
    },
    reasonsTitle: 'Ce qu’il nous faut',
    refusedTitle: 'Pourquoi',
    note: 'Précision de l’agence :',
    uploadTitle: 'Envoyer le document signé',
    proof: 'Document signé et cacheté',
    proofHint: 'Une copie lisible, toutes les pages dans un seul fichier.',
    proofKinds: 'PDF, JPEG ou PNG',
    send: 'Envoyer le document signé',
    sendAgain: 'Vous avez envoyé le mauvais document ? Envoyez le bon : il remplace le précédent.',
    sent: 'Document reçu. L’Agence Virtuelle l’examine.',
    lookingInto:
      'Document reçu, en cours de vérification par l’antivirus. Vous n’avez rien à faire ; le délai de 48 heures court déjà.',
    withdrawTitle: 'Retirer cette demande',
    withdraw: 'Retirer la demande',
    withdrawHint: 'Elle ne sera pas examinée et rien ne sera modifié.',
    withdrawn: 'La demande est retirée.',
    newRequest: 'Faire une nouvelle demande',
    signIn: 'Aller à Administration Utilisateurs',
  },

  downloads: {
    title: 'Téléchargement',
    lead: 'Trois lettres à remplir ici, à imprimer, à faire signer et cacheter, puis à envoyer à l’Agence Virtuelle. Remplie à l’écran, chacune porte une référence, qui permet de la suivre.',
    reset: {
      when: 'La personne déléguée a oublié son mot de passe. Un lien à usage unique est envoyé à son adresse enregistrée, et toutes ses sessions se terminent.',
    },
    update: {
      when: 'La personne déléguée change d’adresse e-mail, ou n’a plus accès à l’ancienne.',
    },
    renewal: {
      when: 'La personne déléguée, les téléservices, l’option de paiement ou le signataire changent. À faire dès le départ ou la réaffectation de la personne déléguée.',
    },
    fill: 'Remplir cette lettre',
    submit: 'Obtenir la lettre à signer',
    formLead: 'La lettre ne contiendra que ce que vous saisissez ici.',
    other:
      'Un utilisateur d’un téléservice a oublié son mot de passe ? Il peut le réinitialiser lui-même à la page de connexion, ou s’adresser à la personne déléguée : aucune lettre n’est nécessaire.',
  },

  objection: {
    standing: 'Votre opposition est à l’examen',
    standingText:
      'La demande est suspendue. Un superviseur de l’Agence Virtuelle décidera et vous écrira.',
    title: 'Une demande vise à vous remplacer',
    lead: (company: string) =>
      `L’Agence Virtuelle a reçu un document signé qui désigne une nouvelle personne déléguée pour l’entreprise au N° Adhérent ${company}.`,
    proposed: 'Personne proposée',
    email: {
      title: 'Une demande vise à changer votre adresse e-mail',
      lead: (company: string) =>
        `L’Agence Virtuelle a accepté un document signé qui change l’adresse e-mail de la personne déléguée de l’entreprise au N° Adhérent ${company}. Vous le restez ; les liens de sécurité iront à la nouvelle adresse.`,
      proposed: 'Nouvelle adresse',
    },
    reference: 'Référence de la demande',
    until: 'Opposition possible jusqu’au',
    closed: 'Il n’y a plus à vous opposer',
    agree: 'Si vous étiez au courant, vous n’avez rien à faire.',
    statement: 'Pourquoi vous vous opposez à cette demande',
    submit: 'M’opposer à cette demande',
    see: 'Voir la demande',
    mayObject: (date: string) => `Vous pouvez vous opposer jusqu’au ${date}`,
    done: 'Votre opposition est enregistrée. La demande est suspendue jusqu’à la décision d’un superviseur de l’Agence Virtuelle, qui vous écrira.',
  },

  mails: {
    hello: (name: string) => `Bonjour ${name},`,
    employerNumber: 'N° Adhérent',
    reference: 'Référence',
    follow: 'Voir où en est ma demande',
    signIn: 'Aller à Administration Utilisateurs',
    ready: {
      subject: (reference: string) => `Votre formulaire ${reference} est prêt à signer`,
      body: (title: string) =>
        `Vous avez préparé le formulaire « ${title} ». Imprimez-le, faites-le signer et cacheter par le responsable de l’entreprise, puis envoyez-le à l’Agence Virtuelle, en ligne ou par courrier.`,
      before: 'À renvoyer avant le',
      address: 'Par courrier ou sur place',
      byHand:
        'Écrivez-y à la main le numéro de la pièce d’identité de la personne déléguée : sans lui, l’agence ne peut pas accepter la lettre.',
      next: 'La page de suivi permet de le télécharger de nouveau, d’envoyer la copie signée et de voir où en est le dossier. Elle demande la référence et cette adresse e-mail.',
      unknown: 'Si vous n’avez rien demandé, ne faites rien : sans document signé, rien ne change.',
    },
    inForce: {
      subject: (number: string) => `Votre abonnement est validé (N° Adhérent ${number})`,
      body: (company: string) =>
        `L’abonnement ${de(company)} aux téléservices est validé. Vous en êtes l’Administrateur des Utilisateurs.`,
      password:
        'Votre mot de passe est celui que vous avez choisi en remplissant le formulaire. Nous ne le connaissons pas et nous ne l’envoyons jamais. Gardez-le pour créer les profils des utilisateurs.',
      noPassword: 'Vous n’avez pas encore de mot de passe : choisissez-le avec le lien ci-dessous.',
      forgotten: (hours: number) =>
        `Vous l’avez oublié ? Ce lien permet d’en choisir un autre. Il sert une seule fois, pendant ${hours} heures.`,
      choose: 'Choisir un mot de passe',
    },
    warned: {
      subject: 'Une demande vise à vous remplacer comme personne déléguée',
      body: (applicant: string, number: string) =>
        `Un document signé désigne ${applicant} comme nouvelle personne déléguée de l’entreprise au N° Adhérent ${number}. Il est examiné par deux agents de l’Agence Virtuelle.`,
      agree: 'Si vous étiez au courant, vous n’avez rien à faire.',
      object: (date: string) =>
        `Si cette demande est anormale, opposez-vous avant le ${date}. Le dossier sera suspendu et un superviseur décidera.`,
      label: 'Voir la demande et m’opposer',
    },
    raised: {
      subject: (reference: string) => `Votre opposition est enregistrée (${reference})`,
      body: 'La demande est suspendue. Un superviseur de l’Agence Virtuelle l’examine et vous écrira ; d’ici là, rien ne change et vous gardez votre accès.',
    },
    over: {
      subject: (reference: string) => `La demande ${reference} est close : rien ne change`,
      replacement: 'La demande qui visait à vous remplacer comme personne déléguée',
      email: 'La demande qui visait à changer votre adresse e-mail',
      ends: {
        withdrawn: 'a été retirée par son auteur.',
        refused: 'a été refusée par l’Agence Virtuelle.',
        expired: 'a expiré sans prendre effet.',
      },
      nothing:
        'Vous gardez votre fonction, votre adresse et votre accès. Vous n’avez rien à faire, et il n’y a plus à vous opposer.',
    },
    resetReceived: {
      subject: (reference: string) =>
        `Une lettre demande de réinitialiser votre mot de passe (${reference})`,
      body: 'L’Agence Virtuelle a reçu une lettre signée au nom de votre entreprise. Elle demande de réinitialiser votre mot de passe de personne déléguée. Deux agents l’examinent ; s’ils l’acceptent, votre mot de passe et vos sessions prennent fin, et un lien pour en choisir un autre arrive à cette adresse.',
      lostFactor: 'Elle demande aussi de retirer votre double vérification.',
      agree: 'Si vous étiez au courant, vous n’avez rien à faire.',
      notYou: (email: string) =>
        `Si vous n’êtes pas à l’origine de cette demande, prévenez l’Agence Virtuelle sans attendre sa décision, en rappelant la référence : ${email}.`,
    },
    renewalReceived: {
      subject: (reference: string) => `Un réabonnement a été reçu (${reference})`,
      body: 'L’Agence Virtuelle a reçu un réabonnement signé de votre entreprise. Vous restez la personne déléguée ; les téléservices, l’option de paiement ou le signataire peuvent changer.',
      unknown:
        'Si vous n’étiez pas au courant, écrivez sans attendre à l’Agence Virtuelle en rappelant la référence.',
    },
    renewalInForce: {
      subject: (reference: string) => `Votre réabonnement est validé (${reference})`,
      body: 'Les téléservices et l’option de paiement de votre entreprise sont à jour. Votre N° Adhérent et votre mot de passe ne changent pas.',
      emailKept: (letter: string) =>
        `L’adresse e-mail saisie dans le formulaire n’est pas la vôtre au portail : elle n’a pas été changée. Pour la changer, préparez la lettre « ${letter} », à « Téléchargement ».`,
    },
  },
}

export const subscriptionsRefusals = {
  'subscriptions.draft_gone':
    'Ces réponses ne sont plus gardées sur cet appareil. Recommencez avec le N° Adhérent.',
  'subscriptions.already_drawn_up':
    'Le formulaire est déjà établi avec vos réponses. Pour les changer, choisissez « Corriger mes réponses ».',
  'subscriptions.incomplete':
    'Il manque encore des réponses. Complétez les volets marqués « À faire ».',
  'subscriptions.too_late_to_reopen':
    'Ce formulaire ne peut plus être corrigé : il est déjà revenu signé, ou vous en avez commencé un autre pour ce N° Adhérent.',
  'subscriptions.follow_closed':
    'Ce dossier n’est plus ouvert sur cet appareil. Retrouvez-le avec sa référence et votre e-mail.',
  'subscriptions.link_gone':
    'Ce lien ne peut plus servir : le délai est passé, ou votre réponse est déjà enregistrée. En cas de doute, contactez l’Agence Virtuelle.',
  'subscriptions.no_employer':
    'Ce N° Adhérent n’est celui d’aucune entreprise : le dossier ne peut pas prendre effet.',
  'subscriptions.delegate_since':
    'Une personne déléguée a été mise en fonction depuis la réception de ce document. Demandez au demandeur de le renvoyer : la personne en fonction sera prévenue et pourra s’opposer.',
}
