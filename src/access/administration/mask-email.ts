/** «k•••••@alamal.example»: enough to recognise an address, for those who did not type it. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}•••••${email.slice(at)}`
}
