import { accessRefusals } from './access.ts'
import { accountRefusals } from './account.ts'
import { administrationRefusals } from './administration.ts'
import { agencyRefusals } from './agency.ts'
import { agentsRefusals } from './agents.ts'
import { takeoutRefusals } from './takeout.ts'
import { trayRefusals } from './tray.ts'
import { claimsRefusals } from './claims.ts'
import { debitsRefusals } from './debits.ts'
import { declarationsRefusals } from './declarations.ts'
import { entryRefusals } from './entry.ts'
import { firmRefusals } from './firm.ts'
import { keysRefusals } from './keys.ts'
import { ledgerRefusals } from './ledger.ts'
import { deskRefusals } from './desk.ts'
import { depositsRefusals } from './deposits.ts'
import { importsRefusals } from './imports.ts'
import { lettersRefusals } from './letters.ts'
import { machineRefusals } from './machine.ts'
import { membersRefusals } from './members.ts'
import { newcomersRefusals } from './newcomers.ts'
import { parametersRefusals } from './parameters.ts'
import { passkeysRefusals } from './passkeys.ts'
import { paymentsRefusals } from './payments.ts'
import { receivedTransfersRefusals } from './received-transfers.ts'
import { scansRefusals } from './scans.ts'
import { subscriptionsRefusals } from './subscriptions.ts'

/**
 * The sentence of every refusal, by code. A code that has no sentence here does not compile.
 * Each module keeps its own beside its words.
 */
export const refusals = {
  'web.not_found': 'Cette page n’existe pas, ou elle n’est pas à vous.',
  'web.not_allowed': 'Votre profil ne donne pas accès à cette page.',
  'web.mandate_ended':
    'L’entreprise {company} ne vous a plus pour déclarant : son mandat a été retiré, suspendu, ou il est arrivé à son terme. Ce qui y est déjà enregistré y reste. Pour continuer, adressez-vous à sa personne déléguée, qui seule peut le rétablir.',
  'web.no_company':
    'Vous n’avez pas d’entreprise en main. Choisissez-en une dans votre tableau, puis recommencez.',
  'web.signed_out': 'Connectez-vous pour continuer.',
  'web.form_expired':
    'Ce formulaire a été ouvert dans une autre session. Rechargez la page, puis validez de nouveau.',
  'web.wrong_company':
    'Ce formulaire a été ouvert pour une autre entreprise. Vérifiez l’entreprise affichée, puis recommencez.',
  'web.too_large':
    'Ce que vous envoyez est trop volumineux. Réduisez le fichier, puis recommencez.',
  'web.too_many_files':
    '{most} fichiers au plus en une fois : aucun n’a été gardé. Choisissez-en moins, puis ajoutez les autres.',
  'web.file_too_large':
    'Ce fichier est trop volumineux : {megabytes}\u00a0Mo au plus. Réduisez-le (un papier\u00a0: numérisez-le en moins fin), puis envoyez-le de nouveau.',
  'web.too_slow':
    'L’envoi n’avançait plus : nous l’avons arrêté. Vérifiez votre connexion, puis envoyez de nouveau.',
  'web.no_room':
    'Nous ne pouvons pas garder de fichier en ce moment, faute de place de notre côté. Rien n’est perdu chez vous\u00a0: réessayez dans une heure, ou prévenez l’Agence Virtuelle.',
  'web.store_away':
    'Une panne de notre côté nous empêche de garder ou d’ouvrir des fichiers en ce moment. Rien n’est perdu chez vous\u00a0: réessayez dans quelques minutes, ou prévenez l’Agence Virtuelle.',
  'web.too_many': 'Trop d’essais en peu de temps. Attendez quelques minutes, puis recommencez.',
  'web.too_many_at_once':
    'Plusieurs documents ou recherches demandés par vous ou votre entreprise sont encore en préparation. Attendez qu’ils arrivent, puis recommencez.',
  'web.changed_meanwhile':
    'Quelqu’un a modifié ces informations pendant que vous les lisiez. Relisez-les, puis recommencez.',
  ...subscriptionsRefusals,
  ...lettersRefusals,
  ...scansRefusals,
  ...accessRefusals,
  ...accountRefusals,
  ...passkeysRefusals,
  ...administrationRefusals,
  ...machineRefusals,
  ...membersRefusals,
  ...newcomersRefusals,
  ...keysRefusals,
  ...ledgerRefusals,
  ...declarationsRefusals,
  ...entryRefusals,
  ...firmRefusals,
  ...paymentsRefusals,
  ...claimsRefusals,
  ...deskRefusals,
  ...depositsRefusals,
  ...debitsRefusals,
  ...receivedTransfersRefusals,
  ...agencyRefusals,
  ...agentsRefusals,
  ...takeoutRefusals,
  ...trayRefusals,
  ...parametersRefusals,
  ...importsRefusals,
}
