import { de, que } from './elision.ts'

/** Words of sign-in, activation and recovery. */
export const access = {
  offerEnded: 'La personne déléguée qui avait proposé ce mandat a été remplacée',
  doors: {
    administration: 'Administration Utilisateurs',
    teledeclaration: 'Télédéclaration',
    'compte-adherent': 'Compte Adhérent',
    'e-paiement': 'E@syPaiement',
    'e-liquidation': 'e-Liquidation@',
    agence: 'Agence Virtuelle',
  },
  services: {
    declaration_internal: 'Télédéclaration',
    declaration_external: 'Télédéclaration',
    employer_account: 'Compte Adhérent',
    payment: 'E@syPaiement',
    liquidation: 'e-Liquidation@',
  },
  signIn: {
    title: (door: string) => `Se connecter : ${door}`,
    leadAdministration:
      'Réservé à l’Administrateur des Utilisateurs, la personne déléguée par l’entreprise.',
    leadService: (door: string) =>
      `Saisissez le login et le mot de passe de votre profil ${door}. Chaque téléservice a son propre login.`,
    leadAgency: 'Réservé aux agents de la caisse.',
    employerNumber: 'N° Adhérent',
    employerNumberHint: 'Six chiffres, par exemple 005839.',
    login: 'Login',
    loginHint: 'Celui que l’Administrateur des Utilisateurs vous a donné.',
    password: 'Mot de passe',
    forgotten: 'Mot de passe oublié',
    subscribe: 'Votre entreprise n’est pas encore abonnée',
    otherDoors: 'Se connecter à un autre espace',
    failedAdministration:
      'Le N° Adhérent et le mot de passe ne permettent pas de vous connecter. Vérifiez-les, puis validez de nouveau. Après plusieurs erreurs, il faut attendre jusqu’à 15 minutes entre deux essais.',
    failedAgency:
      'Le login et le mot de passe ne permettent pas de vous connecter à cet espace. Vérifiez-les, puis validez de nouveau. Après plusieurs erreurs, il faut attendre jusqu’à 15 minutes entre deux essais.',
    failedService:
      'Le login et le mot de passe ne permettent pas de vous connecter à cet espace. Vérifiez-les, puis validez de nouveau. Après plusieurs erreurs, il faut attendre jusqu’à 15 minutes entre deux essais. Un mot de passe provisoire ne sert qu’une fois, et un accès peut être suspendu : l’Administrateur des Utilisateurs de votre entreprise vous en rendra un.',
    numberNeeded: 'Saisissez votre N° Adhérent : six chiffres.',
    loginNeeded: 'Saisissez votre login.',
    passwordNeeded: 'Saisissez votre mot de passe.',
    alreadyIn: (name: string) => `Vous êtes déjà connecté en tant ${que(name)}.`,
    continueAs: 'Continuer dans mon espace',
  },
  code: {
    title: 'Confirmer que c’est bien vous',
    lead: 'Ouvrez votre application d’authentification et recopiez le code à six chiffres.',
    code: 'Code à six chiffres',
    codeNeeded: 'Saisissez les six chiffres affichés par votre application.',
    wrong:
      'Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant dans votre application, puis saisissez-le.',
    noPhone: 'Je n’ai pas mon téléphone : utiliser un code de secours',
    recoveryTitle: 'Utiliser un code de secours',
    recoveryLead: 'Saisissez un des dix codes que vous avez gardés. Chacun ne sert qu’une fois.',
    recoveryCode: 'Code de secours',
    recoveryNeeded: 'Saisissez un code de secours, par exemple ABCDE-FGHJK.',
    recoveryWrong: 'Ce code de secours n’est pas le bon, ou il a déjà servi. Essayez-en un autre.',
    lostTitle: 'Vous n’avez plus ni téléphone ni code de secours ?',
    lost: {
      delegate:
        'Faites signer et cacheter la lettre « Réinitialisation du mot de passe de la personne déléguée », en cochant « J’ai aussi perdu mon téléphone et mes codes de secours ». Deux agents l’examinent sous 48 heures.',
      profile:
        'Demandez à l’Administrateur des Utilisateurs de votre entreprise de retirer votre double vérification, à la page de votre accès. Si vous travaillez pour un cabinet, adressez-vous à celui d’un de vos clients.',
      agent:
        'Adressez-vous à votre superviseur : deux superviseurs réinitialisent la double vérification.',
    },
    leadPasskey:
      'Confirmez avec votre clé d’accès : votre appareil vous demandera votre empreinte, votre visage ou son code.',
    passkeyWrong:
      'Cette clé d’accès n’a pas pu être vérifiée, ou la demande a expiré. Essayez de nouveau, ou utilisez un code de secours.',
    noPasskey: 'Je n’ai pas ma clé d’accès : utiliser un code de secours',
    backToCode: 'Revenir à mon application ou à ma clé d’accès',
    restart:
      'Trop de codes erronés : la connexion est abandonnée. Recommencez avec votre mot de passe.',
    left: (count: number) =>
      count === 1
        ? 'Il vous reste un code de secours. Créez-en de nouveaux dans « Mon compte ».'
        : `Il vous reste ${count} codes de secours.`,
  },
  enrol: {
    title: 'Protéger votre compte par une double vérification',
    leadAgent:
      'Les agents se connectent avec un mot de passe et un code de leur téléphone. Cela prend deux minutes, une seule fois.',
    leadValidator:
      'Vous confirmez des paiements : la caisse demande aux Validateurs une vérification en plus du mot de passe. Cela prend deux minutes, une seule fois.',
    passkeyTitle: 'Ou créez une clé d’accès',
    passkeyText:
      'Si cet appareil n’est qu’à vous et se déverrouille par empreinte, visage ou code : rien à recopier ensuite.',
    stepApp: 'Installez une application d’authentification sur votre téléphone.',
    stepScan: 'Dans l’application, ajoutez un compte en scannant ce code.',
    stepKey: 'Si vous ne pouvez pas scanner, recopiez cette clé dans l’application :',
    stepCode: 'Saisissez le code à six chiffres que l’application affiche.',
    picture: 'Code à scanner avec l’application d’authentification',
    confirm: 'Activer la double vérification',
    wrong:
      'Ce code ne correspond pas. Vérifiez que l’heure de votre téléphone est automatique, puis saisissez le code affiché maintenant.',
    codesTitle: 'Gardez vos codes de secours',
    codesLead:
      'Si vous perdez votre téléphone, un de ces codes le remplacera. Chacun ne sert qu’une fois. Imprimez-les ou copiez-les dans votre gestionnaire de mots de passe : ils ne seront plus jamais affichés.',
    codesKept: 'J’ai gardé mes codes, continuer',
  },
  newPassword: {
    label: 'Nouveau mot de passe',
    hint: (shortest: number) =>
      `Au moins ${shortest} caractères. Quatre ou cinq mots que vous seul associez conviennent très bien ; aucune majuscule ni aucun chiffre n’est exigé.`,
    needed: 'Choisissez un mot de passe.',
    mistakes: {
      too_short: (shortest: number) =>
        `Ce mot de passe est trop court. Prenez au moins ${shortest} caractères : quelques mots à la suite suffisent.`,
      too_long: 'Ce mot de passe est trop long. Prenez au plus 128 caractères.',
      common:
        'Ce mot de passe figure parmi les plus devinés. Prenez des mots moins attendus, ou davantage de mots.',
      used_before:
        'Ce mot de passe est celui que vous remplacez, ou un mot de passe provisoire : une autre personne le connaît peut-être. Choisissez-en un nouveau.',
      about_you:
        'Ce mot de passe se devine à partir de votre nom, de votre entreprise ou du portail. Prenez d’autres mots.',
    },
  },
  activate: {
    title: 'Activer votre accès',
    lead: (service: string) =>
      `Vous allez choisir le mot de passe de votre profil ${service}. Personne d’autre ne le connaîtra.`,
    company: 'Entreprise',
    firm: 'Cabinet',
    user: 'Utilisateur',
    login: 'Votre login',
    service: 'Téléservice',
    mode: 'Mode de déclaration',
    categories: 'Catégories',
    offer: (company: string) =>
      `En activant votre accès, vous acceptez le mandat de déclarer les salaires ${de(company)} dans ces catégories. Si vous ne travaillez pas pour cette entreprise, fermez cette page\u00a0: le mandat restera sans effet.`,
    questionsTitle: 'Vos questions secrètes',
    questionsLead:
      'Elles seront demandées si vous oubliez votre mot de passe, avant l’envoi d’un lien à votre adresse. Les majuscules, les accents et les espaces ne comptent pas.',
    confirm: 'Activer mon accès',
    done: 'Votre accès est activé. Connectez-vous avec votre login et le mot de passe que vous venez de choisir.',
    signedIn: (name: string) =>
      `Vous êtes connecté en tant ${que(name)}. Quittez d’abord cette session, puis ouvrez de nouveau le lien.`,
  },
  questions: {
    list: {
      first_school: 'Comment s’appelait votre première école ?',
      childhood_friend: 'Quel est le prénom de votre meilleur ami d’enfance ?',
      first_street: 'Dans quelle rue avez-vous d’abord habité ?',
      first_teacher: 'Comment s’appelait l’instituteur qui vous a le plus marqué ?',
      grandmother_village: 'De quel village ou de quelle ville venait votre grand-mère ?',
      first_job_city: 'Dans quelle ville avez-vous eu votre premier emploi ?',
      childhood_book: 'Quel livre avez-vous relu plusieurs fois enfant ?',
      memorable_trip: 'Quel voyage vous a le plus marqué ?',
    },
    first: 'Première question',
    second: 'Seconde question',
    answerFirst: 'Réponse à la première question',
    answerSecond: 'Réponse à la seconde question',
    questionNeeded: 'Choisissez une question.',
    answerNeeded: 'Répondez à la question : au moins deux lettres.',
    sameQuestion: 'Choisissez une autre question que la première.',
    sameAnswer: 'Donnez une autre réponse qu’à la première question.',
  },
  link: {
    deadTitle: 'Ce lien ne fonctionne plus',
    dead: 'Un lien ne sert qu’une fois et pendant un temps limité ; un lien plus récent, un changement de mot de passe ou d’adresse l’annule aussi.',
    deadNext:
      'Demandez-en un autre par « Mot de passe oublié », ou à l’Administrateur des Utilisateurs de votre entreprise.',
    signOutFirst: 'Quitter cette session',
    waitsTitle: 'Ce lien ne peut pas encore servir',
    waits:
      'L’Administrateur des Utilisateurs qui vous l’a envoyé n’a pas accès au portail en ce moment. Le lien servira de nouveau dès que son accès sera rétabli.',
    waitsNext:
      'S’il a été remplacé, demandez un autre lien à l’Administrateur des Utilisateurs de votre entreprise.',
  },
  forgotten: {
    title: 'Mot de passe oublié',
    lead: 'Saisissez votre login. Si nous le connaissons, un lien part à l’adresse e-mail de votre profil ; il permet de choisir un nouveau mot de passe.',
    questionsLead:
      'Si vous avez choisi des questions secrètes, reprenez-les ici avec vos réponses : sans elles, le lien ne part pas.',
    send: 'Recevoir le lien',
    sentTitle: 'Regardez votre messagerie',
    sent: 'Si ce login existe et si les réponses sont justes, un lien vient de partir à l’adresse e-mail du profil. Il est valable une heure.',
    sentNothing:
      'Rien au bout de dix minutes ? Regardez dans les courriers indésirables, puis demandez un nouveau mot de passe à l’Administrateur des Utilisateurs de votre entreprise : il connaît votre login.',
    sentNothingAgency: 'Rien au bout de dix minutes ? Adressez-vous à votre superviseur.',
    delegateLead:
      'Le mot de passe de la personne déléguée se réinitialise par une lettre signée et cachetée par l’entreprise.',
    delegateSteps: [
      'Dans « Téléchargement », remplissez la lettre « Réinitialisation du mot de passe de la personne déléguée » et imprimez-la.',
      'Faites-la signer et cacheter par le responsable de la société ou une personne habilitée.',
      'Envoyez-la scannée sur ce portail, ou déposez-la ou postez-la à l’Agence Virtuelle.',
      'Une fois la lettre validée, un lien pour choisir un nouveau mot de passe part à l’adresse e-mail de la personne déléguée.',
    ],
    delegateLetter: 'Préparer la lettre',
    backToSignIn: 'Revenir à la connexion',
  },
  reset: {
    title: 'Choisir un nouveau mot de passe',
    lead: 'Toutes les sessions ouvertes avec l’ancien mot de passe seront fermées.',
    confirm: 'Enregistrer ce mot de passe',
    done: 'Votre nouveau mot de passe est enregistré. Connectez-vous pour continuer.',
  },
  first: {
    title: 'Remplacer le mot de passe provisoire',
    lead: 'Un code à six chiffres vient de partir à votre adresse e-mail. Saisissez-le, puis choisissez votre propre mot de passe. Ne quittez pas cette page avant la fin : le mot de passe provisoire a servi et ne servira plus.',
    alreadyUsed:
      'Votre mot de passe provisoire a déjà servi : saisissez maintenant le code reçu par e-mail.',
    code: 'Code reçu par e-mail',
    codeWrong: 'Ce code n’est pas celui de l’e-mail. Vérifiez les six chiffres.',
    codeNeeded: 'Saisissez les six chiffres reçus par e-mail.',
    over: 'Ce code n’est plus valable. Demandez à l’Administrateur des Utilisateurs de votre entreprise un nouveau mot de passe provisoire : le précédent ne sert qu’une fois.',
    confirm: 'Enregistrer mon mot de passe',
  },
  email: {
    confirmTitle: 'Confirmer votre nouvelle adresse',
    confirmLead: 'À partir de maintenant, les e-mails du portail iront à cette adresse.',
    confirm: 'Confirmer cette adresse',
    confirmed: 'Votre nouvelle adresse est confirmée.',
    keepTitle: 'Garder votre adresse actuelle',
    keepLead:
      'Le changement d’adresse sera annulé, toutes les sessions ouvertes seront fermées, et il faudra choisir un nouveau mot de passe.',
    keep: 'Garder mon adresse',
    kept: 'Votre adresse est gardée. Un lien pour choisir un nouveau mot de passe vient d’y partir.',
    address: 'Adresse e-mail',
  },
  signedOut: 'Vous avez quitté votre espace.',
  ended: {
    why: {
      suspended: 'Votre session est fermée : votre accès a été suspendu.',
      removed: 'Votre session est fermée : votre accès a été supprimé.',
      replaced: 'Votre session est fermée : une autre personne est maintenant déléguée.',
      password_changed:
        'Votre session est fermée : le mot de passe a été changé. Connectez-vous avec le nouveau.',
      password_reset:
        'Votre session est fermée : une lettre de votre entreprise a fait réinitialiser votre mot de passe. Un lien pour en choisir un nouveau vous attend à votre adresse e-mail. Vous n’étiez pas au courant ?',
      ended_by_owner: 'Cette session a été fermée depuis «\u00a0Mon compte\u00a0».',
    },
    ask: {
      profile: 'Adressez-vous à l’Administrateur des Utilisateurs de votre entreprise.',
      delegate: 'Adressez-vous à l’Agence Virtuelle.',
      agent: 'Adressez-vous à votre superviseur.',
    },
  },
  mail: {
    hello: (name: string) => `Bonjour ${name},`,
    notYou: (email: string) =>
      `Si vous n’êtes pas à l’origine de ce changement, prévenez tout de suite l’Agence Virtuelle : ${email}.`,
    ignore: 'Si vous n’avez rien demandé, ne faites rien : rien n’a changé.',
    once: (hours: string) => `Ce lien ne sert qu’une fois, pendant ${hours}.`,
    hours: (count: number) => (count === 1 ? 'une heure' : `${count} heures`),
    minutes: (count: number) => `${count} minutes`,
    login: 'Login',
    employerNumber: 'N° Adhérent',
    company: 'Entreprise',
    service: 'Téléservice',
    activate: {
      subject: (service: string) => `Votre accès ${service}`,
      text: (company: string, service: string) =>
        `L’Administrateur des Utilisateurs ${de(company)} vous a ouvert un accès au téléservice ${service}. Il vous reste à choisir votre mot de passe.`,
      mandate: (company: string) =>
        `Activer cet accès, c’est accepter le mandat de déclarer les salaires ${de(company)}\u00a0: la page vous montre les catégories et le mode. Si vous ne travaillez pas pour cette entreprise, ne faites rien.`,
      link: 'Activer mon accès',
    },
    activated: {
      subject: 'Votre accès est activé',
      text: (login: string) => `Un mot de passe vient d’être choisi pour le login ${login}.`,
    },
    reset: {
      subject: 'Choisir un nouveau mot de passe',
      own: (login: string) =>
        `Un nouveau mot de passe a été demandé pour le login ${login}. Pour le choisir, ouvrez ce lien.`,
      delegate: (login: string) =>
        `L’Administrateur des Utilisateurs de votre entreprise vous propose de choisir un nouveau mot de passe pour le login ${login}.`,
      link: 'Choisir mon mot de passe',
      unexpected:
        'Si vous ne l’attendiez pas, parlez-en avec lui avant d’ouvrir ce lien\u00a0: d’ici là, rien n’a changé.',
    },
    factorEnded: (login: string) =>
      `L’Administrateur des Utilisateurs de votre entreprise a retiré la double vérification du login ${login}, puisque vous avez perdu votre téléphone et vos codes de secours. Votre mot de passe et vos sessions ont pris fin. Choisissez un nouveau mot de passe, puis remettez la double vérification en place dans « Mon compte ».`,
    delegateReset: {
      subject: 'Votre mot de passe de personne déléguée est réinitialisé',
      text: (reference: string) =>
        `La lettre ${reference} a été validée par l’Agence Virtuelle. L’ancien mot de passe ne fonctionne plus et toutes les sessions sont fermées. Choisissez-en un nouveau pour retrouver l’Administration Utilisateurs.`,
      secondFactor: {
        kept: 'À la connexion, le code de votre application, ou un code de secours, reste demandé. Si vous avez perdu les deux, préparez une nouvelle lettre en cochant « J’ai aussi perdu mon téléphone et mes codes de secours ».',
        ended:
          'Comme la lettre le demandait, la double vérification est retirée et les anciens codes de secours ne servent plus. Remettez-la en place dans « Mon compte » dès votre première connexion.',
      },
    },
    delegateAdmitted: {
      subject: (company: string) => `Vous êtes la personne déléguée ${de(company)}`,
      text: (company: string) =>
        `L’Agence Virtuelle vous a enregistré comme personne déléguée ${de(company)}, d’après le dossier que l’entreprise a déposé sur papier. Choisissez votre mot de passe pour ouvrir l’Administration Utilisateurs.`,
      late: 'Passé ce délai, préparez la lettre « Réinitialisation du mot de passe de la personne déléguée » dans Téléchargement : un autre lien vous sera envoyé.',
      notYou: (email: string) =>
        `Si vous n’êtes pas cette personne, n’ouvrez pas le lien et prévenez l’Agence Virtuelle : ${email}.`,
      noticeSubject: (company: string) => `Une personne déléguée est enregistrée pour ${company}`,
      notice: (name: string, company: string) =>
        `D’après le dossier déposé sur papier, ${name} est désormais la personne déléguée ${de(company)} sur le portail : elle crée les accès de vos collaborateurs.`,
      stranger: (email: string) =>
        `Si votre entreprise n’a pas désigné cette personne, prévenez tout de suite l’Agence Virtuelle : ${email}.`,
    },
    delegateEmailChanged: {
      subject: (number: string) =>
        `L’adresse e-mail de la personne déléguée a changé (N° Adhérent ${number})`,
      text: (reference: string, newEmail: string) =>
        `La lettre ${reference} a pris effet : les e-mails de votre compte de personne déléguée, liens de sécurité compris, vont désormais à ${newEmail}. Votre mot de passe ne change pas.`,
    },
    delegateFactorEnded: {
      subject: 'La double vérification de la personne déléguée est retirée',
      text: (name: string, reference: string) =>
        `À la demande de la lettre signée et cachetée ${reference}, validée par deux agents, la double vérification ${de(name)}, personne déléguée, est retirée. Son mot de passe est réinitialisé et ses sessions sont fermées.`,
      notYou: (email: string) =>
        `Si votre entreprise n’a pas signé cette lettre, prévenez tout de suite l’Agence Virtuelle : ${email}.`,
    },
    provisional: {
      where: 'Se connecter',
      subject: 'Un mot de passe provisoire vous attend',
      text: (company: string, service: string, hours: number) =>
        `L’Administrateur des Utilisateurs ${de(company)} a préparé pour vous un mot de passe provisoire pour le téléservice ${service}. Demandez-le-lui : il sert une seule fois, pendant ${hours} heures, pour choisir le vôtre.`,
    },
    firstCode: {
      subject: 'Votre code',
      text: (login: string) =>
        `Le mot de passe provisoire du login ${login} vient d’être saisi. Saisissez ce code sur la page où vous choisissez le vôtre. Il est valable 15 minutes.`,
      warning:
        'Ne le donnez à personne, pas même à l’Administrateur des Utilisateurs ou à l’Agence Virtuelle. Si ce n’est pas vous, prévenez l’Administrateur des Utilisateurs de votre entreprise.',
    },
    passwordChanged: {
      subject: 'Votre mot de passe a été changé',
      text: (login: string) =>
        `Le mot de passe du login ${login} vient d’être changé. Toutes les autres sessions ont été fermées.`,
      delegate: (employerNumber: string) =>
        `Le mot de passe de la personne déléguée, pour le N° Adhérent ${employerNumber}, vient d’être changé. Toutes les autres sessions ont été fermées.`,
    },
    confirmEmail: {
      subject: 'Confirmez votre nouvelle adresse',
      text: (login: string) =>
        `Vous avez demandé que les e-mails du compte ${login} soient envoyés à cette adresse. Confirmez-le par ce lien.`,
      link: 'Confirmer cette adresse',
    },
    emailChanging: {
      subject: 'Votre adresse e-mail va changer',
      text: (newEmail: string) =>
        `Une nouvelle adresse a été demandée pour votre compte : ${newEmail}. Le changement prendra effet quand elle sera confirmée.`,
      keep: 'Ce n’est pas vous ? Ce lien annule le changement, même déjà confirmé.',
      link: 'Garder mon adresse actuelle',
    },
    emailChanged: {
      subject: 'Votre adresse e-mail a changé',
      text: (login: string, newEmail: string) =>
        `Les e-mails du compte ${login} sont désormais envoyés à ${newEmail}.`,
    },
    emailRestored: {
      subject: 'Votre adresse e-mail est gardée',
      text: 'Le changement d’adresse est annulé et toutes les sessions sont fermées. Par sécurité, choisissez un nouveau mot de passe.',
    },
    secondFactor: {
      subject: 'La double vérification de votre compte a changé',
      recoverySubject: 'Un code de secours vient de servir',
      added: 'Une application d’authentification vient d’être activée sur votre compte.',
      removed: 'L’application d’authentification vient d’être retirée de votre compte.',
      passkeyAdded: (name: string) =>
        `Une clé d’accès vient d’être ajoutée à votre compte : « ${name} ».`,
      passkeyRemoved: (name: string) =>
        `Une clé d’accès vient d’être retirée de votre compte : « ${name} ».`,
      codes: 'De nouveaux codes de secours viennent d’être créés ; les anciens ne servent plus.',
      recovery: (left: number) =>
        `Un code de secours vient de servir pour se connecter à votre compte. Codes restants : ${left}.`,
    },
    questionsChanged: {
      subject: 'Vos questions secrètes ont changé',
      text: 'Les questions secrètes de votre compte viennent d’être changées.',
    },
    delegateReplaced: {
      subject: 'Vous n’êtes plus la personne déléguée de votre entreprise',
      text: 'Une autre personne a été désignée Administrateur des Utilisateurs. Votre accès à l’Administration Utilisateurs a pris fin.',
    },
    delegateSuspended: {
      subject: 'Votre accès de personne déléguée est suspendu',
      text: 'À la demande signée de l’entreprise, votre accès à l’Administration Utilisateurs est suspendu. Vos sessions sont fermées.',
    },
    delegateReactivated: {
      subject: 'Votre accès de personne déléguée est rétabli',
      text: 'À la demande signée de l’entreprise, votre accès à l’Administration Utilisateurs est rétabli. Connectez-vous avec votre mot de passe.',
    },
  },
}

export const accessRefusals = {
  'access.link_dead':
    'Ce lien ne fonctionne plus. Demandez-en un autre par « Mot de passe oublié », ou à l’Administrateur des Utilisateurs de votre entreprise.',
  'access.inviter_away':
    'L’Administrateur des Utilisateurs qui vous a envoyé ce lien n’a pas accès au portail en ce moment. Le lien servira de nouveau dès que son accès sera rétabli.',
  'access.already_suspended':
    'La personne déléguée est déjà suspendue : son accès est fermé. Pour le lui rendre, il faut une lettre signée de l’entreprise.',
  'access.user_suspended':
    'Cet utilisateur est suspendu. Réactivez-le avant de lui donner un nouveau mot de passe.',
  'access.email_suspended':
    'Cet utilisateur est suspendu et ne pourrait pas confirmer sa nouvelle adresse. Réactivez-le d’abord, ou gardez l’adresse actuelle.',
  'access.link_only':
    'Pour ce profil, le mot de passe se choisit par un lien envoyé à l’utilisateur. Choisissez l’envoi du lien.',
  'access.password_too_short':
    'Ce mot de passe est trop court. Prenez plus de caractères : quelques mots à la suite suffisent.',
  'access.password_too_long': 'Ce mot de passe est trop long. Prenez au plus 128 caractères.',
  'access.password_common':
    'Ce mot de passe figure parmi les plus devinés. Prenez des mots moins attendus, ou davantage de mots.',
  'access.password_about_you':
    'Ce mot de passe se devine à partir du nom, de l’entreprise ou du portail. Prenez d’autres mots.',
  'access.password_wrong':
    'Ce mot de passe n’est pas celui de votre compte. Saisissez-le de nouveau ; après plusieurs erreurs, il faut attendre avant de réessayer.',
  'access.presence_wrong':
    'Votre clé d’accès n’a pas pu être vérifiée pour ce que vous confirmez. Essayez de nouveau, ou saisissez votre mot de passe.',
  'access.code_wrong':
    'Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant dans votre application, puis saisissez-le.',
  'access.second_factor_needed':
    'Votre compte garde toujours une double vérification. Remplacez-la au lieu de la retirer.',
  'access.second_factor_already': 'La double vérification est déjà active sur votre compte.',
}
