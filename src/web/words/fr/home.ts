/** Words of the public pages: home, «Entreprise adhérente», help, legal notice, accessibility, mails of a demonstration. */
export const home = {
  title: 'Les téléservices de votre retraite complémentaire',
  lead: 'Déclarez, réglez et suivez les contributions de vos salariés.',
  /** Read as one sentence: before, the quarter, between, the day, after. */
  deadline: {
    before: 'Les déclarations du',
    between: 'sont attendues au plus tard le',
    after: '.',
  },
  doors: {
    employer: 'Entreprise adhérente',
    follow: 'Où en est ma demande ?',
    agency: 'Agence Virtuelle',
  },
  follow: {
    note: 'Avec la référence imprimée sur le formulaire et l’e-mail indiqué.',
    where: 'Où en est ma demande ?',
    send: 'Envoyer un document signé',
    downloads: 'Télécharger une lettre à signer',
  },
  agency: {
    note: 'Réponse sous 48 heures à compter du dossier complet ; samedis, dimanches et jours fériés non comptés.',
    measured: (hours: number) =>
      `Délai moyen mesuré ce mois-ci : ${hours} ${hours < 2 ? 'heure' : 'heures'}.`,
    agents: 'Espace des agents',
  },
  services: {
    subscription: 'Abonnement',
    administration: 'Administration Utilisateurs',
    declaration: 'Télédéclaration',
    account: 'Compte Adhérent',
    payment: 'E@syPaiement',
    liquidation: 'e-Liquidation@',
    downloads: 'Téléchargement',
  },

  employers: {
    title: 'Entreprise adhérente',
    lead: 'Tout ce que votre entreprise peut faire ici, et qui le fait.',
    startTitle: 'Commencer',
    servicesTitle: 'Téléservices',
    servicesNote:
      'Chaque téléservice a ses propres logins, créés par l’Administrateur des Utilisateurs.',
    subscription:
      'Votre entreprise n’a pas encore d’Administrateur des Utilisateurs : remplissez, signez, envoyez.',
    administration:
      'L’Administrateur des Utilisateurs crée et tient à jour les accès, avec le N° Adhérent et son mot de passe.',
    declaration: 'Déclarer les salaires du trimestre, par fichier préétabli ou par formulaire.',
    account: 'Voir ce qui est dû, réglé et attendu.',
    payment: 'Préparer un règlement, le confirmer à une ou deux personnes.',
    liquidation: 'Déposer et suivre les dossiers de pension.',
    letters:
      'Mot de passe oublié, nouvel e-mail de la personne déléguée, réabonnement : trois lettres à signer.',
    contactTitle: 'Votre contact pour tous les téléservices',
  },

  contact: {
    post: 'Courrier',
    email: 'E-mail',
    phone: 'Téléphone',
  },

  help: {
    title: 'Aide et contact',
    lead: 'Les réponses aux questions les plus posées, puis comment nous joindre.',
    contactTitle: 'Nous joindre',
    contactNote:
      'Donnez la référence de votre demande ou votre N° Adhérent : nous répondons plus vite. Ne donnez jamais votre mot de passe, personne à l’agence n’en a besoin.',
    questions: [
      {
        question: 'J’ai oublié mon mot de passe : je suis l’Administrateur des Utilisateurs',
        answer:
          'Dans « Téléchargement », remplissez la lettre « Réinitialisation du mot de passe de la personne déléguée », faites-la signer et cacheter, puis envoyez-la. Une fois la lettre acceptée, un lien à usage unique arrive à votre adresse enregistrée.',
      },
      {
        question:
          'J’ai oublié mon login ou mon mot de passe : je suis utilisateur d’un téléservice',
        answer:
          'À la page de connexion du téléservice, choisissez « Mot de passe oublié » : un lien à usage unique arrive à votre adresse. L’Administrateur des Utilisateurs de votre entreprise peut aussi vous rappeler votre login et vous envoyer un nouveau lien.',
      },
      {
        question: 'J’ai perdu mon téléphone et mes codes de secours',
        answer:
          'Personne déléguée : dans « Téléchargement », préparez la lettre « Réinitialisation du mot de passe de la personne déléguée » en cochant « J’ai aussi perdu mon téléphone et mes codes de secours ». Utilisateur d’un téléservice : demandez à l’Administrateur des Utilisateurs de votre entreprise de retirer votre double vérification. S’il vous reste un code de secours, il suffit : saisissez-le à la place du code.',
      },
      {
        question: 'La personne déléguée a quitté l’entreprise ou changé de poste',
        answer:
          'Faites sans attendre un réabonnement, dans « Téléchargement ». Si l’accès doit être coupé tout de suite, écrivez à l’Agence Virtuelle par lettre signée : elle suspend l’accès le jour même de la réception.',
      },
      {
        question: 'L’adresse e-mail de la personne déléguée a changé',
        answer:
          'Dans « Téléchargement », remplissez la lettre « Mise à jour de l’e-mail de la personne déléguée ». L’ancienne adresse est prévenue et le changement prend effet après un délai.',
      },
      {
        question: 'Un utilisateur a quitté l’entreprise',
        answer:
          'L’Administrateur des Utilisateurs suspend ou supprime son accès dans « Administration Utilisateurs » : l’effet est immédiat.',
      },
      {
        question: 'Pourquoi plusieurs logins pour une même personne ?',
        answer:
          'Un login ouvre un seul téléservice. Une personne qui en utilise deux a deux logins ; ils peuvent porter le même nom au début et diffèrent par leur fin.',
      },
      {
        question: 'Je n’ai pas reçu l’e-mail attendu',
        answer:
          'Attendez quelques minutes et regardez dans les indésirables. La page « Où en est ma demande ? » dit toujours où en est le dossier, même sans e-mail.',
      },
    ],
  },

  legal: {
    title: 'Mentions légales',
    publisherTitle: 'Qui édite ce portail',
    publisher: (fund: string) =>
      `Ce portail est édité par ${fund}. Pour toute question, adressez-vous à l’Agence Virtuelle.`,
    dataTitle: 'Vos données personnelles',
    data: [
      'Le portail traite ce qui est nécessaire à l’abonnement, aux accès et aux déclarations : identité et coordonnées des personnes déléguées et des utilisateurs, salaires déclarés, échanges avec l’Agence Virtuelle.',
      'Le numéro de la pièce d’identité est chiffré. Les mots de passe ne sont gardés que sous une forme qui ne permet pas de les retrouver ; ils ne sont jamais affichés ni envoyés.',
      'Conformément à la loi 09-08, vous pouvez demander l’accès à vos données, leur rectification ou leur suppression, et vous opposer à leur traitement pour un motif légitime, en écrivant à l’Agence Virtuelle avec une copie de votre pièce d’identité.',
    ],
    keepTitle: 'Combien de temps',
    keep: [
      'Les réponses d’un abonnement non terminé : 30 jours après la dernière.',
      'Un formulaire jamais renvoyé signé expire après 90 jours ; un complément demandé, après 30 jours.',
      'Le journal de ce qui est fait pour le compte de chaque entreprise est conservé sans pouvoir être modifié. L’entreprise le consulte dans « Administration Utilisateurs ».',
    ],
    cookiesTitle: 'Cookies',
    cookiesLead:
      'Le portail n’utilise que les cookies dont il a besoin pour fonctionner. Aucun ne sert à mesurer l’audience ni à la publicité, et aucune page ne charge de contenu d’un autre site.',
    cookieName: 'Cookie',
    cookieUse: 'Ce qu’il sert à faire',
    cookieLife: 'Durée',
    cookies: {
      guest: { use: 'Retrouver un formulaire commencé', life: '30 jours' },
      session: { use: 'Rester connecté', life: 'La session' },
      follow: { use: 'Garder ouverte la demande que vous suivez', life: 'La visite' },
      language: { use: 'Se souvenir de la langue', life: '1 an' },
      device: { use: 'Reconnaître un appareil déjà utilisé pour se connecter', life: '1 an' },
      door: { use: 'Se souvenir de l’espace où vous vous êtes connecté', life: '1 an' },
      firstPassword: {
        use: 'Choisir votre mot de passe après un mot de passe provisoire',
        life: '15 minutes',
      },
      notice: { use: 'Afficher une fois le résultat d’une action', life: '1 minute' },
    },
    securityTitle: 'Signaler une faille',
    security: (email: string) =>
      `Si vous découvrez un défaut de sécurité, écrivez à ${email} avant d’en parler ailleurs ; nous vous répondrons.`,
    demonstration:
      'Cette installation est une démonstration : les entreprises, les personnes et les montants sont inventés, et aucune donnée réelle ne doit y être saisie.',
  },

  accessibility: {
    title: 'Accessibilité',
    lead: 'Ce portail est fait pour être utilisé par tous, en français et en arabe.',
    aimTitle: 'Ce que nous visons',
    aim: 'Les règles internationales WCAG 2.2, niveau AA.',
    doneTitle: 'Ce qui est fait',
    done: [
      'Toutes les pages s’utilisent au clavier, et la page garde la trace visible de l’endroit où vous êtes.',
      'Tout fonctionne sans JavaScript, et sur un téléphone.',
      'Le texte peut être agrandi à 200 % et la page à 400 % sans rien perdre.',
      'Les erreurs d’un formulaire sont dites en tête de page, avec un lien vers chaque champ ; ce que vous avez saisi est gardé.',
      'Un état est toujours dit par un mot et une forme, jamais par la couleur seule. Les couleurs suivent le thème clair ou sombre de votre appareil.',
      'Les documents PDF sont structurés pour les lecteurs d’écran.',
    ],
    testedTitle: 'Comment c’est vérifié',
    tested:
      'Les pages sont contrôlées par des outils automatiques à chaque version, dans les deux langues, et parcourues au clavier. Aucun audit extérieur n’a encore été mené et les essais avec des lecteurs d’écran restent à compléter : nous ne nous déclarons donc pas encore pleinement conformes.',
    knownTitle: 'Ce qui reste à améliorer',
    known: [
      'Une copie signée que vous envoyez est une image : son texte n’est pas lu par un lecteur d’écran.',
      'L’aide n’existe pas en langue amazighe ni en langue des signes.',
    ],
    tellTitle: 'Une difficulté ?',
    tell: (email: string) =>
      `Écrivez à ${email} en disant la page et ce que vous vouliez faire. Nous vous aidons par un autre moyen en attendant la correction.`,
  },

  mails: {
    title: 'E-mails de la démonstration',
    lead: 'Dans une démonstration, aucun e-mail ne part : chacun est gardé et se lit ici.',
    empty: 'Aucun e-mail pour le moment',
    emptyNext: 'Faites quelque chose qui en écrit un, par exemple un abonnement.',
    caption: 'E-mails, les plus récents en premier',
    subject: 'Objet',
    to: 'À',
    at: 'Écrit le',
    noSubject: '(sans objet)',
    limited: (count: number) => `Les ${count} plus récents sont affichés.`,
  },
}
