import { grouped } from '../language.ts'

export const debits = {
  title: 'Prélèvements',
  lead: 'Ce qui part à la banque, et ce qu’elle répond.',
  make: 'Préparer le fichier du jour',
  makeText: (count: number, amount: string) =>
    count === 0
      ? 'Aucun ordre confirmé n’attend d’être prélevé aujourd’hui.'
      : `${count === 1 ? 'Un ordre confirmé, dont le jour est venu' : `${grouped(count)} ordres confirmés, dont le jour est venu`} : ${amount}. ${count === 1 ? 'Il est contrôlé' : 'Chacun est contrôlé'} une dernière fois ; ce qui passe est réuni dans un fichier, qui ne se défait plus.`,
  made: (count: number) =>
    count === 1
      ? 'Le fichier est prêt\u00a0: 1 ordre.'
      : `Le fichier est prêt\u00a0: ${count} ordres.`,
  nothingDue: 'Aucun ordre n’est à prélever aujourd’hui.',
  heldBack: (count: number) =>
    count === 1
      ? '1 ordre a été retenu\u00a0: «\u00a0Ordres retenus\u00a0» dit pourquoi et ce qui suit.'
      : `${count} ordres ont été retenus\u00a0: «\u00a0Ordres retenus\u00a0» dit pourquoi et ce qui suit.`,
  held: {
    title: 'Ordres retenus',
    lead: 'Confirmés, leur jour est venu, et ils ne sont pas partis. Leur entreprise a reçu la même explication par e-mail.',
    first: (shown: number, all: number) => `Les ${shown} plus anciens sur ${grouped(all)}.`,
    mail: {
      subject: (count: number) =>
        count === 1
          ? '1 ordre n’est pas parti à la banque'
          : `${count} ordres ne sont pas partis à la banque`,
      text: (count: number) =>
        count === 1
          ? 'En préparant le fichier du jour, un ordre a été retenu. La page des prélèvements dit lequel, pourquoi, et à qui s’adresser\u00a0; l’entreprise a reçu la même explication.'
          : `En préparant le fichier du jour, ${count} ordres ont été retenus. La page des prélèvements dit lesquels, pourquoi, et à qui s’adresser\u00a0; les entreprises ont reçu la même explication.`,
      see: 'Voir les ordres retenus',
    },
  },
  collections: 'Fichiers',
  none: 'Aucun fichier',
  noneText: 'Le premier fichier apparaîtra ici.',
  columns: {
    reference: 'Fichier',
    collectOn: 'Prélèvement le',
    entries: 'Ordres',
    amount: 'Montant',
    state: 'État',
    answers: 'Réponses',
    company: 'Entreprise',
    order: 'Ordre',
    answer: 'Réponse de la banque',
  },
  states: { made: 'À remettre', handed_over: 'Remis à la banque' },
  answers: (settled: number, rejected: number) =>
    `Payés\u00a0: ${settled}, rejetés\u00a0: ${rejected}`,
  collection: {
    title: (reference: string) => `Fichier ${reference}`,
    hash: 'Empreinte SHA-256',
    adapter: 'Format',
    madeAt: 'Préparé le',
    download: 'Télécharger le fichier',
    handOver: 'Marquer comme remis à la banque',
    handOverSure: 'La banque a ce fichier',
    handOverHint:
      'Cochez-le une fois le fichier déposé à la banque\u00a0: cela ne se défait pas, et chaque entreprise lit que son ordre est parti.',
    handOverMissing: 'Cochez que la banque a ce fichier, ou déposez-le d’abord.',
    handedOver: 'Le fichier est noté comme remis. Ses réponses sont attendues.',
    handedOverAt: 'Remis le',
    entries: 'Ordres du fichier',
    waiting: 'En attente',
    settled: 'Payé',
    rejected: 'Rejeté',
  },
  messages: {
    title: 'Messages de la banque',
    lead: 'Déposez les fichiers pain.002, camt.053 et camt.054 tels que la banque les envoie.',
    file: 'Fichier de la banque',
    kinds: 'Fichier XML',
    missing: 'Choisissez le fichier reçu de la banque.',
    send: 'Traiter ce fichier',
    done: (said: {
      movements: number
      applied: number
      transfers: number
      toDecide: number
      parked: number
    }) => {
      const rest = said.movements - said.applied - said.transfers - said.parked
      return `Fichier traité. Réponses appliquées\u00a0: ${said.applied}, virements reçus\u00a0: ${said.transfers}${
        said.toDecide > 0 ? ` dont ${said.toDecide} à décider` : ''
      }, mouvements à examiner\u00a0: ${said.parked}${
        rest > 0 ? `, déjà connus ou sans effet\u00a0: ${rest}` : ''
      }.`
    },
    list: 'Fichiers traités',
    none: 'Aucun fichier de la banque n’a encore été traité.',
    columns: {
      file: 'Fichier',
      kind: 'Genre',
      received: 'Reçu le',
      movements: 'Mouvements',
      applied: 'Appliqués',
      parked: 'À examiner',
    },
    parked: 'À examiner',
    parkedNone: 'Aucun mouvement n’attend de décision.',
    parkedFirst: (shown: number, all: number) =>
      `Les ${shown} plus anciens sur ${grouped(all)}. Les suivants apparaissent à mesure que vous décidez.`,
    movement: 'Mouvement',
    because: {
      unknown_reference: 'Aucun ordre n’a cette référence',
      other_amount: 'Le montant n’est pas celui de l’ordre',
      already_rejected: 'L’ordre avait déjà été rejeté',
      booked_before:
        'La banque a déjà écrit cette réponse\u00a0: c’est une seconde écriture pour le même ordre',
      transfer: 'Virement dont le fichier ne dit pas le montant',
      other_detail: 'Somme ou détail de virements déjà reçus',
      said_before:
        'Un autre fichier a dit la même chose (jour, montant, donneur d’ordre, motif), et la banque ne donne aucune référence\u00a0: est-ce le même virement\u00a0?',
      told_twice:
        'Ce fichier le porte deux fois, du même montant et sous la même référence de la banque\u00a0: est-ce le même virement\u00a0?',
    },
    direction: { in: 'Argent reçu', out: 'Argent repris' },
    debit: 'Prélèvement attendu',
    debitFile: 'son fichier',
    reason: 'Code de la banque',
    receiveText:
      'Cet argent est arrivé, et il est à quelqu’un. Pris pour un virement reçu, il attend d’être attribué à une entreprise ou remboursé.',
    stillWaits: 'Le prélèvement attend toujours sa réponse.',
    receive: 'En faire un virement reçu',
    question: {
      known: 'Déjà reçu',
      text: 'Si la banque a écrit deux fois cet argent sur le compte, c’est un second virement\u00a0: il attend alors d’être attribué ou remboursé. Sinon, c’est le même, et rien ne change. Dans le doute, demandez à la banque.',
      second: 'C’est un second virement',
      same: 'C’est le même virement',
      sameReason: 'C’est le même virement, déjà reçu.',
    },
    receivedDone:
      'C’est un virement reçu, en attente. Dites à qui il est, ou qu’il est à rembourser.',
    noReference: 'Sans référence',
    setAside: 'Écarter ce mouvement',
    setAsideReason: 'Pourquoi l’écarter\u00a0?',
    setAsideMissing: 'Dites pourquoi ce mouvement est écarté.',
    setAsideDone: 'Le mouvement est écarté.',
  },
  reasons: {
    no_money: (_code: string) =>
      'Le compte n’avait pas la provision nécessaire (AM04). Une fois le compte approvisionné, un Ordonnateur établit un autre ordre.',
    account: (code: string) =>
      `Le compte est inconnu, fermé ou bloqué (${code}). Choisissez un autre compte, ou demandez à votre banque.`,
    mandate: (code: string) =>
      `La banque ne connaît pas de mandat valable pour ce compte (${code}). Faites signer un nouveau mandat.`,
    refused: (code: string) =>
      `La banque ou le titulaire a refusé, sans dire pourquoi (${code}). Demandez à votre banque.`,
    taken_back: (code: string) =>
      `Le remboursement de ce prélèvement a été demandé à la banque au nom du titulaire du compte (${code}). Voyez dans votre entreprise qui l’a demandé et pourquoi\u00a0; un Ordonnateur peut ensuite établir un autre ordre.`,
    other: (code: string) =>
      code
        ? `La banque a refusé avec le code ${code}. L’Agence Virtuelle peut vous renseigner.`
        : 'La banque a refusé sans donner de raison. L’Agence Virtuelle peut vous renseigner.',
  },
  mails: {
    subject: {
      settled: 'Votre paiement est arrivé',
      rejected: 'La banque a rejeté votre paiement',
    },
    text: {
      settled: (amount: string) =>
        `La banque a payé ${amount}. Ce règlement est inscrit au Compte Adhérent.`,
      rejected: (amount: string) =>
        `La banque a rejeté le prélèvement de ${amount}. Les échéances de cet ordre sont de nouveau à payer.`,
    },
    interestLeft: (amount: string) =>
      `Une échéance de cet ordre a été réglée après le délai sans intérêts\u00a0: ${amount} d’intérêts de retard restent à payer.`,
    openInformation: 'Préparer un nouveau mandat',
    frozen:
      'Ce compte ne sera plus prélevé. L’Administrateur des Utilisateurs peut préparer un nouveau mandat dans «\u00a0Informations Générales\u00a0».',
  },
}

export const debitsRefusals = {
  'debits.no_creditor':
    'Le compte de la caisse n’est pas renseigné\u00a0: aucun fichier ne peut partir. Demandez à l’exploitant de donner GUICHET_FUND_RIB.',
  'debits.message_doctype':
    'Ce fichier contient une déclaration DOCTYPE ou une inclusion\u00a0: il n’a pas été lu. Demandez à la banque un fichier sans elles.',
  'debits.message_not_xml':
    'Ce fichier n’est pas un XML lisible. Déposez le fichier tel que la banque l’a envoyé.',
  'debits.message_unknown_message':
    'Ce fichier n’est ni un pain.002, ni un camt.053, ni un camt.054. Déposez un de ces fichiers.',
  'debits.message_other_currency':
    'Ce fichier contient une autre monnaie que le dirham. Rien n’a été pris en compte\u00a0: demandez à la banque un fichier en dirhams.',
  'debits.message_other_amount':
    'Un montant de ce fichier n’est pas écrit à la façon de la norme ISO 20022, par exemple 14490.11. Rien n’a été pris en compte\u00a0: demandez à la banque un fichier corrigé.',
  'debits.message_too_many':
    'Ce fichier contient trop de mouvements. Demandez à la banque de le couper en plusieurs.',
  'debits.not_a_transfer':
    'Ce mouvement n’est pas de l’argent à attribuer. Écartez-le en disant pourquoi.',
  'debits.transfer_known':
    'Cet argent est déjà parmi les virements reçus. Écartez ce mouvement en le disant.',
  'debits.message_known': 'Ce fichier a déjà été traité. Rien n’a changé.',
}
