/** Words of passkeys: a second factor that a telephone, a computer or a security key holds. */
export const passkeys = {
  title: 'Clés d’accès',
  row: 'Clés d’accès',
  count: (count: number) =>
    count === 0 ? 'Aucune clé' : count === 1 ? 'Une clé' : `${count} clés`,
  lead: 'Une clé d’accès remplace le code à six chiffres : votre téléphone, votre ordinateur ou votre clé de sécurité confirme que c’est vous, par votre empreinte, votre visage ou le code de l’appareil.',
  none: 'Vous n’avez pas encore de clé d’accès',
  noneText:
    'Créez-en une sur l’appareil dont vous vous servez le plus. Elle ne fonctionne que sur ce portail : un faux site ne peut pas s’en servir.',
  add: 'Créer une clé d’accès',
  name: 'Nom',
  added: 'Créée',
  lastUse: 'Dernière utilisation',
  neverUsed: 'Pas encore utilisée',
  synced: 'Synchronisée entre vos appareils',
  change: 'Modifier',
  ask: 'Utiliser ma clé d’accès',
  confirm: 'Confirmer avec ma clé d’accès',
  waiting: 'Suivez les indications de votre appareil.',
  cancelled:
    'La clé d’accès n’a pas répondu, ou vous avez annulé. Essayez de nouveau, ou utilisez un code.',
  known: 'Cet appareil a déjà une clé d’accès pour ce compte.',
  failed:
    'Ce navigateur n’a pas pu utiliser de clé d’accès ici. Essayez un autre navigateur, ou utilisez un code.',
  unsupported:
    'Ce navigateur ne sait pas utiliser les clés d’accès. Utilisez un code, ou un navigateur plus récent.',
  noScript: 'Les clés d’accès ont besoin de JavaScript. Sans lui, utilisez un code de secours.',
  addTitle: 'Créer une clé d’accès',
  addLead:
    'Confirmez d’abord que c’est bien vous. Votre appareil créera la clé à l’étape suivante.',
  continue: 'Continuer',
  makeTitle: 'Créer la clé sur votre appareil',
  makeLead:
    'Votre appareil va vous demander votre empreinte, votre visage ou son code. Vous avez cinq minutes.',
  nameLabel: 'Nom de la clé',
  nameHint: 'Pour la reconnaître, par exemple « Téléphone » ou « Ordinateur du bureau ».',
  nameWrong: 'Donnez un nom court à la clé : 60 caractères au plus.',
  make: 'Créer la clé',
  madeNoScript:
    'Créer une clé d’accès demande JavaScript, qui est désactivé dans ce navigateur. Activez-le, ou choisissez une application d’authentification.',
  done: 'Votre clé d’accès est prête. Vos autres sessions sont fermées.',
  changeLead: (day: string) => `Créée le ${day}.`,
  rename: 'Renommer',
  renamed: 'La clé d’accès est renommée.',
  removeTitle: 'Retirer cette clé',
  removeLead:
    'Elle ne servira plus à vous connecter. Retirez-la aussi de votre appareil, dans ses réglages de mots de passe. Vos autres sessions seront fermées.',
  removeLast:
    'C’est votre seule double vérification : votre compte ne sera plus protégé que par votre mot de passe, qui doit alors avoir au moins 15 caractères.',
  removeLastKept:
    'C’est votre seule double vérification, et votre compte en garde toujours une. Créez d’abord une autre clé, ou activez une application.',
  remove: 'Retirer la clé',
  removed: 'La clé d’accès est retirée. Vos autres sessions sont fermées.',
  recoveryCode: 'Code de secours',
  recoveryHint: 'Seulement si vous n’avez pas votre clé d’accès avec vous.',
  protect: {
    title: 'Protéger votre compte',
    lead: 'Votre mot de passe peut être deviné ou volé. Ajoutez-lui une vérification que vous seul pouvez donner : cela prend deux minutes, une seule fois.',
    passkey: 'Une clé d’accès : le plus simple',
    passkeySuits:
      'Convient si votre téléphone ou votre ordinateur se déverrouille par empreinte, visage ou code. Rien à recopier ensuite, et un faux site ne peut pas s’en servir.',
    passkeyNot:
      'Pas sur un appareil dont quelqu’un d’autre connaît le code : cette personne pourrait s’en servir.',
    addPasskey: 'Créer une clé d’accès',
    application: 'Une application d’authentification',
    applicationSuits:
      'Convient si vous changez souvent d’ordinateur, ou si vous en partagez un, et gardez votre téléphone avec vous. Vous recopiez six chiffres à chaque connexion.',
    addApplication: 'Activer une application',
    securityKey: 'Une clé de sécurité USB ou sans contact',
    securityKeySuits:
      'Convient sans téléphone professionnel : un petit objet à brancher ou à approcher. Créez-la comme une clé d’accès, et gardez-en une seconde en lieu sûr.',
    later: 'Plus tard, continuer',
  },
}

export const passkeysRefusals = {
  'account.passkey_wrong':
    'Cette clé d’accès n’a pas pu être vérifiée, ou la demande a expiré. Essayez de nouveau, ou utilisez un code.',
  'account.passkey_too_late':
    'La demande a expiré avant que la clé soit créée. Confirmez de nouveau que c’est bien vous.',
  'account.passkey_not_made':
    'La clé d’accès n’a pas pu être créée. Recommencez, ou essayez un autre appareil.',
  'account.passkey_known': 'Cette clé d’accès est déjà enregistrée.',
  'account.passkeys_too_many':
    'Vous avez déjà dix clés d’accès. Retirez-en une qui ne vous sert plus, puis recommencez.',
}
