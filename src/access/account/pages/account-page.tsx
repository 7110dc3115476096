import { formatDate, formatDateTime, localDateAt } from '../../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Answer, Summary } from '../../../web/components/summary.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type Account, fullName, hasSecondFactor } from '../../accounts.ts'
import type { OwnAccount } from '../own-account.ts'
import type { OpenSession } from '../../store/sessions.ts'

interface Props {
  readonly own: OwnAccount
  readonly sessionId: string
}

/** Who one is here, how one's account is protected, and where it is open. */
export function AccountPage({ own, sessionId }: Props) {
  const { account: words } = useVisit().words
  return (
    <Layout title={words.title}>
      <PageHead title={words.title} />
      <SecondFactorAdvice account={own.account} />
      <h2>{words.identity}</h2>
      <Identity own={own} />
      <Summary title={words.security} rows={useSecurityRows(own)} />
      <h2>{words.sessions}</h2>
      <p>{words.sessionsLead}</p>
      <Sessions sessions={own.sessions} current={sessionId} />
    </Layout>
  )
}

/** Asked of those who commit their company: the delegate and the validators (product U4). */
function SecondFactorAdvice({ account }: { readonly account: Account }) {
  const { account: words } = useVisit().words
  const commits = account.kind === 'delegate' || account.isValidator
  if (!commits || hasSecondFactor(account)) return null
  return (
    <Note
      tone="warning"
      action={<ButtonLink href={paths.account.protect()}>{words.secondFactorAdd}</ButtonLink>}
    >
      {words.secondFactorAdvice}
    </Note>
  )
}

function Identity({ own: { account, previousSignIn } }: { readonly own: OwnAccount }) {
  const { account: words, access } = useVisit().words
  const isDelegate = account.kind === 'delegate'
  const rows = [
    { term: words.name, value: <bdi>{fullName(account)}</bdi> },
    {
      term: isDelegate ? words.employerNumber : words.login,
      value: <Reference>{account.login}</Reference>,
    },
    ...(account.employerName
      ? [{ term: words.company, value: <bdi>{account.employerName}</bdi> }]
      : []),
    ...(account.service ? [{ term: words.service, value: access.services[account.service] }] : []),
    {
      term: words.lastSignIn,
      value: previousSignIn ? <DateText date={previousSignIn} /> : words.firstSignIn,
      ...(previousSignIn ? { note: words.notYou } : {}),
    },
  ]
  return <DescriptionList rows={rows} />
}

function useSecurityRows(own: OwnAccount): Answer[] {
  const { language, words } = useVisit()
  const { account: text } = words
  const { account, pendingEmail, questions, codesLeft } = own
  const since = account.passwordSetAt
  return [
    {
      question: text.passwordRow,
      answer: since ? text.passwordSince(formatDate(localDateAt(since), language)) : '',
      href: paths.account.password(),
    },
    {
      question: text.emailRow,
      answer: (
        <>
          <Reference>{account.email}</Reference>
          {pendingEmail ? (
            <small>
              {text.emailPending(pendingEmail.email, formatDateTime(pendingEmail.until, language))}
            </small>
          ) : null}
        </>
      ),
      href: paths.account.email(),
    },
    ...(questions
      ? [
          {
            question: text.questionsRow,
            answer: questions.length > 0 ? text.questionsSet : text.questionsNone,
            href: paths.account.questions(),
          },
        ]
      : []),
    {
      question: text.secondFactorRow,
      answer: account.totpSealed ? text.secondFactorOn : text.secondFactorOff,
      href: paths.account.secondFactor(),
    },
    {
      question: words.passkeys.row,
      answer: words.passkeys.count(account.passkeyCount),
      href: paths.account.passkeys(),
    },
    ...(hasSecondFactor(account)
      ? [
          {
            question: text.codesRow,
            answer: text.codesLeft(codesLeft),
            href: paths.account.recoveryCodes(),
          },
        ]
      : []),
  ]
}

interface SessionsProps {
  readonly sessions: readonly OpenSession[]
  readonly current: string
}

function Sessions({ sessions, current }: SessionsProps) {
  const { account: words } = useVisit().words
  const columns: Column<OpenSession>[] = [
    {
      head: words.browser,
      cell: ({ id, browser }) => (
        <>
          <bdi>{browser || words.unknownBrowser}</bdi>
          {id === current ? <small>{words.thisOne}</small> : null}
        </>
      ),
    },
    { head: words.opened, cell: ({ startedAt }) => <DateText date={startedAt} /> },
    { head: words.lastClick, cell: ({ seenAt }) => <DateText date={seenAt} /> },
  ]
  return (
    <>
      <Table caption={words.sessions} columns={columns} rows={sessions} />
      {sessions.length > 1 ? (
        <Form action={paths.account.sessions()}>
          <Actions>
            <Button kind="plain">{words.endOthers}</Button>
          </Actions>
        </Form>
      ) : (
        <p class="hint">{words.noOthers}</p>
      )}
    </>
  )
}
