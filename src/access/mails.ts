import { addressMails } from './address-mails.ts'
import { admittedMails } from './admitted-mails.ts'
import { delegateMails } from './delegate-mails.ts'
import { factorMails } from './factor-mails.ts'
import { passwordMails } from './password-mails.ts'

export const accessMails = [
  ...passwordMails,
  ...addressMails,
  ...factorMails,
  ...admittedMails,
  ...delegateMails,
]
