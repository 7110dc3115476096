import { grouped } from '../language.ts'

/** Words of «Compte Adhérent»: situation, échéances, relevé, ordres de virement, attestations. */
export const ledger = {
  band: 'Compte Adhérent',
  cells: {
    situation: 'Situation',
    statement: 'Relevé',
    members: 'Affiliés',
    transfers: 'Ordre de virement',
    attestations: 'Attestations',
  },
  dueName: (quarter: string, category: string) => `${quarter}, catégorie ${category}`,
  category: 'Catégorie',
  quarter: 'Trimestre',
  states: {
    late: 'En retard',
    to_pay: 'À régler',
    settled: 'Réglé',
    nothing: 'Rien à régler',
    in_transit: 'En cours d’encaissement',
  },
  parts: { contributions: 'Contributions', interest: 'Intérêts de retard' },

  situation: {
    title: 'Situation de votre compte',
    nothing_declared:
      'Rien n’est encore inscrit à votre compte : la première déclaration envoyée l’ouvrira.',
    clear: 'Vous êtes à jour : rien n’est dû aujourd’hui.',
    undeclared_late:
      'Rien n’est à régler pour l’instant, mais des déclarations sont en retard : voyez «\u00a0À venir\u00a0».',
    in_transit:
      'Tout est réglé, sous réserve des prélèvements que la banque doit encore confirmer.',
    credit: (amount: string) =>
      `Vous êtes à jour, avec un avoir de ${amount} : il réglera vos prochaines contributions.`,
    to_pay: (amount: string, payBy: string) =>
      `Vous devez ${amount}, à régler au plus tard le ${payBy} pour ne pas payer d’intérêts.`,
    to_pay_and_interest: (amount: string, interest: string, payBy: string) =>
      `Vous devez ${amount}, dont ${interest} d’intérêts de retard. Réglez les contributions au plus tard le ${payBy} pour ne pas en payer d’autres.`,
    interest_only: (amount: string) =>
      `Vos contributions sont réglées. Il reste ${amount} d’intérêts de retard à régler.`,
    late: (amount: string, late: string) => `Vous devez ${amount}, dont ${late} en retard.`,
    lateWhole: (amount: string) => `Vous devez ${amount}, en retard.`,
    lateSince: (day: string) => `Le délai sans intérêts est passé depuis le ${day}.`,
    lateSinceFirst: (day: string) =>
      `Le délai sans intérêts est passé depuis le ${day} pour l’échéance la plus ancienne.`,
    due: 'Dû aujourd’hui',
    lateFigure: 'En retard',
    estimated: 'Intérêts estimés aujourd’hui',
    estimatedNote: 'Comptés une fois l’échéance entièrement réglée.',
    advances: 'Avoir',
    inTransit: 'En cours d’encaissement',
    toPayTitle: 'À régler',
    dueColumn: 'Échéance',
    payBy: 'Sans intérêts jusqu’au',
    state: 'État',
    open: 'Reste à régler',
    interest: 'Intérêts',
    estimate: (amount: string) => `${amount} estimés aujourd’hui`,
    promised: (amount: string) => `dont ${amount} en cours dans E@syPaiement`,
    total: 'Total',
    prepareTransfer: 'Préparer un ordre de virement',
    nothingToPay: 'Rien à régler',
    nothingToPayText: 'Les prochaines échéances apparaîtront ici dès qu’elles seront déclarées.',
    nextTitle: 'À venir',
    undeclared: (due: string, declareBy: string) =>
      `${due} : à déclarer au plus tard le ${declareBy}. Le montant sera connu une fois la déclaration envoyée.`,
    undeclaredTitle: 'Ces déclarations sont en retard : envoyez-les par la Télédéclaration.',
    undeclaredLate: (due: string, declareBy: string) =>
      `${due}, attendue au plus tard le ${declareBy}`,
    moreUndeclared: (count: number) =>
      count > 1 ? `et ${count} autres trimestres à déclarer.` : 'et un autre trimestre à déclarer.',
    running: (quarter: string, dueOn: string, payBy: string) =>
      `${quarter} : échéance le ${dueOn}, à régler sans intérêts jusqu’au ${payBy}.`,
    /** Under a column of the chart. */
    quarterMark: (quarter: string) => `T${quarter}`,
    chartTitle: 'Déclaré et réglé par trimestre',
    chartLabel: (first: string, last: string) =>
      `Contributions déclarées et réglées, du ${first} au ${last}. Les chiffres sont sous le graphique.`,
    paid: 'Réglé',
    unpaid: 'Reste à régler',
    declared: 'Déclaré',
    figures: 'Voir les chiffres',
  },

  due: {
    settledOn: (day: string) => `Entièrement réglé le ${day}.`,
    nothing: 'Une déclaration sans salaire : rien n’est à régler.',
    left: (amount: string, payBy: string) =>
      `Il reste ${amount} à régler, au plus tard le ${payBy} pour ne pas payer d’intérêts.`,
    leftLate: (amount: string, since: string) =>
      `Il reste ${amount} à régler. Le délai sans intérêts est passé depuis le ${since}.`,
    ofWhichInterest: (amount: string) =>
      `Ce montant comprend ${amount} d’intérêts de retard déjà inscrits.`,
    interestLeft: (amount: string) =>
      `Les contributions sont réglées. Il reste ${amount} d’intérêts de retard.`,
    inTransit: (amount: string) => `${amount} en cours d’encaissement par la banque.`,
    declaredTitle: 'Ce qui a été déclaré',
    employee: 'Part salariale',
    employer: 'Part patronale',
    employerNote: (equal: string, surcharge: string) =>
      `Dont ${equal} comme la part salariale, qui donnent des points, et ${surcharge} de majoration de 30\u00a0%, qui n’en donnent pas.`,
    declared: 'Total déclaré',
    rates: 'Taux de la catégorie',
    lines: 'Voir les affiliés déclarés',
    paymentsTitle: 'Ce qui a été réglé',
    noPayment: 'Aucun règlement pour l’instant.',
    promised: (amount: string) => `En cours dans E@syPaiement, pas encore prélevé\u00a0: ${amount}`,
    paidOn: 'Le',
    by: 'Par',
    amount: 'Montant',
    advance: 'Avoir',
    interestTitle: 'Intérêts de retard',
    rule: (days: number, rate: string, dueOn: string, yearDays: number) =>
      `Rien jusqu’au ${days}e jour après l’échéance du ${dueOn}. Ensuite, montant × ${rate} × jours depuis l’échéance ÷ ${yearDays}, pour chaque règlement à part (RGR, article 7).`,
    noInterest: 'Aucun intérêt.',
    booked: 'Inscrits au compte',
    estimatedTitle: 'Si le reste était réglé aujourd’hui',
    calculation: 'Calcul',
    days: 'Jours',
    entriesTitle: 'Écritures de cette échéance',
  },

  lines: {
    title: 'Affiliés déclarés',
    lead: (due: string, receipt: string) => `${due}, reçu ${receipt}.`,
    rule: 'Chaque part est le salaire du trimestre multiplié par le taux, arrondie au centime le plus proche, affilié par affilié. La part patronale contient la majoration de 30\u00a0%, qui ne donne pas de points.',
    rateTitle: 'Taux appliqué',
    rate: (employee: string, employer: string, count: number) =>
      count === 1
        ? `${employee} salarial, ${employer} patronal, pour 1 affilié`
        : `${employee} salarial, ${employer} patronal, pour ${count} affiliés`,
    source: 'Source du taux',
    sourceValue: (source: string, since: string) => `${source}, en vigueur depuis le ${since}`,
    ofCategory: 'Celui de la catégorie : la caisse ne publie pas de table pour ce produit.',
    notPublished: 'Celui de la catégorie : la table publiée ne contient pas ce taux.',
    left: 'Sorti le',
    noLine: 'Aucun affilié',
    noLineText: 'Cette déclaration ne porte aucun salaire.',
    total: 'Total de la déclaration',
  },

  statement: {
    title: 'Relevé de compte',
    lead: 'Chaque écriture, la plus récente d’abord, avec le solde qu’elle laisse. Un solde créditeur est un avoir.',
    date: 'Date',
    recorded: (day: string) => `inscrite\u00a0le\u00a0${day}`,
    label: 'Libellé',
    debit: 'Débit',
    credit: 'Crédit',
    balance: 'Solde',
    inFavour: (amount: string) => `${amount} en votre faveur`,
    from: 'Du',
    until: 'Au',
    category: 'Catégorie',
    everyCategory: 'Toutes',
    kind: 'Sorte',
    everyKind: 'Toutes',
    kinds: {
      declarations: 'Déclarations',
      payments: 'Règlements et rejets',
      interest: 'Intérêts de retard',
      advances: 'Avoirs',
    },
    dateWrong: 'Saisissez une date comme 31/12/2026. Celle-ci n’est pas appliquée.',
    untilTooEarly: 'Cette date vient avant celle du début\u00a0: corrigez l’une ou l’autre.',
    newer: 'Plus récentes',
    older: 'Plus anciennes',
    newest: 'Revenir aux plus récentes',
    pages: 'Autres écritures',
    none: 'Aucune écriture',
    noneText: 'Votre compte commencera à la première déclaration envoyée.',
    noneFiltered: 'Aucune écriture ne correspond à ces filtres. Effacez-les pour tout voir.',
    export: 'Exporter',
    exports: { pdf: 'PDF', csv: 'CSV', xlsx: 'Excel (XLSX)' },
    fileName: 'releve',
    number: 'N°',
    ofBank: (reference: string) => `référence de la banque\u00a0: ${reference}`,
    recordedColumn: 'Inscrite le',
    reference: 'Référence',
    debitBalance: 'Solde débiteur',
    creditBalance: 'Solde créditeur',
    document: 'Relevé de compte',
    period: 'Période',
    periodAll: 'Depuis l’ouverture du compte',
    periodFrom: (from: string) => `Depuis le ${from}`,
    periodUntil: (until: string) => `Jusqu’au ${until}`,
    periodBetween: (from: string, until: string) => `Du ${from} au ${until}`,
    entries: 'Écritures',
    totals: 'Totaux',
    opening: (day: string) => `Solde du compte avant le ${day}`,
    closing: (day: string) => `Solde du compte au ${day}`,
    closingNow: 'Solde du compte, toutes écritures comprises',
    shownDebit: (count: number) =>
      count === 1
        ? 'Débit de l’écriture choisie'
        : `Débits des ${grouped(count)} écritures choisies`,
    shownCredit: (count: number) =>
      count === 1
        ? 'Crédit de l’écriture choisie'
        : `Crédits des ${grouped(count)} écritures choisies`,
    narrowedNote:
      'Des écritures ne sont pas montrées\u00a0: le solde après chacune n’est pas donné. Les soldes ci-dessus sont ceux du compte entier.',
    printedOn: (day: string) => `Édité le ${day}`,
    printedNote:
      'Un solde débiteur est dû à la caisse, un solde créditeur est un avoir de l’entreprise.',
  },

  labels: {
    declaration: (due: string) => `Déclaration du ${due}`,
    correction: (due: string, version: string) =>
      `Correction de la déclaration du ${due}, version ${version}`,
    nil: (due: string) => `Déclaration du ${due}, sans salaire`,
    transfer: 'Virement reçu',
    direct_debit: 'Prélèvement',
    payment_rejected: (reason: string) => `Règlement rejeté par la banque, motif ${reason}`,
    payment_reversed: (reason: string) => `Règlement annulé : ${reason}`,
    interest: (due: string) => `Intérêts de retard du ${due}`,
    calculated: (label: string, calculation: string) => `${label} : ${calculation}`,
    interest_cancelled: (due: string) => `Annulation des intérêts de retard du ${due}`,
    advance_kept: (due: string) => `Trop réglé sur le ${due}, gardé en avoir`,
    advance_used: (due: string) => `Avoir utilisé pour le ${due}`,
    advance_taken_back: (due: string) => `Avoir repris sur le ${due}`,
    ofInterest: (label: string) => `${label} (intérêts)`,
  },

  entry: {
    title: (number: string) => `Écriture n° ${number}`,
    why: 'Pourquoi cette écriture',
    occurred: 'Date d’effet',
    recorded: 'Inscrite le',
    amount: 'Montant',
    debit: 'Ce que vous devez augmente de',
    credit: 'Ce que vous devez diminue de',
    unchanged: 'Ce que vous devez ne change pas',
    balance: 'Solde après cette écriture',
    cause: {
      declaration:
        'Une déclaration envoyée inscrit ce qu’elle fait devoir. Une nouvelle version n’inscrit que la différence.',
      payment:
        'Un règlement paie d’abord ce qui est désigné, sinon le plus ancien ; ce qui reste devient un avoir.',
      payment_settled: 'La banque a confirmé le prélèvement : ce jour est celui du règlement.',
      payment_rejected:
        'La banque n’a pas pu payer. Ce que ce règlement avait payé est de nouveau dû, depuis son échéance.',
      payment_reversed:
        'Ce règlement a été retiré du compte. Ce qu’il avait payé est de nouveau dû.',
      interest:
        'L’échéance est entièrement réglée, et une partie l’a été après le délai sans intérêts.',
      interest_cancelled:
        'Un règlement de cette échéance a été repris ou n’est plus le même : elle n’est plus soldée comme elle l’était, et ses intérêts sont retirés.',
      advance_kept:
        'Après une correction, cette échéance est réglée au-delà de ce qu’elle doit : la différence devient un avoir.',
      advance_used: 'Votre avoir règle de lui-même ce qui est dû, le plus ancien d’abord.',
      advance_taken_back:
        'L’avoir venait d’un règlement qui ne tient plus : ce qu’il avait payé est de nouveau dû.',
    },
    receipt: 'Reçu de la déclaration',
    version: 'Version',
    due: 'Échéance',
    reference: 'Référence',
    order: 'Ordre de paiement',
    bankReference: 'Référence de la banque',
    reason: 'Motif',
    reverses: 'Annule l’écriture',
    settledOn: 'Confirmé par la banque le',
    notSettled: 'pas encore confirmé par la banque',
    payer: 'Envoyé par',
    written: 'Motif du virement',
    foundBy: 'Reconnu par',
    found: {
      reference: 'la référence de votre ordre de virement',
      account: 'votre compte bancaire et le montant exact',
      agent: 'l’Agence Virtuelle',
    },
    withdrawn: (day: string, reason: string) =>
      `ordre que vous aviez retiré le ${day}\u00a0: ${reason}`,
    calculation: 'Calcul',
    postingsTitle: 'Comptes mouvementés',
    account: 'Compte',
    balanceAfter: 'Solde du compte',
    accounts: {
      contributions_due: 'Contributions dues',
      interest_due: 'Intérêts dus',
      advances: 'Avoirs',
      employee_contributions: 'Contributions salariales',
      employer_contributions: 'Contributions patronales',
      surcharge: 'Majoration de 30 %',
      late_interest: 'Produits d’intérêts',
      bank_in_transit: 'Banque, encaissements en cours',
      bank: 'Banque',
      rejections: 'Rejets de la banque',
    },
    links: 'Écritures de la même cause',
  },

  transfers: {
    promised: {
      title: 'Déjà dans un ordre d’E@syPaiement',
      hint: 'Un ordre en cours va déjà le payer par prélèvement. Ne le cochez que si cet ordre ne doit pas partir.',
      order: (reference: string, amount: string, day: string) =>
        `Ordre ${reference}\u00a0: ${amount}, à prélever le ${day}`,
      confirm:
        'Ce que vous avez coché est aussi dans un ordre en cours\u00a0: si les deux partent, vous payez deux fois. Décochez-le, demandez à un Ordonnateur d’annuler l’ordre, ou dites ci-dessous que vous le virez quand même.',
      anyway: 'Je le vire quand même',
      anywayHint:
        'L’ordre en cours n’est pas annulé pour autant\u00a0: un Ordonnateur doit le faire dans E@syPaiement. Ce qui serait payé en trop devient un avoir.',
    },
    printedAnywayHint:
      'L’ordre de virement déjà préparé reste valable\u00a0: si les deux partent à la banque, vous payez deux fois. Retirez celui qui ne part pas.',
    title: 'Ordre de virement',
    lead: 'Choisissez ce que vous réglez : l’ordre à remettre à votre banque est prêt à imprimer, avec la référence qui nous dit ce que le virement paie.',
    which: 'Ce que le virement règle',
    all: (total: string) => `En tout : ${total}. Décochez ce que vous réglerez plus tard.`,
    notAll: (total: string) =>
      `Nous proposons ce qui n’est dans aucun autre ordre de virement, soit ${total}. Cochez le reste si l’ordre déjà préparé ne part pas.`,
    noneLeft:
      'Tout est déjà dans un ordre de virement préparé. Ne cochez que si cet ordre-là ne part pas.',
    from: 'Compte à débiter',
    byHand: 'Un autre compte',
    byHandHint: 'Une ligne sera laissée pour écrire son RIB à la main.',
    drawUp: 'Préparer l’ordre',
    done: 'L’ordre est prêt. Imprimez-le, signez-le, puis remettez-le à votre banque.',
    chooseOne: 'Cochez au moins une échéance à régler.',
    chooseAccount: 'Choisissez le compte à débiter, ou «\u00a0Un autre compte\u00a0».',
    nothing: 'Rien à régler',
    nothingText: 'Un ordre se prépare quand une échéance est due.',
    noFundAccount:
      'La caisse n’a pas encore publié le compte où virer les contributions. Adressez-vous à l’Agence Virtuelle.',
    printed: 'Ordres préparés',
    reference: 'Référence à rappeler',
    drawnAt: 'Préparé le',
    amount: 'Montant',
    print: 'Imprimer',
    state: 'État',
    states: {
      expected: 'Virement attendu',
      part_received: 'Reçu en partie',
      received: 'Virement reçu',
      withdrawn: 'Retiré',
      lapsed: 'Sans suite',
    },
    received: 'Reçu',
    partNote:
      'Le virement reçu est inférieur à l’ordre. Ce qui reste dû est de nouveau proposé\u00a0: réglez-le par un autre ordre.',
    beyond: (amount: string) => `dont ${amount} de trop aujourd’hui`,
    beyondTitle: (amount: string) => `Cet ordre paie ${amount} de trop`,
    beyondText:
      'Ce qu’il règle a diminué ou est déjà réglé depuis qu’il est préparé. S’il n’est pas remis à votre banque, retirez-le et préparez-en un autre\u00a0; ce qui serait payé en trop devient un avoir.',
    beyondPrinted: (amount: string, day: string) =>
      `Le ${day}, cet ordre paie ${amount} de plus que ce qui reste à régler de ces échéances. Ne le signez que si vous le voulez ainsi\u00a0: ce qui est payé en trop devient un avoir.`,
    lapsedNote:
      'Aucun virement reçu en trente jours\u00a0: ses échéances sont de nouveau proposées.',
    withdrawnOn: (day: string, reason: string) => `le ${day}\u00a0: ${reason}`,
    one: (reference: string) => `Ordre de virement ${reference}`,
    withdrawal: {
      open: 'Retirer cet ordre',
      text: 'Retirez-le s’il ne part pas à votre banque\u00a0: ses échéances sont de nouveau proposées. S’il est déjà remis, demandez d’abord à la banque de ne pas l’exécuter. Un virement qui porterait quand même sa référence reste reconnu et inscrit à votre compte.',
      reason: 'Pourquoi le retirer\u00a0?',
      reasonHint: 'L’Administrateur des Utilisateurs la lit dans «\u00a0Journal\u00a0».',
      reasonMissing: 'Dites en une phrase pourquoi vous retirez cet ordre.',
      send: (amount: string) => `Retirer l’ordre de ${amount}`,
      done: 'L’ordre de virement est retiré. Ne remettez plus le papier à votre banque.',
      byItsMaker: 'Seule la personne qui a préparé cet ordre peut le retirer.',
      makerGone:
        'La personne qui a préparé cet ordre n’a plus d’accès : vous pouvez le retirer à sa place.',
    },
    document: 'Ordre de virement',
    referenceExplained:
      'À recopier dans le motif du virement : elle dit à la caisse ce qu’il règle.',
    payer: 'Donneur d’ordre',
    debited: 'Compte à débiter (RIB)',
    bank: 'Banque',
    payee: 'Bénéficiaire',
    holder: 'Titulaire',
    credited: 'Compte à créditer (RIB)',
    inWords: 'Montant en lettres',
    motive: 'Motif du virement',
    structured: 'Ou référence structurée (ISO 11649)',
    pays: 'Ce que ce virement règle',
    part: 'Nature',
  },

  attestations: {
    title: 'Attestations',
    lead: 'Chaque attestation porte un code : quiconque le saisit sur ce portail vérifie qu’elle est authentique.',
    kind: 'Attestation',
    kinds: {
      regularity: 'Attestation de régularité',
      affiliation: 'Attestation d’affiliation',
      career: 'Relevé de carrière et de points',
    },
    what: {
      regularity:
        'Elle dit qu’à ce jour aucune déclaration et aucun règlement de votre entreprise n’est en retard.',
      affiliation:
        'Elle dit depuis quand votre entreprise est adhérente, ses catégories et le nombre de ses affiliés.',
    },
    ask: {
      regularity: 'Établir l’attestation de régularité',
      affiliation: 'Établir l’attestation d’affiliation',
    },
    notRegular:
      'Elle ne peut pas être établie aujourd’hui : une déclaration ou un règlement est en retard, ou la banque n’a pas encore confirmé un règlement en retard.',
    seeSituation: 'Voir ce qui est en retard',
    done: 'L’attestation est établie. Téléchargez-la ci-dessous.',
    issued: 'Attestations établies',
    none: 'Aucune attestation',
    noneText: 'Celles que vous établirez resteront ici, avec leur code.',
    code: 'Code de vérification',
    issuedAt: 'Établie le',
    download: 'Télécharger',
    checkAt: (address: string) => `À vérifier sur ${address}`,
    statement: {
      regularity: (fund: string, day: string) =>
        `${fund} atteste qu’au ${day} l’entreprise désignée ci-dessous n’a aucune déclaration ni aucun règlement de contributions en retard.`,
      affiliation: (fund: string, day: string) =>
        `${fund} atteste qu’au ${day} l’entreprise désignée ci-dessous est adhérente et déclare ses salariés.`,
      career: (fund: string, day: string) =>
        `${fund} a établi, au ${day}, le relevé de la personne désignée ci-dessous dans cette entreprise.`,
    },
    joinedOn: 'Adhérente depuis le',
    categories: 'Catégories',
    members: 'Nombre d’affiliés',
    scope: {
      regularity:
        'Cette attestation vaut pour la date indiquée. Elle ne préjuge ni des échéances à venir, ni des corrections de déclarations passées.',
      affiliation: 'Cette attestation vaut pour la date indiquée.',
    },
  },

  verification: {
    title: 'Vérifier une attestation',
    lead: 'Saisissez le code imprimé sur l’attestation ou le relevé, ou lisez son code-barres avec un téléphone.',
    code: 'Code de vérification',
    hint: 'Par exemple AT-7K2M-94QP-X3DH. Les tirets sont facultatifs.',
    check: 'Vérifier',
    missing: 'Saisissez le code imprimé sur l’attestation.',
    unknown:
      'Aucune attestation ne porte ce code. Vérifiez chaque caractère : les lettres I, L, O et U n’y figurent jamais.',
    genuine: 'Ce document est authentique',
    quarters: 'Trimestres déclarés',
    salaries: 'Total des salaires déclarés',
    sinceThen:
      'Comparez ces informations avec le document que vous tenez. Cette page ne dit rien de ce qui s’est passé depuis.',
  },

  mails: {
    brokenSubject: 'Un compte adhérent ne correspond plus à ses écritures',
    broken: (breaks: number) =>
      breaks > 1
        ? `Le contrôle de cette nuit a trouvé ${breaks} différences dans les comptes suivants.`
        : 'Le contrôle de cette nuit a trouvé une différence dans le compte suivant.',
    account: 'Compte',
    brokenNext:
      'Ces écritures ne se modifient pas depuis le portail : quelqu’un a changé la base de données. Prévenez le responsable de la sécurité et n’y touchez pas. Le détail s’obtient sur le serveur par cette commande.',
  },
}

export const ledgerRefusals = {
  'ledger.payment_unknown':
    'Ce paiement n’est pas inscrit au compte. Vérifiez sa référence, puis recommencez.',
  'ledger.payment_taken_back': 'Ce paiement a déjà été rejeté ou annulé : rien n’a changé.',
  'ledger.payment_already_arrived': 'Ce paiement est déjà encaissé : rien n’a changé.',
  'ledger.too_long_to_print':
    'Ce relevé compte plus de 1 000 écritures : c’est trop pour un PDF. Choisissez une période plus courte, ou exportez-le en CSV ou en Excel.',
  'ledger.export_running':
    'Un export de votre entreprise est déjà en cours. Attendez qu’il se termine, puis recommencez.',
  'transfers.already_promised':
    'Ce que vous avez coché est aussi dans un ordre en cours. Relisez la page et confirmez que vous le virez quand même.',
  'transfers.printed_meanwhile':
    'Ce que vous avez coché est déjà dans l’ordre de virement {orders}, préparé depuis que cette page est ouverte. Décochez-le, ou dites ci-dessous que vous le virez quand même.',
  'transfers.drawn_by_another':
    'Cet ordre de virement a été préparé par quelqu’un d’autre\u00a0: demandez-lui de le retirer.',
  'transfers.already_received':
    'Un virement pour cet ordre est déjà inscrit à votre compte\u00a0: l’ordre ne se retire plus. Si c’est une erreur, écrivez à l’Agence Virtuelle.',
  'transfers.printed_no_more':
    'Un virement est déjà arrivé pour cet ordre\u00a0: il ne s’imprime plus. Préparez-en un autre pour ce qui reste dû.',
  'transfers.already_withdrawn':
    'Cet ordre de virement a été retiré. Préparez-en un autre pour régler ses échéances.',
  'transfers.nothing_chosen': 'Cochez au moins une échéance à régler.',
  'transfers.fund_has_no_account':
    'La caisse n’a pas encore publié le compte où virer les contributions. Adressez-vous à l’Agence Virtuelle.',
  'attestations.not_regular':
    'Une déclaration ou un règlement est en retard, ou pas encore confirmé par la banque : l’attestation de régularité ne peut pas être établie. Voyez «\u00a0Situation\u00a0», réglez ce qui est en retard, puis recommencez.',
}
