/** Words of « Mon compte ». */
export const account = {
  title: 'Mon compte',
  identity: 'Qui vous êtes sur ce portail',
  name: 'Nom',
  employerNumber: 'N° Adhérent',
  login: 'Login',
  service: 'Téléservice',
  company: 'Entreprise',
  lastSignIn: 'Connexion précédente',
  firstSignIn: 'C’est votre première connexion.',
  notYou: 'Ce n’était pas vous ? Changez votre mot de passe et fermez les autres sessions.',
  security: 'Connexion et sécurité',
  passwordRow: 'Mot de passe',
  passwordSince: (day: string) => `Choisi le ${day}`,
  emailRow: 'Adresse e-mail',
  emailPending: (email: string, until: string) =>
    `${email} la remplacera quand elle sera confirmée, au plus tard le ${until}.`,
  questionsRow: 'Questions secrètes',
  questionsSet: 'Deux questions choisies',
  questionsNone: 'Aucune question choisie',
  secondFactorRow: 'Application d’authentification',
  secondFactorOn: 'Active',
  secondFactorOff: 'Inactive',
  secondFactorAdvice:
    'Vous pouvez engager votre entreprise : protégez votre compte par une clé d’accès (empreinte, visage ou code de votre appareil) ou par un code de votre téléphone.',
  secondFactorAdd: 'Activer la double vérification',
  codesRow: 'Codes de secours',
  codesLeft: (count: number) =>
    count === 0
      ? 'Aucun code restant'
      : count === 1
        ? 'Un code restant'
        : `${count} codes restants`,
  sessions: 'Sessions ouvertes',
  sessionsLead: 'Les navigateurs où votre compte est ouvert en ce moment.',
  browser: 'Navigateur',
  opened: 'Ouverte',
  lastClick: 'Dernière activité',
  thisOne: 'Celle-ci',
  unknownBrowser: 'Navigateur inconnu',
  endOthers: 'Fermer les autres sessions',
  othersEnded: 'Les autres sessions sont fermées.',
  noOthers: 'Aucune autre session n’est ouverte.',
  currentPassword: 'Votre mot de passe actuel',
  currentPasswordHint: 'Pour vérifier que c’est bien vous.',
  passwordTitle: 'Changer mon mot de passe',
  passwordLead: 'Vos autres sessions seront fermées.',
  passwordConfirm: 'Changer mon mot de passe',
  passwordDone: 'Votre mot de passe est changé. Vos autres sessions sont fermées.',
  emailTitle: 'Changer mon adresse e-mail',
  emailLead:
    'Un lien part à la nouvelle adresse pour la confirmer. L’ancienne est prévenue et peut annuler le changement.',
  emailNow: 'Adresse actuelle',
  emailNew: 'Nouvelle adresse e-mail',
  emailWrong: 'Saisissez une adresse e-mail, par exemple prenom.nom@entreprise.ma.',
  emailSame: 'Cette adresse est déjà la vôtre. Saisissez la nouvelle.',
  emailConfirm: 'Envoyer le lien de confirmation',
  emailSent: (email: string) =>
    `Un lien de confirmation est parti à ${email}. Votre adresse changera quand vous l’aurez ouvert.`,
  emailDelegate:
    'L’adresse de la personne déléguée se change par la lettre « Mise à jour de l’e-mail de la personne déléguée », signée et cachetée par l’entreprise.',
  emailDelegateLetter: 'Préparer la lettre',
  emailAgent: 'L’adresse d’un agent est tenue par la caisse. Adressez-vous à votre superviseur.',
  questionsTitle: 'Changer mes questions secrètes',
  questionsLead:
    'Elles sont demandées avant l’envoi d’un lien si vous oubliez votre mot de passe. Elles ne suffisent jamais seules.',
  questionsConfirm: 'Enregistrer mes questions',
  questionsDone: 'Vos questions secrètes sont enregistrées.',
  secondFactorTitle: 'Application d’authentification',
  currentCode: 'Code de votre application actuelle',
  currentCodeHint: 'Ou un code de secours, si vous n’avez plus cette application.',
  secondFactorStartLead:
    'À chaque connexion, un code de votre téléphone sera demandé après votre mot de passe.',
  secondFactorIsOn: 'Un code de votre application est demandé à chaque connexion.',
  secondFactorReplace: 'Changer d’application ou de téléphone',
  secondFactorRemove: 'Retirer l’application',
  secondFactorRemoveLead:
    'Votre compte ne sera plus protégé que par votre mot de passe, qui doit alors avoir au moins 15 caractères.',
  secondFactorRemoveSpare: 'Vos clés d’accès continueront de protéger votre compte.',
  secondFactorRemoved: 'L’application d’authentification est retirée.',
  codesTitle: 'Renouveler mes codes de secours',
  codesLead:
    'Dix nouveaux codes seront créés et affichés une seule fois. Les anciens ne serviront plus.',
  codesConfirm: 'Créer de nouveaux codes',
}

export const accountRefusals = {
  'account.password_too_short_alone':
    'Sans double vérification, il faut un mot de passe d’au moins 15 caractères. Changez d’abord votre mot de passe.',
  'account.current_code_wrong':
    'Ce code n’est pas celui de votre application actuelle, ou il a déjà servi. Attendez le code suivant, ou prenez un code de secours.',
  'account.letter_only':
    'Cette adresse se change par la lettre « Mise à jour de l’e-mail de la personne déléguée », à préparer dans « Téléchargement ».',
}
