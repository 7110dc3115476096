import { de } from './elision.ts'

const members = (count: number) => `${count}\u00a0${count < 2 ? 'affilié' : 'affiliés'}`
const salaries = (count: number) => `${count}\u00a0${count < 2 ? 'salaire' : 'salaires'}`

/** «Formulaire de Saisie»: the sheet, a member's card, nothing to declare. */
export const entry = {
  start: 'Commencer la saisie',
  resume: 'Reprendre la saisie',
  startText: (count: number) =>
    `Vos ${members(count)} sont déjà dans la liste : vous saisissez le salaire de chacun, ou vous reprenez ceux du trimestre précédent.`,
  startEmpty:
    'Aucun affilié n’est connu pour cette catégorie : ajoutez-les dans la saisie, un par un.',
  resumeText: (done: number, all: number, when: string, who: string) =>
    `${done} sur ${members(all)}, enregistré le ${when} par ${who}.`,
  title: (quarter: string, category: string) => `Saisie du ${quarter}, catégorie ${category}`,
  period: 'Période',
  lead: (count: number) =>
    `${members(count)}. Saisissez le salaire du trimestre de chacun ; ce que vous saisissez est gardé à chaque page.`,
  noRow: 'Personne sur cette liste',
  noRowText: 'Ajoutez un affilié, ou déclarez qu’aucun salaire n’a été versé ce trimestre.',
  noMatch: 'Personne ne correspond',
  noMatchText: 'Effacez la recherche pour revoir toute la liste.',
  allDone: 'Tout est complet',
  allDoneText: 'Il ne reste personne à compléter : vous pouvez contrôler la saisie.',
  caption: 'Salaires du trimestre',
  member: 'Affilié',
  lastSalary: (quarter: string) => `Salaire du ${quarter}`,
  salary: 'Salaire du trimestre (DH)',
  salaryHint: 'Jusqu’au départ, s’il y en a un.',
  salaryOf: (name: string) => `Salaire du trimestre ${de(name)}, en dirhams`,
  situation: 'Départ, absence, fiche',
  leftOn: 'Parti le',
  leftHint: 'JJ/MM/AAAA, avec le salaire jusqu’à ce jour.',
  unpaid: 'Non payé ce trimestre : pourquoi ?',
  unpaidHint:
    'Salaire vide ou 0. Deux mots et dix lettres au moins, par exemple : congé sans solde.',
  unpaidReasons: [
    'Congé sans solde',
    'Congé de maladie non payé',
    'Congé de maternité payé par la CNSS',
    'Contrat suspendu',
    'Pas encore en poste',
  ],
  states: {
    empty: 'À saisir',
    wrong: 'À corriger',
    carried: 'Repris, à confirmer',
    paid: 'Saisi',
    left: 'Départ',
    unpaid: 'Non payé',
  },
  kinds: { reinstated: 'Réintégré', new: 'Nouveau' },
  corrected: 'Fiche corrigée',
  card: 'Corriger la fiche',
  progress: {
    done: (count: number) => (count < 2 ? 'complet' : 'complets'),
    carried: 'à confirmer',
    wrong: 'à corriger',
    empty: 'à saisir',
  },
  searchLabel: 'Nom, matricule ou N° intérieur',
  find: 'Chercher',
  onlyLeft: (count: number) => `Voir les ${count} à compléter`,
  onlyOne: 'Voir celui qui reste à compléter',
  seeAll: 'Voir toute la liste',
  showing: (count: number, all: number) => `${count} sur ${members(all)}`,
  carry: (quarter: string) => `Reprendre les salaires du ${quarter}`,
  carryText:
    'Les salaires repris servent de point de départ : chacun reste marqué «\u00a0à confirmer\u00a0» jusqu’à ce que vous ayez vu sa page.',
  carried: (count: number, quarter: string) =>
    `${salaries(count)} du ${quarter} ${count < 2 ? 'est repris' : 'sont repris'}, à confirmer page par page.`,
  notCarried:
    'Les salaires n’ont pas été repris : regardez d’abord ce que quelqu’un d’autre a changé, puis recommencez.',
  wrongElsewhere: {
    title: (count: number) =>
      count < 2
        ? 'Une saisie reste à corriger hors de cette page'
        : `${count} saisies restent à corriger hors de cette page`,
    text: 'Ce qui est à corriger est gardé tel quel. Vous pouvez continuer ; la saisie se contrôle une fois tout corrigé.',
    row: (name: string, page: number) => `${name}, page ${page}`,
    more: (count: number) => (count < 2 ? '… et une autre' : `… et ${count} autres`),
  },
  mistakesStay: 'Des saisies restent à corriger sur cette page.',
  nothingCarried: 'Rien à reprendre : chaque affilié a déjà une saisie, ou pas de salaire connu.',
  confirm: (count: number) =>
    count < 2
      ? 'Confirmer le salaire repris et continuer'
      : `Confirmer les ${count} salaires repris et continuer`,
  confirmAndCheck: (count: number) =>
    count < 2
      ? 'Confirmer le salaire repris et contrôler la saisie'
      : `Confirmer les ${count} salaires repris et contrôler la saisie`,
  confirmed: 'Les salaires de cette page sont confirmés.',
  save: 'Enregistrer',
  saveAndNext: 'Enregistrer et continuer',
  saved: 'La saisie est enregistrée.',
  savedAt: (when: string, who: string) => `Enregistré le ${when} par ${who}.`,
  notSavedYet: 'Rien n’est encore enregistré.',
  previous: 'Page précédente',
  next: 'Page suivante',
  add: 'Ajouter un affilié',
  check: 'Contrôler la saisie',
  totalSalary: 'Salaires',
  totalEmployee: 'Part salariale',
  totalEmployer: 'Part patronale',
  total: 'Contributions',
  stillLeft: (count: number) =>
    count < 2
      ? 'Un affilié reste à compléter ou à confirmer : le voici.'
      : `${count} affiliés restent à compléter ou à confirmer : les voici.`,
  mistakes: {
    salary_negative: (name: string) =>
      `Le salaire ${de(name)} est négatif. Écrivez un montant positif, ou 0 avec la raison.`,
    salary_too_many_decimals: (name: string) =>
      `Le salaire ${de(name)} a plus de deux décimales. Écrivez par exemple 36000,25.`,
    salary_too_large: (name: string) =>
      `Le salaire ${de(name)} dépasse 99\u202f999\u202f999,99\u00a0DH. Vérifiez la virgule.`,
    salary_not_an_amount: (name: string) =>
      `Le salaire ${de(name)} n’est pas un montant. Écrivez par exemple 36000,25.`,
    salary_over_tranche: (name: string) =>
      `Le salaire ${de(name)} dépasse le plafond de la première tranche. La seconde ne vous est pas confiée : saisissez le plafond.`,
    salary_missing_leaver: (name: string) =>
      `Indiquez le salaire ${de(name)} jusqu’à son départ, ou 0 s’il n’y en a pas.`,
    salary_with_reason: (name: string) =>
      `${name} a un salaire et une raison de ne pas être payé. Gardez l’un des deux.`,
    reason_missing: (name: string) =>
      `Dites pourquoi ${name} n’est pas payé ce trimestre, en une phrase (deux mots et dix lettres au moins), ou indiquez son salaire.`,
    left_not_a_day: (name: string) =>
      `La date de départ ${de(name)} n’existe pas. Écrivez-la sous la forme JJ/MM/AAAA.`,
    left_after_quarter: (name: string) =>
      `Le départ ${de(name)} est après la fin du trimestre. Déclarez-le au trimestre où il a lieu.`,
    left_before_joining: (name: string) =>
      `Le départ ${de(name)} est avant son affiliation. Corrigez la date.`,
    left_before_quarter: (name: string) =>
      `Le départ ${de(name)} est avant ce trimestre : laissez le salaire vide, ou corrigez la date. Un rappel payé après le départ se déclare par fichier.`,
  },
  changedMeanwhile: (name: string, value: string) =>
    `Quelqu’un a enregistré ${value} pour ${name} pendant votre saisie. La vôtre est dans le champ : elle le remplacera si vous enregistrez de nouveau.`,
  nothingTyped: 'un champ vide',
  gone: 'Un affilié de cette page n’est plus sur la liste. Le reste de votre saisie est enregistré.',
  correctHere: 'Corriger dans la saisie',
  backToSheet: 'Revenir à la saisie',
  lastCheck: 'Au dernier contrôle',
  otherCheck:
    'Un fichier contrôlé attend d’être envoyé pour cette période. Contrôler la saisie le remplacera.',
  seeOtherCheck: 'Voir ce contrôle',
  checkedAlready:
    'Cette saisie a été contrôlée. Si vous la modifiez, contrôlez-la de nouveau avant l’envoi.',
  sentMeanwhile:
    'La déclaration est déjà envoyée : ce que vous venez de saisir n’y est pas et n’a pas été gardé. Pour le déclarer, corrigez-la depuis ce reçu.',
  beside: {
    text: (name: string, moment: string, rows: number) =>
      `Une saisie de cette période est aussi en cours : ${members(rows)}, enregistrée par ${name} le ${moment}. Ce contrôle n’en vient pas ; l’envoyer y met fin.`,
    leave: (rows: number) => `Envoyer ce contrôle, et effacer cette saisie (${members(rows)})`,
  },
  changedSinceCheck:
    'Cette saisie a changé depuis ce contrôle, qui dit encore ce qu’elle était. Contrôlez-la de nouveau avant l’envoi.',
  checkAgain: 'Contrôler la saisie de nouveau',
  seeCheck: 'Revenir au contrôle',
  settled: {
    reinstated: 'Réintégré : déjà affilié auparavant dans l’entreprise.',
    aboveCeiling: 'Affilié de la première tranche, salaire au-dessus du plafond.',
    belowCeiling: 'Salaire sous le plafond de la première tranche ce trimestre.',
  },
  tranches: (ceiling: string, category: string) =>
    `Saisissez le salaire entier : ce qui dépasse ${ceiling} sera déclaré dans la catégorie ${category}, comme une déclaration à part.`,
  oneTranche: (ceiling: string, category: string) =>
    `Saisissez au plus ${ceiling} par salarié : ce qui dépasse se déclare dans la catégorie ${category}, qui ne vous est pas confiée.`,
  secondCheck: (category: string) => `Revenir au contrôle de la catégorie ${category}`,
  withFirst: (category: string) =>
    `Cette catégorie est la seconde tranche de la catégorie ${category} : les salaires se saisissent une seule fois, avec celle-ci. Si aucun salaire ne dépasse le plafond, déclarez-le plus bas.`,
  openFirst: (category: string) => `Ouvrir la saisie de la catégorie ${category}`,
  firstSent: (category: string) =>
    `La première tranche (catégorie ${category}) est déjà envoyée : sa saisie est close`,
  firstSentText:
    'Envoyez ici, par fichier, les salaires qui dépassent le plafond ; s’il n’y en a aucun, déclarez-le plus bas. Un salaire de la première tranche se corrige depuis son reçu.',
  seeFirst: (category: string) => `Voir le reçu de la catégorie ${category}`,
  newTitle: 'Ajouter un affilié',
  newLead:
    'Une personne que la caisse ne connaît pas encore dans votre entreprise. Sans matricule, un numéro provisoire lui sera donné.',
  cardLead: 'Vos corrections sont déclarées avec le salaire du trimestre.',
  back: 'Saisie',
  identity: 'Identité',
  work: 'Emploi',
  contact: 'Coordonnées',
  thisQuarter: 'Ce trimestre',
  thisQuarterHint: 'Vous pouvez aussi compléter le salaire plus tard, dans la liste.',
  lastName: 'Nom',
  firstName: 'Prénom',
  nameHint: 'En lettres latines, comme sur la CNIE.',
  memberNumber: 'Matricule',
  memberNumberHint: 'Si la personne a déjà cotisé, chez vous ou ailleurs. Sinon, laissez vide.',
  memberNumberFixed: 'Donné par la caisse.',
  provisional: 'Numéro provisoire, donné à l’envoi',
  identityNumber: 'N° CNIE',
  identityHint: 'Nécessaire sans matricule. Pour un étranger, sa pièce d’identité.',
  nationality: 'Nationalité',
  nationalities: { M: 'Marocaine', A: 'Autre' },
  sex: 'Sexe',
  sexes: { F: 'Féminin', M: 'Masculin' },
  bornOn: 'Date de naissance',
  joinedOn: 'Date d’affiliation',
  joinedHint: 'Le jour de son entrée dans la catégorie.',
  maritalStatus: 'Situation de famille',
  maritalStatuses: { C: 'Célibataire', M: 'Marié', D: 'Divorcé', V: 'Veuf' },
  children: 'Enfants à charge',
  childrenMost: '9 ou plus',
  staffNumber: 'N° intérieur',
  staffNumberHint: 'Le vôtre : six lettres ou chiffres au plus.',
  cnssNumber: 'N° CNSS',
  cnssHint: 'Neuf chiffres commençant par 1.',
  mobile: 'GSM',
  email: 'E-mail',
  nameReason: 'Pourquoi le nom change-t-il ?',
  nameReasonHint:
    'Demandé seulement si le nom change. Deux mots et dix lettres au moins, par exemple : nom de son mariage.',
  keepNew: 'Ajouter à la saisie',
  keepQuarter: 'Enregistrer',
  keepCard: 'Enregistrer la fiche',
  added: (name: string) => `${name} est sur la liste.`,
  cardKept: (name: string) => `La fiche ${de(name)} est enregistrée.`,
  removeFromSheet: 'Retirer de la saisie',
  removed: 'La personne est retirée de la saisie.',
  formerTitle: 'Une personne qui revient ?',
  formerText: (count: number) =>
    count < 2
      ? 'Un affilié a quitté cette catégorie avant ce trimestre. S’il est revenu, remettez-le sur la liste sous le même matricule.'
      : `${count} affiliés ont quitté cette catégorie avant ce trimestre. Remettez sur la liste qui est revenu, sous le même matricule.`,
  formerCaption: 'Anciens affiliés',
  formerLeft: 'Parti le',
  reinstate: 'Réintégrer',
  reinstated: (name: string) => `${name} est de nouveau sur la liste.`,
  personMistakes: {
    lastNameMissing: 'Indiquez le nom.',
    firstNameMissing: 'Indiquez le prénom.',
    nameLetters: 'Écrivez le nom avec les lettres A à Z, comme sur la CNIE.',
    firstNameLetters: 'Écrivez le prénom avec les lettres A à Z, comme sur la CNIE.',
    nameTooLong: 'Le nom dépasse 25 lettres : abrégez-le comme sur la fiche de paie.',
    matricule: 'Le matricule a neuf chiffres au plus. Laissez vide si la personne n’en a pas.',
    identityRequired:
      'Sans matricule, le N° CNIE est nécessaire. Indiquez-le, ou écrivez le matricule.',
    identityLetters: 'Écrivez la pièce d’identité en lettres et chiffres, dix au plus.',
    identityForm: 'Le N° CNIE a une ou deux lettres, puis cinq ou six chiffres.',
    nationality: 'Choisissez la nationalité.',
    sex: 'Choisissez le sexe.',
    maritalStatus: 'Choisissez la situation de famille.',
    children: 'Choisissez le nombre d’enfants.',
    staffNumber: 'Le N° intérieur a six lettres ou chiffres au plus.',
    bornOnMissing: 'Indiquez la date de naissance.',
    joinedOnMissing: 'Indiquez la date d’affiliation.',
    dateImpossible: 'Cette date n’existe pas. Écrivez-la sous la forme JJ/MM/AAAA.',
    joinedAfter: (day: string) =>
      `L’affiliation est après la fin du trimestre (${day}). Déclarez cette personne plus tard, ou corrigez la date.`,
    joinedBeforeBirth: 'L’affiliation n’est pas après la naissance. Corrigez l’une des deux dates.',
    cnss: 'Le N° CNSS a neuf chiffres et commence par 1. Laissez vide si vous ne l’avez pas.',
    mobile: 'Ce numéro de téléphone n’est pas complet. Écrivez par exemple 06 61 23 45 67.',
    email: 'Cette adresse n’est pas une adresse e-mail de 35 caractères au plus.',
    onSheet: (name: string) => `C’est celui ${de(name)}, déjà sur cette liste.`,
    isFormer: (name: string) =>
      `C’est le matricule ${de(name)}, qui a quitté la catégorie : réintégrez cette personne ci-dessous.`,
    nameReason: (name: string) =>
      `La caisse connaît ce matricule sous le nom ${de(name)}. Dites pourquoi le nom change, en deux mots et dix lettres au moins.`,
  },
  nil: {
    question: 'Rien à déclarer ?',
    link: 'Aucun salaire ce trimestre',
    linkText: 'Si personne n’a été payé dans cette catégorie, déclarez-le sans fichier ni saisie.',
    title: (quarter: string, category: string) =>
      `Aucun salaire au ${quarter}, catégorie ${category}`,
    lead: 'Vous déclarez que l’entreprise n’a versé aucun salaire soumis dans cette catégorie ce trimestre.',
    means: 'Ce que cela veut dire',
    meansPoints: [
      'Aucune contribution n’est due pour cette catégorie et ce trimestre.',
      'Personne n’acquiert de points pour ce trimestre.',
      'La période est déclarée : vous recevez un reçu, et elle ne sera plus réclamée.',
    ],
    expectedTitle: (count: number) =>
      count < 2 ? 'Une personne est encore attendue' : `${count} personnes sont encore attendues`,
    expectedText:
      'Sont-elles parties ? Si oui, déclarez d’abord leur départ, par fichier ou par saisie. Si elles sont encore là sans être payées, dites pourquoi.',
    declareLeavers: 'Déclarer des départs',
    who: 'Voir qui est attendu',
    more: (count: number) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
    reason: 'Pourquoi personne n’est-il payé ce trimestre ?',
    reasonHint:
      'Deux mots et dix lettres au moins, par exemple : activité arrêtée, congé sans solde de tous.',
    reasonMissing:
      'Dites pourquoi personne n’est payé ce trimestre, en une phrase (deux mots et dix lettres au moins).',
    confirmLabel: (quarter: string) => `Aucun salaire n’a été versé au ${quarter}.`,
    confirmMissing: 'Cochez la case pour dire qu’aucun salaire n’a été versé.',
    replaces: 'Le contrôle ou la saisie en cours pour cette période sera abandonné.',
    send: (quarter: string, company: string) =>
      `Déclarer aucun salaire au ${quarter} pour ${company}`,
    sent: 'La déclaration est envoyée : aucun salaire ce trimestre. Voici votre reçu.',
  },
}

export const entryRefusals = {
  'entry.correct_in_sheet':
    'Cette déclaration vient du Formulaire de Saisie : corrigez-la dans la saisie, puis contrôlez de nouveau.',
  'entry.changed_since_check':
    'La saisie a changé depuis ce contrôle. Rien n’est parti : contrôlez-la de nouveau, puis envoyez.',
  'entry.would_lose_entry':
    'Rien n’est parti : une saisie de cette période est en cours, et l’envoi l’effacerait. Cochez la case qui le dit, ou envoyez plutôt la saisie.',
  'entry.with_first_tranche':
    'Cette catégorie se saisit avec sa première tranche : ouvrez la saisie de cette dernière depuis le calendrier.',
  'entry.second_tranche_sent':
    'La seconde tranche (catégorie {category}) est déjà envoyée, avec d’autres salaires. Corrigez-la depuis son reçu, ou saisissez les salaires qu’elle déclare.',
  'entry.not_granted':
    'Vous déclarez par Fichier Préétabli. Envoyez un fichier, ou demandez le Formulaire de Saisie à l’Administrateur des Utilisateurs.',
}
