// Niceties only: every page works without them. Each module takes the elements that name it in data-enhance.
import { awaitState } from './await.js'
import { scrollBand } from './band.js'
import { checkAhead } from './check.js'
import { watchCompany } from './company.js'
import { offerCopy } from './copy.js'
import { readyForScanner } from './desk.js'
import { describeDrop } from './drop.js'
import { followWork } from './follow.js'
import { takeFocus } from './focus.js'
import { sendOnce } from './once.js'
import { offerToShow } from './password.js'
import { keepTyped } from './language.js'
import { moveByKeys, nextByKey, nextDocumentByKey } from './queue-keys.js'
import { watchSession } from './session.js'
import { countTicked } from './ticked.js'
import { followUpload } from './upload.js'

const enhancements = {
  await: awaitState,
  band: scrollBand,
  check: checkAhead,
  // Fetched only where codes are shown this once.
  codes: (row) => import('./codes.js').then(({ offerToKeep }) => offerToKeep(row)),
  company: watchCompany,
  copy: offerCopy,
  desk: readyForScanner,
  drop: describeDrop,
  follow: followWork,
  focus: takeFocus,
  // Fetched only where there is a desk.
  inplace: (desk) => import('./inplace.js').then(({ workInPlace }) => workInPlace(desk)),
  language: keepTyped,
  next: nextByKey,
  'next-document': nextDocumentByKey,
  once: sendOnce,
  // Fetched only where a passkey may be used.
  passkey: (place) => import('./passkey.js').then(({ offerPasskey }) => offerPasskey(place)),
  password: offerToShow,
  'queue-keys': moveByKeys,
  session: watchSession,
  // Fetched only where salaries are typed.
  sheet: (form) => import('./sheet.js').then(({ fillSheet }) => fillSheet(form)),
  ticked: countTicked,
  // Fetched only where amounts are ticked.
  'ticked-sum': (form) => import('./ticked-sum.js').then(({ sumTicked }) => sumTicked(form)),
  upload: followUpload,
}

function enhance(within) {
  for (const element of within.querySelectorAll('[data-enhance]')) {
    for (const name of element.dataset.enhance.split(' ')) enhancements[name]?.(element)
  }
}

enhance(document)
// The page, or a part of it, has been replaced without a new load.
addEventListener('page-replaced', ({ detail }) => enhance(detail ?? document))
