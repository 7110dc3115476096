/** Every URL of the portal. Pages, redirects, mails and tests build them here and nowhere else. */

type Parameters<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Parameters<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown

interface Path<P extends string> {
  (...parameters: unknown extends Parameters<P> ? [] : [Parameters<P>]): string
  /** What the router matches. */
  readonly pattern: P
}

function path<const P extends string>(pattern: P): Path<P> {
  const build = (parameters: Record<string, string> = {}) =>
    pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
      encodeURIComponent(parameters[name] ?? ''),
    )
  return Object.assign(build, { pattern }) as unknown as Path<P>
}

export const paths = {
  asset: (name: string) => `/public/${name}`,
  health: path('/health'),
  home: path('/'),
  employers: path('/entreprise-adherente'),
  help: path('/aide'),
  legal: path('/mentions-legales'),
  accessibility: path('/accessibilite'),
  mails: path('/courriels'),
  mail: path('/courriels/:id'),
  gallery: path('/galerie'),
  signOut: path('/quitter'),
  session: path('/session/prolonger'),

  subscription: {
    start: path('/abonnement'),
    tasks: path('/abonnement/etapes'),
    company: path('/abonnement/entreprise'),
    delegate: path('/abonnement/personne-deleguee'),
    services: path('/abonnement/teleservices'),
    check: path('/abonnement/verification'),
    done: path('/abonnement/formulaire'),
    resume: path('/abonnement/reprendre'),
    forget: path('/abonnement/effacer'),
    reopen: path('/abonnement/corriger'),
  },
  follow: {
    start: path('/suivi'),
    letter: path('/suivi/dossier'),
    pdf: path('/suivi/dossier/formulaire.pdf'),
    proof: path('/suivi/dossier/justificatif'),
    withdraw: path('/suivi/dossier/retirer'),
    leave: path('/suivi/quitter'),
  },
  verification: {
    start: path('/verifier-une-attestation'),
    code: path('/verifier-une-attestation/:code'),
  },
  downloads: {
    list: path('/telechargement'),
    letter: path('/telechargement/:kind'),
  },

  signIn: {
    administration: path('/administration/connexion'),
    service: path('/connexion/:service'),
    agency: path('/agence/connexion'),
    secondFactor: path('/connexion-code'),
    recoveryCode: path('/connexion-code-de-secours'),
    enrol: path('/connexion-double-verification'),
    provisional: path('/premier-mot-de-passe'),
    forgotten: path('/mot-de-passe-oublie/:door'),
  },
  links: {
    activate: path('/activer/:token'),
    reset: path('/nouveau-mot-de-passe/:token'),
    confirmEmail: path('/confirmer-adresse/:token'),
    keepEmail: path('/garder-adresse/:token'),
    object: path('/opposition/:token'),
  },
  account: {
    show: path('/mon-compte'),
    password: path('/mon-compte/mot-de-passe'),
    email: path('/mon-compte/adresse'),
    questions: path('/mon-compte/questions'),
    secondFactor: path('/mon-compte/double-verification'),
    removeSecondFactor: path('/mon-compte/double-verification/retirer'),
    sessions: path('/mon-compte/sessions'),
    recoveryCodes: path('/mon-compte/codes-de-secours'),
  },

  administration: {
    information: path('/administration'),
    confirmations: path('/administration/confirmations'),
    accounts: path('/administration/comptes-bancaires'),
    accountLetter: path('/administration/comptes-bancaires/:id/mandat.pdf'),
    accountMandate: path('/administration/comptes-bancaires/:id/mandat'),
    users: path('/administration/utilisateurs/:cell'),
    newUser: path('/administration/utilisateurs/:cell/nouveau'),
    user: path('/administration/utilisateurs/:cell/:id'),
    userScope: path('/administration/utilisateurs/:cell/:id/teledeclaration'),
    userPassword: path('/administration/utilisateurs/:cell/:id/mot-de-passe'),
    userPowers: path('/administration/utilisateurs/:cell/:id/compte-adherent'),
    userInvitation: path('/administration/utilisateurs/:cell/:id/lien-activation'),
    userState: path('/administration/utilisateurs/:cell/:id/etat'),
    departures: path('/administration/departs'),
    departure: path('/administration/departs/:id'),
    trail: path('/administration/journal'),
    trailExport: path('/administration/journal.csv'),
    letters: path('/administration/lettres'),
    letter: path('/administration/lettres/:kind'),
    letterPdf: path('/administration/lettres/:id/lettre.pdf'),
    letterFollow: path('/administration/lettres/:id/suivi'),
  },

  payments: {
    orders: path('/paiement'),
    drawUp: path('/paiement/nouvel-ordre'),
    order: path('/paiement/ordres/:id'),
    confirm: path('/paiement/ordres/:id/confirmation'),
    refuse: path('/paiement/ordres/:id/refus'),
    edit: path('/paiement/ordres/:id/modification'),
    cancel: path('/paiement/ordres/:id/annulation'),
  },

  employerAccount: {
    situation: path('/compte-adherent'),
    due: path('/compte-adherent/echeances/:category/:quarter'),
    statement: path('/compte-adherent/releve'),
    statementCsv: path('/compte-adherent/releve.csv'),
    statementXlsx: path('/compte-adherent/releve.xlsx'),
    statementPdf: path('/compte-adherent/releve.pdf'),
    entry: path('/compte-adherent/releve/:number'),
    transfers: path('/compte-adherent/virements'),
    transferPdf: path('/compte-adherent/virements/:id/ordre.pdf'),
    attestations: path('/compte-adherent/attestations'),
    attestationPdf: path('/compte-adherent/attestations/:id/attestation.pdf'),
  },

  declarations: {
    calendar: path('/teledeclaration'),
    period: path('/teledeclaration/periodes/:category/:quarter'),
    prepared: path('/teledeclaration/periodes/:category/:quarter/fichier-preetabli'),
    upload: path('/teledeclaration/periodes/:category/:quarter/fichier'),
    deposits: path('/teledeclaration/periodes/:category/:quarter/depots'),
    deposit: path('/teledeclaration/depots/:id'),
    depositState: path('/teledeclaration/depots/:id/etat'),
    depositPart: path('/teledeclaration/depots/:id/suite'),
    depositFinish: path('/teledeclaration/depots/:id/fin'),
    depositCancel: path('/teledeclaration/depots/:id/annuler'),
    depositReplace: path('/teledeclaration/depots/:id/remplacer'),
    check: path('/teledeclaration/controles/:id'),
    confirm: path('/teledeclaration/controles/:id/confirmer'),
    send: path('/teledeclaration/controles/:id/envoyer'),
    abandon: path('/teledeclaration/controles/:id/abandonner'),
    annotated: path('/teledeclaration/controles/:id/constats.csv'),
    cause: path('/teledeclaration/controles/:id/constats/:cause'),
    correctCause: path('/teledeclaration/controles/:id/constats/:cause/corriger'),
    withdraw: path('/teledeclaration/controles/:id/constats/:cause/retirer'),
    line: path('/teledeclaration/controles/:id/lignes/:line'),
    removeLine: path('/teledeclaration/controles/:id/lignes/:line/retirer'),
    newLine: path('/teledeclaration/controles/:id/nouvelle-ligne'),
    undo: path('/teledeclaration/controles/:id/corrections/:correction/annuler'),
    changes: path('/teledeclaration/declarations/:id/changements/:kind'),
    revise: path('/teledeclaration/recus/:id/corriger'),
    sentContent: path('/teledeclaration/recus/:id/contenu'),
    receipts: path('/teledeclaration/recus'),
    receipt: path('/teledeclaration/recus/:id'),
    receiptPdf: path('/teledeclaration/recus/:id/recu.pdf'),
    board: path('/teledeclaration/entreprises'),
    takeInHand: path('/teledeclaration/entreprises/:id'),
    answerMandate: path('/teledeclaration/mandats/:id'),
  },

  firm: {
    send: path('/teledeclaration/entreprises/envoi'),
    file: path('/teledeclaration/entreprises/fichier'),
    fileResult: path('/teledeclaration/entreprises/fichier/:id'),
    fileState: path('/teledeclaration/entreprises/fichier/:id/etat'),
    receipts: path('/teledeclaration/entreprises/recus'),
    receiptsPdf: path('/teledeclaration/entreprises/recus.pdf'),
  },

  entry: {
    sheet: path('/teledeclaration/periodes/:category/:quarter/saisie'),
    newMember: path('/teledeclaration/periodes/:category/:quarter/saisie/nouveau'),
    member: path('/teledeclaration/periodes/:category/:quarter/saisie/affilies/:id'),
    memberCard: path('/teledeclaration/periodes/:category/:quarter/saisie/affilies/:id/fiche'),
    memberQuarter: path(
      '/teledeclaration/periodes/:category/:quarter/saisie/affilies/:id/trimestre',
    ),
    remove: path('/teledeclaration/periodes/:category/:quarter/saisie/affilies/:id/retirer'),
    reinstate: path('/teledeclaration/periodes/:category/:quarter/saisie/anciens/:id'),
    fromLine: path('/teledeclaration/controles/:id/saisie/:line'),
    nil: path('/teledeclaration/periodes/:category/:quarter/neant'),
  },

  agency: {
    queue: path('/agence'),
    agents: path('/agence/agents'),
    newAgent: path('/agence/agents/nouveau'),
    agent: path('/agence/agents/:id'),
    agentState: path('/agence/agents/:id/etat'),
    agentSecondFactor: path('/agence/agents/:id/double-verification'),
    agentRequest: path('/agence/agents/:id/demande'),
    desk: path('/agence/guichet'),
    letter: path('/agence/dossiers/:id'),
    take: path('/agence/dossiers/:id/prendre'),
    proof: path('/agence/dossiers/:id/justificatifs/:proof'),
    addProof: path('/agence/dossiers/:id/justificatifs'),
    review: path('/agence/dossiers/:id/decision'),
    objection: path('/agence/dossiers/:id/opposition'),
    search: path('/agence/recherche'),
    employer: path('/agence/adherents/:id'),
    suspendDelegate: path('/agence/adherents/:id/suspendre-delegue'),
    trail: path('/agence/adherents/:id/journal'),
    parameters: path('/agence/parametres'),
    parameter: path('/agence/parametres/:key'),
    proposeParameter: path('/agence/parametres/:key/proposition'),
    proposal: path('/agence/propositions/:id'),
    withdrawProposal: path('/agence/propositions/:id/retirer'),
    collections: path('/agence/prelevements'),
    collection: path('/agence/prelevements/:id'),
    collectionFile: path('/agence/prelevements/:id/fichier'),
    handOver: path('/agence/prelevements/:id/remise'),
    bankMessages: path('/agence/prelevements/messages'),
    setAside: path('/agence/prelevements/messages/:id/:position'),
    imports: path('/agence/importations'),
    importTemplate: path('/agence/importations/modele/:kind'),
    import: path('/agence/importations/:id'),
    decideImport: path('/agence/importations/:id/decision'),
    importReport: path('/agence/importations/:id/constats.csv'),
  },
}
