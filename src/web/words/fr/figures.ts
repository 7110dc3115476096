/** Words of the agents' figures. */
export const figures = {
  title: 'Chiffres',
  lead: (decisions: number, within: number, hours: number) =>
    `Ce mois-ci : ${decisions === 1 ? 'une décision' : `${decisions} décisions`}, ${within} % dans les 48 heures, la moitié en ${String(hours).replace('.', ',')} h ou moins.`,
  nothingDecided: 'Rien n’a encore été décidé ce mois-ci.',
  month: 'Mois',
  measure: 'Mesure',
  value: 'Valeur',
  subject: 'Rubrique',
  hours: 'heures',
  inFigures: 'Voir les chiffres',

  delayTitle: 'Délai des décisions',
  delayText:
    'Documents signés acceptés ou refusés, par l’horloge des 48 heures : sans samedis, dimanches ni jours fériés, à l’arrêt quand le demandeur doit quelque chose. L’accueil publie la moyenne du mois.',
  delayChart: 'Délai médian par mois',
  decisions: 'Décisions',
  median: 'Médiane (h)',
  p95: '95 % en moins de (h)',
  mean: 'Moyenne (h)',
  within48: 'Dans les 48 h (%)',

  volumesTitle: 'Volumes reçus',
  lettersChart: 'Documents signés reçus par mois',
  letters: 'Documents signés',
  newcomers: 'Personnes sans matricule',
  transfers: 'Virements',

  usageTitle: 'Usage de la télédéclaration',
  usageText: (employers: number) =>
    `Une entreprise est active un mois où elle envoie une déclaration. La caisse a ${employers} ${employers > 1 ? 'entreprises adhérentes' : 'entreprise adhérente'}.`,
  usageChart: 'Déclarations envoyées par mois',
  byFile: 'Par fichier',
  byForm: 'Par formulaire',
  bySoftware: 'Par logiciel',
  nil: 'Sans salaire',
  lines: 'Lignes déclarées',
  companies: 'Entreprises actives',

  mistakesTitle: 'Erreurs des déclarations',
  mistakesText:
    'Ce que les contrôles des douze derniers mois ont trouvé et que personne n’a corrigé sur place, le plus répandu d’abord.',
  mistake: 'Erreur',
  inDeclarations: 'Déclarations',
  onLines: 'Lignes',
  noMistakes: 'Aucune erreur ne reste.',

  csv: 'Télécharger en CSV',
  xlsx: 'Télécharger en XLSX',
  fileName: 'chiffres',
}
