import type { Child } from 'hono/jsx'
import { formatDateTime, formatQuarter } from '../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { declarantName } from '../declarant.ts'
import type { Period } from '../declaration.ts'
import { isWork } from '../desk/work-done.ts'
import type { Arrivals } from '../deposits/arrivals.ts'
import { mostBytes, percentOf } from '../deposits/deposit.ts'

interface Props {
  readonly period: Period
  readonly arrivals: Arrivals
  readonly errors?: Mistakes | undefined
  readonly label?: string | undefined
  readonly hint?: string | undefined
  readonly button?: string | undefined
  readonly prefix?: string | undefined
  readonly kind?: 'primary' | 'plain' | undefined
  /** The check whose page it stands on: a file that is not taken is told there. */
  readonly from?: string | undefined
  /** What is said of the file before it is sent. */
  readonly ahead?: Child | undefined
}

export const fromField = 'controle'

/** Sends a file for a period: what it would replace, and what stopped on the way, are said before. */
export function DepositForm({
  period,
  arrivals,
  errors,
  prefix,
  kind,
  from,
  ahead,
  ...said
}: Props) {
  const { declarations: words, deposits } = useVisit().words
  const at = { category: period.category, quarter: formatQuarter(period.quarter) }
  const { current } = arrivals
  return (
    <>
      <CurrentWork current={current} />
      <Unfinished arrivals={arrivals} />
      <Form
        action={paths.declarations.upload(at)}
        errors={errors}
        prefix={prefix}
        upload
        enhance={ahead ? 'check' : undefined}
      >
        <Replaces current={current} />
        {from ? <input type="hidden" name={fromField} value={from} /> : null}
        <FileField
          name="fichier"
          label={said.label ?? words.fileLabel}
          hint={said.hint}
          kinds={words.fileKinds}
          accept=".txt,.csv,.xlsx,text/plain,text/csv"
          maxMegabytes={mostBytes / 1_048_576}
          byParts={{ href: paths.declarations.deposits(at), said: deposits }}
        />
        {ahead}
        <Actions>
          <Button kind={kind}>{said.button ?? words.check}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** What the file takes the place of; corrections typed there are given up by saying so (product D4). */
function Replaces({ current }: Pick<Arrivals, 'current'>) {
  const { deposits: said, desk } = useVisit().words
  if (!current || !isWork(current.done))
    return <input type="hidden" name="remplace" value={current?.of.id ?? ''} />
  return (
    <Checkbox
      name="remplace"
      value={current.of.id}
      label={said.loses(desk.workDone(current.done))}
      hint={said.losesHint}
    />
  )
}

function CurrentWork({ current }: Pick<Arrivals, 'current'>) {
  const { words, language } = useVisit()
  const said = words.deposits
  if (!current || current.isOwn) return null
  const { of, by } = current
  return (
    <Note
      tone="warning"
      action={
        <ButtonLink kind="plain" href={paths.declarations.check({ id: of.id })}>
          {said.seeCurrent}
        </ButtonLink>
      }
    >
      {said.current(
        declarantName(by, words.declarations),
        of.fileName,
        formatDateTime(of.uploadedAt, language),
      )}
    </Note>
  )
}

function Unfinished({ arrivals }: Pick<Props, 'arrivals'>) {
  const said = useVisit().words.deposits
  const begun = arrivals.unfinished.filter(({ received }) => received > 0)
  return (
    <>
      {begun.map((deposit) => (
        <Note
          action={
            <Form
              action={paths.declarations.depositCancel({ id: deposit.id })}
              prefix={`abandon-${deposit.id}-`}
            >
              <Button kind="link">{said.cancel}</Button>
            </Form>
          }
        >
          {said.unfinished(deposit.fileName, percentOf(deposit))}
        </Note>
      ))}
    </>
  )
}
