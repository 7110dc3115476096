import { de } from './elision.ts'

/** Words of «Agents»: the accounts of the Agence Virtuelle itself (docs/domain/agents.md). */
export const agents = {
  title: 'Agents',
  lead: 'Retirer un accès se fait à un seul, tout de suite. En donner un se fait à deux : un superviseur demande, un autre confirme.',
  caption: 'Comptes de l’Agence Virtuelle',
  new: 'Nouvel agent',
  name: 'Nom',
  role: 'Rôle',
  roles: { agent: 'Agent', supervisor: 'Superviseur' },
  state: 'État',
  states: {
    proposed: 'À confirmer',
    invited: 'Lien envoyé',
    active: 'Actif',
    suspended: 'Suspendu',
  },
  secondFactor: 'Double vérification',
  factor: { yes: 'Active', no: 'À choisir' },
  lastSeen: 'Dernière connexion',
  never: 'Jamais',
  you: 'Vous',
  waitingTitle: (count: number) =>
    count === 1
      ? 'Une demande attend une confirmation.'
      : `${count} demandes attendent une confirmation.`,
  onlyReading: 'Seul un superviseur peut ouvrir, suspendre ou rendre un accès.',

  signIns: {
    title: 'Connexions refusées',
    lead: 'Les trente derniers jours, le dernier essai d’abord. Un login qui n’est celui de personne n’est pas gardé\u00a0: ce qui a été saisi peut être un mot de passe.',
    search: 'Login ou N° Adhérent',
    find: 'Chercher',
    account: 'Compte',
    company: 'Entreprise',
    refused: 'Refusées',
    codes: 'Dont codes faux',
    last: 'Dernier essai',
    standing: 'Signalement',
    repeated: 'Essais répétés',
    nobody: 'Logins qui ne sont à personne',
    address: (address: string) => `Adresse réseau ${address}`,
    everywhere: 'Tout le portail',
    none: 'Aucune connexion refusée',
    noneText: 'Personne ne s’est trompé, ou ce login n’est celui d’aucun compte.',
    more: (count: number) =>
      `Les ${count} comptes les plus récents. Cherchez un login pour les autres.`,
  },

  details: {
    login: 'Login',
    email: 'E-mail',
    language: 'Langue des e-mails',
    languages: { fr: 'Français', ar: 'Arabe' },
    ownEmployer: 'N° Adhérent d’un proche',
    ownEmployerNone: 'Aucun',
    ownEmployerUnknown: 'aucune entreprise n’a ce numéro',
    since: 'Compte créé le',
    reason: 'Motif de la suspension',
    history: 'Historique',
    historyEmpty: 'Rien n’a encore été fait sur ce compte.',
    ownTitle: 'C’est votre compte.',
    ownText:
      'Un autre superviseur s’en occupe. Votre mot de passe et votre double vérification se changent dans « Mon compte ».',
  },

  asked: {
    open: (by: string, agent: string) => `${by} demande d’ouvrir un compte à ${agent}.`,
    reactivate: (by: string, agent: string) => `${by} demande de rendre son accès à ${agent}.`,
    reset_second_factor: (by: string, agent: string) =>
      `${by} demande de réinitialiser la double vérification ${de(agent)}.`,
  },
  request: {
    reason: (reason: string) => `Motif : ${reason}`,
    until: (date: string) => `À confirmer avant le ${date}.`,
    means: {
      open: 'Une fois confirmé, un lien part à l’adresse ci-dessous : la personne choisit son mot de passe, puis sa double vérification.',
      reactivate: 'Une fois confirmé, la personne se connecte comme avant sa suspension.',
      reset_second_factor:
        'Une fois confirmé, ses sessions se terminent et ses codes de secours ne servent plus. Elle choisit une autre double vérification à sa prochaine connexion.',
    },
    know: 'Confirmez seulement si vous avez vous-même reconnu la personne, de vive voix ou en face.',
    password: 'Votre mot de passe',
    orPasskey: 'Votre clé d’accès peut remplacer le mot de passe.',
    confirmWithPasskey: 'Confirmer avec ma clé d’accès',
    confirm: {
      open: (agent: string) => `Ouvrir le compte ${de(agent)}`,
      reactivate: (agent: string) => `Rendre son accès à ${agent}`,
      reset_second_factor: (agent: string) => `Réinitialiser pour ${agent}`,
    },
    decline: 'Refuser la demande',
    ownTitle: 'Votre demande attend un autre superviseur.',
    alone: (login: string) =>
      `Vous êtes seul superviseur : l’exploitant confirme avec « npx guichet agent confirm ${login} ».`,
    withdraw: 'Retirer ma demande',
    needsSupervisor: 'Un superviseur doit confirmer.',
    confirmed: {
      open: 'Le compte est ouvert : le lien d’activation est parti.',
      reactivate: 'L’accès est rendu.',
      reset_second_factor:
        'La double vérification est réinitialisée. La personne est prévenue par e-mail.',
    },
    declined: 'La demande est refusée. Rien n’a changé.',
    withdrawn: 'Votre demande est retirée. Rien n’a changé.',
    sent: 'Votre demande est enregistrée. Un autre superviseur doit la confirmer dans les 72 heures.',
  },

  form: {
    title: 'Nouvel agent',
    lead: 'Un autre superviseur confirme, puis la personne reçoit un lien pour choisir son mot de passe et sa double vérification.',
    person: 'La personne',
    firstName: 'Prénom',
    lastName: 'Nom',
    identityHint: 'Elle distingue les personnes : deux accords ne peuvent pas venir d’une seule.',
    email: 'E-mail professionnel',
    emailHint: 'Une adresse que cette personne lit seule : le lien d’activation y est envoyé.',
    access: 'Son accès',
    login: 'Login',
    loginHint: 'Par exemple agent.bennis : lettres, chiffres, points et tirets.',
    roleHints: {
      agent: 'Examine les dossiers et décide.',
      supervisor: 'Fait de même, tranche les oppositions et gère les agents.',
    },
    ownEmployer: 'N° Adhérent d’un proche',
    ownEmployerHint: 'Son entreprise ou celle d’un proche : cet agent n’en décidera pas.',
    reason: 'Pourquoi ouvrir ce compte',
    reasonHint:
      'Lu par le superviseur qui confirme. Par exemple : recrutée le 1er décembre au pôle Entreprises.',
    submit: 'Demander l’ouverture',
  },

  act: {
    title: 'Agir sur ce compte',
    suspend: 'Suspendre',
    suspendLead:
      'L’effet est immédiat : ses sessions et ses liens se terminent. La personne est prévenue par e-mail.',
    suspendReason: 'Motif de la suspension',
    suspendButton: 'Suspendre maintenant',
    suspended: 'L’accès est suspendu.',
    reactivate: 'Rendre l’accès',
    reactivateLead: 'Un autre superviseur confirmera.',
    reactivateReason: 'Pourquoi rendre cet accès',
    reactivateButton: 'Demander à rendre l’accès',
    reset: 'Réinitialiser la double vérification',
    resetLead:
      'Pour qui a perdu son téléphone et ses codes de secours. Un autre superviseur confirmera ; la personne est prévenue dès maintenant.',
    resetReason: 'Ce qui s’est passé',
    resetReasonHint:
      'Et comment vous avez reconnu la personne. Par exemple : téléphone volé le 12, vue au bureau.',
    resetButton: 'Demander la réinitialisation',
    link: 'Renvoyer le lien d’activation',
    linkHint: (email: string) => `À ${email}. Le lien précédent ne servira plus.`,
    linkSent: 'Le lien d’activation est envoyé.',
  },

  mistakes: {
    firstName: 'Saisissez le prénom.',
    lastName: 'Saisissez le nom.',
    email: 'Saisissez une adresse e-mail complète, par exemple g.bennis@caisse.ma.',
    language: 'Choisissez la langue des e-mails.',
    role: 'Choisissez le rôle.',
    loginMissing: 'Saisissez le login.',
    login: 'Un login a de 3 à 40 lettres, chiffres, points ou tirets, sans accent ni espace.',
    ownEmployerNumber: 'Un N° Adhérent a six chiffres. Corrigez-le, ou laissez ce champ vide.',
    reason: 'Saisissez le motif : il reste dans l’historique.',
    tooLong: 'Ce texte est trop long : {most} caractères au plus.',
    password: 'Saisissez votre mot de passe pour confirmer.',
  },

  mails: {
    hello: (name: string) => `Bonjour ${name},`,
    login: 'Login',
    signIn: 'Se connecter à l’Agence Virtuelle',
    notYou: (email: string) =>
      `Si vous n’êtes pas au courant, appelez tout de suite un superviseur, ou écrivez à ${email}.`,
    activate: {
      subject: 'Votre accès à l’Agence Virtuelle',
      text: (fund: string) =>
        `Un compte d’agent de l’Agence Virtuelle (${fund}) vous est ouvert. Il vous reste à choisir votre mot de passe.`,
      link: 'Choisir mon mot de passe',
      next: (hours: number) =>
        `Ce lien sert une seule fois, pendant ${hours} heures. À votre première connexion, vous choisirez aussi une double vérification : ayez votre téléphone sous la main.`,
    },
    request: {
      subject: {
        open: (agent: string) => `Compte à ouvrir : ${agent}`,
        reactivate: (agent: string) => `Accès à rendre : ${agent}`,
        reset_second_factor: (agent: string) => `Double vérification à réinitialiser : ${agent}`,
      },
      text: {
        open: (by: string, agent: string) => `${by} demande d’ouvrir un compte à ${agent}.`,
        reactivate: (by: string, agent: string) => `${by} demande de rendre son accès à ${agent}.`,
        reset_second_factor: (by: string, agent: string) =>
          `${by} demande de réinitialiser la double vérification ${de(agent)}, qui a perdu son téléphone et ses codes de secours.`,
      },
      reason: (reason: string) => `Motif : ${reason}`,
      know: 'Il faut une deuxième personne. Confirmez dans les 72 heures, et seulement si vous avez vous-même reconnu la personne concernée.',
      link: 'Voir ce compte',
    },
    resetAsked: {
      subject: 'Une réinitialisation de votre double vérification est demandée',
      text: (by: string) =>
        `${by} a demandé la réinitialisation de votre double vérification à l’Agence Virtuelle. Un autre superviseur doit la confirmer.`,
    },
    reset: {
      subject: 'Votre double vérification est réinitialisée',
      text: 'L’ancienne application et vos codes de secours ne servent plus, et toutes vos sessions sont fermées.',
      next: 'À votre prochaine connexion, après votre mot de passe, vous en choisirez une nouvelle. Faites-le sans attendre.',
    },
    suspended: {
      subject: 'Votre accès à l’Agence Virtuelle est suspendu',
      text: 'Un superviseur a suspendu votre compte d’agent. Vos sessions sont fermées.',
    },
    reactivated: {
      subject: 'Votre accès à l’Agence Virtuelle est rendu',
      text: 'Vous pouvez vous connecter de nouveau, avec le même mot de passe et la même double vérification.',
    },
    operator: {
      subject: (agent: string) => `Fait par l’exploitant sur le compte ${de(agent)}`,
      text: {
        open: (agent: string) =>
          `L’exploitant du portail a ouvert un compte d’agent à ${agent}, en ligne de commande.`,
        reactivate: (agent: string) =>
          `L’exploitant du portail a rendu son accès à ${agent}, en ligne de commande.`,
        reset_second_factor: (agent: string) =>
          `L’exploitant du portail a réinitialisé la double vérification ${de(agent)}, en ligne de commande.`,
      },
      check: 'Si vous n’étiez pas au courant, suspendez ce compte et appelez l’exploitant.',
    },
  },
}

export const agentsRefusals = {
  'agents.own_account':
    'Ce compte est le vôtre, ou celui d’une même personne. Un autre superviseur doit s’en occuper.',
  'agents.own_request': 'Vous avez fait cette demande : une autre personne doit la confirmer.',
  'agents.request_expired':
    'Cette demande a plus de 72 heures : elle ne peut plus être confirmée. Refaites-la si elle est toujours utile.',
  'agents.already_decided':
    'Cette demande a déjà été décidée, ou le compte a changé depuis. Relisez la page.',
  'agents.already_asked':
    'Une demande attend déjà pour ce compte. Confirmez-la, ou refusez-la, d’abord.',
  'agents.no_second_factor':
    'Ce compte n’a pas de double vérification à réinitialiser : la personne en choisit une à sa prochaine connexion.',
  'agents.not_suspended': 'Ce compte n’est pas suspendu : il n’y a pas d’accès à rendre.',
  'agents.not_active': 'Ce compte est déjà suspendu, ou n’est pas encore ouvert.',
  'agents.not_invited':
    'Ce compte est déjà activé ou suspendu. S’il a perdu son mot de passe, son titulaire utilise « Mot de passe oublié ».',
  'agents.person_known':
    'Cette personne a déjà un compte d’agent, {login}. Rendez-lui l’accès s’il est suspendu.',
  'agents.unknown_login': 'Aucun compte d’agent n’a le login {login}.',
  'agents.nothing_waits': 'Aucune demande n’attend pour {login}.',
  'agents.unknown_company':
    'Aucune entreprise n’a le N° Adhérent {number}. Corrigez-le, ou laissez ce champ vide.',
  'agents.login_taken': 'Le login {login} est déjà pris. Choisissez-en un autre.',
}
