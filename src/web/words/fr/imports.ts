/** Words of the imports: files of employers, categories, members, delegates and users (product G5). */
export const imports = {
  title: 'Importations',
  lead: 'Les entreprises, leurs catégories, leurs affiliés, leurs personnes déléguées et leurs utilisateurs, par fichier CSV ou Excel. Rien n’est appliqué avant votre accord.',
  kinds: {
    employers: 'Entreprises adhérentes',
    categories: 'Catégories',
    members: 'Affiliés',
    delegates: 'Personnes déléguées',
    users: 'Utilisateurs',
  },
  kindHints: {
    employers: 'Une ligne par entreprise.',
    categories: 'Une ligne par catégorie d’une entreprise connue.',
    members: 'Une ligne par affilié d’une catégorie connue.',
    delegates:
      'Celles que la caisse connaît par le papier, une ligne par entreprise. Deux superviseurs doivent s’accorder.',
    users:
      'Une ligne par personne et par téléservice, d’une entreprise qui a sa personne déléguée. Deux superviseurs doivent s’accorder.',
  },
  start: {
    title: 'Contrôler un fichier',
    kind: 'Que contient le fichier\u00a0?',
    file: 'Fichier CSV ou Excel',
    fileKinds: 'CSV ou Excel (XLSX)',
    fileHint:
      'Première ligne\u00a0: les noms des colonnes. 500\u202f000 lignes au plus, 50\u202f000 en Excel, dont la première feuille est lue.',
    button: 'Contrôler le fichier',
    templates: 'Modèles',
    templatesLead: 'Chaque modèle porte les noms des colonnes et une ligne d’exemple.',
    template: (kind: string) => `Modèle\u00a0: ${kind}`,
    rules:
      'Une ligne connue n’est modifiée que dans les champs donnés\u00a0: une cellule vide ne change rien, «\u00a0(vide)\u00a0» efface un champ facultatif.',
    received: 'Le fichier est reçu. Son contrôle commence.',
  },
  list: {
    title: 'Importations récentes',
    caption: 'Importations, la plus récente d’abord',
    empty: 'Aucun fichier n’a été importé.',
    file: 'Fichier',
    kind: 'Contenu',
    when: 'Reçu',
    who: 'Par',
    lines: 'Lignes',
    state: 'État',
    commandLine: 'Ligne de commande',
  },
  states: {
    checking: 'Contrôle en cours',
    checked: 'À confirmer',
    asked: 'Attend un second accord',
    unreadable: 'Illisible',
    applying: 'Application en cours',
    applied: 'Appliquée',
    abandoned: 'Abandonnée',
  },
  withoutEffect: { checked: 'Rien à appliquer', abandoned: 'Close, sans effet' },
  one: {
    back: 'Importations',
    lead: (kind: string, when: string, who: string) =>
      `${kind}. Fichier reçu le ${when} par ${who}.`,
    checking: (lines: string) => `Contrôle en cours. Déjà fait\u00a0: ${lines}.`,
    checkingText:
      'Vous pouvez quitter cette page\u00a0: le contrôle continue, et rien n’est appliqué sans votre accord.',
    applying: (done: string) => `Application en cours\u00a0: ${done}.`,
    applyingText:
      'Vous pouvez quitter cette page\u00a0: l’application continue, et reprend où elle en était après une interruption.',
    progress: (reached: number, total: number) => `${reached} lignes sur ${total}`,
    refresh: 'Actualiser',
    lines: (count: string, isOne: boolean) =>
      isOne || count === '0' ? `${count} ligne` : `${count} lignes`,
    fresh: (count: number) => (count < 2 ? 'nouvelle' : 'nouvelles'),
    changed: (count: number) => (count < 2 ? 'modification' : 'modifications'),
    same: (_count: number) => 'sans changement',
    refused: (count: number) => (count < 2 ? 'refusée' : 'refusées'),
    skipped: (count: number) =>
      count === 1
        ? 'Une ligne a été laissée\u00a0: quelqu’un l’a modifiée depuis le contrôle.'
        : `${count} lignes ont été laissées\u00a0: quelqu’un les a modifiées depuis le contrôle.`,
    causes: 'Constats',
    noCause: 'Aucun constat\u00a0: toutes les lignes conviennent.',
    line: (line: number) => `Ligne ${line}`,
    place: (line: number, column: string) => `Ligne ${line}, colonne ${column}`,
    correction: (value: string) => `Proposition\u00a0: ${value}`,
    atField: (field: string, sentence: string) => `${field}\u00a0: ${sentence}`,
    toCheckNote:
      'Les lignes à vérifier sont appliquées, sauf celles qui sont refusées par ailleurs.',
    report: 'Télécharger tous les constats (CSV)',
    changes: 'Modifications de lignes connues',
    changesLead: 'Seuls les champs donnés par le fichier changent.',
    freshRows: 'Nouvelles lignes',
    given: 'Ce que donne le fichier',
    field: 'Champ',
    row: 'Ligne',
    before: 'Avant',
    after: 'Après',
    nothing: 'vide',
    decide: 'Appliquer',
    decideLead:
      'Les lignes refusées ne sont pas appliquées\u00a0: corrigez-les dans votre fichier, puis importez-le de nouveau. Les lignes déjà appliquées ne bougeront plus.',
    confirm: (effects: string) => `Appliquer ${effects}`,
    andJoin: (first: string, second: string) => `${first} et ${second}`,
    newRows: (count: string, isOne: boolean) =>
      isOne ? '1 nouvelle ligne' : `${count} nouvelles lignes`,
    changedRows: (count: string, isOne: boolean) =>
      isOne ? '1 modification' : `${count} modifications`,
    another: 'Ce fichier modifie des lignes connues.',
    anotherText:
      'Un autre agent doit le relire et l’appliquer. Il le trouve dans «\u00a0Dossiers\u00a0» et dans «\u00a0Importations\u00a0».',
    withoutEffect: 'Ce fichier ne change rien',
    nothingToApply: (hasRefused: boolean) =>
      hasRefused
        ? 'Aucune ligne n’est à appliquer\u00a0: corrigez les lignes refusées dans votre fichier, puis importez-le de nouveau.'
        : 'La caisse connaît déjà tout ce que dit ce fichier.',
    close: 'Clore cette importation',
    abandon: 'Abandonner cette importation',
    confirmed: 'L’application commence.',
    abandoned: 'L’importation est abandonnée. Rien n’a été appliqué.',
    closed: 'L’importation est close. Elle ne changeait rien.',
    decidedBy: (who: string, when: string) => `Confirmée par ${who} le ${when}.`,
    abandonedBy: (who: string, when: string) => `Abandonnée par ${who} le ${when}.`,
    closedBy: (who: string, when: string) =>
      `Close par ${who} le ${when}\u00a0: elle ne changeait rien.`,
    appliedAt: (when: string) => `Appliquée le ${when}.`,
    asking: 'Demander l’accord',
    askingText:
      'Ces personnes auront des pouvoirs sur une entreprise. Un autre superviseur, qui n’a ni envoyé ni demandé ce fichier, doit donner son accord dans les 72 heures.',
    ask: (count: string, isOne: boolean) =>
      isOne ? 'Demander l’accord pour une personne' : `Demander l’accord pour ${count} personnes`,
    askingNeedsSupervisor:
      'Un superviseur doit relire ces lignes, puis demander l’accord d’un autre superviseur.',
    askedDone: 'La demande est enregistrée. Les autres superviseurs sont prévenus par e-mail.',
    askedBy: (who: string, when: string) => `${who} a demandé l’accord le ${when}.`,
    until: (when: string) => `À accepter avant le ${when}.`,
    tooLate: 'Les 72 heures sont passées. Abandonnez cette importation, puis importez de nouveau.',
    agreeing: 'Donner votre accord',
    agreeingText:
      'Comparez chaque ligne au dossier papier\u00a0: l’entreprise, la personne, son adresse e-mail. Dès votre accord, chacune reçoit un lien pour choisir son mot de passe, et son entreprise est prévenue.',
    agreeingOwn: 'Un autre superviseur, qui n’a ni envoyé ni demandé ce fichier, doit accepter.',
    password: 'Votre mot de passe',
    passwordMissing: 'Saisissez votre mot de passe pour donner votre accord.',
    agree: (count: string, isOne: boolean) =>
      isOne ? 'Ouvrir l’accès d’une personne' : `Ouvrir l’accès de ${count} personnes`,
    people: 'Personnes qui auront un accès',
    peopleDone: 'Personnes qui ont reçu un accès',
    peopleDoneLead:
      'Ce que ce fichier leur a donné. Ce qui a changé depuis est dans le journal de leur entreprise.',
    company: 'Entreprise',
    person: 'Personne',
    reached: 'E-mail et mobile',
    granted: 'Téléservices',
    unreadableTitle: 'Ce fichier ne peut pas être importé.',
    unreadableText: 'Rien n’a été appliqué. Corrigez-le, puis importez-le de nouveau.',
    again: 'Importer un autre fichier',
  },
  report: {
    line: 'Ligne',
    column: 'Colonne',
    field: 'Champ',
    value: 'Valeur',
    finding: 'Constat',
    correction: 'Correction proposée',
    outcome: 'Suite',
    outcomes: { refused: 'Ligne refusée', to_check: 'Ligne appliquée, à vérifier' },
  },
  findings: {
    file_empty:
      'Le fichier ne contient aucune ligne. Ajoutez les lignes sous les noms des colonnes.',
    file_not_text:
      'Ce fichier n’est ni un texte ni un classeur Excel lisible (XLSX, sans mot de passe ni macros, 50\u202f000 lignes au plus). Enregistrez-le au format CSV depuis votre tableur.',
    encoding_utf16:
      'Ce fichier est en UTF-16. Enregistrez-le en «\u00a0CSV UTF-8\u00a0» depuis votre tableur.',
    nul_bytes:
      'Le fichier contient des caractères nuls\u00a0: il est abîmé. Exportez-le de nouveau.',
    header_missing:
      'La ligne des noms de colonnes manque, ou ne ressemble pas au modèle. Partez du modèle.',
    columns_missing: 'Il manque dans la première ligne\u00a0: {headers}. Ajoutez ces colonnes.',
    column_twice: 'La colonne {value} est écrite deux fois. Gardez-en une.',
    too_many_lines: 'Le fichier a plus de {most} lignes. Partagez-le en plusieurs.',
    column_unknown: 'La colonne {value} n’est pas du modèle\u00a0: elle n’est pas lue.',
    row_too_long:
      'La ligne a {count} cellules pour {expected} colonnes. Un séparateur est de trop, ou un texte n’est pas entre guillemets.',
    quote_unclosed: 'Un guillemet est ouvert et jamais fermé. Fermez-le, ou doublez-le.',
    quote_stray: 'Un guillemet est mal placé. Doublez les guillemets à l’intérieur d’un texte.',
    row_twice: 'Cette ligne est déjà dans le fichier, à la ligne {line}. Gardez-en une.',
    example_row:
      'C’est la ligne d’exemple du modèle. Retirez-la, ou écrivez votre ligne à sa place.',
    needed_for_new:
      'Cette ligne n’est pas connue. Pour la créer, donnez aussi\u00a0: {headers}. Si elle devait l’être, vérifiez son numéro.',
    hidden_character:
      'Un caractère invisible s’est glissé dans la cellule. Saisissez-la de nouveau.',
    text_garbled:
      'Les accents sont abîmés. Enregistrez le fichier en «\u00a0CSV UTF-8\u00a0» depuis le logiciel d’origine.',
    text_too_long: 'Ce texte dépasse {most} caractères. Raccourcissez-le.',
    not_latin: 'Le nom est écrit en arabe. Écrivez-le en lettres latines, comme sur la carte.',
    not_digits: 'Il faut un nombre de {most} chiffres au plus, sans lettre.',
    digits_too_long: 'Il y a trop de chiffres\u00a0: {most} au plus.',
    not_a_day: 'Ce n’est pas une date. Écrivez-la comme 31/12/2027.',
    birth_day_unknown:
      'Le jour ou le mois de naissance manque. S’il n’est pas connu, écrivez le 1er juillet de l’année\u00a0: c’est le jour que la caisse retient.',
    not_a_rate: 'Ce n’est pas un taux. Écrivez-le comme 6,00\u00a0%.',
    rate_fraction: 'Ce taux est inférieur à 1\u00a0%. Écrivez-le en pourcentage.',
    choice_unknown: 'Cette valeur n’est pas connue. Écrivez l’une de celles-ci\u00a0: {accepted}.',
    children_unknown: 'Le nombre d’enfants s’écrit en un ou deux chiffres.',
    children_capped: 'La caisse compte 9 enfants au plus\u00a0: 9 est enregistré. Rien à faire.',
    email_malformed: 'Cette adresse e-mail n’est pas complète. Écrivez-la comme nom@exemple.ma.',
    phone_malformed: 'Ce numéro de téléphone n’est pas valide. Écrivez-le comme 06 61 23 45 67.',
    mobile_expected: 'Il faut un numéro de mobile, comme 06 61 23 45 67.',
    document_malformed:
      'Ce numéro n’a pas la forme de cette pièce d’identité. Vérifiez la pièce et son numéro.',
    document_unusual:
      'Ce N° CNIE n’a pas cinq ou six chiffres, comme d’habitude. Vérifiez-le sur le dossier.',
    ice_malformed: 'Un ICE a 15 chiffres.',
    ice_control:
      'Les deux derniers chiffres de cet ICE ne correspondent pas aux autres. Vérifiez-le.',
    cnss_malformed: 'Un N° CNSS a 9 chiffres et commence par 1. Laissez vide s’il n’y en a pas.',
    identity_malformed: 'Ce N° CNIE n’a pas la forme attendue, comme BE123456.',
    key_missing: 'Cette cellule est vide, et la ligne n’est pas reconnaissable sans elle.',
    cannot_be_emptied:
      'Ce champ ne peut pas être vidé. Laissez la cellule vide pour ne rien changer.',
    own_employer:
      'C’est votre entreprise ou celle d’un proche. Un autre agent doit importer cette ligne.',
    employer_unknown:
      'Ce N° Adhérent n’est celui d’aucune entreprise. Importez d’abord l’entreprise.',
    employer_closed: 'Cette entreprise est radiée. Vérifiez que la ligne la concerne.',
    category_unknown: 'Cette entreprise n’a pas cette catégorie. Importez d’abord la catégorie.',
    category_out_of_range:
      'Ce numéro est en dehors des plages habituelles du produit. Vérifiez-le.',
    rate_not_published: 'Ce taux salarial n’est pas au barème du produit\u00a0: {accepted}.',
    employer_rate_differs: 'Le barème donne un autre taux patronal en face de ce taux salarial.',
    employer_rate_missing: 'Donnez le taux patronal\u00a0: ce produit n’a pas de barème publié.',
    until_before_from: 'La catégorie se terminerait avant de commencer, le {day}.',
    born_after_joined: 'L’affiliation ne peut pas précéder la naissance, le {day}.',
    left_before_joined: 'La sortie ne peut pas précéder l’affiliation, le {day}.',
    number_or_identity:
      'Donnez le N° affilié ou le N° CNIE\u00a0: l’un des deux fait reconnaître la personne.',
    identity_has_number: 'Cette personne a déjà le N° affilié {number} dans cette catégorie.',
    delegate_in_office:
      'Cette entreprise a déjà une personne déléguée. La remplacer, ou changer ses coordonnées, passe par la lettre signée.',
    person_of_closed:
      'Cette entreprise est radiée\u00a0: personne n’y reçoit d’accès. Retirez la ligne.',
    person_is_agent:
      'Cette personne est un agent de la caisse\u00a0: elle n’a aucun pouvoir dans une entreprise. Vérifiez la pièce.',
    person_other_name:
      'L’entreprise connaît cette pièce sous un autre nom. Vérifiez la pièce et le nom.',
    user_exists:
      'Cette personne a déjà un accès à ce téléservice, avec d’autres données. C’est à la personne déléguée de le modifier.',
    delegate_missing:
      'Cette entreprise n’a pas de personne déléguée en fonction. Importez-la d’abord.',
    service_missing:
      'Cette entreprise n’est pas abonnée à ce téléservice. Vérifiez son abonnement.',
    category_inactive:
      'Une de ces catégories n’est pas une catégorie active de l’entreprise. Vérifiez-les.',
    scope_missing: 'Pour la Télédéclaration, donnez le mode de déclaration et les catégories.',
    powers_missing: 'Pour E@syPaiement, écrivez Ordonnateur, Validateur ou les deux.',
    grant_not_of_service: 'Ce téléservice ne demande rien ici. Laissez la cellule vide.',
    subscription_waits:
      'Un abonnement signé de cette entreprise est à l’examen. Décidez-le\u00a0: il est plus récent que ce fichier.',
    exists_meanwhile: 'Cette ligne a été créée entre-temps. Elle a été laissée comme elle est.',
    changed_meanwhile: 'Cette ligne a été modifiée entre-temps. Elle a été laissée comme elle est.',
  },
  fields: {
    employerNumber: 'N° Adhérent',
    name: 'Raison sociale',
    joinedOn: 'Date d’adhésion',
    affiliatedOn: 'Date d’affiliation',
    ice: 'ICE',
    address: 'Adresse',
    city: 'Ville',
    phone: 'Téléphone',
    email: 'E-mail',
    state: 'État',
    category: 'Catégorie',
    label: 'Libellé',
    product: 'Produit',
    employeeRate: 'Taux salarial',
    employerRate: 'Taux patronal',
    activeFrom: 'Active depuis',
    activeUntil: 'Active jusqu’au',
    memberNumber: 'N° affilié',
    lastName: 'Nom',
    firstName: 'Prénom',
    sex: 'Sexe',
    nationality: 'Nationalité',
    bornOn: 'Date de naissance',
    familySituation: 'Situation de famille',
    children: 'Nombre d’enfants',
    staffNumber: 'N° intérieur',
    identity: 'N° CNIE',
    identityShown: 'N° CNIE',
    identityKind: 'Pièce d’identité',
    jobTitle: 'Fonction',
    services: 'Téléservices',
    service: 'Téléservice',
    mode: 'Mode de déclaration',
    categories: 'Catégories',
    powers: 'Profil',
    paymentOption: 'Option de paiement',
    language: 'Langue',
    cnssNumber: 'N° CNSS',
    leftOn: 'Date de sortie',
  },
  values: {
    active: 'Adhérente',
    closed: 'Radiée',
    al_kamil: 'Al Kamil',
    al_mounassib: 'Al Mounassib',
    tcnss: 'TCNSS',
    maker: 'Ordonnateur',
    validator: 'Validateur',
    prepared_file: 'Fichier préparé',
    form: 'Formulaire de Saisie',
  },
  askedMail: {
    hello: (name: string) => `Bonjour ${name},`,
    subject: 'Des accès à ouvrir attendent votre accord',
    text: (by: string, file: string, count: number) =>
      count === 1
        ? `${by} demande d’ouvrir l’accès de la personne du fichier ${file}.`
        : `${by} demande d’ouvrir l’accès des ${count} personnes du fichier ${file}.`,
    know: 'Il faut une deuxième personne. Comparez les lignes au dossier papier, puis acceptez ou abandonnez dans les 72 heures.',
    link: 'Voir cette importation',
  },
  mistakes: {
    kind: 'Dites ce que contient le fichier.',
    file: 'Choisissez un fichier CSV ou Excel.',
  },
}

export const importsRefusals = {
  'imports.empty_file': 'Ce fichier est vide. Choisissez celui qui contient les lignes.',
  'imports.not_waiting':
    'Cette importation n’attend plus de décision. Relisez son état ci-dessous.',
  'imports.nothing_to_apply': 'Ce fichier ne change rien\u00a0: il n’y a rien à appliquer.',
  'imports.own_changes':
    'Vous avez envoyé ce fichier, et il modifie des lignes connues. Un autre agent doit l’appliquer.',
  'imports.needs_supervisor':
    'Ce fichier donne des pouvoirs\u00a0: un superviseur doit en demander l’application.',
  'imports.own_request':
    'Vous avez envoyé ce fichier ou demandé son application\u00a0: un autre superviseur doit l’accepter.',
  'imports.asked_too_long_ago':
    'Les 72 heures sont passées. Abandonnez cette importation, puis importez de nouveau.',
  'imports.own_employer':
    'Ce fichier touche votre entreprise ou celle d’un proche. Un autre agent doit en décider.',
}
