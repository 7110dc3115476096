import { de } from './elision.ts'

/** Words of «e-Liquidation@»: who nears retirement, and what their pension would be. */
export const liquidations = {
  band: 'e-Liquidation@',
  cells: { nearing: 'Départs à la retraite', claims: 'Dossiers' },
  nearing: {
    title: 'Départs à la retraite',
    lead: 'Les personnes de votre entreprise dont la pension entière commence dans les 12 mois, et celles dont la date est passée. Vous êtes prévenus par e-mail 12, 6 et 4 mois avant.',
    search: 'Nom ou matricule',
    horizon: 'Départs',
    horizons: {
      year: '12 mois et passés',
      two_years: '24 mois et passés',
      all: 'Tout le personnel',
    },
    groups: {
      past: 'Date passée',
      months_4: 'Dans les 4 mois',
      months_6: 'Dans 4 à 6 mois',
      months_12: 'Dans 6 à 12 mois',
      months_24: 'Dans 12 à 24 mois',
      later: 'Plus tard',
    },
    notes: {
      past: 'La pension peut déjà être demandée',
      months_4: 'Déposez la demande maintenant',
      months_6: 'Réunissez les pièces',
      months_12: 'Vérifiez la carrière',
      months_24: 'Estimez la pension',
      later: 'Estimez un départ anticipé',
    },
    when: 'Quand',
    draft: 'Continuer le dossier',
    claimLost: (day: string) =>
      `Délai de demande passé depuis le ${day} : adressez-vous à l’Agence Virtuelle.`,
    claimBefore: (day: string) => `À demander avant le ${day} : les droits s’éteignent ensuite.`,
    pensionOn: 'Pension entière le',
    atAge: (age: number) => `à ${age} ans`,
    none: 'Personne n’approche de la retraite',
    noneFound: 'Personne ne correspond à cette recherche',
    nobodySoon:
      'Aucune pension entière ne commence dans cette période. Pour un départ anticipé ou une date plus lointaine, cherchez dans tout le personnel.',
    nobodyFound: 'Vérifiez le nom ou le matricule. Les personnes parties n’apparaissent pas ici.',
    nobodyDeclared:
      'Les personnes apparaissent ici dès qu’une télédéclaration de votre entreprise les nomme.',
    everybody: 'Chercher dans tout le personnel',
  },
  estimate: {
    title: (name: string) => `Pension ${de(name)}`,
    lead: 'Sa carrière dans votre entreprise, et ce que serait sa pension. Chaque consultation de cette page est inscrite au journal.',
    prepare: 'Préparer un dossier',
    noPromise: 'Estimation, sans engagement de la caisse',
    noPromiseText:
      'Elle repose sur ce que le portail connaît à ce jour et sur les valeurs citées en bas de page. Seule la décision de la caisse fixe la pension.',
    unconfirmed:
      'L’Agence Virtuelle n’a pas encore confirmé le matricule de cette personne : ses trimestres ne donnent pas de points d’ici là.',
    wholeFrom: 'Pension entière le',
    category: 'Catégorie',
    fullAge: (age: number) => `pension entière à ${age} ans`,

    formTitle: 'Choisir le départ',
    departure: 'Début de la pension',
    departureHint: 'La pension commence le premier jour d’un trimestre.',
    option: (day: string, age: number, kind: string) => `${day}, à ${age} ans (${kind})`,
    kinds: {
      early: 'anticipée',
      full: 'entière',
      deferred: 'ajournée',
      mixed: 'selon l’option de chaque catégorie',
    },
    capital: 'Option capital',
    capitalHint:
      'Un capital est versé au départ, et la pension perd une part des points acquis depuis 2003. La caisse calcule le montant du capital.',
    elsewhere: 'Points acquis ailleurs ou avant',
    elsewhereHint:
      'D’après le relevé de la caisse : autres entreprises, années d’avant le portail. Par exemple 1 250,40.',
    since2003: 'Dont acquis depuis 2003',
    since2003Hint: 'Ne compte que pour l’option capital.',
    submit: 'Estimer',
    wrongDeparture: 'Choisissez un trimestre de la liste : aucune pension ne commence à ce moment.',
    wrongPoints: 'Saisissez un nombre de points, avec deux décimales au plus : 1 250,40.',
    since2003Missing:
      'Dites combien de ces points sont acquis depuis 2003, ou 0 : le capital se prend sur eux seuls.',
    tooMuchSince2003:
      'Ce nombre dépasse les points acquis ailleurs : il ne peut en être qu’une partie.',
    noDeparture:
      'La caisse ne publie aucun coefficient pour un départ à cet âge. Adressez-vous à l’Agence Virtuelle.',

    resultTitle: (day: string, age: number) => `Une pension qui commence le ${day}, à ${age} ans`,
    monthly: 'Par mois',
    yearly: 'Par an',
    kept: 'Points de la pension',
    onceAllPaid: 'Une fois tout réglé, par mois',
    onceAllPaidNote: (points: string) => `Avec les trimestres en attente : ${points} points`,
    single: 'Un versement unique, et pas de pension',
    singleText: (points: string, least: string) =>
      `Avec ${points} points, moins de ${least}, la caisse verse une somme en une fois au lieu d’une pension. Elle en calcule le montant.`,
    nothing: 'Aucun point acquis à ce jour',
    nothingText:
      'Les points viennent des trimestres réglés. Ajoutez ceux du relevé de la caisse, ou faites régler les trimestres ci-dessous.',

    stepsTitle: 'Le calcul, pas à pas',
    step: 'Étape',
    value: 'Valeur',
    options: { normal: 'Catégories sans option', age_55: 'Option 55 ans', age_50: 'Option 50 ans' },
    held: 'Points acquis',
    takenAsCapital: (share: string) =>
      `Pris par l’option capital (${share} des points depuis 2003)`,
    keptStep: 'Points qui restent',
    pointValue: 'Valeur du point',
    beforeCoefficient: 'Points × valeur du point',
    coefficient: {
      early: 'Coefficient d’anticipation',
      full: 'Coefficient de l’âge',
      deferred: 'Coefficient d’ajournement',
    },
    yearlyStep: 'Pension par an',
    yearlyTotal: 'Pension par an, toutes options',
    monthlyStep: 'Pension par mois (un douzième)',

    survivorsTitle: 'Pour la famille, à titre d’information',
    survivorsText:
      'Ce que ces mêmes points donneraient après un décès, si les conditions d’âge et de mariage sont réunies.',
    survivor: 'Qui',
    share: 'Part',
    points: 'Points',
    perYear: 'Par an',
    paidAtOnce: 'Versement unique',
    fewPoints: (least: number) =>
      `Moins de ${least} points, de la personne ou de son conjoint : un versement unique remplace la pension, et la caisse en fixe le montant.`,
    spouse: 'Conjoint (réversion)',
    orphan: 'Chaque orphelin de père et de mère',
    deathCapital: (pensions: number) =>
      `Capital décès d’un retraité : ${pensions} pensions mensuelles`,

    careerTitle: 'Carrière et points',
    careerText: (day: string) =>
      `Le portail connaît sa carrière depuis le ${day}. Les années d’avant sont au relevé de la caisse : ajoutez leurs points plus haut.`,
    noCareer: 'Aucun trimestre déclaré',
    noCareerText: 'Sa carrière apparaîtra dès la première déclaration qui nomme cette personne.',
    earned: 'Points acquis',
    expected: 'Une fois tout réglé',
    optionHead: 'Option',
    unpaidTitle: (count: number) =>
      count === 1
        ? '1 trimestre ne donne pas encore de points'
        : `${count} trimestres ne donnent pas encore de points`,
    unpaidText:
      'La pension les laisse de côté, puis est révisée quand ils sont réglés. L’échéance s’ouvre avec un accès Compte Adhérent.',
    openDue: 'Ouvrir l’échéance',
    gapsTitle: (count: number) =>
      count === 1
        ? '1 trimestre manque à la carrière'
        : `${count} trimestres manquent à la carrière`,
    gapsText:
      'Faites vérifier ces trimestres par la personne qui télédéclare avant de déposer une demande.',
    gaps: {
      left_out: 'Déclaré sans cette personne',
      no_salary: 'Déclaré sans salaire',
      undeclared: 'Catégorie non déclarée',
    },
    gapAdvice: {
      no_salary: 'Rien à faire pour un congé sans solde. Sinon, corrigez la déclaration.',
      left_out: 'Si elle a été payée ce trimestre, corrigez la déclaration.',
      undeclared: 'Déclarez la catégorie.',
    },
    noGap: 'Aucun trimestre ne manque.',

    parametersTitle: 'Valeurs utilisées',
    parameter: 'Paramètre',
    inForce: 'En vigueur depuis le',
    source: 'Source',
    mark: 'Fiabilité',
    atAge: (age: number) => `à ${age} ans`,
    referenceSalaries: 'Salaires de référence de sa carrière',
  },
  mail: {
    subject: (count: number) =>
      count === 1
        ? '1 personne approche de la retraite'
        : `${count} personnes approchent de la retraite`,
    hello: (name: string) => `Bonjour ${name},`,
    near: (count: number) =>
      count === 1
        ? 'La pension entière de cette personne de votre entreprise commence bientôt :'
        : 'La pension entière de ces personnes de votre entreprise commence bientôt :',
    more: (count: number) =>
      count === 1 ? 'Et 1 autre personne.' : `Et ${count} autres personnes.`,
    next: 'Vérifiez leur carrière et faites régler les trimestres impayés : seuls les trimestres réglés donnent des points. Vous serez prévenus 12, 6 et 4 mois avant.',
    open: 'Voir les départs à la retraite',
  },
}
