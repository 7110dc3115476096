import { Actions, ButtonLink } from '../../../web/components/button.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Cell } from '../cell.ts'
import type { UncoveredCategory } from '../coverage.ts'
import { type Administration, isSubscribedTo } from '../read-administration.ts'
import type { UserQuery } from '../narrow-users.ts'
import { PageFrame } from './page-frame.tsx'
import { PaymentNotes, UncoveredNotes } from './warnings.tsx'
import { NotSubscribed, RenewalLink } from './not-subscribed.tsx'
import { Users } from './user-table.tsx'

export interface UserListProps {
  readonly cell: Cell
  readonly administration: Administration
  /** The uncovered category to entrust to somebody of the list. */
  readonly assign?: string | undefined
  readonly query: UserQuery
}

/** A cell of the band: a list before a form, warnings as sentences, «Nouveau» (product A4). */
export function UserList(props: UserListProps) {
  const { cell, administration } = props
  const { words } = useVisit()
  const own = words.administration.lists[cell]
  const subscribed = isSubscribedTo(administration, cell)
  return (
    <PageFrame
      title={own.title}
      administration={administration}
      current={paths.administration.users({ cell })}
      wide
    >
      <PageHead
        title={own.title}
        lead={own.lead}
        action={subscribed ? <NewUser cell={cell} /> : null}
      />
      {subscribed ? <Warnings {...props} /> : <NotSubscribed cell={cell} />}
      <Users {...props} />
      <Actions>
        <ButtonLink href={paths.administration.information()}>{words.frame.back}</ButtonLink>
      </Actions>
    </PageFrame>
  )
}

function NewUser({ cell }: { readonly cell: Cell }) {
  const { words } = useVisit()
  return (
    <ButtonLink href={paths.administration.newUser({ cell })} kind="primary">
      {words.frame.create}
    </ButtonLink>
  )
}

function Warnings({ cell, administration, assign }: UserListProps) {
  const { words } = useVisit()
  const own = words.administration
  const { paymentOption } = administration.employer
  const asked = administration.uncovered.find(({ category }) => category === assign)
  if (asked && cell === 'interne') return <AssignNote category={asked} />
  if (cell === 'interne' || cell === 'externe')
    return <UncoveredNotes administration={administration} />
  if (cell !== 'profils') return null
  return (
    <>
      {paymentOption === 'case_by_case' ? null : (
        <Note title={own.payment.optionTitle} action={<RenewalLink />}>
          <p>{own.payment.option(own.paymentOptions[paymentOption])}</p>
        </Note>
      )}
      <PaymentNotes administration={administration} />
    </>
  )
}

/** Somebody of the list, or somebody new: who will declare the category that nobody declares. */
function AssignNote({ category }: { readonly category: UncoveredCategory }) {
  const { words } = useVisit()
  const own = words.administration
  const query = `?categorie=${category.category}`
  return (
    <Note
      tone="info"
      title={own.uncovered.assignTitle(own.categoryName(category.category, category.label))}
      action={
        <ButtonLink href={paths.administration.newUser({ cell: 'interne' }) + query}>
          {own.uncovered.newUser}
        </ButtonLink>
      }
    >
      <p>{own.uncovered.assignText}</p>
    </Note>
  )
}
