const declarations = (count: number) =>
  `${count}\u00a0${count < 2 ? 'déclaration' : 'déclarations'}`
const companies = (count: number) => `${count}\u00a0${count < 2 ? 'entreprise' : 'entreprises'}`
const lines = (count: number) => `${count}\u00a0${count < 2 ? 'ligne' : 'lignes'}`

/** A firm's person: the board of their companies, several sent at once, one file of several companies. */
export const firm = {
  board: {
    lead: (count: number) =>
      `${companies(count)}. Ce que chacune doit déclarer, du plus pressé au moins pressé.`,
    company: 'Entreprise',
    tasks: 'À déclarer',
    amount: 'Contributions',
    lastSent: 'Dernier envoi',
    open: 'Ouvrir',
    allSent: 'Tout est déclaré',
    noCategory: 'Aucune catégorie ne vous est confiée',
    until: (date: string) => `mandat jusqu’au ${date}`,
    task: (quarter: string, category: string) => `${quarter}, catégorie ${category}`,
    states: {
      late: 'En retard',
      due: 'À déclarer',
      in_progress: 'En cours',
      ready: 'Prête à envoyer',
      sent: 'À jour',
    },
    dueOn: (date: string) => `au plus tard le ${date}`,
    lateSince: (date: string) => `attendue au plus tard le ${date}`,
    begun: 'saisie commencée',
    more: (count: number) => (count === 1 ? 'et 1\u00a0autre' : `et ${count}\u00a0autres`),
    state: 'État',
    anyState: 'Tous',
    order: 'Trier par',
    orders: { due: 'Échéance', name: 'Nom', amount: 'Montant' },
    search: 'Nom ou N° Adhérent',
    none: 'Aucune entreprise ne correspond',
    noneText: 'Effacez les filtres pour revoir toutes vos entreprises.',
    ready: (count: number, of: number) =>
      `${declarations(count)} de ${companies(of)} ${count < 2 ? 'est prête' : 'sont prêtes'} à partir.`,
    seeReady: 'Vérifier et envoyer',
    receipts: 'Reçus de toutes vos entreprises',
  },
  send: {
    title: 'Envoyer plusieurs déclarations',
    lead: 'Vérifiez chaque montant, décochez ce qui doit attendre. Chaque entreprise reçoit son propre reçu.',
    caption: 'Déclarations prêtes',
    choose: (company: string, period: string) => `Envoyer ${company}, ${period}`,
    company: 'Entreprise',
    period: 'Période',
    lines: 'Affiliés',
    salaries: 'Salaires',
    total: 'Contributions',
    all: 'Ensemble',
    together: 'Toutes, cochées ou non',
    none: 'Rien n’est prêt à envoyer',
    noneText:
      'Une déclaration apparaît ici quand son contrôle n’a plus rien à corriger ni à confirmer.',
    prepared: 'Préparée par',
    you: 'Vous',
    somebody: 'Une personne qui n’a plus d’accès',
    at: (at: string) => `le ${at}`,
    changed: (name: string, at: string) => `Modifiée depuis par ${name}, le ${at}`,
    look: 'Regarder',
    entryBegun:
      'Une saisie est commencée dans le formulaire pour cette période : convenez de ce qui doit être envoyé.',
    notOurs: (count: number) =>
      count < 2
        ? 'Une déclaration a été préparée ou modifiée hors de votre cabinet.'
        : `${count}\u00a0déclarations ont été préparées ou modifiées hors de votre cabinet.`,
    notOursText:
      'Elles ne sont pas cochées : regardez-les, ou convenez-en avec l’entreprise, avant de les envoyer en son nom. La personne qui les a préparées en sera avertie.',
    ticked: 'Cochées : {count} sur {all}',
    chosen: (count: number) =>
      count < 2
        ? `${count} déclaration cochée à l’affichage de cette page`
        : `${count}\u00a0déclarations cochées à l’affichage de cette page`,
    recount: 'Recalculer sans envoyer',
    button: 'Envoyer les déclarations cochées',
    explains: (count: number) =>
      count < 2
        ? 'L’envoi vaut déclaration au nom de l’entreprise nommée ci-dessus.'
        : 'L’envoi vaut déclaration au nom de chacune des entreprises cochées ci-dessus.',
    nothingChosen: 'Cochez au moins une déclaration.',
    sent: (count: number, of: number) =>
      count < 2
        ? 'Une déclaration est envoyée.'
        : of < 2
          ? `${declarations(count)} d’une même entreprise sont envoyées.`
          : `${declarations(count)} de ${companies(of)} sont envoyées.`,
    left: (count: number) =>
      count < 2
        ? 'Une déclaration n’est pas partie : elle a changé depuis, ou votre mandat a pris fin. Vérifiez-la avant de l’envoyer de nouveau.'
        : `${count}\u00a0déclarations ne sont pas parties : elles ont changé depuis, ou votre mandat a pris fin. Vérifiez-les avant de les envoyer de nouveau.`,
    tooMany: (count: number) =>
      `${count}\u00a0au plus en une fois. Envoyez celles-ci, les autres suivront.`,
  },
  receipts: {
    title: 'Reçus de vos entreprises',
    lead: 'Tout ce que vous avez envoyé, entreprise par entreprise.',
    day: 'Jour d’envoi',
    dayHint: 'JJ/MM/AAAA, vide pour tous les jours.',
    company: 'Entreprise',
    number: 'Reçu',
    period: 'Période',
    sentAt: 'Envoyée le',
    total: 'Contributions',
    open: 'Voir le reçu',
    none: 'Aucun reçu',
    noneText: 'Les reçus des déclarations que vous envoyez apparaissent ici.',
    pdf: 'Télécharger ce bordereau (PDF)',
    count: (count: number) => (count < 2 ? `${count}\u00a0reçu` : `${count}\u00a0reçus`),
    document: 'Bordereau des reçus',
    shownOnly: (count: number) =>
      `Les ${count}\u00a0plus récents sont affichés : choisissez un jour.`,
    fileName: (day: string) => `recus-${day}.pdf`,
  },
  file: {
    link: 'Envoyer un fichier de plusieurs entreprises',
    title: 'Un fichier de plusieurs entreprises',
    lead: 'Votre logiciel de paie écrit les lignes de toutes vos entreprises dans un seul fichier ? Chaque entreprise, catégorie et trimestre devient sa propre déclaration, contrôlée et envoyée à part.',
    label: 'Fichier des déclarations',
    kinds:
      'Fichier texte, une ligne par affilié (190 ou 160 caractères) ; ou tableau CSV ou Excel (XLSX) avec les colonnes N° Adhérent, Catégorie, Trimestre et Année',
    button: 'Contrôler le fichier',
    missing: 'Choisissez le fichier à contrôler.',
    resultTitle: 'Parties du fichier',
    resultLead: (name: string, count: number) =>
      `${name} : ${lines(count)}. Une fois ouverte, chaque partie compte ses lignes à partir de 1.`,
    caption: 'Parties du fichier, par entreprise',
    company: 'Entreprise',
    period: 'Période',
    lines: 'Lignes',
    state: 'État',
    total: 'Contributions',
    open: 'Ouvrir',
    states: {
      ready: 'Prête à envoyer',
      in_progress: 'À corriger ou à confirmer',
      sent: 'Envoyée',
      over: 'Remplacée',
    },
    inTheWay: {
      title: 'Contrôles déjà en cours',
      text: 'Rien n’a été remplacé. Regardez chaque contrôle, puis dites si votre partie prend sa place : son travail serait alors abandonné.',
      holds: (done: string) => `Ce contrôle porte ${done}.`,
      take: 'Remplacer par cette partie',
    },
    refusedTitle: (count: number) =>
      `${lines(count)} ${count < 2 ? 'n’a pas été prise' : 'n’ont pas été prises'}`,
    refusedText: 'Le reste du fichier n’en dépend pas. Voici pourquoi, cause par cause.',
    leftFor: {
      unreadable: {
        title: 'Numéro, catégorie ou trimestre illisible',
        text: 'Corrigez ces lignes dans votre logiciel de paie, puis envoyez-les de nouveau.',
      },
      no_mandate: {
        title: 'Aucun mandat pour ce N° Adhérent',
        text: 'Vous n’avez pas de mandat en vigueur sous ce numéro. Vérifiez-le ; s’il est juste, demandez un mandat à la personne déléguée de l’entreprise.',
      },
      category: {
        title: 'Catégorie hors de votre mandat',
        text: 'L’entreprise ne vous confie pas cette catégorie. Vérifiez le code ; s’il est juste, demandez à sa personne déléguée de l’ajouter à votre mandat.',
      },
      not_ended: {
        title: 'Trimestre qui n’est pas terminé',
        text: 'Un trimestre se déclare une fois terminé. Vérifiez l’année et le trimestre, ou envoyez ces lignes plus tard.',
      },
      not_active: {
        title: 'Trimestre qui n’est pas à déclarer',
        text: 'Cette catégorie n’était pas active dans l’entreprise pendant ce trimestre. Vérifiez la catégorie, l’année et le trimestre.',
      },
      sent: {
        title: 'Période déjà envoyée',
        text: 'Pour la changer, ouvrez le reçu de cette période dans l’entreprise et choisissez «\u00a0Corriger ou compléter cette déclaration\u00a0».',
      },
      in_the_way: {
        title: 'Contrôle qui n’est plus en cours',
        text: 'Ces lignes attendaient à cause d’un contrôle ouvert sur la même période ; il n’est plus là. Envoyez-les de nouveau.',
      },
      unknown: {
        title: 'Rien à déclarer ce jour-là sous ces lignes',
        text: 'Renvoyez ces lignes pour en connaître la cause.',
      },
    },
    refusedPart: (number: string, category: string, period: string) =>
      `N° ${number || '—'}, catégorie ${category || '—'}, ${period || 'trimestre illisible'}`,
    refusedLines: (ranges: string, count: number) =>
      `\u00a0: ${count < 2 ? 'ligne' : 'lignes'} ${ranges}`,
    nothing: 'Aucune ligne de ce fichier n’a été prise.',
    another: 'Envoyer un autre fichier',
    processing: 'Le fichier est reçu. Le contrôle est en cours ; cette page peut être fermée.',
    earlier: 'Vos derniers fichiers',
    received: 'Reçu le',
    file: 'Fichier',
    parts: 'Déclarations',
  },
}

export const firmRefusals = {
  'firm.not_lines':
    'Ce fichier n’est ni un fichier texte, une ligne par affilié (190 ou 160 caractères), ni un tableau du modèle en CSV ou Excel (XLSX). Exportez-le ainsi de votre logiciel de paie.',
  'firm.table_of_one':
    'Ce tableau ne dit pas de quelle entreprise est chaque ligne. Ajoutez-y les colonnes N° Adhérent, Catégorie, Trimestre et Année, ou envoyez un tableau par entreprise.',
  'firm.no_line': 'Ce fichier ne contient aucune ligne. Choisissez le fichier des déclarations.',
}
