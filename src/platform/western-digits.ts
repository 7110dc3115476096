/** Arabic-Indic digits and full-width digits as the others: «٠٥» is «05». A keyboard set to Arabic types them where a number is asked. */
export function westernDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
}
