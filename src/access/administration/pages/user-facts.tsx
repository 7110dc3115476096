import { formatDate, formatDateTime, localDateAt } from '../../../calendar/index.ts'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { UserDetails } from '../user.ts'
import { LastSignIn } from '../last-sign-in.tsx'
import { WhatTheyDo } from './what-they-do.tsx'
import type { UserProps } from './user.tsx'

/** What is known of a user, the login first: it is what they forget. */
export function Facts({ cell, user }: UserProps) {
  const { words, language, now } = useVisit()
  const own = words.administration
  const isFirm = cell === 'externe'
  const login =
    user.login === null ? (
      <span class="muted">{own.loginAfterAcceptance}</span>
    ) : (
      <Reference copy>{user.login}</Reference>
    )
  return (
    <DescriptionList
      rows={[
        {
          term: own.user.login,
          value: login,
          ...(isFirm ? {} : { note: own.user.loginNote }),
        },
        ...(user.firm ? [{ term: own.user.firm, value: <bdi>{user.firm}</bdi> }] : []),
        {
          term: own.services[user.service],
          value: <WhatTheyDo user={user} />,
          ...(user.confirmsFrom && user.confirmsFrom > now
            ? { note: own.user.confirmsFrom(formatDateTime(user.confirmsFrom, language)) }
            : {}),
        },
        ...(user.hasSecondFactor === null
          ? []
          : [
              {
                term: own.user.secondFactor,
                value: user.hasSecondFactor ? own.user.factorOn : own.user.factorOff,
              },
            ]),
        { term: own.user.lastSignIn, value: <LastSignIn at={user.lastSignedInAt} /> },
        {
          term: isFirm ? own.user.offeredOn : own.user.created,
          value: <DateText date={localDateAt(user.createdAt)} />,
        },
        ...(user.stateReason ? [{ term: own.user.state, value: <EndReason user={user} /> }] : []),
        ...(user.identityMask && user.identityKind
          ? [
              {
                term: own.form.identityKinds[user.identityKind],
                value: <Reference>{user.identityMask}</Reference>,
                note: own.user.identityNote,
              },
            ]
          : []),
      ]}
    />
  )
}

function EndReason({ user }: { readonly user: UserDetails }) {
  const { words, language } = useVisit()
  const own = words.administration.user
  return (
    <>
      {own.suspendedOn(formatDate(localDateAt(user.stateChangedAt), language))}
      <small>{own.reason(user.stateReason)}</small>
    </>
  )
}
