import type { MailTemplate } from './platform/mail/message.ts'

/** Every mail that the portal can write; `send-mail` finds the template of a queued mail here. */
// oxlint-disable-next-line typescript/no-explicit-any -- props were typed when the mail was queued
export const mailTemplates: readonly MailTemplate<any>[] = []
