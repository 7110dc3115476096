export const mails = {}

export const mailsRefusals = {}
