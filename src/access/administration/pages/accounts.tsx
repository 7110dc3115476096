import { formatDate } from '../../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import type { Tone } from '../../../web/components/shape.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { maskedRib } from '../../../employers/rib.ts'
import type { Employer } from '../../../employers/employer.ts'
import {
  asksForAnother,
  mayBeRemoved,
  type OwnAccount,
  type OwnAccountState,
} from '../read-accounts.ts'

const tones: Record<OwnAccountState, Tone> = {
  to_sign: 'wait',
  waiting: 'wait',
  usable: 'done',
  refused: 'stop',
  withdrawn: 'off',
  ended: 'stop',
  closed: 'off',
}

interface Props {
  readonly accounts: readonly OwnAccount[]
  readonly employer: Employer
}

/** The company's bank accounts, masked, each with its mandate: where it stands and from when it may be used. Removed ones are left out. */
export function Accounts({ accounts, employer }: Props) {
  const { words } = useVisit()
  const own = words.administration.accounts
  return (
    <section id="comptes">
      <h2>{own.title}</h2>
      <p>{own.lead}</p>
      <Table
        caption={own.title}
        rows={accounts.filter(({ state }) => state !== 'closed')}
        columns={[
          {
            head: own.account,
            cell: ({ account }) => <Reference>{maskedRib(account.rib)}</Reference>,
          },
          {
            head: own.bank,
            cell: ({ account }) => (
              <>
                <bdi>{account.bankName || own.bankUnknown}</bdi>
                <small>
                  <bdi>{account.holder}</bdi>
                </small>
              </>
            ),
          },
          {
            head: own.mandate,
            cell: ({ account }) =>
              account.mandate ? (
                <Reference>{account.mandate.reference}</Reference>
              ) : (
                words.frame.none
              ),
          },
          { head: words.administration.columns.state, cell: (row) => <AccountTag row={row} /> },
          {
            head: words.administration.columns.action,
            hideHead: true,
            cell: (row) => <AccountAction row={row} employer={employer} />,
          },
        ]}
        empty={
          <EmptyState title={own.none}>
            <p>{own.noneText}</p>
          </EmptyState>
        }
      />
      <Actions>
        <ButtonLink href={paths.administration.accounts()}>{own.add}</ButtonLink>
      </Actions>
    </section>
  )
}

function AccountTag({ row }: { readonly row: OwnAccount }) {
  const { words, language } = useVisit()
  const own = words.administration.accounts
  const from = row.account.mandate?.usableFrom
  return (
    <>
      <StatusTag tone={tones[row.state]}>{own.states[row.state]}</StatusTag>
      {from && row.state === 'waiting' ? (
        <small>{own.usableFrom(formatDate(from, language))}</small>
      ) : null}
      {from && row.state === 'usable' ? (
        <small>{own.usableSince(formatDate(from, language))}</small>
      ) : null}
    </>
  )
}

interface ActionProps {
  readonly row: OwnAccount
  readonly employer: Employer
}

function AccountAction({ row, employer }: ActionProps) {
  const { words } = useVisit()
  const own = words.administration.accounts
  const { id } = row.account
  const hidden = maskedRib(row.account.rib)
  return (
    <>
      {asksForAnother(row, employer) ? (
        <OneButton action={paths.administration.accountMandate({ id })} hidden={hidden}>
          {own.prepare}
        </OneButton>
      ) : null}
      {row.state === 'to_sign' ? (
        <ButtonLink href={paths.administration.accountLetter({ id })} kind="link" download>
          {own.download}
        </ButtonLink>
      ) : null}
      {mayBeRemoved(row) ? (
        <OneButton action={paths.administration.accountRemoval({ id })} hidden={hidden}>
          {own.remove}
        </OneButton>
      ) : null}
    </>
  )
}

interface OneButtonProps {
  readonly action: string
  /** Which account, for who does not see the row. */
  readonly hidden: string
  readonly children: string
}

function OneButton({ action, hidden, children }: OneButtonProps) {
  return (
    <form method="post" action={action} data-enhance="once">
      <HiddenFields />
      <Button kind="link" hidden={hidden}>
        {children}
      </Button>
    </form>
  )
}
