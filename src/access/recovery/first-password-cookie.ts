/** Ties the code of a mail to the browser in which the provisional password was typed. */
export const firstPasswordCookie = '__Host-premier'
