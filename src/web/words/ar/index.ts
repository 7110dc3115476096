import type { fr } from '../fr/index.ts'
import type { WordsOf } from '../language.ts'
import { access } from './access.ts'
import { account } from './account.ts'
import { administration } from './administration.ts'
import { agency } from './agency.ts'
import { agents } from './agents.ts'
import { debits } from './debits.ts'
import { claims } from './claims.ts'
import { declarations } from './declarations.ts'
import { entry } from './entry.ts'
import { desk } from './desk.ts'
import { deposits } from './deposits.ts'
import { errors } from './errors.ts'
import { figures } from './figures.ts'
import { firm } from './firm.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { keys } from './keys.ts'
import { ledger } from './ledger.ts'
import { imports } from './imports.ts'
import { letters } from './letters.ts'
import { liquidations } from './liquidations.ts'
import { machine } from './machine.ts'
import { members } from './members.ts'
import { newcomers } from './newcomers.ts'
import { parameters } from './parameters.ts'
import { passkeys } from './passkeys.ts'
import { payments } from './payments.ts'
import { receivedTransfers } from './received-transfers.ts'
import { refusals } from './refusals.ts'
import { reconciliation } from './reconciliation.ts'
import { subscriptions } from './subscriptions.ts'
import { takeout } from './takeout.ts'
import { tray } from './tray.ts'
import { work } from './work.ts'

export const ar: WordsOf<typeof fr> = {
  frame,
  errors,
  refusals,
  home,
  subscriptions,
  letters,
  access,
  account,
  passkeys,
  administration,
  machine,
  members,
  newcomers,
  keys,
  ledger,
  declarations,
  entry,
  desk,
  firm,
  deposits,
  agency,
  work,
  takeout,
  tray,
  figures,
  agents,
  parameters,
  payments,
  claims,
  debits,
  receivedTransfers,
  reconciliation,
  imports,
  liquidations,
}
