import { de } from './elision.ts'
import { grouped } from '../language.ts'

/** «412 lignes», «une ligne». */
const lines = (count: number) => (count === 1 ? 'une ligne' : `${grouped(count)} lignes`)
/** A line may have several. */
const remarks = (count: number) => (count === 1 ? 'un constat' : `${grouped(count)} constats`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const all = new Intl.ListFormat('fr')

/** The declaration desk: what the check found, corrected and confirmed in its place. */
export const desk = {
  ready: (count: number) =>
    count === 0
      ? 'Aucune ligne n’est encore prête.'
      : count === 1
        ? 'Une ligne est prête.'
        : `${grouped(count)} lignes sont prêtes.`,
  // oxlint-disable-next-line max-params -- one count for each thing that is left
  left(toCorrect: number, toConfirm: number, absent: number, totals: number): string {
    const parts = [
      ...(toCorrect > 0 ? [`${lines(toCorrect)} à corriger`] : []),
      ...(toConfirm > 0 ? [`${lines(toConfirm)} à confirmer`] : []),
      ...(absent > 0
        ? [absent === 1 ? 'une absence à expliquer' : `${grouped(absent)} absences à expliquer`]
        : []),
      ...(totals > 0 ? ['le total à expliquer'] : []),
    ]
    return parts.length === 0
      ? 'Il n’y a rien à corriger : relisez, puis envoyez.'
      : `Il reste ${all.format(parts)} ; rien de ce qui est bon n’est à renvoyer.`
  },
  filters: 'Constats montrés',
  everything: 'Tout',
  kinds: {
    blocking: 'À corriger',
    to_confirm: 'À confirmer',
    information: 'Pour information',
  },
  settled: 'Confirmés',
  counted: {
    blocking: (count: number) => `${capital(remarks(count))} à corriger`,
    to_confirm: (count: number) => `${capital(remarks(count))} à confirmer`,
    information: (count: number) => `${capital(remarks(count))} pour information`,
  },
  noneOfKind: 'Aucun constat de cette sorte.',
  findings: (count: number) => (count < 2 ? 'constat' : 'constats'),
  members: (count: number) => (count < 2 ? 'affilié' : 'affiliés'),
  removeAll: (count: number) =>
    count === 1 ? 'Retirer la ligne' : `Retirer les ${grouped(count)} lignes`,
  correctAll: (count: number) =>
    count === 1 ? 'Corriger la ligne' : `Corriger les ${grouped(count)} lignes`,
  seeAll: (count: number) => (count === 1 ? 'Voir la ligne' : `Voir les ${grouped(count)} lignes`),
  seeAbsent: (count: number) =>
    count === 1 ? 'Voir l’affilié' : `Voir les ${grouped(count)} affiliés`,
  close: 'Refermer',
  onlySome: (correctable: number, count: number) =>
    `Une correction est proposée pour ${grouped(correctable)} des ${grouped(count)} lignes.`,
  allConfirmed(count: number, reason: string | null): string {
    const said = count === 1 ? 'Confirmé' : `Les ${grouped(count)} sont confirmés`
    return reason === null ? `${said}.` : `${said} : ${reason}`
  },
  someConfirmed: (confirmed: number, count: number) =>
    `${grouped(confirmed)} confirmés sur ${grouped(count)}.`,
  confirmOpen: 'Confirmer avec une raison',

  stillToConfirm: (count: number) => `À confirmer (${grouped(count)})`,
  alreadyConfirmed: (count: number) => `Confirmés (${grouped(count)})`,
  findLine: 'Trouver une ligne : nom, matricule ou n° de ligne',
  linesTitle: 'Les lignes du fichier',
  linesFound: (count: number) =>
    count === 0
      ? 'Aucune ligne trouvée'
      : count === 1
        ? 'Une ligne trouvée'
        : `${grouped(count)} lignes trouvées`,
  lineToCorrect: 'À corriger',
  noLineFound: 'Aucune ligne ne correspond.',
  noLineFoundText:
    'Écrivez le début du nom ou du prénom, le matricule entier ou le numéro de la ligne. Une ligne à corriger se trouve par son numéro, ou dans les constats.',
  jump: 'Aller à la ligne',
  jumpGo: 'Aller',
  line: 'Ligne',
  who: 'Affilié',
  whoUnknown: 'Nom illisible',
  read: 'Lu dans le fichier',
  readInSheet: 'Déclaré',
  proposed: 'Correction proposée',
  action: 'Suite',
  correct: 'Corriger',
  reasonGiven: 'Raison',
  givenBy: (name: string, at: string) => (name ? `${name}, ${at}` : at),
  noneHere: 'Plus aucune ligne à partir de celle-ci.',
  fromTheStart: 'Revenir au début de la liste',
  previousLines: 'Lignes précédentes',
  nextLines: 'Lignes suivantes',
  tick: 'Choisir',
  select: (line: string) => `Ligne ${line}`,
  selectAbsent: (number: string) => `Affilié ${number}`,
  reason: 'Pourquoi est-ce juste ?',
  reasonHint:
    'Une phrase courte, de deux mots et dix lettres au moins, gardée avec votre nom. Les raisons déjà données sont proposées.',
  reasonMissing: 'Écrivez la raison en une phrase courte.',
  reasonShort: 'Expliquez en une phrase : deux mots et dix lettres au moins.',
  reasonTooLong: 'Écrivez la raison en 200 caractères au plus.',
  noneTicked: 'Cochez au moins une ligne, ou confirmez-les toutes.',
  confirmTicked: 'Confirmer les lignes cochées',
  confirmAll: (count: number) => (count === 1 ? 'Confirmer' : `Confirmer les ${grouped(count)}`),
  withdraw: 'Retirer la confirmation',
  withdrawAll: (count: number) =>
    count === 1 ? 'Retirer la confirmation' : `Retirer les ${grouped(count)} confirmations`,
  addAbsent: 'Ajouter sa ligne',

  corrected: (count: number) =>
    count === 1
      ? 'La ligne est corrigée. Vous pouvez annuler cette correction jusqu’à l’envoi.'
      : `${grouped(count)} lignes sont corrigées. Vous pouvez annuler cette correction jusqu’à l’envoi.`,
  correctedLine: (line: number) => `La ligne ${grouped(line)} est corrigée.`,
  keptLine: (line: number) => `La ligne ${grouped(line)} est enregistrée ; elle reste à corriger.`,
  stillWrong: (line: number, left: number) =>
    left === 1
      ? `La ligne ${grouped(line)} est enregistrée. Il y reste une erreur à corriger.`
      : `La ligne ${grouped(line)} est enregistrée. Il y reste ${grouped(left)} erreurs à corriger.`,
  restKept: 'Le reste de la ligne est enregistré ; ceci ne l’est pas encore :',
  removed: (line: number) => `La ligne ${grouped(line)} est retirée de la déclaration.`,
  added: (line: number) => `La ligne est ajoutée, sous le numéro ${grouped(line)}.`,
  nothingCorrected: 'Il n’y avait plus rien à corriger pour ce constat.',
  undone: (count: number) =>
    count === 1 ? 'La correction est annulée.' : `La correction de ${lines(count)} est annulée.`,
  confirmed: (count: number) =>
    count === 1 ? 'La raison est enregistrée.' : `La raison est enregistrée pour ${lines(count)}.`,
  withdrawn: 'La confirmation est retirée : une raison est de nouveau attendue.',
  nothingToConfirm: 'Ces points étaient déjà confirmés.',

  correctionsTitle: 'Vos corrections',
  correctionsLead: 'Chacune peut être annulée jusqu’à l’envoi, sans toucher aux autres.',
  olderCorrections: (count: number) =>
    count === 1 ? 'Voir la précédente' : `Voir les ${grouped(count)} précédentes`,
  undo: 'Annuler cette correction',
  made: {
    line: (line: number) => `Ligne ${grouped(line)} corrigée`,
    removal: (line: number) => `Ligne ${grouped(line)} retirée`,
    addition: (line: number) => `Ligne ${grouped(line)} ajoutée`,
    cause: (count: number, cause: string) => `${capital(lines(count))} : ${cause}`,
    file: (count: number) => `${capital(lines(count))} d’un fichier renvoyé`,
    additions: (count: number) => `${capital(lines(count))} ajoutées d’un fichier renvoyé`,
  },

  lineTitle: (line: number, name: string) =>
    name ? `Ligne ${grouped(line)} : ${name}` : `Ligne ${grouped(line)}`,
  lineLead: 'Corrigez, puis enregistrez : le reste de la ligne ne change pas.',
  lineFine: 'Rien n’est à corriger sur cette ligne.',
  wrongFields: 'À corriger ou à confirmer',
  allFields: 'Les champs de la ligne',
  otherFields: 'Les autres champs de la ligne',
  inFile: (value: string) => `Dans le fichier : « ${value} ».`,
  emptyInFile: 'Rien n’est écrit dans le fichier.',
  filledIn: 'La correction proposée est déjà écrite : vérifiez-la.',
  proposal: (value: string) => `Proposition : ${value}`,
  saveLine: 'Enregistrer la ligne',
  saveAndNext: 'Enregistrer et voir la suivante',
  keepAsIs: 'Enregistrer ainsi, à corriger plus tard',
  nothingTyped: 'Rien n’a changé sur cette ligne : elle reste à corriger.',
  remove: 'Retirer cette ligne',
  removeTitle: (line: number) => `Retirer la ligne ${grouped(line)}`,
  removeLead: (name: string) =>
    `La ligne${name ? ` ${de(name)}` : ''} ne sera pas déclarée. Vous pourrez annuler ce retrait jusqu’à l’envoi.`,
  removeConfirm: 'Retirer de la déclaration',
  back: 'Revenir sans rien changer',
  backToCause: 'Les lignes de ce constat',
  newLineOf: (name: string) => `Ajouter la ligne ${de(name)}`,
  newLineTitle: 'Ajouter une ligne',
  newLineLead: 'Un affilié oublié dans le fichier, ou qui en est absent.',
  addLine: 'Ajouter la ligne',
  hints: {
    memberNumber: 'Neuf chiffres au plus. Vide pour un nouvel affilié.',
    employeeRate: 'En pour cent, par exemple 6,00.',
    salary: 'Salaire du trimestre en dirhams, par exemple 36\u202f000,25.',
    day: 'JJ/MM/AAAA',
    leftOn: 'JJ/MM/AAAA. Vide pour un salarié présent.',
    identityNumber: 'Une ou deux lettres, puis des chiffres.',
    cnssNumber: 'Neuf chiffres. Vide s’il n’en a pas.',
    mobile: 'Par exemple 0661234567. Vide s’il n’en a pas.',
    children: 'De 0 à 9 ; 9 pour neuf ou plus.',
  },
  choices: {
    recordCode: { '2': 'Présent', '7': 'Sorti' },
    sex: { F: 'Féminin', M: 'Masculin' },
    nationality: { M: 'Marocaine', A: 'Autre' },
    maritalStatus: { C: 'Célibataire', M: 'Marié', D: 'Divorcé', V: 'Veuf' },
  },
  notWritten: {
    digits: (length: number) => `Écrivez ${length} chiffres au plus, sans lettre ni signe.`,
    blank: (field: string, advice: string) => `${field} : ${advice}`,
    rate: 'Écrivez le taux en pour cent, par exemple 6,00.',
    amount: 'Écrivez un montant en dirhams, par exemple 36\u202f000,25.',
    day: 'Cette date n’existe pas. Écrivez-la sous la forme JJ/MM/AAAA.',
    length: (length: number) => `Ce champ compte ${length} caractères au plus.`,
  },

  files: {
    title: 'Corriger dans un fichier',
    lead: 'Prenez les lignes à corriger, avec ce qui ne va pas en face de chacune, et corrigez-les dans votre tableur ou votre logiciel de paie.',
    sendBack: 'Renvoyer les lignes corrigées',
    sendBackLead:
      'Seules : chacune reprend sa place, le reste ne change pas, et tout est contrôlé de nouveau.',
    toldTitle: 'Les lignes sans place',
    kinds: {
      to_correct: (count: number) =>
        count === 1 ? 'La ligne à corriger' : `Les ${grouped(count)} lignes à corriger`,
      annotated: 'Toutes les lignes, avec ce qui est à revoir',
      findings: 'La liste des constats',
      content: 'Le fichier entier, corrigé jusqu’ici',
    },
    formats: { csv: 'CSV', xlsx: 'Excel', txt: 'Texte' },
    sheets: { findings: 'Constats', to_correct: 'À corriger', annotated: 'Lignes' },
    label: 'Lignes corrigées',
    hint: 'Gardez la colonne «\u00a0Ligne\u00a0» : elle dit où chacune reprend sa place. Sans elle, c’est le matricule ou le numéro de CNIE.',
    send: 'Remplacer ces lignes',
    missing: 'Choisissez le fichier des lignes corrigées.',
    notRead: 'Rien n’a été remplacé.',
    replaced: (count: number) =>
      count === 1
        ? 'Une ligne est remplacée, et tout est contrôlé de nouveau.'
        : `${grouped(count)} lignes sont remplacées, et tout est contrôlé de nouveau.`,
    lost: (count: number) =>
      `${count === 1 ? 'Une ligne qui était prête est' : `${grouped(count)} lignes qui étaient prêtes sont`} maintenant à corriger : si ce n’était pas le bon fichier, annulez cette correction.`,
    same: 'Ces lignes sont déjà celles de la déclaration : rien n’a changé.',
    notPlaced: (count: number) =>
      count === 1
        ? 'Rien n’a été remplacé : une ligne de votre fichier ne trouve pas sa place. Corrigez-la ou retirez-la, puis renvoyez le fichier.'
        : `Rien n’a été remplacé : ${grouped(count)} lignes de votre fichier ne trouvent pas leur place. Corrigez-les ou retirez-les, puis renvoyez le fichier.`,
    told: (at: number, person: string) =>
      `Ligne ${grouped(at)} de votre fichier${person ? `, ${person}` : ''}\u00a0:`,
    more: (count: number) => (count === 1 ? 'Et une autre.' : `Et ${grouped(count)} autres.`),
    why: {
      unknown: () =>
        'personne dans la déclaration n’a ce matricule ni ce numéro de CNIE. Ajoutez plutôt une ligne.',
      ambiguous: () =>
        'plusieurs lignes de la déclaration peuvent être la sienne. Écrivez son numéro dans une colonne «\u00a0Ligne\u00a0».',
      other_person: (line: number) =>
        `la ligne ${grouped(line)} de la déclaration est celle d’une autre personne. Vérifiez le numéro dans la colonne «\u00a0Ligne\u00a0».`,
      no_such_line: (line: number) =>
        `la déclaration n’a pas de ligne ${grouped(line)}. Vérifiez le numéro dans la colonne «\u00a0Ligne\u00a0».`,
      twice: (line: number) =>
        `une autre ligne de votre fichier est déjà pour la ligne ${grouped(line)}. Gardez une seule des deux.`,
      too_long: (field: string) =>
        `«\u00a0${field}\u00a0» est trop long pour votre fichier. Raccourcissez-le.`,
      not_a_day: (field: string) =>
        `«\u00a0${field}\u00a0» n’est pas une date qui se lit. Écrivez-la sous la forme JJ/MM/AAAA.`,
    },
  },

  /** «3 corrections et 2 raisons données». */
  workDone({ corrections, reasons }: { readonly corrections: number; readonly reasons: number }) {
    const parts = [
      ...(corrections > 0
        ? [corrections === 1 ? 'une correction' : `${grouped(corrections)} corrections`]
        : []),
      ...(reasons > 0
        ? [reasons === 1 ? 'une raison donnée' : `${grouped(reasons)} raisons données`]
        : []),
    ]
    return all.format(parts)
  },
  abandon: {
    title: 'Abandonner ce contrôle ?',
    titleCorrection: 'Abandonner cette correction ?',
    lost: 'Ce qui sera perdu',
    lostWork: (done: string) => `Votre travail ici : ${done}.`,
    lostCheck: (file: string) =>
      `Le contrôle de « ${file} » : pour y revenir, il faudra recommencer.`,
    lostCheckOfSheet: 'Le contrôle de votre saisie : il faudra la contrôler de nouveau.',
    lostChanges: 'Ce que vous avez changé dans la saisie pour cette correction.',
    stays: 'Ce qui reste',
    sheetStays: 'Votre saisie : les salaires, les départs et les fiches que vous avez remplis.',
    periodStays: 'La période reste à déclarer.',
    fileStays: 'Le fichier, sur votre ordinateur, tel que vous l’avez envoyé.',
    confirm: 'Abandonner ce contrôle',
    confirmCorrection: 'Abandonner cette correction',
    back: 'Revenir sans rien abandonner',
    doneCorrection: (receipt: string) =>
      `La correction est abandonnée. La déclaration du reçu ${receipt} reste en vigueur.`,
    doneSheet: 'Le contrôle est abandonné. Votre saisie est gardée ; la période reste à déclarer.',
  },
  saved: (at: string) => `Enregistré le ${at}. Vous pouvez fermer cette page et revenir.`,
  otherWays: 'Autrement',
  notReached:
    'Le serveur n’a pas répondu ; rien n’a été enregistré. Vérifiez votre connexion, puis recommencez.',

  calendar: {
    states: {
      to_declare: (_lines: number) => 'À déclarer',
      typing: (_lines: number) => 'Saisie commencée',
      receiving: (_lines: number) => 'Dépôt en cours',
      to_correct: (count: number) =>
        count === 0 ? 'À corriger' : `${capital(lines(count))} à corriger`,
      to_confirm: (count: number) =>
        count === 1 ? 'Un point à confirmer' : `${grouped(count)} points à confirmer`,
      ready: (_lines: number) => 'Prête à envoyer',
    },
    next: {
      to_declare: 'Déclarer',
      typing: 'Continuer',
      receiving: 'Voir le dépôt',
      to_correct: 'Corriger',
      to_confirm: 'Confirmer',
      ready: 'Relire et envoyer',
    },
    due(date: string, days: number): string {
      if (days < 0) return `Attendue au plus tard le ${date}`
      if (days === 0) return `À déclarer aujourd’hui, ${date}`
      return `À déclarer au plus tard le ${date}, ${days === 1 ? 'demain' : `dans ${grouped(days)} jours`}`
    },
    year: (year: string, count: number, total: string) =>
      `${year} : ${count === 1 ? 'une déclaration' : `${grouped(count)} déclarations`}, ${total}`,
    nil: 'Rien à déclarer',
    revising: 'Correction en cours',
  },
  changes: {
    titleQuarter: (quarter: string) => `Ce qui a changé depuis le ${quarter}`,
    titleSent: (receipt: string) => `Ce qui change par rapport au reçu ${receipt}`,
    noNumber: 'Sans matricule',
    nothingBefore:
      'Aucune déclaration du trimestre précédent n’est ici : il n’y a rien à quoi comparer.',
    nobody: 'Les affiliés, leurs salaires et leurs taux sont les mêmes.',
    sameAmount: 'Le montant est le même : rien ne changera sur votre compte.',
    onlyDifference: (amount: string) => `Seule la différence ira sur votre compte : ${amount}.`,
    kinds: {
      joined: (count: number) => (count === 1 ? 'Un arrivé' : `${grouped(count)} arrivés`),
      left: (count: number) => (count === 1 ? 'Un parti' : `${grouped(count)} partis`),
      absent: (count: number) =>
        count === 1
          ? 'Un absent de cette déclaration'
          : `${grouped(count)} absents de cette déclaration`,
      salary: (count: number) =>
        count === 1 ? 'Un salaire très différent' : `${grouped(count)} salaires très différents`,
      rate: (count: number) =>
        count === 1 ? 'Un taux différent' : `${grouped(count)} taux différents`,
      added: (count: number) =>
        count === 1 ? 'Une ligne ajoutée' : `${grouped(count)} lignes ajoutées`,
      removed: (count: number) =>
        count === 1 ? 'Une ligne retirée' : `${grouped(count)} lignes retirées`,
      changed: (count: number) =>
        count === 1 ? 'Une ligne modifiée' : `${grouped(count)} lignes modifiées`,
    },
    sinceQuarter: (quarter: string) => `Par rapport au ${quarter}.`,
    sinceReceipt: (receipt: string) => `Par rapport au reçu ${receipt}.`,
    none: 'Il n’y en a pas.',
    number: 'Matricule',
    salary: 'Salaire',
    salaryBefore: 'Salaire avant',
    salaryNow: 'Salaire maintenant',
    rateBefore: 'Taux avant',
    rateNow: 'Taux maintenant',
    leftOn: 'Parti le',
    amounts: 'Montants',
    what: 'Montant',
    sent: 'Envoyé',
    now: 'Maintenant',
    difference: 'Différence',
  },
  revision: {
    start: 'Corriger ou compléter cette déclaration',
    text: 'Vous partez de ce qui a été envoyé, ou d’un autre fichier. Ce reçu reste valable tant que la correction n’est pas envoyée.',
    resume: 'Reprendre la correction en cours',
    inProgress: 'Une correction de cette déclaration est en cours.',
    lead: (receipt: string) =>
      `Correction de la déclaration ${receipt}, qui reste valable jusqu’à l’envoi.`,
    staysInForce: (receipt: string) =>
      `La déclaration du reçu ${receipt} reste en vigueur, et votre compte ne change pas.`,
    title: 'Versions envoyées',
    number: (revision: number) => (revision === 1 ? 'Première' : `Correction n° ${revision - 1}`),
    version: 'Version',
    standing: 'En vigueur',
    replaced: 'Remplacée',
    replacedBy: (receipt: string, at: string) =>
      `Cette déclaration a été remplacée le ${at} par ${receipt}. Son reçu est gardé.`,
    goToNewer: 'Voir la version en vigueur',
    inSheet:
      'Elle part de votre saisie, telle que vous l’avez envoyée : changez-y ce qui doit l’être, puis contrôlez-la.',
    textForm:
      'Vous repartez de votre saisie, telle que vous l’avez envoyée. Ce reçu reste valable tant que la correction n’est pas envoyée.',
    nothingSentText:
      'Rien n’avait été déclaré. Ajoutez une ligne, ou envoyez un fichier, pour déclarer ce trimestre.',
  },
  receipt: {
    contentHash: 'Empreinte du contenu envoyé (SHA-256)',
    fileHashAsCame: 'Empreinte du fichier reçu (SHA-256)',
    madeBy: 'Origine',
    nilReason: 'Raison donnée',
    made: {
      file: 'Fichier',
      form: 'Formulaire de Saisie',
      nil: 'Déclaration sans salaire',
    },
    corrected: 'Fichier, corrigé ensuite dans le portail',
    payBy: 'À régler sans intérêts jusqu’au',
    payWith: {
      case_by_case: 'Par un ordre, établi et confirmé dans E@syPaiement.',
      systematic: 'Par prélèvement systématique : il n’y a pas d’ordre à établir.',
      transfer: 'Par virement : l’ordre à imprimer est dans le Compte Adhérent.',
    },
    payLate: 'Ce délai était déjà passé à l’envoi : des intérêts courent, réglez sans attendre.',
    delay: 'Délai',
    late: (days: number, dueOn: string) =>
      `En retard de ${days === 1 ? '1 jour' : `${grouped(days)} jours`} : elle était attendue au plus tard le ${dueOn}.`,
    download: 'Télécharger le contenu envoyé',
    year: 'Année',
    allYears: 'Toutes',
    allCategories: 'Toutes',
    noneFound: 'Aucun reçu ne correspond',
    noneFoundText: 'Changez l’année ou la catégorie, ou effacez les filtres.',
    difference: 'Différence avec le reçu remplacé',
    differenceNote(amount: string, receipt: string, sign: -1 | 0 | 1): string {
      if (sign === 0) return `Même montant que le reçu ${receipt} : rien de plus n’est dû.`
      return sign > 0
        ? `${amount} s’ajoutent au montant du reçu ${receipt}.`
        : `${amount} sont retirés du montant du reçu ${receipt}.`
    },
    newcomers: 'Nouveaux affiliés',
    newcomersLead: (count: number) =>
      count === 1
        ? 'Cette personne, déclarée sans matricule, a reçu un matricule provisoire. Reportez-le dans votre logiciel de paie et déclarez-la ainsi dès le prochain trimestre. L’Agence Virtuelle le confirmera, ou vous en donnera un autre.'
        : `Ces ${grouped(count)} personnes, déclarées sans matricule, ont reçu un matricule provisoire. Reportez-les dans votre logiciel de paie et déclarez-les ainsi dès le prochain trimestre. L’Agence Virtuelle les confirmera, ou vous en donnera d’autres.`,
    newcomersMore: (shown: number, count: number) =>
      `Les ${grouped(shown)} premiers sur ${grouped(count)}. Le Fichier Préétabli du prochain trimestre les porte tous.`,
    given: 'Matricule provisoire',
    standing: 'Suite donnée',
    standings: {
      provisional: 'En attente de confirmation',
      refused: 'Non reconnu : voyez le message de l’Agence Virtuelle',
      known: 'Confirmé',
      replaced: (number: string) => `Remplacé par ${number}`,
    },
  },

  replacedTitle: 'Ce contrôle n’est plus en cours',
  replacedBy: {
    checked: (file: string, name: string, at: string) =>
      `${name || 'Un collègue'} a fait contrôler «\u00a0${file}\u00a0» le ${at} : ce fichier a pris la place de celui-ci.`,
    sent: (receipt: string, name: string, at: string) =>
      `${name || 'Un collègue'} a envoyé la déclaration de cette période le ${at} : son reçu est ${receipt}.`,
    nothing: 'Ce contrôle a été abandonné. La période reste à déclarer.',
  },
  goToCurrent: 'Aller au contrôle en cours',
  goToReceipt: 'Voir le reçu',

  causes: {
    file_empty: 'Le fichier est vide',
    file_not_text: 'Le fichier n’est pas un texte',
    encoding_utf16: 'Le fichier est en UTF-16',
    nul_bytes: 'Le fichier est endommagé',
    layout_of_the_cnss: 'Le fichier est celui de la CNSS',
    file_of_other_employer: 'Le fichier est d’une autre entreprise',
    file_of_other_period: 'Le fichier est d’une autre période',
    layout_unknown: 'La structure du fichier n’est pas reconnue',
    too_many_lines: 'Le fichier a trop de lignes',
    encoding_windows_1252: 'Fichier lu en Windows-1252',
    line_ends_mixed: 'Fins de ligne de deux sortes',
    blank_line: 'Lignes vides',
    findings_cut: 'Constats trop nombreux pour être tous montrés',
    spreadsheet_protected: 'Le classeur est protégé par un mot de passe',
    spreadsheet_macros: 'Le classeur contient des macros',
    spreadsheet_links: 'Le classeur dépend d’un autre fichier',
    spreadsheet_other_format: 'Ce format de tableur n’est pas lu',
    spreadsheet_too_large: 'Le classeur est trop grand',
    spreadsheet_damaged: 'Le classeur est endommagé',
    header_missing: 'Le tableau n’a pas de ligne de titres',
    columns_missing: 'Il manque des colonnes au tableau',
    column_twice: 'Deux colonnes ont le même titre',
    column_unknown: 'Colonne qui n’est pas lue',
    rows_above_header: 'Lignes au-dessus des titres',
    total_row: 'Ligne de total',
    row_too_long: 'Ligne qui a trop de cellules',
    quote_unclosed: 'Guillemet ouvert et pas refermé',
    quote_stray: '{field} : un guillemet mal placé',
    cell_formula: '{field} : une formule',
    cell_error: '{field} : une erreur de calcul',
    number_abbreviated: '{field} : un nombre abrégé par le tableur',
    date_short_year: '{field} : une année à deux chiffres',
    date_serial: '{field} : un numéro de jour de tableur',
    field_too_long: '{field} : trop long',
    email_too_long: 'E-mail trop long',
    name_split: 'Nom et prénom écrits ensemble',
    name_not_split: 'Nom ou prénom manquant',
    salary_decimals: 'Salaire qui a trop de décimales',
    line_too_short: 'Ligne trop courte',
    line_too_long: 'Ligne trop longue',
    line_trailing_blanks: 'Espaces en trop en fin de ligne',
    line_quoted: 'Ligne entourée de guillemets',
    line_counted_in_bytes: 'Ligne décalée par les accents',
    cnss_one_short: 'N° CNSS trop court d’un caractère',
    control_character: '{field} : un caractère de contrôle',
    invisible_character: '{field} : un caractère invisible',
    character_not_allowed: '{field} : un caractère qui n’est pas admis',
    text_garbled: '{field} : des accents abîmés',
    not_left_aligned: '{field} : des espaces au début',
    letter_lower_case: '{field} : une minuscule',
    field_missing: '{field} : rien n’est écrit',
    not_digits: '{field} : autre chose que des chiffres',
    letter_in_number: '{field} : une lettre à la place d’un chiffre',
    other_digits: '{field} : des chiffres qui ne sont pas de 0 à 9',
    number_padded_with_spaces: '{field} : complété par des espaces',
    record_code_unknown: 'Code enregistrement inconnu',
    employer_number_other: 'Numéro d’une autre entreprise',
    category_blank: 'Catégorie absente',
    employers_several: 'Lignes de plusieurs entreprises',
    category_not_active: 'Ligne d’une autre catégorie',
    quarter_not_a_quarter: 'Trimestre impossible',
    quarter_not_open: 'Ligne d’un autre trimestre',
    quarter_mixed: 'Plusieurs trimestres dans le fichier',
    member_number_padded_right: 'Matricule complété du mauvais côté',
    member_number_replaced: 'Matricule provisoire, confirmé depuis',
    newcomer_may_be_known: 'Nouvel affilié, peut-être déjà connu',
    newcomer_may_be_twice: 'Nouvel affilié, peut-être déclaré deux fois',
    newcomer_numbered: 'Sans matricule, reconnu sous le numéro déjà donné',
    member_under_two_numbers: 'Même N° CNIE sous deux matricules',
    member_duplicate: 'Affilié déclaré deux fois',
    member_unknown: 'Matricule inconnu dans cette catégorie',
    member_name_differs: 'Nom différent de celui du matricule',
    member_missing: 'Affilié connu, absent du fichier',
    new_member: 'Nouvel affilié',
    new_member_without_identity: 'Nouvel affilié étranger, sans pièce d’identité',
    identity_required: 'Nouvel affilié sans N° CNIE',
    identity_repeated: 'N° CNIE déjà donné à une autre ligne',
    identity_rewritten: 'N° CNIE lu en majuscules, sans séparateur',
    identity_unusual: 'N° CNIE de forme inhabituelle',
    identity_padded_with_zeros: 'N° CNIE complété par des zéros',
    rate_not_published: 'Taux qui n’existe pas',
    rate_lost_zero: 'Taux dont un zéro est perdu ou déplacé',
    rate_not_of_category: 'Taux qui n’est pas celui de la catégorie',
    name_missing: '{field} : rien n’est écrit',
    name_rewritten: '{field} : accents et minuscules retirés',
    name_padded_with_zeros: '{field} : complété par des zéros',
    name_has_digits: '{field} : un chiffre',
    name_not_latin: '{field} : en lettres arabes',
    staff_number_unusual: 'N° intérieur inhabituel',
    sex_unknown: 'Sexe non reconnu',
    nationality_unknown: 'Nationalité non reconnue',
    marital_status_unknown: 'Situation de famille non reconnue',
    children_unknown: 'Nombre d’enfants non reconnu',
    cnss_missing: 'Pas de N° CNSS',
    cnss_malformed: 'N° CNSS mal formé',
    cnss_check_digit: 'N° CNSS dont la clé ne correspond pas',
    mobile_malformed: 'GSM incomplet ou réécrit',
    email_malformed: 'E-mail incorrect',
    date_missing: '{field} : rien n’est écrit',
    date_impossible: '{field} : elle n’existe pas',
    date_iso_order: '{field} : écrite à l’envers',
    birth_day_unknown: 'Jour ou mois de naissance inconnu',
    joined_before_birth: 'Affiliation avant la naissance',
    joined_after_quarter: 'Affiliation après le trimestre',
    joined_under_18: 'Affiliation avant 18 ans',
    exit_date_without_leaving: 'Date de sortie d’un salarié présent',
    exit_date_missing: 'Sortie sans date',
    exit_after_quarter: 'Sortie après le trimestre',
    exit_before_joining: 'Sortie avant l’affiliation',
    salary_missing: 'Salaire absent',
    salary_negative: 'Salaire négatif',
    salary_decimal_point: 'Salaire écrit avec une virgule ou un point',
    salary_zero: 'Salaire de zéro',
    salary_left_aligned: 'Salaire suivi d’espaces',
    salary_lost_zeros: 'Salaire dont des zéros semblent perdus',
    salary_unusually_low: 'Salaire très bas',
    salary_unusually_high: 'Salaire très élevé, sans trimestre précédent',
    salary_variation: 'Salaire très différent du trimestre précédent',
    total_variation: 'Total très différent de la dernière déclaration',
    tranche_one_over_ceiling: 'Première tranche au-dessus du plafond',
  },
}

export const deskRefusals = {
  'desk.not_standing':
    'Cette déclaration n’est plus celle qui est en vigueur. Corrigez la dernière version envoyée.',
  'desk.reason_too_short':
    'La raison est trop courte. Expliquez en une phrase : deux mots et dix lettres au moins.',
  'desk.no_line_sent':
    'Ce fichier ne contient aucune ligne. Choisissez celui des lignes corrigées.',
  'desk.file_too_heavy':
    'Ce fichier est trop lourd pour être préparé ainsi. Prenez-le en CSV, ou seulement les lignes à corriger.',
  'desk.already_undone':
    'Cette correction est déjà annulée. Rien de plus à faire : ses lignes sont comme avant.',
  'desk.nothing_to_undo':
    'Les lignes de cette correction ont changé depuis : il n’y a plus rien à annuler.',
}
