import { administrationMails } from './access/administration/mails.ts'
import { accessMails } from './access/mails.ts'
import { machineKeysMails } from './access/machine-keys/mails.ts'
import { agentsMails } from './agency/agents/mails.ts'
import { agencyMails } from './agency/mails.ts'
import { takeoutMails } from './agency/takeout/mails.ts'
import { debitsMails } from './direct-debits/mails.ts'
import { reconciliationMails } from './reconciliation/mails.ts'
import { declarationsMails } from './declarations/mails.ts'
import { departuresMails } from './departures/mails.ts'
import { employersMails } from './employers/mails.ts'
import { ledgerMails } from './ledger/mails.ts'
import { claimsMails } from './liquidations/claims/mails.ts'
import { liquidationsMails } from './liquidations/mails.ts'
import { importsMails } from './imports/mails.ts'
import { lettersMails } from './letters/mails.ts'
import { newcomersDecidedMail } from './agency/newcomers/mails.ts'
import type { MailTemplate } from './platform/mail/message.ts'
import { parametersMails } from './parameters/mails.ts'
import { paymentsMails } from './payments/mails.ts'
import { subscriptionsMails } from './subscriptions/mails.ts'

/** Every mail that the portal can write; `send-mail` finds the template of a queued mail here. */
// oxlint-disable-next-line typescript/no-explicit-any -- props were typed when the mail was queued
export const mailTemplates: readonly MailTemplate<any>[] = [
  ...employersMails,
  ...lettersMails,
  ...accessMails,
  ...administrationMails,
  ...machineKeysMails,
  ...subscriptionsMails,
  ...ledgerMails,
  ...declarationsMails,
  ...departuresMails,
  ...paymentsMails,
  ...debitsMails,
  ...reconciliationMails,
  ...claimsMails,
  ...liquidationsMails,
  ...agencyMails,
  ...agentsMails,
  ...takeoutMails,
  ...importsMails,
  ...parametersMails,
  newcomersDecidedMail,
]
