import { de, que } from './elision.ts'
import { holds } from './holds.ts'

export const payments = {
  holds,
  band: 'E@syPaiement',
  orders: 'Ordres',
  newOrder: 'Nouvel ordre',
  title: 'E@syPaiement',
  lead: (company: string) => `${company} : les ordres de paiement.`,
  waitingForYou: 'À confirmer par vous',
  waiting: 'En cours',
  ended: 'Terminés',
  nothingTitle: 'Aucun ordre',
  nothingMaker: 'Établissez un ordre à partir des contributions dues.',
  nothingValidator: 'Quand un Ordonnateur établira un ordre, vous serez prévenu par e-mail.',
  nothingForYou: 'Rien n’attend votre confirmation.',
  columns: {
    reference: 'Ordre',
    amount: 'Montant',
    debitOn: 'Prélèvement le',
    state: 'État',
    maker: 'Établi par',
    open: 'Ouvrir',
  },
  read: 'Lire et confirmer',
  see: 'Voir',
  states: {
    awaiting_confirmation: 'À confirmer',
    confirmed: 'Confirmé',
    refused: 'Refusé',
    cancelled: 'Annulé',
    expired: 'Expiré',
    collected: 'Dans un fichier pour la banque',
    settled: 'Payé',
    rejected: 'Rejeté par la banque',
  },
  notHandedOver: 'pas encore remis à la banque',
  missing: { one: 'il manque 1 confirmation', two: 'il manque 2 confirmations' },
  drawUp: {
    title: 'Établir un ordre de paiement',
    lead: 'Choisissez ce que vous payez, le compte et le jour. Rien n’est prélevé avant les confirmations.',
    duesTitle: 'Ce que vous payez',
    duesHint: 'Laissez le montant proposé pour tout payer, ou saisissez moins.',
    due: (category: string, quarter: string) => `Catégorie ${category}, ${quarter}`,
    parts: { contributions: 'Contributions', interest: 'Intérêts de retard' },
    dueSince: (day: string) => `Échéance du ${day}`,
    open: (amount: string) => `${amount} à payer`,
    promised: (amount: string) => `dont ${amount} déjà en cours dans E@syPaiement`,
    printed: (reference: string, day: string) =>
      `aussi dans l’ordre de virement ${reference} préparé le ${day}, pas encore reçu\u00a0: ne payez pas deux fois`,
    anyway: 'Je le paie quand même',
    anywayHint:
      'L’ordre de virement déjà préparé reste valable\u00a0: si les deux partent à la banque, vous payez deux fois. Qui l’a préparé le retire dans «\u00a0Compte Adhérent\u00a0».',
    pay: 'Payer',
    amount: 'Montant à payer (DH)',
    allPromised: 'Tout est déjà dans un ordre en cours',
    allPromisedText:
      'Ce qui reste dû est entièrement dans des ordres qui ne sont pas encore partis. Pour payer autrement, modifiez ou annulez d’abord un de ces ordres.',
    seeOrders: 'Voir les ordres',
    nothingDue: 'Rien à payer',
    nothingDueText: 'Tout ce qui est déclaré est payé ou déjà dans un ordre en cours.',
    account: 'Compte à prélever',
    noAccount: 'Aucun compte ne peut être prélevé',
    noAccountText:
      'L’Administrateur des Utilisateurs ajoute un compte dans «\u00a0Informations Générales\u00a0», fait signer le mandat, et l’Agence Virtuelle le valide.',
    noAccountUsable:
      'L’Administrateur des Utilisateurs fait signer un mandat pour ce compte, ou en ajoute un autre, dans «\u00a0Informations Générales\u00a0»\u00a0; l’Agence Virtuelle le valide. Sans attendre, réglez par un ordre de virement.',
    accountFrom: (day: string) =>
      `mandat validé, dans son délai de sécurité\u00a0: pour un prélèvement à partir du ${day}`,
    debitOn: 'Jour du prélèvement',
    debitOnHint: (first: string, last: string) =>
      `Un jour ouvré, du ${first} au ${last}, au format JJ/MM/AAAA. L’ordre se confirme avant ce jour ; pour aujourd’hui, dans la journée.`,
    rule: {
      two: 'Deux Validateurs, autres que vous, devront confirmer cet ordre.',
      one: 'Un Validateur, autre que vous, devra confirmer cet ordre.',
      self: 'Une confirmation suffit. Votre entreprise permet à qui établit un ordre de le confirmer.',
    },
    limits: 'Ce qui vaut pour cet ordre',
    orderCeiling: 'Plafond par ordre',
    dailyCeiling: 'Plafond par jour',
    left: (day: string, amount: string) => `${day}\u00a0: il reste ${amount}`,
    full: (day: string) => `${day}\u00a0: plafond atteint`,
    overCeiling: (total: string, ceiling: string) =>
      `Tout payer, soit ${total}, dépasse le plafond de ${ceiling} par ordre. Payez en plusieurs ordres, ou demandez à l’Administrateur des Utilisateurs de relever le plafond.`,
    confirmers: 'Peuvent confirmer',
    nobody: 'Personne',
    from: (name: string, when: string) => `${name}, à partir du ${when}`,
    noValidators: (count: number) =>
      count === 0
        ? 'Personne ne peut encore confirmer. Demandez à l’Administrateur des Utilisateurs de créer les Validateurs.'
        : 'Il manque un second Validateur\u00a0: l’ordre ne pourra pas partir. Demandez à l’Administrateur des Utilisateurs de le créer.',
    submit: 'Établir l’ordre',
    change: 'Enregistrer la modification',
    done: 'L’ordre est établi. Les Validateurs sont prévenus par e-mail.',
    amountWrong: 'Saisissez un montant en dirhams, par exemple 1\u00a0250,50.',
    amountTooHigh: (most: string) => `Ce montant dépasse ce qui reste à payer : ${most} au plus.`,
    gone: (dues: string) =>
      `Rien n’a été enregistré. Réglé ou mis dans un autre ordre entre-temps\u00a0: ${dues}.`,
    nothingChosen: 'Choisissez au moins une échéance à payer.',
    accountMissing: 'Choisissez le compte à prélever.',
    dayWrong: 'Saisissez le jour au format JJ/MM/AAAA, par exemple 15/12/2026.',
  },
  order: {
    title: (reference: string) => `Ordre ${reference}`,
    amount: 'Montant',
    payer: 'Payé par',
    payee: 'Bénéficiaire',
    account: 'Compte prélevé',
    mandate: 'Mandat',
    debitOn: 'Prélèvement le',
    askedBy: 'Établi par',
    confirmationsAsked: 'Confirmations demandées',
    expires: 'À confirmer avant le',
    dues: 'Ce que cet ordre paie',
    total: 'Total',
    category: 'Catégorie',
    quarter: 'Trimestre',
    part: 'Nature',
    digest: 'Empreinte de ce que vous confirmez',
    digestText:
      'Elle est calculée sur tout ce qui précède et gardée avec chaque confirmation. Une clé d’accès la signe : la preuve se vérifie même sans ce portail.',
    changed: 'Ce qui a changé depuis la version précédente',
    changedRow: (before: string, after: string) => `${before}, maintenant ${after}`,
    added: 'ajouté',
    removed: 'retiré',
    voided: 'Les confirmations données avant ce changement ne comptent plus.',
    bank: 'Banque',
    history: 'Historique',
    when: 'Date',
    who: 'Qui',
    what: 'Quoi',
    drewUp: 'A établi l’ordre',
    edited: (revision: string) => `A modifié l’ordre (version ${revision})`,
    confirmedIt: 'A confirmé',
    confirmedOwn: 'A confirmé son propre ordre, comme l’entreprise le permet',
    confirmedThen: 'A confirmé une version antérieure\u00a0: ne compte plus',
    lostPower: 'A confirmé, mais n’est plus Validateur\u00a0: ne compte plus',
    changeOf: (term: string, change: string) => `${term}\u00a0: ${change}`,
    by: { password: 'mot de passe redonné', passkey: 'clé d’accès' },
    events: {
      refused: (reason: string) => `A refusé l’ordre\u00a0: ${reason}`,
      cancelled: (reason: string) =>
        reason ? `A annulé l’ordre\u00a0: ${reason}` : 'A annulé l’ordre',
      opposed: (reason: string) => `S’est opposé au prélèvement\u00a0: ${reason}`,
      withdrawn: 'Prélèvement retiré',
      expired: 'A expiré\u00a0: personne ne l’a confirmé à temps',
      reopened:
        'Attend de nouveau une confirmation\u00a0: une de celles données ne compte plus, car la personne n’est plus Validateur',
      held_back: (why: string) => `Retenu au moment de partir. ${why}`.trim(),
      collected: (file: string) => `Mis dans le fichier ${file}`,
      sent: (file: string) => `Fichier ${file} remis à la banque`,
      accepted: 'La banque a pris le prélèvement en charge',
      settled: 'Payé par la banque',
      rejected: (why: string) =>
        `Rejeté par la banque. ${why} Les échéances sont de nouveau à payer.`,
      frozen: 'Le mandat de ce compte est gelé.',
      again: (reference: string) => `Les mêmes échéances sont reprises par l’ordre ${reference}`,
    },
    waitingFor: (count: number) =>
      count === 1
        ? 'Il manque la confirmation d’un Validateur.'
        : 'Il manque la confirmation de deux Validateurs.',
    confirmedAll: (day: string) =>
      `Toutes les confirmations sont données. Le prélèvement part le ${day}.`,
    yourOwn: 'Vous avez établi cet ordre\u00a0: une autre personne doit le confirmer.',
    youWait: (when: string) =>
      `Vous êtes Validateur depuis peu\u00a0: vous pourrez confirmer à partir du ${when}, ou dès qu’un autre Validateur donnera son accord. Vous pouvez déjà refuser.`,
    lacksPeople:
      'Il n’y a plus assez de Validateurs pour les confirmations qui manquent\u00a0: l’Administrateur des Utilisateurs doit en nommer un autre.',
    alreadyYours: 'Vous avez confirmé. L’ordre attend une autre personne.',
    reason: (text: string) => `Raison donnée\u00a0: ${text}`,
    confirmTitle: 'Confirmer',
    confirmLead: 'Vous confirmez exactement ce qui est écrit ci-dessus.',
    password: 'Votre mot de passe',
    passwordHint: 'Redonné ici pour être sûr que c’est vous.',
    passwordOrPasskeyHint:
      'Redonné ici pour être sûr que c’est vous, ou confirmez avec votre clé d’accès.',
    confirmWithPasskey: 'Confirmer avec ma clé d’accès',
    passwordMissing: 'Saisissez votre mot de passe pour confirmer.',
    confirm: (amount: string, company: string) =>
      `Confirmer le paiement de ${amount} par ${company}`,
    confirmed: 'Votre confirmation est enregistrée.',
    refuseTitle: 'Refuser',
    refuseReason: 'Pourquoi refusez-vous\u00a0?',
    refuseHint: 'L’Ordonnateur lira cette raison.',
    refuseReasonMissing: 'Dites pourquoi vous refusez, en quelques mots.',
    refuse: 'Refuser cet ordre',
    refused: 'L’ordre est refusé. L’Ordonnateur est prévenu.',
    editIt: 'Modifier l’ordre',
    editTitle: (reference: string) => `Modifier l’ordre ${reference}`,
    editWarning: 'Toute modification annule les confirmations déjà données.',
    edit: 'L’ordre est modifié. Les Validateurs sont prévenus.',
    unchanged:
      'Vous n’avez rien changé\u00a0: l’ordre et ses confirmations restent tels qu’ils étaient.',
    cancel: 'Annuler l’ordre',
    cancelWhat: (amount: string) =>
      `L’ordre de ${amount} ne partira pas à la banque. Ce qu’il devait payer est de nouveau à payer, et peut entrer dans un autre ordre\u00a0:`,
    cancelVoids: 'Les confirmations déjà données sont perdues. Un ordre annulé ne reprend pas.',
    cancelReason: 'Pourquoi l’annulez-vous\u00a0?',
    cancelHint: 'Cette raison reste dans l’historique de l’ordre.',
    cancelReasonMissing: 'Dites pourquoi vous l’annulez, en quelques mots.',
    cancelIt: (amount: string) => `Annuler l’ordre de ${amount}`,
    cancelled: 'L’ordre est annulé. Les échéances sont de nouveau à payer.',
  },
  agreements: {
    title: 'Accords attendus',
    lead: (phone: string) =>
      `L’Administrateur des Utilisateurs a décidé ce qui suit. Cela ne compte qu’après un délai de sécurité, pour que vous puissiez réagir. Si vous vous y attendiez, donnez votre accord\u00a0: cela compte aussitôt. Sinon, appelez l’Agence Virtuelle au ${phone}.`,
    login: 'Son login\u00a0:',
    today: (value: string) => `Aujourd’hui\u00a0: ${value}`,
    unchanged: 'Ne change pas',
    waiting: 'Un changement décidé par l’Administrateur des Utilisateurs attend votre accord.',
    see: 'Lire ce changement',
    nothing: 'Rien n’attend votre accord',
    nothingText: 'Tout ce que l’Administrateur des Utilisateurs a décidé compte déjà.',
    validatorTitle: (name: string) => `${name} devient Validateur`,
    aloneTitle: (name: string) => `${name} établira et confirmera ses propres ordres`,
    alone:
      'Cette personne est Ordonnateur et Validateur, et votre entreprise permet de confirmer ses propres ordres : elle pourra payer seule.',
    counts: (when: string) => `Compte à partir du ${when}.`,
    agreeValidator: (name: string) => `Accepter ${que(name)} confirme dès maintenant`,
    settingsTitle: 'Les prochains ordres suivront d’autres réglages',
    decidedBy: 'Décidé par',
    perOrderConfirmations: 'Confirmations par ordre',
    confirmations: { one: '1', two: '2' },
    self: '1, que l’Ordonnateur peut donner lui-même',
    orderCeiling: 'Plafond par ordre',
    dailyCeiling: 'Plafond par jour',
    none: 'Aucun',
    agreeSettings: 'Accepter ces réglages dès maintenant',
    agreeWithPasskey: 'Accepter avec ma clé d’accès',
    passwordOrPasskeyHint:
      'Redonné ici pour être sûr que c’est vous, ou acceptez avec votre clé d’accès.',
    notYou: 'Cet accord ne peut pas venir de vous. Un autre Validateur peut le donner.',
    passwordMissing: 'Saisissez votre mot de passe pour donner votre accord.',
    done: 'Votre accord est enregistré\u00a0: le changement compte dès maintenant.',
  },
  systematic: {
    name: 'Prélèvement systématique',
    state: 'Annoncé',
    announced: 'Annoncé à l’entreprise',
    coming: (day: string, eve: string) =>
      `Ce prélèvement part le ${day}, selon le mandat signé\u00a0: aucune confirmation n’est demandée. Vous pouvez vous y opposer jusqu’au ${eve}.`,
    opposeTitle: 'S’opposer à ce prélèvement',
    opposeLead:
      'Rien ne sera prélevé. Ce qu’il devait payer reste dû, et ne sera pas prélevé de nouveau sans vous\u00a0: réglez-le par virement ou par un ordre.',
    opposeReason: 'Pourquoi vous y opposez-vous\u00a0?',
    opposeReasonMissing: 'Dites pourquoi, en quelques mots.',
    oppose: 'S’opposer à ce prélèvement',
    opposed: 'Le prélèvement n’aura pas lieu. Ce qu’il devait payer reste dû.',
    withdrawn: {
      not_confirmed: 'Ce prélèvement a été retiré\u00a0: il n’était plus en règle.',
      account_closed: 'Ce prélèvement a été retiré\u00a0: le compte n’est plus ouvert.',
      mandate_ended: 'Ce prélèvement a été retiré\u00a0: le mandat a pris fin.',
      mandate_unsigned: 'Ce prélèvement a été retiré\u00a0: le mandat n’est pas validé.',
      mandate_waiting:
        'Ce prélèvement a été retiré\u00a0: le mandat est encore dans son délai de sécurité.',
      mandate_changed: 'Ce prélèvement a été retiré\u00a0: le mandat a changé.',
      account_not_usable: 'Ce prélèvement a été retiré\u00a0: le compte ne peut plus être prélevé.',
      dues_not_open:
        'Ce prélèvement a été retiré\u00a0: ce qu’il devait payer a changé ou est déjà réglé.',
      not_systematic:
        'Ce prélèvement a été retiré\u00a0: le mandat ou l’option de paiement a changé.',
    },
  },
  mails: {
    systematic: {
      subject: {
        announced: 'Un prélèvement systématique est annoncé',
        withdrawn: 'Un prélèvement annoncé est retiré',
        opposed: 'Opposition à un prélèvement',
      },
      text: {
        announced: (amount: string, day: string) =>
          `${amount} seront prélevés le ${day}, selon le mandat de prélèvement systématique de votre entreprise.`,
        withdrawn: (amount: string, day: string) =>
          `Le prélèvement de ${amount} annoncé pour le ${day} n’aura pas lieu\u00a0: ce qu’il devait payer, ou le mandat, a changé. S’il reste quelque chose à payer, un autre prélèvement sera annoncé.`,
        opposed: (amount: string, day: string) =>
          `Une personne de votre entreprise s’est opposée au prélèvement de ${amount} annoncé pour le ${day}. Il n’aura pas lieu\u00a0; ce qu’il devait payer reste dû.`,
      },
      openUsers: 'Voir qui peut s’y opposer',
      openInformation: 'Voir les comptes et leurs mandats',
      untilEve: (eve: string) =>
        `Si vous n’êtes pas d’accord, un Ordonnateur ou un Validateur peut s’y opposer jusqu’au ${eve} dans E@syPaiement.`,
    },
    hello: (name: string) => `Bonjour ${name},`,
    waitsSubject: (company: string) =>
      `Un ordre de paiement attend votre confirmation (${company})`,
    drawnUp: (amount: string) => `Un ordre de paiement de ${amount} vient d’être établi.`,
    reopened: (amount: string) =>
      `Un ordre de paiement de ${amount} n’est pas parti à la banque : une confirmation donnée ne compte plus, car la personne n’est plus Validateur. Il attend de nouveau une confirmation.`,
    edited: (amount: string) =>
      `Un ordre de paiement vient d’être modifié\u00a0: son montant est de ${amount}. Les confirmations précédentes ne comptent plus.`,
    readIt: 'Lire l’ordre',
    notYours:
      'Si vous ne connaissez pas cet ordre, ne le confirmez pas et prévenez votre Administrateur des Utilisateurs.',
    endedSubject: {
      confirmed: 'Votre ordre de paiement est confirmé',
      refused: 'Votre ordre de paiement est refusé',
      expired: 'Votre ordre de paiement a expiré',
    },
    ended: {
      confirmed: (by: string, day: string) =>
        `Votre ordre a toutes ses confirmations, la dernière ${de(by)}. Le prélèvement part le ${day}.`,
      refused: (by: string, _day: string) =>
        `${by} a refusé votre ordre. Établissez-en un autre si le paiement reste dû.`,
      expired: (_by: string, _day: string) =>
        'Personne n’a confirmé votre ordre à temps. Établissez-en un autre si le paiement reste dû.',
    },
    because: (reason: string) => `Raison donnée\u00a0: ${reason}`,
    seeIt: 'Voir l’ordre',
  },
}

/** Sentences of E@syPaiement that a rule answers with. */
export const paymentsRefusals = {
  'payments.printed_meanwhile':
    'Ce que vous avez coché est déjà dans l’ordre de virement {orders}, préparé depuis que cette page est ouverte. Décochez-le, ou dites ci-dessous que vous le payez quand même.',
  'payments.not_a_validator':
    'Votre profil ne permet plus de confirmer. Adressez-vous à l’Administrateur des Utilisateurs de votre entreprise.',
  'payments.validator_waits':
    'Votre pouvoir de Validateur est récent\u00a0: il compte après le délai de sécurité, ou dès qu’un autre Validateur donne son accord.',
  'payments.cannot_agree':
    'Cet accord ne peut pas venir de vous\u00a0: un autre Validateur, qui n’a pas décidé ce changement et n’y gagne aucun pouvoir, peut le donner.',
  'payments.nothing_waits':
    'Ce changement n’attend plus d’accord, ou il a été décidé de nouveau. Relisez la page.',
  'payments.systematic':
    'Ce prélèvement suit un mandat\u00a0: il ne se modifie pas et ne se confirme pas. Vous pouvez vous y opposer.',
  'payments.not_systematic':
    'Cet ordre n’est pas un prélèvement systématique\u00a0: refusez-le ou annulez-le.',
  'payments.no_power':
    'Votre profil ne permet pas d’agir sur les paiements. Adressez-vous à l’Administrateur des Utilisateurs de votre entreprise.',
  'payments.too_late_to_oppose':
    'Le jour du prélèvement est arrivé\u00a0: il n’est plus possible de s’y opposer ici. Adressez-vous à votre banque.',
  'payments.not_a_maker':
    'Votre profil ne permet plus d’établir un ordre. Adressez-vous à l’Administrateur des Utilisateurs de votre entreprise.',
  'payments.maker_cannot_confirm':
    'Vous avez établi ou modifié cet ordre\u00a0: une autre personne doit le confirmer.',
  'payments.already_confirmed':
    'Vous avez déjà confirmé cet ordre. Il attend maintenant une autre personne.',
  'payments.changed_since_shown':
    'Cet ordre a changé depuis que vous l’avez ouvert. Relisez-le avant de le confirmer.',
  'payments.expired':
    'Cet ordre a expiré sans être confirmé. Demandez à l’Ordonnateur d’en établir un autre.',
  'payments.no_longer_open':
    'Cet ordre n’attend plus de confirmation. Son histoire dit ce qu’il est devenu.',
  'payments.not_confirmed':
    'Cet ordre n’a pas toutes ses confirmations\u00a0: il ne peut pas partir à la banque.',
  'payments.never_collected':
    'Cet ordre n’est jamais parti à la banque\u00a0: elle ne peut pas y répondre.',
  'payments.nothing_chosen': 'Choisissez au moins une échéance à payer.',
  'payments.due_not_open':
    'Une échéance choisie n’est plus à payer. Rechargez la page, puis choisissez de nouveau.',
  'payments.more_than_due':
    'Un montant dépasse ce qui reste à payer de son échéance\u00a0: {most} au plus.',
  'payments.account_waits':
    'Ce compte peut être prélevé à partir du {from} : son mandat est dans son délai de sécurité. Choisissez ce jour ou un jour ouvré qui le suit.',
  'payments.account_not_usable':
    'Ce compte ne peut pas être prélevé. Choisissez un compte dont le mandat est validé.',
  'payments.day_not_working':
    'Ce jour n’est pas un jour ouvré : la banque ne prélève pas. Choisissez par exemple le {next}.',
  'payments.day_out_of_range':
    'Choisissez un jour à partir d’aujourd’hui, dans les 90 jours qui viennent.',
  'payments.over_order_ceiling':
    'Cet ordre dépasse le plafond de votre entreprise\u00a0: {most} par ordre. Payez en plusieurs ordres, ou demandez à l’Administrateur des Utilisateurs de relever le plafond.',
  'payments.now_over_order_ceiling':
    'Cet ordre dépasse maintenant le plafond de votre entreprise, {most} par ordre\u00a0: il ne peut pas être confirmé. Un Ordonnateur peut le modifier ou l’annuler, ou l’Administrateur des Utilisateurs relever le plafond.',
  'payments.now_over_daily_ceiling':
    'Les ordres de ce jour dépassent maintenant le plafond de votre entreprise, {most} par jour\u00a0: celui-ci ne peut pas être confirmé. Un Ordonnateur peut choisir un autre jour ou annuler l’un d’eux, ou l’Administrateur des Utilisateurs relever le plafond.',
  'payments.over_daily_ceiling':
    'Les ordres de ce jour dépasseraient le plafond de votre entreprise\u00a0: {most} par jour. Choisissez un autre jour, ou demandez à l’Administrateur des Utilisateurs de relever le plafond.',
  'payments.form_used':
    'Ce formulaire a déjà établi un autre ordre. Ouvrez un nouveau formulaire pour en établir un second.',
}
