/** Words of the coded letters: their titles as the leaflet prints them, their states, why they come back. */
export const letters = {
  titles: {
    subscription: (fund: string) => `Abonnement aux Téléservices ${fund}`,
    renewal: (fund: string) => `Réabonnement aux Téléservices ${fund}`,
    password_reset: (_fund: string) => 'Réinitialisation du mot de passe de la personne déléguée',
    email_update: (_fund: string) => 'Mise à jour de l’e-mail de la personne déléguée',
    debit_mandate: (_fund: string) => 'Mandat de prélèvement',
  },
  kinds: {
    subscription: 'Abonnement',
    renewal: 'Réabonnement',
    password_reset: 'Mot de passe',
    email_update: 'E-mail',
    debit_mandate: 'Mandat',
  },
  states: {
    awaiting_signature: 'Signature attendue',
    received: 'À l’examen',
    to_complete: 'À compléter',
    accepted: 'Accepté',
    applied: 'En vigueur',
    refused: 'Refusé',
    withdrawn: 'Retiré',
    expired: 'Expiré',
    without_object: 'Sans objet',
  },
  receivedBy: {
    upload: 'en ligne',
    post: 'par courrier',
    counter: 'au guichet',
  },
  reasons: {
    missing_signature: 'La signature du responsable manque.',
    missing_stamp: 'Le cachet de l’entreprise manque.',
    unreadable: 'Le document n’est pas lisible. Envoyez une copie plus nette.',
    missing_page: 'Une page manque. Envoyez toutes les pages dans un seul document.',
    signatory_capacity:
      'La qualité du signataire n’est pas établie. Joignez un pouvoir ou un extrait du registre de commerce.',
    delegate_identity:
      'L’identité de la personne déléguée n’est pas établie. Joignez une copie de sa pièce d’identité.',
    differs_from_form:
      'Ce qui est écrit sur le document diffère de ce que vous aviez saisi. Imprimez de nouveau le formulaire et signez-le sans le modifier.',
    wrong_document:
      'Le document reçu n’est pas le formulaire attendu. Envoyez celui qui porte votre référence.',
    unknown_number: 'Le N° Adhérent indiqué n’est celui d’aucune entreprise adhérente.',
    not_authorised: 'Le signataire n’est pas habilité à engager l’entreprise.',
    not_from_company: 'Nous n’avons pas pu établir que la demande vient de l’entreprise.',
    identity_mismatch: 'L’identité indiquée ne correspond pas aux pièces reçues.',
    duplicate: 'Une demande identique a déjà été traitée.',
    no_answer: 'Les compléments demandés ne nous sont pas parvenus.',
    infected_proof:
      'Le document envoyé contenait un virus : nous ne l’avons pas gardé. Faites vérifier l’appareil qui l’a produit, numérisez de nouveau le document papier, puis envoyez-le.',
    objection_upheld:
      'La personne déléguée en fonction s’est opposée à la demande, et son opposition a été retenue.',
  },
  mails: {
    reference: 'Votre référence :',
    follow: 'Voir où en est ma demande',
    referenceLabel: 'Référence',
    received: {
      subject: (reference: string) => `Nous avons reçu votre document signé (${reference})`,
      body: (title: string, by: string) =>
        `Votre document « ${title} » nous est parvenu signé, ${by}.`,
      next: 'Vous n’avez rien à faire. L’Agence Virtuelle le compare avec ce que vous avez saisi et vous écrit à cette adresse : accord, complément à fournir ou refus, avec ses raisons.',
      employerNumber: 'N° Adhérent',
      answer: 'Réponse',
      before: (date: string) =>
        `au plus tard le ${date} (48 heures, sans les samedis, dimanches et jours fériés)`,
      paused: 'après une vérification complémentaire, qui suspend le délai de 48 heures',
      follow:
        'La page de suivi montre où en est le dossier et permet d’envoyer un meilleur scan. Elle demande la référence et cette adresse e-mail.',
      unknown:
        'Si cette demande ne vient pas de vous, écrivez à l’Agence Virtuelle en rappelant la référence.',
    },
    complete: {
      subject: (reference: string) => `Votre dossier est à compléter (${reference})`,
      body: (title: string) =>
        `Pour valider votre document « ${title} », il nous manque quelque chose :`,
      next: 'Envoyez le document complété depuis la page de suivi, ou par courrier à l’Agence Virtuelle. Le délai de 48 heures reprend dès que nous le recevons.',
      before: (day: string) =>
        `Nous l’attendons jusqu’au ${day}. Passé ce jour, la demande expire et il faut en faire une autre.`,
    },
    refused: {
      subject: (reference: string) => `Votre demande n’a pas été acceptée (${reference})`,
      body: (title: string) =>
        `L’Agence Virtuelle a examiné votre document « ${title} » et ne peut pas l’accepter :`,
      next: 'Rien n’a été modifié. Si vous pensez qu’il s’agit d’une erreur, répondez à l’Agence Virtuelle en rappelant votre référence, ou faites une nouvelle demande.',
    },
    accepted: {
      subject: (reference: string) => `Votre demande est acceptée (${reference})`,
      body: (title: string) => `L’Agence Virtuelle a accepté votre document « ${title} ».`,
      from: (date: string) => `La demande prend effet le ${date}.`,
      waits:
        'La personne déléguée en fonction s’y est opposée : la demande ne prend effet que si un superviseur écarte cette opposition. Nous vous écrirons sa décision.',
      opposable:
        'La personne déléguée en fonction est prévenue et peut s’y opposer d’ici là. Dans ce cas, nous vous l’écrivons et un superviseur décide.',
      nothing: 'Vous n’avez rien à faire.',
      link: (hours: number) =>
        `La personne déléguée reçoit alors, à son adresse enregistrée à l’agence, un lien à usage unique pour choisir son mot de passe. Ce lien dure ${hours} heures : prévenez-la.`,
    },
    held: {
      subject: (reference: string) => `Votre demande est suspendue (${reference})`,
      opposed: (title: string) =>
        `La personne déléguée en fonction s’est opposée à votre demande « ${title} ». Rien ne prend effet avant la décision d’un superviseur de l’Agence Virtuelle.`,
      checked: (title: string) =>
        `Votre demande « ${title} » fait l’objet d’une vérification complémentaire, qui suspend le délai de 48 heures. Rien ne prend effet d’ici là.`,
      next: 'Vous n’avez rien à faire : la suite vous parvient à cette adresse.',
    },
    goesOn: {
      subject: (reference: string) => `Votre demande suit son cours (${reference})`,
      body: (title: string) =>
        `La vérification de votre demande « ${title} » est terminée : elle suit son cours.`,
      answer: (date: string) => `L’Agence Virtuelle vous répond au plus tard le ${date}.`,
    },
    withoutObject: {
      subject: (reference: string) => `Votre demande est sans objet (${reference})`,
      body: (title: string) =>
        `La personne déléguée de l’entreprise a changé. Votre document « ${title} » concernait la précédente : il est classé sans suite.`,
      next: 'Rien n’a été modifié. La nouvelle personne déléguée a reçu son propre accès ; si quelque chose lui manque, elle peut faire sa propre demande.',
    },
    agentNote: (note: string) => `Précision de l’Agence Virtuelle : ${note}`,
  },
  printed: {
    requests: {
      subscription: (fund: string) =>
        `Nous demandons l’abonnement de notre entreprise aux Téléservices ${fund} et désignons comme Administrateur des Utilisateurs la personne indiquée ci-dessous.`,
      renewal: (fund: string) =>
        `Nous demandons la mise à jour de notre abonnement aux Téléservices ${fund} comme indiqué ci-dessous.`,
      password_reset: (_fund: string) =>
        'Nous demandons la réinitialisation du mot de passe de la personne déléguée de notre entreprise. Un lien à usage unique lui sera envoyé à son adresse e-mail connue de la caisse.',
      email_update: (_fund: string) =>
        'Nous demandons que l’adresse e-mail de la personne déléguée de notre entreprise soit remplacée par celle indiquée ci-dessous.',
      debit_mandate: (fund: string) =>
        `Nous autorisons ${fund} à prélever sur le compte indiqué ci-dessous les contributions que notre entreprise aura ordonnées.`,
    },
    reference: 'Référence',
    drawnUp: (date: string) => `Établi le ${date}`,
    scan: 'À rappeler dans tout échange. L’Agence Virtuelle lit ce code pour ouvrir votre dossier.',
    undertaking:
      'Je certifie l’exactitude des informations ci-dessus et déclare être habilité à engager l’entreprise.',
    sendBack:
      'À faire signer et cacheter par le responsable de l’entreprise ou une personne habilitée, puis à envoyer ou à déposer à l’Agence Virtuelle, ou à joindre en ligne depuis la page « Où en est ma demande ? ».',
    sendTo: 'À envoyer ou à déposer',
    attention: 'À l’attention du Responsable de l’Agence Virtuelle',
    signature: 'Signature du responsable',
    stamp: 'Cachet de l’entreprise',
    date: 'Fait à … le …',
  },
}

export const lettersRefusals = {
  'letters.too_late':
    'Ce dossier est déjà clos ou décidé : il ne peut plus être modifié. Consultez son état.',
  'letters.another_in_review':
    'Un autre document signé est déjà à l’examen pour ce N° Adhérent. Attendez la réponse de l’Agence Virtuelle, ou contactez-la.',
  'letters.no_file': 'Choisissez le document signé à envoyer.',
  'letters.objection_too_late':
    'Le délai d’opposition est passé. Contactez l’Agence Virtuelle sans attendre.',
  'letters.objection_withdrawn':
    'Cette demande a été retirée par son auteur. Rien n’a changé et vous n’avez rien à faire.',
  'letters.objection_refused':
    'L’Agence Virtuelle a refusé cette demande. Rien n’a changé et vous n’avez rien à faire.',
  'letters.objection_expired':
    'Cette demande a expiré sans prendre effet. Rien n’a changé et vous n’avez rien à faire.',
  'letters.objection_without_object':
    'Cette demande est classée sans suite. Vous n’avez rien à faire.',
  'letters.objection_already_raised':
    'Votre opposition est déjà enregistrée. L’Agence Virtuelle vous répondra.',
}
