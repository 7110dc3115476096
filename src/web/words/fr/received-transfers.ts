export const receivedTransfers = {
  title: 'Virements reçus',
  lead: (amount: string) => `${amount} attendent qu’on sache à qui ils sont.`,
  nothingWaits: 'Rien n’attend\u00a0: chaque virement reçu a trouvé son entreprise.',
  state: 'État',
  states: {
    to_decide: 'À décider',
    to_identify: 'À identifier',
    to_refund: 'À rembourser',
    attributed: 'Attribué',
    refunded: 'Remboursé',
    no_payment: 'Pas un paiement',
  },
  stateCount: (state: string, count: number) => `${state} (${count})`,
  none: 'Aucun virement dans cet état',
  noneText: 'Les virements arrivent avec les messages de la banque.',
  columns: {
    bookedOn: 'Reçu le',
    payer: 'Donneur d’ordre',
    written: 'Motif',
    why: 'Pourquoi',
    amount: 'Montant',
  },
  unnamed: 'Donneur d’ordre non nommé',
  nothingWritten: 'Aucun motif',
  because: {
    several_references: 'Le motif porte plusieurs références',
    reference_already_paid: 'Un virement a déjà payé cet ordre de virement',
    reference_part_paid:
      'Un virement a déjà payé une partie de cet ordre\u00a0: celui-ci en est peut-être le complément',
    several_companies: 'Plusieurs entreprises ont ce compte',
    other_amount: 'Le montant n’est pas celui que l’entreprise de ce compte doit',
    unknown_payer: 'Ni la référence ni le compte ne sont connus',
    of_a_debit: 'Il porte la référence d’un prélèvement d’un autre montant, ou déjà rejeté',
    second_alike:
      'Il dit la même chose qu’un virement déjà reçu\u00a0: un agent y a reconnu un second',
    taken_back: 'Une attribution a été reprise',
  },
  one: {
    title: (amount: string, day: string) => `Virement de ${amount} du ${day}`,
    account: 'Compte débité',
    noAccount: 'Non communiqué',
    bankReference: 'Référence de la banque',
    note: 'Décision',
  },
  attribute: {
    title: 'À qui est ce virement\u00a0?',
    candidates: 'Entreprises possibles',
    noCandidate: 'Rien dans ce virement ne désigne une entreprise. Cherchez-la par son numéro.',
    company: 'Entreprise',
    clues: 'Ce qui la désigne',
    clue: {
      reference: 'la référence de son ordre de virement',
      withdrawn: 'la référence d’un ordre de virement qu’elle a retiré',
      account: 'son compte bancaire',
      number: 'son N° Adhérent dans le motif',
      name: 'son nom',
      amount: 'ce montant exact',
    },
    owed: 'Doit aujourd’hui',
    choose: 'Choisir',
    number: 'N° Adhérent',
    search: 'Voir ce qu’elle doit',
    unknown: 'Aucune entreprise n’a ce numéro. Vérifiez les six chiffres.',
    dues: (company: string) => `Ce que le virement paie pour ${company}`,
    duesHint:
      'Sans rien cocher, les plus anciennes échéances sont payées d’abord. Ce qui reste devient un avoir.',
    promised:
      'Des ordres de paiement de l’entreprise doivent aussi payer ce qui est dû. Ce que le virement paie n’est pas prélevé une seconde fois\u00a0: le jour venu, un tel ordre est retenu en entier, et ses personnes sont prévenues.',
    noDue: (company: string) =>
      `${company} ne doit rien aujourd’hui\u00a0: le virement deviendra un avoir.`,
    send: (amount: string, company: string) => `Attribuer ${amount} à ${company}`,
    done: 'Le virement est au compte de l’entreprise.',
  },
  split: {
    title: 'Répartir entre plusieurs entreprises',
    lead: 'Pour de l’argent envoyé en une fois pour plusieurs entreprises, par une fiduciaire par exemple. Chaque part va au compte de son entreprise et y paie d’abord les plus anciennes échéances.',
    offer: 'Il paie pour plusieurs entreprises\u00a0: le répartir',
    amount: (amount: string) => `À répartir\u00a0: ${amount}, en entier.`,
    number: (line: number) => `N° Adhérent, entreprise ${line}`,
    part: (line: number) => `Sa part, entreprise ${line} (DH)`,
    more: 'Ajouter des lignes',
    check: 'Vérifier la répartition',
    checkAgain: 'Vérifier de nouveau',
    numberWrong: 'Donnez les six chiffres du N° Adhérent.',
    numberTwice: 'Cette entreprise est déjà nommée plus haut. Réunissez ses parts sur une ligne.',
    amountWrong: 'Donnez sa part en dirhams, par exemple 1 250,00.',
    tooFew: 'Nommez au moins deux entreprises. Pour une seule, attribuez-lui le virement entier.',
    left: (amount: string) =>
      `Il reste ${amount} à répartir\u00a0: les parts doivent faire tout le virement.`,
    over: (amount: string) => `Les parts dépassent le virement de ${amount}. Corrigez-les.`,
    shown: 'Ce qui sera écrit',
    columns: {
      company: 'Entreprise',
      owed: 'Doit aujourd’hui',
      part: 'Sa part',
    },
    credit: 'Plus qu’elle ne doit\u00a0: le reste devient un avoir.',
    changed: 'Les parts ont changé depuis la vérification. Relisez, puis répartissez.',
    send: (amount: string, companies: number) =>
      `Répartir ${amount} entre ${companies} entreprises`,
    done: 'Chaque part est au compte de son entreprise.',
  },
  keep: {
    title: 'Le garder sans l’attribuer',
    as: 'Décision',
    to_identify: 'À identifier',
    to_identifyHint: 'Il reste en attente\u00a0; quelqu’un cherche à qui il est.',
    to_refund: 'À rembourser',
    to_refundHint: 'Il reste en attente jusqu’au remboursement.',
    no_payment: 'Pas un paiement d’entreprise',
    no_paymentHint: 'Il quitte les attentes\u00a0: intérêts du compte, virement interne…',
    asMissing: 'Choisissez une décision.',
    reason: 'Pourquoi\u00a0?',
    reasonMissing: 'Dites pourquoi, en une phrase.',
    send: 'Garder cette décision',
    done: 'La décision est notée.',
  },
  refund: {
    title: 'Le virement a été remboursé',
    reason: 'Référence du remboursement',
    reasonMissing: 'Donnez la référence du remboursement.',
    send: 'Noter le remboursement',
  },
  attributed: {
    title: 'Attribution',
    company: 'Entreprise',
    foundBy: 'Reconnu par',
    by: {
      reference: 'La référence de l’ordre de virement',
      account: 'Le compte et le montant exact',
      agent: 'Un agent',
    },
    withdrawn: (day: string, reason: string) =>
      `L’entreprise avait retiré cet ordre le ${day}\u00a0: ${reason}`,
  },
  takeBack: {
    title: 'Reprendre cette attribution',
    splitText:
      'Toutes les parts quittent les comptes de leurs entreprises par des écritures inverses, et le virement entier revient en attente. Chaque entreprise est prévenue.',
    text: 'Le paiement quitte le compte de l’entreprise par une écriture inverse, ses échéances sont de nouveau dues, et le virement revient en attente.',
    reason: 'Pourquoi la reprendre\u00a0?',
    reasonMissing: 'Dites pourquoi. L’entreprise lira cette phrase.',
    send: 'Reprendre l’attribution',
    done: 'L’attribution est reprise. Le virement attend une autre décision.',
  },
  mails: {
    subject: {
      attributed: 'Votre virement est sur votre Compte Adhérent',
      taken_back: 'Un virement a été repris de votre Compte Adhérent',
    },
    text: {
      attributed: (amount: string, day: string) =>
        `Un virement reçu le ${day} est inscrit à votre compte pour ${amount}.`,
      taken_back: (amount: string, day: string) =>
        `Le virement de ${amount} reçu le ${day} avait été inscrit à votre compte par erreur\u00a0: il en a été retiré, et ce qu’il payait est de nouveau dû.`,
    },
    withdrawn: (reference: string) =>
      `Il porte la référence ${reference}, d’un ordre de virement que vous aviez retiré\u00a0: votre banque l’a exécuté. Vérifiez qu’un autre ordre ne règle pas la même chose\u00a0; ce qui serait payé en trop devient un avoir.`,
    payer: (name: string) => `Donneur d’ordre\u00a0: ${name}`,
    reason: (reason: string) => `Raison donnée\u00a0: ${reason}`,
    see: 'Voir le relevé de votre compte',
    nobodyReads: 'Donner un accès au Compte Adhérent',
  },
  suspense: {
    title: 'Compte d’attente',
    when: 'Le',
    what: 'Mouvement',
    kinds: {
      received: 'Reçu',
      attributed: 'Attribué à une entreprise',
      taken_back: 'Attribution reprise',
      refunded: 'Remboursé',
      no_payment: 'Sorti\u00a0: pas un paiement',
    },
  },
}

export const receivedTransfersRefusals = {
  'received.no_longer_waits':
    'Ce virement n’attend plus de décision. Ouvrez-le de nouveau pour voir ce qu’il est devenu.',
  'received.not_attributed':
    'Ce virement n’est attribué à personne\u00a0: il n’y a rien à reprendre.',
  'received.refund_first':
    'Décidez d’abord que ce virement est à rembourser, puis notez le remboursement.',
  'received.split_too_few':
    'Un virement se répartit entre deux entreprises au moins. Pour une seule, attribuez-lui le virement entier.',
  'received.split_twice': 'Une entreprise est nommée deux fois. Réunissez ses parts sur une ligne.',
  'received.split_sum': 'Les parts doivent faire exactement le montant du virement. Corrigez-les.',
  'received.company_unknown': 'Aucune entreprise n’a ce N° Adhérent. Vérifiez les six chiffres.',
}
