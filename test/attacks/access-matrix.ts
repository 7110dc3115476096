/** Who may open which route, as documented: a route that is not here fails the build (AT57). */
export type Role =
  | 'guest'
  | 'password_only'
  | 'delegate'
  | 'declaration_internal'
  | 'declaration_external'
  | 'employer_account'
  | 'payment_maker'
  | 'payment_validator'
  | 'liquidation'
  | 'agent'
  | 'supervisor'

export const roles: readonly Role[] = [
  'guest',
  'password_only',
  'delegate',
  'declaration_internal',
  'declaration_external',
  'employer_account',
  'payment_maker',
  'payment_validator',
  'liquidation',
  'agent',
  'supervisor',
]

const everybody = roles
const signedIn = roles.filter((role) => role !== 'guest' && role !== 'password_only')
const finishing = roles.filter((role) => role !== 'guest')
const delegates: readonly Role[] = ['delegate']
const declarants: readonly Role[] = ['declaration_internal', 'declaration_external']
const accountReaders: readonly Role[] = ['employer_account']
const firms: readonly Role[] = ['declaration_external']
const payers: readonly Role[] = ['payment_maker', 'payment_validator']
const makers: readonly Role[] = ['payment_maker']
const validators: readonly Role[] = ['payment_validator']
const agents: readonly Role[] = ['agent', 'supervisor']
const supervisors: readonly Role[] = ['supervisor']

/** By audience, each route once: method and pattern. */
const audiences: readonly (readonly [readonly Role[], readonly string[]])[] = [
  [
    everybody,
    [
      'GET /',
      'GET /entreprise-adherente',
      'GET /aide',
      'GET /galerie',
      'GET /mentions-legales',
      'GET /accessibilite',
      'GET /courriels',
      'GET /courriels/:id',
      'GET /abonnement',
      'POST /abonnement',
      'GET /abonnement/entreprise',
      'POST /abonnement/entreprise',
      'GET /abonnement/personne-deleguee',
      'POST /abonnement/personne-deleguee',
      'GET /abonnement/teleservices',
      'POST /abonnement/teleservices',
      'GET /abonnement/etapes',
      'GET /abonnement/verification',
      'POST /abonnement/verification',
      'POST /abonnement/reprendre',
      'POST /abonnement/effacer',
      'POST /abonnement/corriger',
      'GET /telechargement',
      'GET /telechargement/:kind',
      'POST /telechargement/:kind',
      'GET /suivi',
      'POST /suivi',
      'POST /suivi/quitter',
      'GET /suivi/dossier',
      'GET /abonnement/formulaire',
      'GET /suivi/dossier/formulaire.pdf',
      'POST /suivi/dossier/justificatif',
      'POST /suivi/dossier/retirer',
      'GET /opposition/:token',
      'POST /opposition/:token',
      'GET /administration/connexion',
      'POST /administration/connexion',
      'GET /agence/connexion',
      'POST /agence/connexion',
      'GET /connexion/:service',
      'POST /connexion/:service',
      'POST /quitter',
      'GET /mot-de-passe-oublie/:door',
      'POST /mot-de-passe-oublie/:door',
      'GET /activer/:token',
      'POST /activer/:token',
      'GET /nouveau-mot-de-passe/:token',
      'POST /nouveau-mot-de-passe/:token',
      'GET /confirmer-adresse/:token',
      'POST /confirmer-adresse/:token',
      'GET /garder-adresse/:token',
      'POST /garder-adresse/:token',
      'GET /premier-mot-de-passe',
      'POST /premier-mot-de-passe',
    ],
  ],
  [
    finishing,
    [
      'GET /connexion-code',
      'POST /connexion-code',
      'GET /connexion-code-de-secours',
      'POST /connexion-code-de-secours',
      'GET /connexion-double-verification',
      'POST /connexion-double-verification',
    ],
  ],
  [
    signedIn,
    [
      'GET /session/prolonger',
      'GET /mon-compte',
      'POST /mon-compte/sessions',
      'GET /mon-compte/mot-de-passe',
      'POST /mon-compte/mot-de-passe',
      'GET /mon-compte/adresse',
      'POST /mon-compte/adresse',
      'GET /mon-compte/questions',
      'POST /mon-compte/questions',
      'GET /mon-compte/double-verification',
      'POST /mon-compte/double-verification',
      'POST /mon-compte/double-verification/retirer',
      'GET /mon-compte/codes-de-secours',
      'POST /mon-compte/codes-de-secours',
    ],
  ],
  [
    delegates,
    [
      'GET /administration',
      'POST /administration/confirmations',
      'GET /administration/comptes-bancaires',
      'POST /administration/comptes-bancaires',
      'POST /administration/comptes-bancaires/:id/mandat',
      'GET /administration/comptes-bancaires/:id/mandat.pdf',
      'GET /administration/utilisateurs/:cell',
      'GET /administration/utilisateurs/:cell/nouveau',
      'POST /administration/utilisateurs/:cell/nouveau',
      'GET /administration/utilisateurs/:cell/:id',
      'POST /administration/utilisateurs/:cell/:id',
      'GET /administration/utilisateurs/:cell/:id/teledeclaration',
      'POST /administration/utilisateurs/:cell/:id/teledeclaration',
      'GET /administration/utilisateurs/:cell/:id/compte-adherent',
      'POST /administration/utilisateurs/:cell/:id/compte-adherent',
      'GET /administration/utilisateurs/:cell/:id/mot-de-passe',
      'POST /administration/utilisateurs/:cell/:id/mot-de-passe',
      'GET /administration/utilisateurs/:cell/:id/etat',
      'POST /administration/utilisateurs/:cell/:id/etat',
      'POST /administration/utilisateurs/:cell/:id/lien-activation',
      'GET /administration/departs',
      'POST /administration/departs',
      'POST /administration/departs/:id',
      'GET /administration/journal',
      'GET /administration/journal.csv',
      'GET /administration/lettres',
      'GET /administration/lettres/:id/lettre.pdf',
      'GET /administration/lettres/:id/suivi',
      'GET /administration/lettres/:kind',
      'POST /administration/lettres/:kind',
    ],
  ],
  [
    declarants,
    [
      'GET /teledeclaration',
      'GET /teledeclaration/periodes/:category/:quarter',
      'GET /teledeclaration/periodes/:category/:quarter/saisie',
      'POST /teledeclaration/periodes/:category/:quarter/saisie',
      'GET /teledeclaration/periodes/:category/:quarter/saisie/nouveau',
      'POST /teledeclaration/periodes/:category/:quarter/saisie/nouveau',
      'GET /teledeclaration/periodes/:category/:quarter/saisie/affilies/:id',
      'POST /teledeclaration/periodes/:category/:quarter/saisie/affilies/:id/fiche',
      'POST /teledeclaration/periodes/:category/:quarter/saisie/affilies/:id/trimestre',
      'POST /teledeclaration/periodes/:category/:quarter/saisie/affilies/:id/retirer',
      'POST /teledeclaration/periodes/:category/:quarter/saisie/anciens/:id',
      'GET /teledeclaration/periodes/:category/:quarter/neant',
      'POST /teledeclaration/periodes/:category/:quarter/neant',
      'GET /teledeclaration/periodes/:category/:quarter/fichier-preetabli',
      'POST /teledeclaration/periodes/:category/:quarter/fichier',
      'POST /teledeclaration/periodes/:category/:quarter/depots',
      'GET /teledeclaration/depots/:id',
      'GET /teledeclaration/depots/:id/etat',
      'POST /teledeclaration/depots/:id/suite',
      'POST /teledeclaration/depots/:id/fin',
      'POST /teledeclaration/depots/:id/annuler',
      'POST /teledeclaration/depots/:id/remplacer',
      'GET /teledeclaration/controles/:id',
      'POST /teledeclaration/controles/:id/confirmer',
      'GET /teledeclaration/controles/:id/constats/:cause',
      'POST /teledeclaration/controles/:id/constats/:cause/corriger',
      'POST /teledeclaration/controles/:id/constats/:cause/retirer',
      'GET /teledeclaration/controles/:id/lignes/:line',
      'POST /teledeclaration/controles/:id/lignes/:line',
      'GET /teledeclaration/controles/:id/lignes/:line/retirer',
      'POST /teledeclaration/controles/:id/lignes/:line/retirer',
      'GET /teledeclaration/controles/:id/nouvelle-ligne',
      'POST /teledeclaration/controles/:id/nouvelle-ligne',
      'POST /teledeclaration/controles/:id/corrections/:correction/annuler',
      'POST /teledeclaration/controles/:id/envoyer',
      'POST /teledeclaration/controles/:id/abandonner',
      'GET /teledeclaration/controles/:id/constats.csv',
      'GET /teledeclaration/recus',
      'GET /teledeclaration/recus/:id',
      'GET /teledeclaration/recus/:id/recu.pdf',
    ],
  ],
  [
    accountReaders,
    [
      'GET /compte-adherent',
      'GET /compte-adherent/echeances/:category/:quarter',
      'GET /compte-adherent/releve',
      'GET /compte-adherent/releve.csv',
      'GET /compte-adherent/releve.xlsx',
      'GET /compte-adherent/releve.pdf',
      'GET /compte-adherent/releve/:number',
    ],
  ],
  [
    firms,
    [
      'GET /teledeclaration/entreprises',
      'GET /teledeclaration/entreprises/envoi',
      'POST /teledeclaration/entreprises/envoi',
      'GET /teledeclaration/entreprises/recus',
      'GET /teledeclaration/entreprises/recus.pdf',
      'POST /teledeclaration/entreprises/:id',
      'POST /teledeclaration/mandats/:id',
    ],
  ],
  [payers, ['GET /paiement', 'GET /paiement/ordres/:id']],
  [
    makers,
    [
      'GET /paiement/nouvel-ordre',
      'POST /paiement/nouvel-ordre',
      'GET /paiement/ordres/:id/modification',
      'POST /paiement/ordres/:id/modification',
      'POST /paiement/ordres/:id/annulation',
    ],
  ],
  [validators, ['POST /paiement/ordres/:id/confirmation', 'POST /paiement/ordres/:id/refus']],
  [
    agents,
    [
      'GET /agence',
      'GET /agence/guichet',
      'POST /agence/guichet',
      'GET /agence/dossiers/:id',
      'POST /agence/dossiers/:id/prendre',
      'GET /agence/dossiers/:id/justificatifs/:proof',
      'POST /agence/dossiers/:id/justificatifs',
      'POST /agence/dossiers/:id/decision',
      'GET /agence/recherche',
      'GET /agence/adherents/:id',
      'GET /agence/adherents/:id/journal',
      'POST /agence/adherents/:id/suspendre-delegue',
      'GET /agence/parametres',
      'GET /agence/parametres/:key',
      'GET /agence/parametres/:key/proposition',
      'POST /agence/parametres/:key/proposition',
      'GET /agence/propositions/:id',
      'POST /agence/propositions/:id/retirer',
      'GET /agence/agents',
      'GET /agence/agents/:id',
    ],
  ],
  [
    supervisors,
    [
      'POST /agence/dossiers/:id/opposition',
      'POST /agence/propositions/:id',
      'GET /agence/agents/nouveau',
      'POST /agence/agents/nouveau',
      'POST /agence/agents/:id/etat',
      'POST /agence/agents/:id/double-verification',
      'POST /agence/agents/:id/demande',
    ],
  ],
]

/** Roles by route. */
export const matrix: ReadonlyMap<string, readonly Role[]> = new Map(
  audiences.flatMap(([allowed, routes]) =>
    routes.map((route): [string, readonly Role[]] => [route, allowed]),
  ),
)
