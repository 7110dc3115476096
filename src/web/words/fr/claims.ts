import { de } from './elision.ts'

const nbsp = '\u00a0'

export const claims = {
  title: 'Dossiers',
  lead: (company: string) => `Les demandes de pension et de capital ${de(company)}.`,
  newClaim: 'Nouveau dossier',
  none: 'Aucun dossier',
  noneText:
    'Commencez un dossier pour une personne de l’entreprise : vous pourrez le reprendre quand vous voudrez.',
  count: (count: number) => (count > 1 ? `${count} dossiers` : `${count} dossier`),
  reference: 'Dossier',
  person: 'Personne',
  kind: 'Demande',
  state: 'État',
  since: 'Depuis le',
  open: 'Ouvrir',
  kinds: {
    normal: 'Départ à l’âge normal',
    early: 'Départ anticipé',
    deferred: 'Départ ajourné',
    single_payment: 'Versement unique',
    reversion: 'Réversion au conjoint',
    orphan: 'Allocation d’orphelin',
    death_capital: 'Capital décès',
  },
  kindHints: {
    normal: 'La pension entière, à l’âge prévu pour sa catégorie.',
    early: 'Avant cet âge, avec un coefficient qui réduit la pension.',
    deferred: 'Après cet âge, avec un coefficient qui augmente la pension.',
    single_payment: 'Peu de points : un seul versement remplace la pension.',
    reversion: 'Une part de la pension de la personne décédée, pour son conjoint.',
    orphan: 'Pour les enfants dont les deux parents sont décédés.',
    death_capital: 'Versé une fois au conjoint ou aux héritiers.',
  },
  states: {
    draft: 'À préparer',
    sent: 'Envoyé',
    incomplete: 'À compléter',
    granted: 'Accordé',
    refused: 'Refusé',
    withdrawn: 'Abandonné',
  },
  stateLeads: {
    draft:
      'Faites chaque étape dans l’ordre que vous voulez. Tout est gardé ; vous pouvez revenir plus tard.',
    sent: 'L’Agence Virtuelle examine le dossier. Vous êtes prévenu par e-mail de ce qu’elle demande ou décide.',
    incomplete:
      'L’Agence Virtuelle attend quelque chose de vous. Complétez, puis renvoyez le dossier.',
    granted: 'La demande est accordée.',
    refused: 'La demande est refusée.',
    withdrawn: 'Vous avez abandonné ce dossier. Vous pouvez en commencer un autre.',
  },
  start: {
    title: 'Nouveau dossier',
    lead: 'Pour qui est-ce ? Cherchez la personne parmi celles que votre entreprise a déclarées.',
    search: 'Nom ou matricule',
    searchHint: 'Le début suffit.',
    nobody: 'Personne ne correspond',
    nobodyText:
      'Vérifiez le nom ou le matricule. Une personne jamais déclarée n’a pas de carrière ici.',
    choose: 'Choisir',
    for: (name: string) => `Dossier ${de(name)}`,
    otherPerson: 'Choisir une autre personne',
    kindLabel: 'Que demande-t-elle, ou que demandent ses proches ?',
    kindMissing: 'Choisissez ce qui est demandé.',
    begin: 'Commencer le dossier',
    begun: 'Le dossier est commencé.',
    left: (day: string) => `Sortie déclarée le ${day}`,
    here: 'En activité',
  },
  tasksTitle: 'À faire',
  tasks: {
    person: {
      label: 'Identité',
      hint: 'La pièce d’identité de la personne, comparée à ce qui a été déclaré.',
    },
    end: { label: 'Fin d’activité', hint: 'La date de sortie, comparée à vos déclarations.' },
    death: { label: 'Décès', hint: 'La date du décès.' },
    career: { label: 'Carrière', hint: 'Les trimestres déclarés, les trous et les impayés.' },
    capital: {
      label: 'Option capital',
      hint: 'Le choix de la personne : tout en pension, ou une part en capital.',
    },
    account: { label: 'Compte bancaire', hint: 'Le RIB de la personne.' },
    beneficiaries: { label: 'Bénéficiaires', hint: 'Qui est payé, et sur quel compte.' },
    documents: { label: 'Pièces', hint: 'Chaque pièce de la liste, en PDF ou en photo.' },
    check: { label: 'Vérifier et envoyer', hint: 'Tout relire une fois avant l’envoi.' },
  },
  taskStates: { done: 'Fait', todo: 'À faire', later: 'Ensuite', wrong: 'À reprendre' },
  next: 'Continuer',
  stepsTitle: 'Suivi',
  steps: {
    started: 'Dossier commencé',
    sent: 'Dossier envoyé',
    completed: 'Dossier complété et renvoyé',
    taken: 'Examen commencé par l’Agence Virtuelle',
    asked: 'L’Agence Virtuelle demande un complément',
    proposed: 'Décision proposée, à confirmer par un second agent',
    sent_back: 'Décision renvoyée à l’examen',
    granted: 'Demande accordée',
    refused: 'Demande refusée',
    withdrawn: 'Dossier abandonné',
    revised: 'Pension révisée',
    arrears_paid: 'Des trimestres en retard sont réglés : l’Agence Virtuelle fixe le complément',
    complemented: 'Complément fixé par l’Agence Virtuelle',
    infected: 'Un fichier contenait un virus : il est écarté',
  },
  agency: 'Agence Virtuelle',
  askedTitle: 'Ce que l’Agence Virtuelle demande',
  refusedTitle: 'Pourquoi la demande est refusée',
  receipt: 'Récépissé (PDF)',
  receiptNote:
    'Un PDF d’une ou deux pages, en français : le numéro du dossier, ce qui est demandé et chaque pièce remise.',
  receiptTitle: 'Récépissé d’une demande',
  receiptNumber: 'Numéro du dossier',
  sentAt: 'Envoyé le',
  completedAt: 'Complété et renvoyé le',
  handedIn: (moment: string) => `Remis le ${moment}`,
  handedInLater: (moment: string) => `Ajouté ou changé, remis le ${moment}`,
  sentText: (reference: string) =>
    `Le dossier est envoyé. Son numéro, ${reference}, est votre récépissé.`,
  alreadySent: 'Ce dossier était déjà envoyé : il n’y a rien à refaire.',
  completedText: 'Le dossier complété est renvoyé.',
  withdraw: {
    summary: 'Abandonner ce dossier',
    text: 'Rien n’est effacé, mais la demande s’arrête ici. Vous pourrez commencer un autre dossier.',
    reason: 'Pourquoi',
    reasonMissing: 'Dites pourquoi vous abandonnez ce dossier.',
    waits:
      'Une décision attend un second agent : ce dossier ne s’abandonne pas d’ici là. Si la personne a changé d’avis, écrivez à l’Agence Virtuelle, qui peut renvoyer la décision à l’examen.',
    button: 'Abandonner le dossier',
    done: 'Le dossier est abandonné.',
  },
  back: 'Le dossier',
  backToList: 'Tous les dossiers',
  save: 'Enregistrer et continuer',
  saved: 'Enregistré.',
  tooLong: 'Ce texte est trop long : {most} caractères au plus.',
  noSuchDay: 'Ce jour n’existe pas dans le calendrier : corrigez-le.',
  dayWrong: 'Saisissez un jour au format JJ/MM/AAAA, par exemple 31/12/2026.',
  number: 'Matricule',
  name: 'Nom et prénom',
  bornOn: 'Date de naissance',
  personStep: {
    title: 'Identité',
    lead: 'Comparez avec la pièce d’identité. Si le nom ou la naissance est faux, corrigez-le d’abord dans une déclaration.',
    deadLead: 'La personne décédée. Recopiez sa pièce d’identité.',
    kind: 'Pièce d’identité',
    kinds: {
      cin: 'Carte nationale (CIN)',
      residence_card: 'Carte de séjour',
      passport: 'Passeport',
    },
    kindMissing: 'Choisissez la pièce d’identité.',
    numberLabel: 'Numéro de la pièce',
    numberHint: 'Par exemple BE123456. Il est chiffré et comparé à celui des déclarations.',
    numberMissing: 'Saisissez le numéro de la pièce.',
    numberWrong:
      'Ce numéro n’a pas la forme de cette pièce. Une CIN : une ou deux lettres puis des chiffres.',
    compared: (masked: string) =>
      `Identique à celle de vos déclarations : ${masked}. Saisissez-la de nouveau pour la changer.`,
    notCompared: (masked: string) =>
      `Enregistrée, non comparée : ${masked}. Vos déclarations ne donnent aucun numéro ; l’agent vérifie la pièce. Saisissez-la de nouveau pour la changer.`,
    same: 'C’est bien cette personne : le nom, le prénom et la naissance sont ceux de la pièce',
    sameMissing:
      'Confirmez que le nom et la naissance sont ceux de la pièce, ou corrigez-les dans une déclaration.',
  },
  endStep: {
    title: 'Fin d’activité',
    lead: 'La date portée sur le certificat de cessation d’activité. Elle peut être à venir.',
    label: 'Dernier jour d’activité',
    declaredOn: (day: string, quarter: string) =>
      `Sortie déclarée le ${day} (enregistrement 7, ${quarter}).`,
    notDeclared:
      'Aucune sortie n’est déclarée pour cette personne. Déclarez-la (enregistrement 7) dans le trimestre de sa sortie.',
    note: 'Explication pour l’agent',
    noteHint:
      'Nécessaire si la date n’est pas celle que vous avez déclarée, ou si la sortie n’est pas encore déclarée.',
    deathTitle: 'Décès',
    deathLead: 'La date portée sur l’acte de décès.',
    deathLabel: 'Date du décès',
    deathNoteHint:
      'Par exemple un accident, s’il a une conséquence sur la demande. Nécessaire si des salaires sont déclarés après ce jour.',
  },
  comparisons: {
    agrees: 'Conforme à vos déclarations',
    differs: 'Différent de vos déclarations',
    not_declared: 'Sortie pas encore déclarée',
  },
  doubts: {
    too_young: (age: number) =>
      `À cette date la personne aura ${age} ans : aucune pension ne commence si tôt.`,
    looks_normal: (age: number) =>
      `La pension commencerait à ${age} ans, l’âge prévu : un départ à l’âge normal conviendrait.`,
    looks_early: (age: number) =>
      `La pension commencerait à ${age} ans, avant l’âge prévu : un départ anticipé conviendrait.`,
    looks_deferred: (age: number) =>
      `La pension commencerait à ${age} ans, après l’âge prévu : un départ ajourné conviendrait.`,
    waits: (age: number) =>
      `La pension entière ne commencerait qu’à ${age} ans, plus d’un an après la demande et la fin d’activité. Si la personne n’attend pas jusque-là, c’est un départ anticipé qu’elle demande, dès que son âge le permet et avec une pension réduite.`,
  },
  doubtTitle: 'La demande et l’âge ne vont pas ensemble',
  doubtText:
    'Abandonnez ce dossier et commencez-en un du bon type, ou envoyez-le : l’agent décidera.',
  tooYoungForPayment: (age: number) =>
    `À cette date la personne aura ${age} ans : elle n’a pas l’âge d’une pension que ce versement remplacerait. Ses points lui restent acquis si elle attend.`,
  bothParents:
    'L’allocation d’orphelin suppose que les deux parents sont décédés : la pièce « Acte de décès » contient l’acte de chacun.',
  otherDeaths: {
    stated: 'Un décès est déclaré pour cette personne',
    statedText:
      'Une pension de la personne elle-même ne s’envoie plus : ses proches demandent la réversion, l’allocation d’orphelin ou le capital décès.',
    differs: 'Un autre dossier donne un autre jour de décès',
    differsText: 'Comparez avec l’acte de décès, et corrigez le dossier qui se trompe.',
    diedOn: (day: string) => `Décès le ${day}`,
  },
  laterSalaries: {
    afterDeath: 'Des salaires sont déclarés après ce décès',
    afterEnd: 'Des salaires sont déclarés après cette fin d’activité',
    company:
      'Vérifiez la date, ou corrigez la déclaration. Si les deux sont justes, l’explication pour l’agent est nécessaire avant l’envoi.',
    checkDeath:
      'Vérifiez l’acte de décès et la carrière avant d’accorder, et dites pourquoi vous accordez.',
    checkEnd: 'Vérifiez le certificat de cessation et la carrière avant d’accorder.',
  },
  valuesUnknown: (day: string) =>
    `Ces droits commenceraient avant le ${day}, et le portail ne connaît pas les valeurs d’alors. Vérifiez la date. Si elle est juste, le montant est établi par la caisse.`,
  estimate: {
    title: 'Ce que la demande donnerait',
    mark: 'Estimation',
    text: 'Sans engagement de la caisse tant que rien n’est décidé.',
    byFund: 'Montant fixé par l’Agence Virtuelle : aucune règle publiée ne le donne.',
    early:
      'Le conjoint n’a pas encore l’âge d’une réversion entière, et la réduction n’est pas publiée. Un enfant mineur à charge en dispense : dites-le dans l’explication de l’étape « Décès », et joignez la pièce de l’enfant.',
    underPoints: (least: number) =>
      `Moins de ${least} points réglés, de la personne ou de son conjoint : un versement unique remplace la pension, et la caisse en fixe le montant. La caisse compte aussi les points d’avant le portail et des autres entreprises.`,
    nothing:
      'Rien ne se calcule à cette date : aucune pension ne commence à cet âge, ou les valeurs n’en sont pas connues.',
  },
  startsOn: 'La pension commencerait le',
  paymentOn: 'Le versement serait dû dès le',
  careerStep: {
    title: 'Carrière',
    lead: 'Ce que votre entreprise a déclaré pour cette personne, trimestre par trimestre.',
    gapsTitle: 'Trimestres sans salaire déclaré',
    gapRun: (first: string, last: string) => `Du ${first} au ${last}`,
    gapsText:
      'Déclarez-les s’ils manquent, ou expliquez-les à l’agent (congé sans solde, autre employeur…).',
    unpaidTitle: 'Trimestres impayés',
    unpaidText:
      'Leurs points ne comptent pas encore. Quand ils seront réglés, la pension est révisée d’elle-même ; si un montant a été versé en une fois, l’Agence Virtuelle fixe le complément.',
    whole: 'Aucun trou et tout est réglé.',
    note: 'Remarque pour l’agent',
    noteHint: 'Ce qui manque ou s’explique. Laissez vide si la carrière est juste.',
    confirm: 'J’ai relu cette carrière',
    confirmMissing: 'Cochez pour dire que vous avez relu la carrière.',
    accountHint: 'Les échéances se règlent depuis le Compte Adhérent, avec son propre identifiant.',
  },
  capitalStep: {
    title: 'Option capital',
    lead: (share: string) =>
      `La personne peut demander une part en capital : elle renonce alors à ${share} de ses points acquis depuis 2003. Joignez son choix signé.`,
    label: 'Que choisit-elle ?',
    pension: 'Tout en pension mensuelle',
    capital: 'Une part en capital, le reste en pension',
    missing: 'Choisissez ce que la personne demande.',
  },
  accountStep: {
    title: 'Compte bancaire',
    lead: 'Un compte ouvert au nom de la personne. Recopiez le RIB de l’attestation bancaire.',
    rib: 'RIB',
    ribHint:
      '24 chiffres, tels qu’ils figurent sur un chèque ou un relevé. Les espaces sont acceptés.',
    ribLength: 'Un RIB compte 24 chiffres. Vérifiez-le sur un chèque ou un relevé.',
    ribCharacters: 'Un RIB ne contient que des chiffres. Remplacez la lettre O par un zéro.',
    ribKey: `La clé de ce RIB ne correspond pas${nbsp}: un chiffre est faux ou deux sont inversés. Recopiez-le depuis un chèque.`,
    bank: 'Banque',
    bankUnknown: 'Banque inconnue : vérifiez les trois premiers chiffres',
  },
  payeesStep: {
    title: 'Bénéficiaires',
    lead: 'Chaque personne qui est payée, avec son propre compte.',
    none: 'Aucun bénéficiaire',
    noneText: 'Ajoutez la première personne ci-dessous.',
    addTitle: 'Ajouter une personne',
    changeTitle: (name: string) => `Modifier ${name}`,
    add: 'Ajouter cette personne',
    change: 'Enregistrer',
    toDo: 'Modifier ou retirer',
    correct: 'Modifier',
    remove: 'Retirer',
    removed: 'La personne est retirée.',
    added: 'La personne est enregistrée.',
    finished: 'Continuer',
    relation: 'Lien avec la personne décédée',
    relationMissing: 'Choisissez le lien.',
    relations: {
      self: 'La personne elle-même',
      spouse: 'Conjoint',
      child: 'Enfant',
      heir: 'Autre héritier',
    },
    lastName: 'Nom',
    firstName: 'Prénom',
    lastNameMissing: 'Saisissez le nom.',
    firstNameMissing: 'Saisissez le prénom.',
    identityOptional: 'Un enfant peut ne pas avoir de pièce : laissez alors vide.',
    identityKept: 'Déjà enregistrée : laissez vide pour la garder.',
    marriedOn: 'Date du mariage',
    marriedOnOf: 'Nécessaire pour un conjoint.',
    bornToCome: 'Cette naissance est à venir : corrigez la date.',
    childTooOld: 'Cet enfant serait né avant l’affilié : corrigez la date de naissance.',
    marriedToCome: 'Ce mariage est à venir : corrigez la date.',
    marriedAfterDeath: 'Ce mariage suit le décès : corrigez la date, ou celle du décès.',
    marriedTooYoung:
      'Le conjoint aurait eu moins de 15 ans : corrigez la date du mariage ou de naissance.',
    sameAccount: 'Ce RIB est déjà celui d’un autre bénéficiaire : chacun est payé sur son compte.',
    sameAccountOfChild:
      'Ce RIB est déjà celui d’un autre bénéficiaire : chacun est payé sur son compte. Si c’est le compte du représentant légal d’un enfant, dites-le ci-dessus.',
    accountOf: 'Au nom de qui est le compte ?',
    accountOfMissing: 'Choisissez au nom de qui est le compte.',
    ownAccount: 'De cette personne',
    ofRepresentative: 'De son représentant légal',
    ofRepresentativeHint:
      'Pour un enfant mineur, ou un enfant majeur en situation de handicap placé sous tutelle.',
    represented: 'compte de son représentant légal',
    notRepresented:
      'Un enfant majeur, un conjoint ou un héritier est payé sur un compte à son nom : choisissez « De cette personne » et donnez son RIB. Pour un enfant majeur sous tutelle, cochez la situation de handicap.',
    marriedOnMissing: 'Saisissez la date du mariage.',
    disabled: 'Enfant en situation de handicap',
    shortMarriage: (years: number) =>
      `Mariage de moins de ${years} ans : l’agent vérifie s’il y a eu un accident, un enfant du mariage ou un remariage.`,
    grownUp:
      'Majeur sans situation de handicap : sa part n’est pas comptée, aucune règle publiée ne la donne. L’agent décide ; joignez le certificat de scolarité s’il étudie.',
    youngParent: (age: number) =>
      `La personne décédée aurait eu ${age} ans à sa naissance : vérifiez les dates.`,
  },
  documentsStep: {
    title: 'Pièces',
    lead: 'PDF, JPEG ou PNG, 10 Mo par fichier. Une photo nette prise avec un téléphone convient ; plusieurs pages ou plusieurs photos aussi.',
    optional: 'si vous en avez besoin',
    add: 'Ajouter des fichiers',
    addTo: (document: string) => `Fichiers de la pièce « ${document} »`,
    send: 'Ajouter',
    kinds: 'PDF, JPEG ou PNG',
    files: 'Fichiers',
    page: (number: number) => `Fichier ${number}`,
    pageNote: (kind: string, size: string) => `${kind}, ${size}, tel qu’il a été remis`,
    see: 'Ouvrir',
    remove: 'Retirer',
    removed: 'Le fichier est retiré.',
    added: (count: number) => (count > 1 ? `${count} fichiers ajoutés.` : 'Fichier ajouté.'),
    missing: 'Choisissez au moins un fichier.',
    inFile: (file: string, sentence: string) => `« ${file} » : ${sentence}`,
    norThese: (files: readonly string[]) =>
      `Pas ajoutés non plus : ${files.map((file) => `« ${file} »`).join(', ')}.`,
    othersAdded: (count: number) =>
      count > 1 ? `Les ${count} autres fichiers sont ajoutés.` : 'L’autre fichier est ajouté.',
    finished: 'Continuer',
    states: { empty: 'Manque', to_review: 'Reçue', accepted: 'Acceptée', refused: 'Refusée' },
    emptyOptional: 'Facultative',
    underReview:
      'Rien à faire pour l’instant : l’Agence Virtuelle finit de lire le dossier, puis dit ce qu’elle attend.',
    lookingInto: 'en cours de vérification par l’antivirus',
    infected:
      'Un fichier contenait un virus : il n’a pas été gardé. Numérisez de nouveau la pièce sur un appareil vérifié, puis ajoutez-la.',
  },
  check: {
    title: 'Vérifier et envoyer',
    lead: 'Relisez. Après l’envoi, vous ne changez plus rien tant que l’Agence Virtuelle ne demande pas de complément.',
    left: 'Il reste à faire',
    send: 'Envoyer le dossier',
    sendAgain: 'Renvoyer le dossier complété',
    reply: 'Votre réponse à l’Agence Virtuelle',
    replyHint: 'Nécessaire si vous n’avez rien ajouté ni changé depuis sa demande.',
    identity: 'Pièce d’identité',
    end: 'Dernier jour d’activité',
    death: 'Date du décès',
    career: 'Carrière',
    careerRead: 'Relue',
    capital: 'Option capital',
    account: 'Compte',
    beneficiaries: 'Bénéficiaires',
    documents: 'Pièces',
    files: (count: number) => (count > 1 ? `${count} fichiers` : `${count} fichier`),
    changed: (before: string, after: string) => `${before} → ${after}`,
    replied: 'Réponse à l’Agence Virtuelle',
  },
  refusalReasons: {
    illegible: 'Illisible : numérisez de nouveau la page, bien éclairée et entière.',
    incomplete: 'Incomplète : il manque des pages.',
    other_person: 'Elle n’est pas au nom de la bonne personne.',
    other_document: 'Ce n’est pas la pièce demandée.',
    too_old: 'Trop ancienne : demandez-en une récente.',
    unsigned: 'Il manque la signature ou le cachet.',
  },
  agent: {
    changedTitle: 'Modifié par l’entreprise depuis l’avis',
    changed: (fact: string, before: string, after: string) => `${fact} : ${before} → ${after}`,
    facts: {
      identity: 'Numéro d’identité',
      end: 'Fin d’emploi ou décès',
      capital: 'Choix du capital',
      account: 'Compte bancaire',
      payee: 'Bénéficiaire',
      married_on: 'Date du mariage',
      born_on: 'Date de naissance',
    },
    back: 'File de travail',
    company: 'Entreprise',
    ownCompany: 'Vous appartenez à cette entreprise : un autre agent décide.',
    otherClaim: 'Autre dossier de la personne',
    identityCompared: 'Identique à celle des déclarations.',
    identityUndeclared:
      'Non comparée : les déclarations ne donnent aucun numéro. Vérifiez la pièce.',
    ageAtDeath: (age: number) => `${age} ${age > 1 ? 'ans' : 'an'} au décès`,
    showNumbers: 'Afficher les numéros entiers',
    maskNumbers: 'Masquer les numéros',
    numbersKept: 'Pour les comparer aux pièces ; l’entreprise le lit dans son journal.',
    companySaid: 'Ce que l’entreprise a écrit',
    opened: 'Ouverte',
    toOpen: 'À ouvrir',
    openFirst: 'Ouvrez chaque page avant d’accepter : on n’accepte que ce qu’on a lu.',
    pageOf: (number: number, document: string) => `Fichier ${number}, ${document}`,
    noPage: 'Aucune page à lire.',
    nextDocument: 'Pièce suivante',
    nextByKey: 'Au clavier : d pour la pièce suivante.',
    careerFolded: (counts: string) => `Carrière : ${counts}`,
    careerCounts: (quarters: number, gaps: number, unpaid: number) =>
      [
        quarters > 1 ? `${quarters} trimestres déclarés` : `${quarters} trimestre déclaré`,
        gaps > 1 ? `${gaps} manquent` : gaps === 1 ? '1 manque' : 'aucun ne manque',
        unpaid > 1 ? `${unpaid} impayés` : unpaid === 1 ? '1 impayé' : 'aucun impayé',
      ].join(', '),
    verdict: 'Avis',
    verdictMissing: 'Choisissez : acceptée ou refusée.',
    accept: 'Acceptée',
    refuse: 'Refusée',
    reason: 'Motif du refus',
    noteLanguage: {
      fr: 'L’entreprise lit le français.',
      ar: 'L’entreprise lit l’arabe : écrivez en arabe si vous le pouvez.',
    },
    otherReason: 'Autre motif, lu par l’entreprise',
    reasonMissing: 'Choisissez un motif, ou écrivez-le.',
    saveReview: 'Enregistrer l’avis',
    underPoints: (least: number) =>
      `Moins de ${least} points, de la personne ou de son conjoint : un versement unique remplace la pension.`,
    pointsForPension:
      'Trop de points pour un versement unique : une pension est due. Refusez en disant quelle pension demander.',
    pointsTooYoung: (day: string) =>
      `Trop de points pour un versement unique, et trop tôt pour une pension : refusez en disant que les points restent acquis, et qu’un départ anticipé peut commencer dès le ${day}.`,
    capitalOfPension:
      'Les dernières pensions mensuelles, au montant accordé ici. Si la caisse l’a revalorisé depuis, saisissez le capital juste et dites pourquoi. Entre plusieurs épouses, il se partage à parts égales.',
    noRule: 'Aucune règle publiée ne donne ce montant : saisissez celui de la caisse.',
    nothingWorked:
      'Rien ne se calcule : aucune pension ne commence à cet âge, ou les valeurs de cette date ne sont pas connues. Saisissez le montant de la caisse en disant pourquoi, ou refusez.',
    workedDecided: (day: string) => `Calcul de la décision du ${day}`,
    workedProposed: (day: string) => `Calcul de la décision proposée le ${day}`,
    nothingWorkedThen: 'Rien n’a été calculé : le montant est celui de la caisse.',
    decidedOtherwise:
      'Le montant décidé n’est pas celui de ce calcul : le motif de la décision dit pourquoi.',
    workedToday: (day: string) => `Calcul à ce jour, ${day}`,
    workedTodayText: 'Avec les points réglés aujourd’hui : ce n’est pas ce qui est décidé.',
    pointsOwed: (points: string) =>
      `${points} points ont été réglés depuis la décision. Ce qui a été décidé ne se révise pas de soi-même : fixez le complément.`,
    waitsForAnother: 'Vous avez proposé cette décision : elle attend un second agent.',
    settleTitle: 'Décision à confirmer',
    settleText:
      'Ouvrez chaque pièce et relisez le calcul. La décision prend effet si vous la confirmez.',
    agree: 'Confirmer la décision',
    sendBack: 'Renvoyer à l’examen',
    proposedBy: 'Proposée par',
    sendBackHint: 'Nécessaire pour renvoyer à l’examen. L’entreprise le lit dans le suivi.',
    sendBackReasonMissing: 'Dites pourquoi vous renvoyez cette décision à l’examen.',
    askTitle: 'Demander un complément',
    askLabel: 'Ce qui manque, lu par l’entreprise',
    askHint:
      'Facultatif si une pièce est refusée ou contenait un virus : l’entreprise lit pourquoi.',
    ask: 'Demander le complément',
    decideTitle: 'Décision',
    secondAbove: (amount: string) =>
      `Au-dessus de ${amount} par mois ou versés en une fois, un second agent confirme.`,
    grant: 'Accorder',
    refuseClaim: 'Refuser',
    yearlyField: 'Pension par an (DH)',
    atOnceField: 'Montant versé en une fois (DH)',
    capitalHint: 'L’affilié a choisi le capital : indiquez son montant, ou 0 en disant pourquoi.',
    atOnceHint: 'Versement unique, part en capital ou capital décès.',
    sharesTitle: 'Part de chaque bénéficiaire',
    sharesHint:
      'En nombres entiers : 1 et 1 pour deux parts égales, 1 et 7 pour un huitième et le reste. 0 : aucune part.',
    partWrong:
      'Saisissez un nombre entier de parts, 0 pour aucune ; une personne au moins en a une.',
    why: 'Motif',
    whyHint:
      'Nécessaire pour un refus, et si le jour ou le montant diffère du calcul. L’entreprise le lit.',
    decide: 'Décider',
    decisionMissing: 'Choisissez : accorder ou refuser.',
    amountWrong: 'Saisissez un montant en dirhams, par exemple 32 670,00.',
    amountMissing: 'Saisissez la pension par an, ou le montant versé en une fois.',
    refusalReasonMissing: 'Dites pourquoi la demande est refusée.',
    complementTitle: 'Complément à fixer',
    complementText:
      'Des trimestres en retard sont réglés depuis la décision, et aucune règle publiée ne dit ce qu’ils ajoutent à ce qui a été accordé. Saisissez le montant de la caisse.',
    complementYearlyHint: 'Avec les nouveaux points. Elle ne baisse pas.',
    complementField: 'Complément versé en une fois (DH)',
    complementHint: '0 si rien n’est dû.',
    complementMissing: 'Saisissez le complément, ou 0 si rien n’est dû.',
    complementReasonMissing: 'Dites d’où vient ce montant : l’entreprise le lit.',
    complementFix: 'Fixer le complément',
    closeTitle: 'Clore le dossier',
    closeText:
      'L’entreprise n’a pas encore complété ce dossier. Refusez la demande si elle ne répond pas : elle pourra en commencer une autre.',
    closeHint: 'L’entreprise le lit.',
    close: 'Refuser la demande',
    done: {
      propose: 'La décision est proposée : un second agent doit la confirmer.',
      piece: 'L’avis est enregistré.',
      complement: 'Le complément est demandé à l’entreprise.',
      decision: 'La décision est enregistrée.',
      arrieres: 'Le complément est enregistré.',
      accord: 'Votre réponse est enregistrée.',
    },
  },
  letter: {
    titles: {
      granted: 'Notification d’une décision d’accord',
      refused: 'Notification d’une décision de refus',
      revised: 'Notification d’une révision',
      complement: 'Notification d’un complément',
    },
    when: 'Date',
    decidedOn: 'Décidé le',
    proposedOn: 'Proposé le',
    decidedOnDay: (day: string) => `Décidé le ${day}`,
    sentences: {
      granted: 'La demande est accordée.',
      refused: 'La demande est refusée, pour la raison suivante.',
      revised: 'Des contributions en retard ont été réglées : la pension est révisée comme suit.',
      complement:
        'Des contributions en retard ont été réglées depuis qu’un montant a été versé en une fois. Le complément est fixé comme suit.',
    },
    amounts: 'Ce qui est versé',
    from: 'À partir du',
    dueOn: 'Dû le',
    unreduced: 'Part par an, sans réduction ni partage',
    unreducedNote:
      'Aucune règle publiée ne dit ce qu’une réversion anticipée ou partagée en retire.',
    monthly: 'Par mois',
    yearly: 'Par an',
    atOnce: 'En une fois',
    complement: 'Complément, en une fois',
    arithmetic: 'Calcul',
    rule: 'Règle',
    rules: {
      own: 'Points qui donnent le montant × valeur d’un point × coefficient de l’âge : la pension d’un an, payée par douzièmes.',
      reversion: (share: string) =>
        `Le conjoint reçoit ${share} des points de la personne décédée.`,
      orphan: (share: string) =>
        `Orphelin de ses deux parents, chaque enfant reçoit ${share} des points de la personne décédée.`,
      single_payment: (least: number) =>
        `Moins de ${least} points : un seul versement remplace la pension.`,
      death_capital: (pensions: number) =>
        `${pensions} fois la dernière pension mensuelle, à parts égales entre plusieurs épouses.`,
    },
    points: 'Points acquis et réglés',
    unpaid: 'Trimestres impayés, non comptés',
    takenAsCapital: 'Points laissés pour le capital',
    pointValue: 'Valeur d’un point, par an',
    shares: 'Part de chaque bénéficiaire',
    beneficiary: 'Bénéficiaire',
    share: 'Part du montant',
    parts: (parts: number, of: number) => (parts === 0 ? 'Aucune' : `${parts} sur ${of}`),
    lastMonthly: 'Dernière pension mensuelle',
    keptPoints: 'Points qui donnent le montant',
    byFund: 'Ce montant ne se déduit pas de ces seuls points : la décision en dit la raison.',
    values: 'Valeurs appliquées (* : valeur illustrative)',
    value: 'Valeur',
    amount: 'Montant',
    since: 'Depuis le',
    source: 'Source',
    recourse:
      'Pour contester cette décision, écrivez à l’Agence Virtuelle en rappelant le numéro du dossier.',
    decisions: 'Décisions',
    decision: 'Décision',
    verdicts: {
      granted: 'Accordé',
      refused: 'Refusé',
      revised: 'Révisé',
      complement: 'Complément',
    },
    proposed: 'À confirmer',
    letter: 'Notification',
    in: { fr: 'En français (PDF)', ar: 'En arabe (PDF)' },
    lettersNote:
      'Chaque notification est un PDF d’une ou deux pages : la décision, qui est payé, le calcul et les valeurs retenues.',
  },
  limitation: (day: string) =>
    `Ces droits se prescrivent le ${day}. Envoyez le dossier avant cette date.`,
  mails: {
    toldSubject: {
      asked: (reference: string) => `Dossier ${reference} : un complément est demandé`,
      granted: (reference: string) => `Dossier ${reference} : demande accordée`,
      refused: (reference: string) => `Dossier ${reference} : demande refusée`,
      revised: (reference: string) => `Dossier ${reference} : pension révisée`,
      arrears_paid: (reference: string) => `Dossier ${reference} : un complément reste à fixer`,
      complemented: (reference: string) => `Dossier ${reference} : complément fixé`,
      infected: (reference: string) => `Dossier ${reference} : un fichier contenait un virus`,
      infected_in_review: (reference: string) =>
        `Dossier ${reference} : un fichier contenait un virus`,
      limitation: (reference: string) => `Dossier ${reference} : des droits vont se prescrire`,
    },
    told: {
      asked: 'L’Agence Virtuelle attend quelque chose de vous. Le dossier dit quoi :',
      granted: 'L’Agence Virtuelle a accordé cette demande. La notification est dans le dossier :',
      refused: 'L’Agence Virtuelle a refusé cette demande. Le dossier dit pourquoi :',
      revised:
        'Des contributions en retard ont été réglées, et la pension est révisée. La notification est dans le dossier :',
      arrears_paid:
        'Des contributions en retard ont été réglées. Aucune règle publiée ne donne ce qu’elles ajoutent : l’Agence Virtuelle fixe le complément. Le suivi est dans le dossier :',
      complemented:
        'L’Agence Virtuelle a fixé le complément de ce dossier. La notification est dans le dossier :',
      infected:
        'Un fichier joint à ce dossier contenait un virus : il a été écarté, et sa pièce est à fournir de nouveau. Numérisez-la sur un appareil vérifié, puis ajoutez-la au dossier :',
      infected_in_review:
        'Un fichier joint à ce dossier contenait un virus : il a été écarté. Numérisez de nouveau la pièce sur un appareil vérifié : l’Agence Virtuelle va vous la redemander. Le dossier dit laquelle :',
      limitation:
        'Les droits de cette personne se prescrivent bientôt, et le dossier n’est pas à l’examen :',
    },
    hello: (name: string) => `Bonjour ${name},`,
    open: 'Ouvrir le dossier',
    sentSubject: (reference: string) => `Dossier ${reference} reçu`,
    sent: 'Votre dossier e-Liquidation@ est arrivé à l’Agence Virtuelle. Gardez son numéro :',
  },
}

export const claimsRefusals = {
  'claims.too_late': 'Ce dossier n’attend plus cela : il a changé d’état. Relisez-le.',
  'claims.not_open':
    'Ce dossier est à l’examen : il ne se modifie que si l’Agence Virtuelle demande un complément.',
  'claims.withdraw_waits':
    'Une décision attend un second agent : ce dossier ne s’abandonne pas d’ici là. Si la personne a changé d’avis, écrivez à l’Agence Virtuelle.',
  'claims.pension_too_young':
    'Cette personne a déjà {points} points réglés : dès {least} points, une pension remplace le versement unique. Elle n’a pas l’âge de la demander : ses points lui restent acquis, et un départ anticipé peut commencer dès le {day}.',
  'claims.pension_early':
    'Cette personne a déjà {points} points réglés : dès {least} points, une pension remplace le versement unique. Demandez un départ anticipé, ou un départ à l’âge normal s’il commence le {day}.',
  'claims.pension_late':
    'Cette personne a déjà {points} points réglés : dès {least} points, une pension remplace le versement unique. Demandez un départ à l’âge normal, ou un départ ajourné si elle a travaillé après le {day}.',
  'claims.points_for_pension':
    'Cette personne a {points} points réglés : une pension est due, pas un versement unique. Refusez en disant quelle pension demander.',
  'claims.points_too_young':
    'Cette personne a {points} points réglés : trop pour un versement unique, et elle n’a pas l’âge d’une pension. Refusez en disant que ses points lui restent acquis, et qu’un départ anticipé peut commencer dès le {day}.',
  'claims.one_open':
    'Un dossier du même type est déjà en cours pour cette personne. Reprenez-le dans la liste.',
  'claims.pension_open':
    'Un dossier de pension est déjà en cours pour cette personne ({reference}). Reprenez-le, ou abandonnez-le avant d’en commencer un autre.',
  'claims.pension_granted':
    'Une pension est déjà accordée à cette personne (dossier {reference}). Si elle doit changer, écrivez à l’Agence Virtuelle.',
  'claims.granted_twice':
    'Ces points ont déjà donné une pension (dossier {reference}). Refusez cette demande.',
  'claims.unknown_member':
    'Le matricule de cette personne n’est pas encore confirmé par l’Agence Virtuelle. Attendez sa confirmation.',
  'claims.other_identity':
    'Ce numéro n’est pas celui que vos déclarations donnent à cette personne. Vérifiez la pièce, ou corrigez la déclaration.',
  'claims.death_to_come': 'La date du décès ne peut pas être à venir.',
  'claims.end_before_birth':
    'Cette date est antérieure à la naissance de la personne. Vérifiez l’année.',
  'claims.end_differs':
    'Vos déclarations donnent une autre date de sortie. Corrigez-la, ou expliquez la différence.',
  'claims.end_not_declared':
    'La sortie n’est pas encore déclarée (enregistrement 7). Déclarez-la, ou expliquez pourquoi elle ne l’est pas.',
  'claims.wrong_relation': 'Ce lien n’ouvre pas droit à cette demande.',
  'claims.too_many_payees':
    'Vingt bénéficiaires au plus. Au-delà, adressez le dossier à l’Agence Virtuelle.',
  'claims.document_accepted': 'Cette pièce est déjà acceptée : elle ne change plus.',
  'claims.no_file': 'Choisissez au moins un fichier.',
  'claims.too_many_pages':
    'Un dossier contient {most} fichiers au plus. Réunissez plusieurs pages en un PDF.',
  'claims.document_empty': 'Cette pièce n’a encore aucun fichier.',
  'claims.document_not_opened':
    'Vous n’avez pas ouvert toutes les pages. Ouvrez-les, lisez-les, puis acceptez.',
  'claims.nothing_asked': 'Dites ce qui manque, ou refusez une pièce avec son motif.',
  'claims.decision_waits': 'Une décision attend déjà un second agent.',
  'claims.changed_since_proposed':
    'Une pièce ou le calcul a changé depuis que cette décision est proposée. Renvoyez-la à l’examen.',
  'claims.documents_unread':
    'Acceptez chaque pièce avant d’accorder la demande, ou demandez un complément.',
  'claims.no_amount': 'Saisissez la pension par an, ou le montant versé en une fois.',
  'claims.shares_unsaid': 'La part d’un bénéficiaire n’est pas celle de la règle : dites pourquoi.',
  'claims.shares_missing': 'Dites la part de chaque bénéficiaire. Reprenez la page du dossier.',
  'claims.capital_missing':
    'L’affilié a choisi le capital : indiquez son montant en une fois, ou 0 en disant pourquoi.',
  'claims.starts_too_early':
    'Les règles ne donnent rien avant le {day} : indiquez ce jour ou un jour suivant.',
  'claims.payee_twice': 'Ce numéro est déjà celui d’un autre bénéficiaire du dossier.',
  'claims.paid_after_death':
    'Des salaires sont déclarés après ce décès, comme le dit le haut de cette page : vérifiez, et dites pourquoi vous accordez.',
  'claims.payee_of_age':
    '{name} est maintenant majeur : il faut un compte à son nom. Ouvrez les bénéficiaires, choisissez « De cette personne » et donnez son RIB.',
  'claims.payee_is_member':
    'Ce numéro est celui de l’affilié décédé : saisissez celui de la personne qui est payée.',
  'claims.member_died':
    'Le décès de cette personne le {day} est déclaré dans le dossier {reference} : une pension de la personne elle-même ne se demande plus. Demandez la réversion, l’allocation d’orphelin ou le capital décès ; si le décès est une erreur, abandonnez ce dossier-là.',
  'claims.death_stated':
    'Un décès est déclaré pour cette personne, comme le dit le haut de cette page : refusez, ou dites pourquoi vous accordez.',
  'claims.death_differs':
    'Un autre dossier donne un autre jour de décès, comme le dit le haut de cette page : vérifiez l’acte, et dites pourquoi vous accordez.',
  'claims.kind_doubtful':
    'La demande ne va pas avec l’âge ou le jour de départ : dites pourquoi vous l’accordez, ou demandez un complément.',
  'claims.marriage_short':
    'Le mariage est trop court pour la règle : dites ce qui l’ouvre (accident, enfant du mariage, remariage).',
  'claims.child_grown_up':
    'Un enfant est majeur sans situation de handicap, et aucune règle publiée ne lui donne de part : dites pourquoi vous accordez.',
  'claims.parent_too_young':
    'L’âge de l’affilié à la naissance d’un enfant est peu croyable : vérifiez l’extrait de naissance, et dites pourquoi vous accordez.',
  'claims.above_share':
    'Ce montant dépasse la part sans réduction : vérifiez-le, ou dites d’où il vient.',
  'claims.difference_unsaid': 'Le jour ou le montant diffère du calcul : dites pourquoi.',
  'claims.complement_pension':
    'Un complément s’ajoute à ce qui est versé : il ne crée ni ne supprime une pension. Reprenez la page du dossier.',
  'claims.complement_lowers':
    'Un complément n’abaisse pas la pension. Saisissez au moins le montant annuel déjà accordé.',
  'claims.own_decision': 'Vous avez proposé cette décision : une autre personne la confirme.',
  'claims.later_salaries':
    'Des salaires sont déclarés après cette date : corrigez-la ou corrigez la déclaration ; si les deux sont justes, expliquez-le à l’agent à l’étape où la date est saisie.',
  'claims.nothing_answered':
    'Rien n’a été ajouté ni changé depuis la demande de l’Agence Virtuelle : ajoutez une pièce, ou répondez ici.',
  'claims.not_ready': 'Il reste des étapes à faire avant l’envoi.',
}
