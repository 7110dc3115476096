import { formatDateTime, formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { fillSentence } from '../../web/site.ts'
import { useVisit } from '../../web/visit.ts'
import { declarantName } from '../declarant.ts'
import { type FindingCode, severities } from '../checking/finding.ts'
import type { DepositView } from '../deposits/view-deposit.ts'
import { GoTo } from '../firm/pages/tasks.tsx'
import type { Place } from '../firm/place.ts'
import type { OtherCompany } from '../other-company.ts'
import type { OtherPeriod } from '../other-period.ts'
import { adviceFor } from '../finding-words.ts'
import { DepositForm } from './deposit-form.tsx'
import { Templates } from './templates.tsx'

interface Props {
  readonly view: DepositView
  readonly errors?: Mistakes | undefined
}

/** Why it was not taken, and what to do. */
export function Refused({ view, errors }: Props) {
  const { refusal } = view.deposit
  if (view.declaration && refusal?.code === 'declarations.checked_meanwhile') {
    return <Meanwhile view={view} declaration={view.declaration} />
  }
  if (view.declaration && refusal?.code === 'declarations.would_lose_work') {
    return <WouldLose view={view} declaration={view.declaration} />
  }
  if (view.declaration && refusal?.code === 'declarations.already_sent') {
    return <AlreadySent declaration={view.declaration} />
  }
  return (
    <>
      <Reason view={view} />
      {view.other ? <Elsewhere other={view.other} /> : null}
      {view.otherCompany ? <WithOtherCompany other={view.otherCompany} /> : null}
      {refusal?.code === 'declarations.unreadable' ? <Templates /> : null}
      {view.isOwn ? (
        <DepositForm
          period={view.deposit.period}
          arrivals={{ current: null, unfinished: [] }}
          errors={errors}
        />
      ) : null}
    </>
  )
}

/** The rule's sentence, and for a file that is no declaration what the engine says of it. */
function Reason({ view: { deposit } }: Props) {
  const { words, language } = useVisit()
  if (!deposit.refusal) return null
  const { code, details } = deposit.refusal
  const { finding, value = '', ...params } = details
  const sentence = fillSentence(words.refusals[code], details)
  if (!isFindingCode(finding)) return <Note tone="stop">{sentence}</Note>
  const severity = severities[finding]
  const told = { line: 1, column: 1, field: '', code: finding, severity, value, params }
  const advice = adviceFor({ ...told, correction: null }, language)
  // Of an empty file there is nothing more to say.
  if (finding === 'file_empty') return <Note tone="stop">{advice}</Note>
  return (
    <Note tone="stop" title={sentence}>
      {advice}
    </Note>
  )
}

/** The way to the page that the file is for, or why there is none. */
function Elsewhere({ other }: { readonly other: OtherPeriod }) {
  const { words, language } = useVisit()
  const said = words.deposits.other
  const { category, quarter, standing } = other
  const period = formatQuarterInWords(quarter, language)
  if (standing !== 'open' && standing !== 'sent') {
    return <p>{said.why[standing](period, category)}</p>
  }
  return (
    <>
      <p>{standing === 'sent' ? said.sent(period, category) : said.open}</p>
      <Actions>
        <ButtonLink href={paths.declarations.period({ category, quarter: formatQuarter(quarter) })}>
          {standing === 'sent' ? said.toReceipt : said.toPage(period, category)}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** One press to the page of the company that the file is for. */
function WithOtherCompany({ other: { company, period } }: { readonly other: OtherCompany }) {
  const { words, language } = useVisit()
  const said = words.deposits.ofCompany
  const place: Place | undefined = period
    ? { at: 'period', category: period.category, quarter: formatQuarter(period.quarter) }
    : undefined
  return (
    <Note
      title={said.yours(company.name)}
      action={
        <GoTo company={company} place={place} kind="plain">
          {period ? said.toPage : said.toCompany}
        </GoTo>
      }
    >
      {period
        ? said.about(formatQuarterInWords(period.quarter, language), period.category)
        : said.notThere}
    </Note>
  )
}

function isFindingCode(code: string | undefined): code is FindingCode {
  return code !== undefined && Object.hasOwn(severities, code)
}

interface InTheWay {
  readonly declaration: NonNullable<DepositView['declaration']>
}

/** Somebody else's work was there first: it is shown before it may be replaced (attack AT97). */
function Meanwhile({ view, declaration }: Props & InTheWay) {
  const { words, language } = useVisit()
  const said = words.deposits
  const { of } = declaration
  const by = declarantName(declaration.by, words.declarations)
  const uploadedAt = formatDateTime(of.uploadedAt, language)
  return (
    <TakesThePlace
      view={view}
      of={of}
      what={said.meanwhile(by, of.fileName, uploadedAt)}
      see={said.seeTheirs}
      consequence={said.takeThePlaceText(by)}
    />
  )
}

/** One's own corrections would be lost: that is asked before (quality US15). */
function WouldLose({ view, declaration: { of, done } }: Props & InTheWay) {
  const { deposits: said, desk } = useVisit().words
  return (
    <TakesThePlace
      view={view}
      of={of}
      what={said.wouldLose(of.fileName, desk.workDone(done))}
      see={said.resumeOwn}
    />
  )
}

interface TakesThePlaceProps {
  readonly view: DepositView
  readonly of: InTheWay['declaration']['of']
  readonly what: string
  readonly see: string
  /** Of somebody else's work, what becomes of it; one's own is given up knowingly. */
  readonly consequence?: string
}

/** What is there, the way to it, and the press that replaces this and no other. */
function TakesThePlace({ view, of, what, see, consequence }: TakesThePlaceProps) {
  const said = useVisit().words.deposits
  return (
    <>
      <Note
        tone="warning"
        action={
          <ButtonLink kind="plain" href={paths.declarations.check({ id: of.id })}>
            {see}
          </ButtonLink>
        }
      >
        {what}
      </Note>
      {view.isOwn && of.state === 'checked' ? (
        <Form action={paths.declarations.depositReplace({ id: view.deposit.id })}>
          <input type="hidden" name="remplace" value={of.id} />
          {consequence ? <p>{consequence}</p> : null}
          <Actions>
            <Button kind={consequence ? undefined : 'stop'}>{said.takeThePlace}</Button>
          </Actions>
        </Form>
      ) : null}
    </>
  )
}

function AlreadySent({ declaration: { of, by } }: InTheWay) {
  const { words, language } = useVisit()
  const said = words.deposits
  const moment = formatDateTime(of.sentAt ?? of.uploadedAt, language)
  return (
    <Note
      tone="stop"
      action={
        <ButtonLink kind="plain" href={paths.declarations.receipt({ id: of.id })}>
          {said.seeReceipt}
        </ButtonLink>
      }
    >
      {said.alreadySent(declarantName(by, words.declarations), of.receiptNumber ?? '', moment)}
    </Note>
  )
}
