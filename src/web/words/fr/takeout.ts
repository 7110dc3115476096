import { de } from './elision.ts'

interface Readme {
  readonly fund: string
  readonly by: string
  readonly reason: string
  readonly at: Date
  readonly employer: { readonly number: string; readonly name: string }
  readonly contents: {
    readonly documents: number
    readonly receipts: number
    readonly missing: readonly string[]
  }
}

export const takeout = {
  title: 'Sortie des données',
  open: 'Sortie des données',
  all: 'Toutes les sorties de cette entreprise',
  lead: (name: string, number: string) =>
    `Tout ce que le portail garde d’une entreprise, dans une seule archive : ${name}, N° Adhérent ${number}.`,
  holds: 'Ce que contient l’archive',
  holdsList: [
    'Chaque table de l’entreprise, en CSV pour les tableurs et en JSON pour les logiciels : déclarations, affiliés, compte, paiements, mandats, dossiers.',
    'Les documents reçus : formulaires signés, fichiers déclarés, pièces des dossiers de pension.',
    'Les récépissés des déclarations, en PDF.',
    'Le journal de l’entreprise, avec de quoi vérifier que personne ne l’a modifié.',
  ],
  holdsNot:
    'Elle ne contient aucun mot de passe, aucune clé, aucun lien. Les numéros d’identité et les salaires y sont en clair : remettez-la en main propre ou par un moyen chiffré.',
  ask: 'Demander une sortie',
  ownEmployer: 'C’est votre propre entreprise : demandez à un collègue de s’en charger.',
  reason: 'Motif',
  reasonHint: 'Qui la demande et pourquoi. L’entreprise le lira dans son journal.',
  reasonMissing: 'Indiquez le motif, par exemple « Demande écrite de l’entreprise du 12 mars ».',
  reasonLong: 'Raccourcissez le motif : 500 caractères au plus.',
  askButton: 'Demander la sortie',
  asked: 'La demande attend l’accord d’un autre superviseur.',
  earlier: (count: number) => (count === 0 ? 'Sorties demandées' : `Sorties demandées (${count})`),
  none: 'Aucune sortie n’a été demandée pour cette entreprise.',
  when: 'Demandée le',
  by: 'Demandée par',
  state: 'État',
  states: {
    waiting: 'Attend un accord',
    agreed: 'À retirer',
    closed: 'Close',
    declined: 'Refusée',
    withdrawn: 'Retirée',
  },
  decision: {
    waiting: 'Décidée par',
    agreed: 'Acceptée par',
    declined: 'Refusée par',
    withdrawn: 'Retirée par',
  },
  collected: 'Téléchargée le',
  waitsForAnother:
    'Un autre superviseur doit donner son accord. La demande l’attend dans ses dossiers.',
  means:
    'Si vous acceptez, vous deux pourrez télécharger pendant 24 heures tout ce que le portail garde de cette entreprise.',
  withdraw: 'Retirer la demande',
  password: 'Votre mot de passe',
  passwordMissing: 'Saisissez votre mot de passe pour donner votre accord.',
  orPasskey: 'Votre clé d’accès peut remplacer le mot de passe.',
  agreeWithPasskey: 'Accepter avec ma clé d’accès',
  declinedBecause: 'Motif du refus',
  declinedBecauseHint:
    'Nécessaire seulement pour refuser. La personne qui a fait la demande et l’entreprise le liront.',
  agree: 'Accepter la sortie',
  decline: 'Refuser',
  agreed: 'La sortie est acceptée : l’archive peut être téléchargée pendant 24 heures.',
  turnedDown: { declined: 'La sortie est refusée.', withdrawn: 'La demande est retirée.' },
  until: (instant: string) => `L’archive peut être téléchargée jusqu’au ${instant}.`,
  closed:
    'Le délai de 24 heures est passé. Faites une nouvelle demande si l’archive est encore utile.',
  forTheTwo: 'Seuls les deux superviseurs qui se sont accordés la téléchargent.',
  collect: 'Télécharger l’archive',
  collectHint:
    'L’archive est préparée à ce moment, ce qui peut prendre quelques minutes. Chaque téléchargement est inscrit au journal de l’entreprise.',
  mail: {
    subject: {
      agreed: (company: string) => `Sortie des données acceptée : ${company}`,
      declined: (company: string) => `Sortie des données refusée : ${company}`,
    },
    hello: (name: string) => `Bonjour ${name},`,
    text: {
      agreed: (company: string, number: string) =>
        `Un autre superviseur a accepté la sortie des données ${de(company)}, N° Adhérent ${number}. Vous pouvez télécharger l’archive pendant 24 heures.`,
      declined: (company: string, number: string) =>
        `Un autre superviseur a refusé la sortie des données ${de(company)}, N° Adhérent ${number}. Rien n’est sorti.`,
    },
    because: (reason: string) => `Motif : ${reason}`,
    open: 'Ouvrir la demande',
  },
  readme: ({ fund, by, reason, at, employer, contents }: Readme) =>
    [
      `${employer.name}, N° Adhérent ${employer.number}`,
      `Tout ce que le portail (${fund}) gardait de cette entreprise le ${at.toISOString()}.`,
      `Sortie faite par ${by}. Motif : ${reason}`,
      '',
      'tables/     chaque table, en CSV (point-virgule, UTF-8) et en JSON. Les montants sont en centimes, les instants en temps universel.',
      `documents/  ${contents.documents} documents. Le nom est l’identifiant de la table « files », qui donne le nom d’origine et l’empreinte SHA-256.`,
      `receipts/   ${contents.receipts} récépissés de déclarations.`,
      'SHA256SUMS  l’empreinte SHA-256 de chaque fichier : `sha256sum -c SHA256SUMS` les vérifie tous. L’empreinte de cette liste est inscrite au journal de l’entreprise.',
      'manifest.json  le compte des lignes, et les tables de la caisse qui restent avec la raison : access (ce qui ouvre une porte), fund (ce qui est à la caisse), visitors (ce que personne n’a prouvé), program (ce qui se recalcule).',
      ...(contents.missing.length > 0
        ? [
            `${contents.missing.length} documents ne sont plus lisibles, ou n’ont pas encore passé le contrôle des virus : leur identifiant est dans manifest.json.`,
          ]
        : []),
      '',
      'Vérifier le journal : dans tables/audit_events.json, prenez les événements dans l’ordre de « sequence ». L’empreinte « hash » de chacun est le SHA-256 de l’empreinte du précédent (rien pour le premier) suivie du texte « hashed ». La dernière est celle de tables/audit_chains.json. `guichet verify-export DOSSIER --fingerprint EMPREINTE` vérifie le tout.',
    ].join('\n'),
}

export const takeoutRefusals = {
  'takeout.reason_missing':
    'Indiquez le motif du refus : l’entreprise et votre collègue le liront.',
  'takeout.being_collected':
    'Cette archive est déjà en préparation : attendez la fin du premier téléchargement.',
  'takeout.not_made':
    'L’archive n’a pas pu être préparée et rien n’est sorti : réessayez dans quelques minutes. Si cela se reproduit, prévenez l’exploitant du portail.',
  'takeout.already_decided': 'Cette demande est déjà décidée : rechargez la page.',
  'takeout.own_request': 'Vous avez fait cette demande : un autre superviseur doit l’accepter.',
  'takeout.already_asked':
    'Une demande attend déjà pour cette entreprise : décidez-la, ou retirez-la d’abord.',
  'takeout.not_open':
    'Cette archive ne peut pas, ou plus, être téléchargée : faites une nouvelle demande.',
}
