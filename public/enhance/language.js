import { bringBack, keep } from './draft.js'

const reason = 'language'

/** The same page in the other language keeps what was being typed. */
export function keepTyped(link) {
  bringBack(reason)
  link.addEventListener('click', () => keep(reason))
}
