import { grouped } from '../language.ts'

/** Words of «Affiliés»: the list, a person, their career and points. */
export const members = {
  title: 'Affiliés',
  lead: 'Les personnes que vous avez déclarées. Leurs salaires et leurs points sont sur la page de chacune.',
  search: 'Nom ou matricule',
  name: 'Nom et prénom',
  lastName: 'Nom',
  firstName: 'Prénom',
  number: 'Matricule',
  staffNumber: 'N° intérieur',
  category: 'Catégorie',
  everyCategory: 'Toutes',
  state: 'État',
  everyState: 'Tous',
  presences: { here: 'Présents', left: 'Partis', waiting: 'Matricule à confirmer' },
  states: {
    here: 'Présent',
    left: 'Parti',
    provisional: 'Matricule provisoire',
    refused: 'Non reconnu',
  },
  joinedOn: 'Date d’affiliation',
  bornOn: 'Date de naissance',
  leftOn: 'Date de sortie',
  count: (count: number) =>
    count === 0
      ? 'Aucun affilié'
      : count === 1
        ? '1\u00a0affilié'
        : `${grouped(count)}\u00a0affiliés`,
  none: 'Aucun affilié',
  noneText: 'Ils apparaîtront ici dès la première déclaration envoyée.',
  noneFiltered:
    'Personne ne correspond à cette recherche. Effacez les filtres pour voir tout le monde.',
  downloadList: 'Télécharger la liste (CSV)',
  listName: 'affilies',

  memberLead:
    'Ses trimestres dans votre entreprise, et ses points. Chaque consultation de cette page est inscrite au journal.',
  waiting: 'Matricule provisoire',
  waitingText:
    'Cette personne a été déclarée sans matricule : l’Agence Virtuelle le confirme sans que vous ayez rien à faire, et vous êtes prévenus par e-mail. Ses points comptent une fois le matricule confirmé et les contributions réglées.',
  confirmed: 'Matricule confirmé par l’Agence Virtuelle',
  confirmedText: (former: string) =>
    `Il remplace le matricule provisoire ${former}. Les fichiers qui portent encore l’ancien restent acceptés.`,
  refused: 'L’Agence Virtuelle n’a pas reconnu cette personne',
  refusedText:
    'Corrigez son nom, sa date de naissance ou sa pièce d’identité dans la prochaine déclaration : elle sera examinée de nouveau.',
  pointsTitle: 'Points par année',
  pointsNote:
    'Un trimestre donne des points une fois ses contributions réglées : part salariale et part patronale égale, divisées par six fois le salaire de référence de l’année. La majoration de 30\u00a0% n’en donne pas.',
  illustrative:
    '*\u00a0Valeur illustrative : la caisse ne l’a pas encore confirmée, les points de ces années sont une indication.',
  inDirhams: (amount: string) => `${amount}\u00a0DH`,
  careerTitle: 'Carrière, trimestre par trimestre',
  noCareer: 'Aucun trimestre déclaré',
  noCareerText: 'Ses trimestres apparaîtront ici dès qu’une déclaration envoyée le mentionne.',
  year: 'Année',
  referenceSalary: 'Salaire de référence',
  points: 'Points',
  earned: 'Points acquis',
  earnedInYear: 'Points acquis dans l’année',
  expected: 'Points une fois tout réglé',
  expectedNote: 'Si toutes les contributions déclarées sont réglées et le matricule confirmé.',
  salary: 'Salaire du trimestre',
  contributions: 'Contributions',
  employeePart: 'Part salariale',
  employerPart: 'Part patronale',
  earnings: {
    settled: 'Acquis',
    collecting: 'En cours d’encaissement',
    to_pay: 'Pas encore réglé',
    late: 'En retard',
    nothing: 'Rien à régler',
    unconfirmed: 'Matricule à confirmer',
    not_recognised: 'Non reconnu',
  },
  /** Why a quarter has no points yet, below its state. */
  reasons: {
    collecting: 'Comptés dès que la banque confirme.',
    to_pay: 'Comptés dès que l’échéance est réglée.',
    late: 'Contributions impayées : réglez l’échéance.',
    unconfirmed: 'Comptés dès que l’agence confirme.',
    not_recognised: 'L’agence n’a pas reconnu cette personne.',
  },
  /** Of somebody whose number is not confirmed either. */
  reasonsOfWaiting: {
    collecting: 'Comptés une fois que la banque et l’agence ont confirmé.',
    to_pay: 'Comptés une fois l’échéance réglée et le matricule confirmé.',
    late: 'Contributions impayées : réglez l’échéance. Le matricule est aussi à confirmer.',
  },
  download: 'Établir le relevé (PDF)',
  downloadNote:
    'Son relevé est un PDF d’une à trois pages, en français, avec un code que chacun peut vérifier.',
  downloadCsv: 'Télécharger la carrière (CSV)',
  downloadCsvNote: 'Une ligne par trimestre, en français, pour un tableur.',
  fileName: 'releve-affilie',
  document: 'Relevé de carrière et de points',
  documentScope:
    'Ce relevé dit ce que cette entreprise a déclaré et réglé à ce jour. Les trimestres déclarés par d’autres entreprises n’y figurent pas.',
}

export const membersRefusals = {
  'members.too_many_read':
    'Vous avez consulté un très grand nombre d’affiliés en une heure : la consultation s’arrête, et l’Agence Virtuelle est prévenue. Réessayez dans une heure ; pour un état complet, adressez-vous à elle.',
  'members.too_many_at_once':
    'Cette liste est trop longue pour un seul fichier. Choisissez une catégorie ou un état, puis téléchargez-la en plusieurs fois.',
}
