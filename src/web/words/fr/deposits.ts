import { de } from './elision.ts'

export const deposits = {
  titles: {
    receiving: 'Fichier en cours d’envoi',
    received: 'Fichier en cours de contrôle',
    checked: 'Fichier contrôlé',
    refused: 'Fichier non retenu',
    cancelled: 'Envoi abandonné',
  },
  inTheWayTitle: 'Une autre personne travaille sur cette période',
  wouldLoseTitle: 'Vos corrections seraient perdues',
  wouldLose: (file: string, done: string) =>
    `Votre fichier est gardé ; il n’a encore rien remplacé. Le contrôle de « ${file} » porte votre travail : ${done}. Le remplacer l’efface.`,
  replacesCheck: (file: string) =>
    `Le fichier que vous envoyez ici prend la place du contrôle de « ${file} », qui est alors abandonné.`,
  replacesCorrection:
    'Le fichier que vous envoyez ici prend la place de cette correction, qui est alors abandonnée.',
  fileInstead: 'Envoyer plutôt un fichier',
  replacesEntry:
    'Le fichier que vous envoyez ici prend la place du contrôle de votre saisie. La saisie elle-même est gardée.',
  loses: (done: string) => `Remplacer ce contrôle, et perdre ${done}`,
  losesHint:
    'Sans cette case, rien n’est remplacé : votre fichier attend, et la question vous est posée.',
  about: (quarter: string, category: string) => `Déclaration du ${quarter}, catégorie ${category}.`,
  file: 'Fichier',
  size: 'Taille',
  sentBy: 'Envoyé par',
  startedAt: 'Envoi commencé le',
  progress: (percent: number) => `${percent} % reçus`,
  goOn: 'Continuer l’envoi',
  goOnText: (percent: number) =>
    `${percent} % du fichier sont arrivés et restent gardés pendant un jour. Choisissez le même fichier : l’envoi continuera où il s’est arrêté.`,
  goOnWithoutScript:
    'L’envoi s’est arrêté avant la fin. Choisissez de nouveau le fichier pour l’envoyer.',
  isComing: (name: string) => `${name} envoie ce fichier.`,
  canClose:
    'Votre fichier est arrivé entier, il est gardé. Vous pouvez fermer cette page : le contrôle continue, et son résultat vous attendra dans le calendrier.',
  refreshes: 'Cette page s’actualise d’elle-même.',
  refresh: 'Actualiser',
  cancel: 'Abandonner cet envoi',
  cancelled: 'L’envoi est abandonné. Rien de ce fichier n’a été gardé.',
  cancelledText: 'Rien de ce fichier n’a été contrôlé, et rien d’autre n’a changé.',
  sendAgain: 'Envoyer un fichier',
  sameFile: (name: string, moment: string) =>
    `C’est le même fichier que celui envoyé par ${name} le ${moment} : son contrôle, avec ses corrections, est gardé.`,
  meanwhile: (name: string, file: string, moment: string) =>
    `${name} a fait contrôler le fichier «\u00a0${file}\u00a0» pour cette période le ${moment}. Votre fichier est gardé ; il n’a rien remplacé.`,
  seeTheirs: 'Voir ce contrôle',
  takeThePlace: 'Remplacer par mon fichier',
  takeThePlaceText: (name: string) =>
    `Le contrôle ${de(name)} et ses corrections seront abandonnés.`,
  ofCompany: {
    yours: (company: string) => `Ce fichier est ${de(company)}, que vous servez aussi.`,
    about: (quarter: string, category: string) =>
      `Il s’envoie sur sa page du ${quarter}, catégorie ${category}.`,
    notThere: 'Cette période n’y est pas à déclarer aujourd’hui, ou ne vous est pas confiée.',
    toPage: 'Ouvrir cette page',
    toCompany: 'Ouvrir cette entreprise',
  },
  other: {
    open: 'Cette période vous attend : son fichier s’envoie sur sa propre page.',
    toPage: (quarter: string, category: string) =>
      `Aller à la page du ${quarter}, catégorie ${category}`,
    sent: (quarter: string, category: string) =>
      `Le ${quarter}, catégorie ${category}, est déjà déclaré. S’il faut le corriger, la correction part de son reçu.`,
    toReceipt: 'Voir le reçu',
    why: {
      too_early: (quarter: string) =>
        `Le ${quarter} n’est pas terminé : il se déclare dès le lendemain de son dernier jour. Gardez le fichier, ou choisissez celui de cette page.`,
      not_active: (quarter: string, category: string) =>
        `La catégorie ${category} n’était pas active au ${quarter} : il n’y a rien à déclarer pour elle à ce trimestre. Choisissez le fichier de cette page.`,
      not_yours: (_quarter: string, category: string) =>
        `La catégorie ${category} n’est pas de celles qui vous sont confiées. Choisissez le fichier de cette page, ou demandez à l’Administrateur des Utilisateurs de vous la confier.`,
    },
  },
  alreadySent: (name: string, receipt: string, moment: string) =>
    `${name} a envoyé la déclaration de cette période le ${moment}, reçu ${receipt}.`,
  seeReceipt: 'Voir ce reçu',
  own: (file: string, moment: string) =>
    `Votre fichier «\u00a0${file}\u00a0», du ${moment}, est contrôlé et n’est pas encore envoyé. Un autre le remplacera, avec ses corrections.`,
  resumeOwn: 'Reprendre ce contrôle',
  current: (name: string, file: string, moment: string) =>
    `${name} a fait contrôler le fichier «\u00a0${file}\u00a0» le ${moment}. Un autre fichier le remplacera, avec ses corrections.`,
  seeCurrent: 'Voir ce contrôle',
  unfinished: (file: string, percent: number) =>
    `L’envoi de «\u00a0${file}\u00a0» s’est arrêté à ${percent} %. Choisissez le même fichier : il continuera où il s’est arrêté.`,
  states: {
    receiving: (percent: number) => `Envoi en cours : ${percent} %`,
    received: 'Contrôle en cours',
  },
  follow: 'Suivre',
  // What the page's script says while a file goes.
  preparing: 'Préparation de l’envoi…',
  sending: 'Envoi du fichier : {percent} %',
  goingOn: 'L’envoi continue où il s’était arrêté : {percent} %',
  waiting: 'Connexion perdue à {percent} %. L’envoi reprendra de lui-même.',
  verifying: 'Fichier reçu. Contrôle en cours : vous pouvez fermer cette page.',
  failed:
    'L’envoi s’est arrêté à {percent} %. Ce qui est arrivé est gardé : vérifiez votre connexion, puis appuyez de nouveau sur le bouton.',
  stopped: 'L’envoi est abandonné. Rien de ce fichier n’a été gardé.',
  stop: 'Abandonner l’envoi',
}

export const depositsRefusals = {
  'declarations.too_many_files':
    'Trop de fichiers ont été envoyés depuis hier pour cette entreprise. Attendez demain, ou appelez l’Agence Virtuelle.',
  'declarations.too_many_bytes':
    'Cette entreprise a envoyé trop de données depuis hier. Attendez demain, ou appelez l’Agence Virtuelle.',
  'declarations.export_running':
    'Un export de votre entreprise est déjà en cours. Attendez qu’il se termine, puis recommencez.',
  'declarations.too_many_at_once':
    'Plusieurs fichiers sont déjà en cours d’envoi. Attendez qu’ils arrivent, ou abandonnez-en un depuis le calendrier.',
  'declarations.file_changed':
    'Le fichier a changé pendant son envoi. Rien n’en a été gardé : envoyez-le de nouveau.',
  'declarations.deposit_arrived':
    'Ce fichier est déjà arrivé entier : son envoi ne peut plus être abandonné. Vous pourrez abandonner son contrôle.',
  'declarations.unreadable':
    'Ce fichier ne peut pas être lu comme une déclaration. Envoyez celui de votre logiciel de paie, ou le Fichier Préétabli rempli.',
  'declarations.other_employer':
    'Ce fichier est pour une autre entreprise. Rien n’en a été gardé, et votre travail d’avant est intact.',
  'declarations.other_period':
    'Ce fichier est pour une autre page. Rien n’en a été gardé, et votre travail d’avant est intact.',
  'declarations.too_heavy':
    'Ce fichier est trop lourd pour être contrôlé. Partagez-le en plusieurs fichiers, ou appelez l’Agence Virtuelle.',
  'declarations.would_lose_work':
    'Votre fichier prendrait la place d’un contrôle que vous avez corrigé. Dites d’abord si ces corrections peuvent être perdues.',
  'declarations.checked_meanwhile':
    'Une autre personne de votre entreprise a fait contrôler un fichier pour cette période pendant que vous envoyiez le vôtre.',
}
