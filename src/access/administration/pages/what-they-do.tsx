import { formatDate } from '../../../calendar/index.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import type { User } from '../user.ts'

/** What a user may do, in words: «Fichier Préétabli, catégories 01 et 02», «Ordonnateur et Validateur». */
export function WhatTheyDo({ user }: { readonly user: User }) {
  const { words, language } = useVisit()
  const own = words.administration
  if (!user.mandate) return <>{powerWords(own, user)}</>
  const { mode, categories, untilOn } = user.mandate
  const until = untilOn === null ? '' : ` ${own.untilDay(formatDate(untilOn, language))}`
  return (
    <>
      {own.modes[mode]}
      <small>
        {own.categories(categories)}
        {until}
      </small>
    </>
  )
}

function powerWords(own: Words['administration'], user: User): string {
  if (user.service === 'employer_account') return own.does.employer_account
  if (user.service === 'liquidation') return own.does.liquidation
  if (user.isMaker && user.isValidator) return own.does.both
  if (user.isMaker) return own.does.maker
  return user.isValidator ? own.does.validator : own.does.nothing
}
