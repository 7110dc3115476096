import { de } from './elision.ts'
import { grouped } from '../language.ts'

export const declarations = {
  band: 'Télédéclaration',
  calendar: 'Calendrier',
  receipts: 'Reçus',
  companies: 'Mes entreprises',
  calendarTitle: 'Télédéclaration',
  calendarLead: (company: string) =>
    `${company} : les trimestres à déclarer, catégorie par catégorie.`,
  toDeclareHeading: 'À déclarer',
  sentHeading: 'Déjà déclarés',
  period: 'Période',
  category: 'Catégorie',
  dueOn: 'À déclarer au plus tard le',
  state: 'État',
  amount: 'Contributions',
  action: 'Suite',
  states: {
    to_declare: 'À déclarer',
    late: 'En retard',
    checked: 'Fichier contrôlé, non envoyé',
    sent: 'Déclaré',
  },
  declare: 'Déclarer',
  resume: 'Reprendre',
  seeReceipt: 'Voir le reçu',
  nothingToDeclare: 'Tout est déclaré',
  nothingToDeclareText: 'Le prochain trimestre apparaîtra ici dès qu’il sera terminé.',
  noCategory: 'Aucune catégorie ne vous est confiée',
  noCategoryText:
    'Demandez à l’Administrateur des Utilisateurs de votre entreprise de cocher les catégories que vous déclarez.',
  periodTitle: (quarter: string, category: string) =>
    `Télédéclaration du ${quarter}, catégorie ${category}`,
  dueBefore: (date: string) => `À déclarer au plus tard le ${date}.`,
  lateSince: (date: string) =>
    `La déclaration était attendue au plus tard le ${date}. Vous pouvez encore l’envoyer.`,
  howTo: 'Envoyer un fichier',
  preparedFile: 'Fichier Préétabli',
  preparedFileText: (members: string) =>
    `Vos affiliés connus (${members}), une ligne chacun : écrivez le salaire de chacun. En Excel ou en CSV, une date de sortie suffit à dire qui part.`,
  preparedFileNone:
    'Aucun affilié n’est connu pour cette catégorie : envoyez le fichier de votre logiciel de paie.',
  downloadPrepared: {
    xlsx: 'Télécharger en Excel',
    csv: 'Télécharger en CSV',
    txt: 'Télécharger en texte (190 caractères)',
  },
  template: {
    title: 'Modèle vide',
    lead: 'Sans logiciel de paie : une ligne par affilié sous les titres, que vous gardez. Le modèle Excel dit, sur sa seconde feuille, quoi écrire dans chaque colonne.',
    download: { csv: 'Télécharger le modèle CSV', xlsx: 'Télécharger le modèle Excel' },
    sheet: 'Déclaration',
    guide: 'Mode d’emploi',
    column: 'Colonne',
    needed: 'À remplir',
    how: 'Comment',
    need: {
      required: 'Oui',
      known: 'Si vous voulez : le portail le sait',
      optional: 'Si vous le savez',
    },
  },
  fileLabel: 'Fichier de la déclaration',
  fileKinds: 'Fichier texte (190 ou 160 caractères par ligne), CSV ou Excel (XLSX)',
  fileHint: 'Celui de votre logiciel de paie, le Fichier Préétabli complété, ou le modèle rempli.',
  check: 'Contrôler le fichier',
  fileMissing: 'Choisissez le fichier à contrôler.',
  formTitle: 'Formulaire de Saisie',
  formFileName: 'Formulaire de Saisie',
  orFile: 'Vous préférez envoyer un fichier ?',
  checkTitle: (quarter: string, category: string) =>
    `Contrôle du ${quarter}, catégorie ${category}`,
  unreadable: 'Ce fichier n’a pas pu être lu comme une déclaration.',
  ready: (count: number) => (count > 1 ? 'lignes prêtes' : 'ligne prête'),
  toConfirm: (count: number) => `${count > 1 ? 'lignes' : 'ligne'} à confirmer`,
  toCorrect: (count: number) => `${count > 1 ? 'lignes' : 'ligne'} à corriger`,
  nothingFound: 'Le contrôle n’a rien trouvé à corriger.',
  severities: {
    blocking: 'À corriger',
    to_confirm: 'À confirmer',
    information: 'Pour information',
  },
  sampleLine: (line: string, column: string) => `Ligne ${line}, colonne ${column}`,
  sampleRow: (line: string, cell: string | undefined) =>
    cell ? `Ligne ${line}, cellule ${cell}` : `Ligne ${line}`,
  becomes: 'devient',
  totalsTitle: 'Totaux',
  members: 'Affiliés',
  /** Amounts are of all of them: who is still to be confirmed is said. */
  membersIn: (count: number, toConfirm: number) =>
    toConfirm === 0
      ? grouped(count)
      : `${grouped(count)}, dont ${grouped(toConfirm)} encore à confirmer`,
  salaries: 'Salaires soumis',
  employeePart: 'Part salariale',
  employerPart: 'Part patronale',
  total: 'Total',
  rates: 'Taux',
  checkAnswers: 'Avant d’envoyer',
  company: 'Entreprise',
  quarter: 'Trimestre',
  send: (amount: string, company: string) => `Envoyer la déclaration de ${amount} pour ${company}`,
  sendCorrection(amount: string, company: string, sign: -1 | 0 | 1): string {
    if (sign === 0) return `Envoyer la correction, sans différence de montant, pour ${company}`
    return `Envoyer la correction : ${amount} ${sign > 0 ? 'de plus' : 'de moins'} pour ${company}`
  },
  sendCorrectionWhat: (sign: -1 | 0 | 1) =>
    sign === 0
      ? 'Cette correction ne change pas le montant : rien de plus n’est dû. Vous recevrez un nouveau reçu, qui remplacera le précédent.'
      : 'Seule cette différence ira sur votre compte. Vous recevrez un nouveau reçu, qui remplacera le précédent.',
  sendWhat: 'L’envoi vaut déclaration : vous recevrez aussitôt un reçu daté et numéroté.',
  cannotSendYet: {
    not_readable: 'Rien ne peut être envoyé : le fichier n’a pas été lu.',
    no_line: 'Rien ne peut être envoyé : aucune ligne n’est prête.',
    blocking:
      'La déclaration partira quand chaque ligne sera corrigée ou retirée. Ce qui est prêt reste prêt.',
    to_confirm: 'La déclaration partira quand chaque point à confirmer aura sa raison.',
  },
  replaceFile: 'Envoyer un autre fichier',
  abandon: 'Abandonner ce contrôle',
  abandonCorrection: 'Abandonner cette correction',
  abandoned: 'Le contrôle est abandonné. La période reste à déclarer.',
  confirmed: 'La raison est enregistrée.',
  sent: 'La déclaration est envoyée. Voici votre reçu.',
  receiptsTitle: 'Reçus de vos déclarations',
  noReceipt: 'Aucune déclaration n’a encore été envoyée',
  noReceiptText: 'Le reçu de chaque déclaration envoyée sera gardé ici.',
  receiptHead: 'Reçu',
  receiptTitle: (number: string) => `Reçu ${number}`,
  receiptLead:
    'Votre déclaration est enregistrée. Gardez ce reçu : il reste disponible dans «\u00a0Reçus\u00a0».',
  receiptNumber: 'Numéro de reçu',
  sentAt: 'Envoyée le',
  sentBy: 'Par',
  software: (name: string) => `${name} (logiciel de l’entreprise)`,
  fileName: 'Fichier',
  fileHash: 'Empreinte du fichier (SHA-256)',
  downloadReceipt: 'Télécharger le reçu (PDF)',
  receiptDocument: 'Reçu de déclaration de contributions',
  sentMail: {
    subject: (company: string, quarter: string) =>
      `La déclaration ${de(company)} est envoyée (${quarter})`,
    hello: (name: string) => `Bonjour ${name},`,
    ofFirm: (name: string, firm: string) => `${name} (${firm})`,
    sent: (by: string, quarter: string, category: string) =>
      `${by} a envoyé la déclaration que vous aviez préparée ou complétée : ${quarter}, catégorie ${category}.`,
    receipt: 'Reçu',
    open: 'Voir le reçu',
    next: 'Vous n’avez rien à faire. Si elle ne devait pas partir ainsi, ouvrez le reçu et choisissez «\u00a0Corriger ou compléter cette déclaration\u00a0».',
  },
  boardTitle: 'Les entreprises que vous servez',
  boardLead:
    'Choisissez l’entreprise pour laquelle vous travaillez : son nom reste affiché sur chaque page.',
  boardNone: 'Aucune entreprise ne vous confie ses déclarations',
  boardNoneText:
    'Une entreprise apparaît ici dès que son Administrateur des Utilisateurs vous désigne.',
  boardCategories: (codes: string) => `Catégories : ${codes}`,
  boardInHand: 'Continuer',
  offerText: (company: string) => `${company} vous propose de déclarer pour elle.`,
  accept: 'Accepter',
  decline: 'Décliner',
  accepted: 'Vous pouvez désormais déclarer pour cette entreprise.',
  declined: 'La proposition est déclinée.',
  ahead: {
    checking: 'Lecture du fichier sur votre ordinateur…',
    nothing:
      'Rien à corriger dans ce fichier. Envoyez-le : le portail le comparera à ce que la caisse connaît.',
    sendAsIs:
      'Vous pouvez corriger le fichier et le choisir de nouveau, ou l’envoyer ainsi : les lignes prêtes seront gardées.',
    choose: 'Choisissez un autre fichier.',
    more: 'Autres constats, que le portail montrera : {count}.',
    failed: 'Le fichier n’a pas pu être lu ici. Envoyez-le : le portail le contrôlera.',
  },
  modes: { prepared_file: 'Fichier Préétabli', form: 'Formulaire de Saisie' },
  csv: {
    line: 'Ligne',
    column: 'Colonne',
    field: 'Champ',
    value: 'Valeur lue',
    severity: 'Gravité',
    rule: 'Constat',
    sentence: 'Comment corriger',
    proposed: 'Correction proposée',
    reason: 'Raison donnée',
  },
}

export const declarationsRefusals = {
  'declarations.no_mandate':
    'Vous n’êtes plus chargé des déclarations de cette entreprise. Adressez-vous à son Administrateur des Utilisateurs.',
  'declarations.empty_file': 'Ce fichier est vide. Choisissez le fichier de la déclaration.',
  'declarations.already_sent':
    'Cette période est déjà déclarée pour cette catégorie. Son reçu est dans «\u00a0Reçus\u00a0».',
  'declarations.no_longer_open':
    'Ce contrôle n’est plus en cours : la période a été envoyée ou un autre fichier l’a remplacé. Revenez au calendrier.',
  'declarations.not_readable':
    'Le fichier n’a pas pu être lu : il n’y a rien à envoyer. Envoyez un autre fichier.',
  'declarations.no_line':
    'Aucune ligne n’est prête : il n’y a rien à envoyer. Corrigez le fichier, puis recommencez.',
  'declarations.blocking':
    'Des lignes restent à corriger. Corrigez-les sur la page de la déclaration, ou envoyez un fichier corrigé.',
  'declarations.to_confirm':
    'Des points restent à confirmer. Donnez une raison à chacun, puis envoyez.',
}
