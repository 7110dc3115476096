import { formatDateTime, formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Progress } from '../../web/components/progress.tsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import { formatSize } from '../../web/words/format-size.ts'
import { percentOf } from '../deposits/deposit.ts'
import type { DepositView } from '../deposits/view-deposit.ts'
import { declarantName } from '../declarant.ts'
import { useDeclarationBand } from './band.ts'
import { DepositForm } from './deposit-form.tsx'
import { Refused } from './deposit-refused.tsx'

interface Props {
  readonly view: DepositView
  readonly errors?: Mistakes | undefined
}

/** A file on its way: where it is, what is safe to do meanwhile, and why it was not taken. */
export function DepositPage({ view, errors = {} }: Props) {
  const { words, language } = useVisit()
  const said = words.deposits
  const { deposit } = view
  const { category, quarter } = deposit.period
  const title = titleOf(deposit.refusal?.code, said) ?? said.titles[deposit.state]
  return (
    <Layout
      title={title}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={errors}
    >
      <BackLink href={paths.declarations.calendar()}>{words.declarations.calendar}</BackLink>
      <PageHead
        title={title}
        lead={said.about(formatQuarterInWords(quarter, language), category)}
      />
      <Facts view={view} />
      {deposit.state === 'receiving' ? <Receiving view={view} errors={errors} /> : null}
      {deposit.state === 'received' ? <Received view={view} /> : null}
      {deposit.state === 'refused' ? <Refused view={view} errors={errors} /> : null}
      {deposit.state === 'cancelled' ? <Cancelled view={view} /> : null}
    </Layout>
  )
}

function titleOf(refusal: string | undefined, said: Words['deposits']): string | undefined {
  if (refusal === 'declarations.checked_meanwhile') return said.inTheWayTitle
  return refusal === 'declarations.would_lose_work' ? said.wouldLoseTitle : undefined
}

function Facts({ view: { deposit, sentBy } }: Props) {
  const { words, language } = useVisit()
  const said = words.deposits
  return (
    <DescriptionList
      rows={[
        { term: said.file, value: <bdi>{deposit.fileName}</bdi> },
        { term: said.size, value: formatSize(deposit.size, language) },
        { term: said.sentBy, value: <bdi>{declarantName(sentBy, words.declarations)}</bdi> },
        { term: said.startedAt, value: formatDateTime(deposit.startedAt, language) },
      ]}
    />
  )
}

function Receiving({ view, errors }: Props) {
  const said = useVisit().words.deposits
  const { deposit } = view
  const percent = percentOf(deposit)
  const isStopped = deposit.received === 0
  if (!view.isOwn) {
    return (
      <>
        <Progress label={said.progress(percent)} value={deposit.received} max={deposit.size} />
        <p>{said.isComing(view.sentBy.name)}</p>
      </>
    )
  }
  return (
    <>
      {isStopped ? null : (
        <Progress label={said.progress(percent)} value={deposit.received} max={deposit.size} />
      )}
      <p>{isStopped ? said.goOnWithoutScript : said.goOnText(percent)}</p>
      <DepositForm
        period={deposit.period}
        arrivals={{ current: null, unfinished: [] }}
        errors={errors}
        button={said.goOn}
      />
      <Form action={paths.declarations.depositCancel({ id: deposit.id })} prefix="abandon-">
        <Button kind="link">{said.cancel}</Button>
      </Form>
    </>
  )
}

/** The page looks by itself whether it is over; without script, by a link. */
function Received({ view: { deposit } }: Props) {
  const said = useVisit().words.deposits
  return (
    <div
      data-enhance="await"
      data-state={paths.declarations.depositState({ id: deposit.id })}
      data-text={said.refreshes}
    >
      <Note tone="info">{said.canClose}</Note>
      <p role="status"></p>
      <Actions>
        <ButtonLink kind="plain" href={paths.declarations.deposit({ id: deposit.id })}>
          {said.refresh}
        </ButtonLink>
      </Actions>
    </div>
  )
}

function Cancelled({ view: { deposit } }: Props) {
  const said = useVisit().words.deposits
  const { category, quarter } = deposit.period
  const period = { category, quarter: formatQuarter(quarter) }
  return (
    <>
      <p>{said.cancelledText}</p>
      <Actions>
        <ButtonLink kind="primary" href={paths.declarations.period(period)}>
          {said.sendAgain}
        </ButtonLink>
      </Actions>
    </>
  )
}
