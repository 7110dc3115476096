/** Words of the tray of the desk: scans that wait for the code of their case. */
export const tray = {
  title: 'Numérisations à rattacher',
  open: (place: number) => `Ouvrir le document ${place}`,
  openOriginal: 'Ouvrir le PDF d’où viennent ces pages',
  ofDocument: (place: number) => `(document ${place})`,
  link: 'Rattacher plusieurs numérisations',
  lead: 'Déposez ensemble les formulaires numérisés, un fichier par dossier ou un PDF de plusieurs, puis saisissez ou lisez le code imprimé sur chacun, comme AB-6BV7-JFH1. Un document sans code reste ici.',
  waiting: (count: number) =>
    count === 1 ? '1 document attend son code' : `${count} documents attendent leur code`,
  none: 'Aucun document n’attend.',
  attach: 'Rattacher aux dossiers',
  code: (place: number) => `Code du document ${place}`,
  document: 'Document',
  codeHead: 'Dossier',
  remove: 'Retirer',
  removeThis: (place: number) => `Retirer le document ${place}`,
  reason: 'Motif du retrait',
  reasonHint: 'Le document ne pourra plus être rattaché à un dossier.',
  reasonMissing: 'Indiquez le motif du retrait, par exemple « page blanche ».',
  reasonAlone:
    'Un motif est saisi : appuyez sur « Retirer » pour retirer ce document, ou effacez le motif.',
  reasonLong: 'Raccourcissez le motif\u00a0: {most} caractères au plus.',
  removed: 'Le document est retiré.',
  imageAlt: (place: number) => `Document ${place} numérisé`,
  lookingInto: 'La recherche de virus n’est pas terminée : ce document pourra être ouvert ensuite.',
  infected:
    'Un virus a été trouvé\u00a0: ce document n’a pas été gardé. Numérisez de nouveau le papier et déposez-le, puis retirez cette ligne.',
  bring: 'Déposer des numérisations',
  files: 'Documents',
  filesHint: 'Vingt au plus à la fois. Un code dans le nom du fichier est repris.',
  bringButton: 'Déposer les documents',
  kept: (count: number) =>
    count === 1 ? '1 document est déposé.' : `${count} documents sont déposés.`,
  notKept: (name: string, why: string) => `« ${name} » n’a pas été gardé. ${why}`,
  attached: (references: readonly string[]) =>
    references.length === 1
      ? `Le dossier ${references[0]} a reçu son document.`
      : `${references.length} dossiers ont reçu leur document : ${references.join(', ')}.`,
  split: 'Répartir les pages d’un PDF',
  splitThis: (place: number) => `Répartir les pages du document ${place}`,
  splitLead:
    'Saisissez ou lisez le code de chaque formulaire à sa première page. Les pages suivantes, jusqu’au prochain code, vont au même dossier ; celles d’avant le premier code restent au guichet.',
  pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  openWhole: 'Ouvrir le PDF entier',
  pageCode: (page: number) => `Code lu sur la page ${page}`,
  checkCodes: 'Vérifier les codes',
  splitButton: 'Répartir entre les dossiers',
  codeTwice: 'Ce code est déjà donné à une autre page. Un dossier reçoit des pages qui se suivent.',
  codesGood: (count: number) =>
    count === 1
      ? 'Le code est celui d’un dossier.'
      : `Les ${count} codes sont chacun celui d’un dossier.`,
  staying: 'Ces pages resteraient au guichet',
  stayingReceived:
    'a déjà un document. Pour en ajouter un autre, ouvrez le dossier : son examen recommencera.',
  stayingOver: 'n’attend plus de document. Ouvrez le dossier pour savoir pourquoi.',
  noPageCode: 'Saisissez au moins un code, à la première page de son formulaire.',
  noCode: 'Saisissez le code d’au moins un document.',
}

export const trayRefusals = {
  'tray.no_file': 'Choisissez au moins un document à déposer.',
  'tray.not_split':
    'Ce PDF ne peut pas être réparti sans mêler les pages. Numérisez un fichier par dossier et déposez-les ensemble.',
  'tray.annotated':
    'Ce PDF porte des notes ou des signatures ajoutées, que la répartition perdrait. Numérisez un fichier par dossier et déposez-les ensemble.',
  'tray.one_page':
    'Ce PDF n’a qu’une page\u00a0: saisissez son code dans la liste des numérisations à rattacher.',
  'tray.gone': 'Ce document n’attend plus : un collègue l’a rattaché ou retiré.',
  'tray.lost':
    'Le contenu de ce document n’est plus là. Numérisez de nouveau le papier et déposez-le, puis retirez celui-ci.',
  'tray.has_scan':
    'Le dossier {reference} a déjà un document. Ouvrez le dossier pour en ajouter un autre : son examen recommencera.',
}
