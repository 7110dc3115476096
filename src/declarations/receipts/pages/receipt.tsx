import { formatDateTime, formatQuarterInWords, localDateAt } from '../../../calendar/index.ts'
import { add, centimes } from '../../../money/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Figure, Sheet } from '../../../web/components/figure.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { grouped, listed } from '../../../web/words/language.ts'
import { declarantName } from '../../declarant.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { differenceTold, latenessOf, madeOf } from '../printed-receipt.ts'
import { Newcomers } from './newcomers.tsx'
import { fingerprintOf, type ReceiptView, wasCorrected } from '../receipt.ts'

interface Props {
  readonly view: ReceiptView
  readonly errors?: Mistakes
}

/** What the employer keeps: number, time, totals, and the hash of what was sent (product D7). */
export function ReceiptPage({ view, errors }: Props) {
  const { words, language } = useVisit()
  const said = words.declarations
  const { declaration } = view
  const { id } = declaration
  const title = said.receiptTitle(declaration.receiptNumber ?? '')
  const isStanding = declaration.state === 'sent'
  return (
    <Layout
      title={title}
      band={useDeclarationBand()}
      current={paths.declarations.receipts()}
      errors={errors}
    >
      <BackLink href={paths.declarations.receipts()}>{said.receipts}</BackLink>
      <PageHead
        title={listed([said.receiptHead, view.employerName], language)}
        lead={<Lead number={declaration.receiptNumber ?? ''} isStanding={isStanding} />}
      />
      {isStanding ? null : <Replaced view={view} />}
      <Sheet>
        <Figure
          label={said.total}
          value={<Money amount={add(declaration.employee, declaration.employer)} />}
        />
        <Difference view={view} />
        <Facts view={view} />
      </Sheet>
      <Newcomers newcomers={view.newcomers} />
      <Actions>
        <ButtonLink kind="primary" href={paths.declarations.receiptPdf({ id })} download>
          {said.downloadReceipt}
        </ButtonLink>
        {view.contentSha256 ? (
          <ButtonLink href={paths.declarations.sentContent({ id })} download>
            {words.desk.receipt.download}
          </ButtonLink>
        ) : null}
      </Actions>
      {isStanding ? <Revise view={view} /> : null}
      <Versions view={view} />
    </Layout>
  )
}

/** The number, apart from the title: on a narrow screen it is not broken in two. */
function Lead({ number, isStanding }: { readonly number: string; readonly isStanding: boolean }) {
  const said = useVisit().words.declarations
  return (
    <>
      <b>
        <Reference>{number}</Reference>
      </b>
      {isStanding ? (
        <>
          <br />
          {said.receiptLead}
        </>
      ) : null}
    </>
  )
}

/** What a correction changes of what is owed: the account was given no more than that (product D8). */
function Difference({ view }: { readonly view: ReceiptView }) {
  const { words, language } = useVisit()
  const sentence = differenceTold(view, words.desk, language)
  return sentence === undefined ? null : <p>{sentence}</p>
}

function Facts({ view }: { readonly view: ReceiptView }) {
  const { words, language } = useVisit()
  const said = words.declarations
  const { declaration } = view
  const fileHash = declaration.fileSha256.toString('hex')
  return (
    <DescriptionList
      rows={[
        { term: said.company, value: view.employerName, note: view.employerNumber },
        { term: said.period, value: formatQuarterInWords(declaration.quarter, language) },
        { term: said.category, value: <Reference>{declaration.category}</Reference> },
        {
          term: said.members,
          value: <Reference>{grouped(declaration.acceptedLines)}</Reference>,
        },
        { term: said.salaries, value: <Money amount={declaration.salary} /> },
        { term: said.employeePart, value: <Money amount={declaration.employee} /> },
        { term: said.employerPart, value: <Money amount={declaration.employer} /> },
        ...(view.payBy
          ? [
              {
                term: words.desk.receipt.payBy,
                value: <DateText date={view.payBy} />,
                note: howToPay(view, words.desk),
              },
            ]
          : []),
        {
          term: said.sentAt,
          value: declaration.sentAt ? <DateText date={declaration.sentAt} /> : '—',
          note: latenessOf(view, words.desk, language),
        },
        { term: said.sentBy, value: <bdi>{declarantName(view.sentBy, said)}</bdi> },
        { term: words.desk.receipt.madeBy, value: madeOf(view, words.desk) },
        ...(view.nilReason === null
          ? []
          : [{ term: words.desk.receipt.nilReason, value: <bdi>{view.nilReason}</bdi> }]),
        ...(declaration.madeBy === 'file'
          ? [{ term: said.fileName, value: <bdi>{declaration.fileName}</bdi> }]
          : []),
        {
          term: words.desk.receipt.contentHash,
          value: <Reference>{fingerprintOf(view)}</Reference>,
        },
        ...(wasCorrected(view)
          ? [
              {
                term: words.desk.receipt.fileHashAsCame,
                value: <Reference>{fileHash}</Reference>,
              },
            ]
          : []),
      ]}
    />
  )
}

/** With what it is paid, and that it is late already when it was declared after the last day without interest. */
function howToPay({ declaration, payBy, paymentOption }: ReceiptView, { receipt }: Words['desk']) {
  const { sentAt } = declaration
  const isLate = payBy !== null && sentAt !== null && localDateAt(sentAt) > payBy
  return [...(isLate ? [receipt.payLate] : []), receipt.payWith[paymentOption]].join(' ')
}

/** A version that another one replaced stays readable, and leads to it. */
function Replaced({ view: { declaration, versions } }: { readonly view: ReceiptView }) {
  const { words, language } = useVisit()
  const said = words.desk.revision
  const next = versions.find(({ revision }) => revision === declaration.revision + 1)
  const standing = versions.find(({ state }) => state === 'sent')
  if (!next?.sentAt) return null
  return (
    <Note
      tone="warning"
      title={said.replacedBy(next.receiptNumber, formatDateTime(next.sentAt, language))}
      action={
        standing ? (
          <ButtonLink href={paths.declarations.receipt({ id: standing.id })}>
            {said.goToNewer}
          </ButtonLink>
        ) : null
      }
    />
  )
}

function Revise({ view: { declaration, openRevision } }: { readonly view: ReceiptView }) {
  const said = useVisit().words.desk.revision
  if (openRevision) {
    return (
      <Note
        tone="info"
        title={said.inProgress}
        action={
          <ButtonLink href={paths.declarations.check({ id: openRevision })}>
            {said.resume}
          </ButtonLink>
        }
      />
    )
  }
  return (
    <Form action={paths.declarations.revise({ id: declaration.id })}>
      <p>{declaration.madeBy === 'form' ? said.textForm : said.text}</p>
      <Actions>
        <Button kind="plain">{said.start}</Button>
      </Actions>
    </Form>
  )
}

/** What was sent for the period, version after version. */
function Versions({ view: { declaration, versions } }: { readonly view: ReceiptView }) {
  const { words } = useVisit()
  const said = words.desk.revision
  if (versions.length < 2) return null
  return (
    <section>
      <h2>{said.title}</h2>
      <Table
        caption={said.title}
        rows={versions}
        columns={[
          {
            head: said.version,
            cell: (one) =>
              one.id === declaration.id ? (
                said.number(one.revision)
              ) : (
                <a href={paths.declarations.receipt({ id: one.id })}>{said.number(one.revision)}</a>
              ),
          },
          {
            head: words.declarations.receiptNumber,
            cell: (one) => (
              <>
                <Reference>{one.receiptNumber}</Reference>
                <small>
                  <bdi>{declarantName(one.sentBy, words.declarations)}</bdi>{' '}
                  {one.sentAt ? <DateText date={one.sentAt} /> : null}
                </small>
              </>
            ),
          },
          {
            head: words.declarations.state,
            cell: (one) => (
              <StatusTag tone={one.state === 'sent' ? 'done' : 'off'}>
                {one.state === 'sent' ? said.standing : said.replaced}
              </StatusTag>
            ),
          },
          {
            head: words.declarations.total,
            numeric: true,
            cell: (one) => <Money amount={centimes(one.totalCentimes)} />,
          },
        ]}
      />
    </section>
  )
}
