import { Button } from '../../web/components/button.tsx'
import { Cause, Sample } from '../../web/components/cause.tsx'
import { Form } from '../../web/components/form.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Cause as CauseOfFindings } from '../declaration.ts'
import { adviceFor } from '../finding-words.ts'
import type { FindingRow } from '../store.ts'

/** A cause with its first findings, enough to see what it is about. */
export interface CauseView extends CauseOfFindings {
  readonly samples: readonly FindingRow[]
}

interface Props {
  readonly declarationId: string
  readonly causes: readonly CauseView[]
  readonly errors: Mistakes
  readonly typed?: Fields | undefined
  readonly typedCode?: string | undefined
}

/** Findings as causes: how many, what to do, samples with line and column, and the reason that settles a doubt. */
export function Causes({ causes, ...props }: Props) {
  const said = useVisit().words.declarations
  if (causes.length === 0) return <p>{said.nothingFound}</p>
  return (
    <section aria-labelledby="constats">
      <h2 id="constats">{said.causesTitle}</h2>
      {causes.map((cause) => (
        <OneCause cause={cause} {...props} />
      ))}
    </section>
  )
}

function OneCause({
  cause,
  declarationId,
  errors,
  typed,
  typedCode,
}: Omit<Props, 'causes'> & { readonly cause: CauseView }) {
  const { words, language } = useVisit()
  const said = words.declarations
  const [first] = cause.samples
  if (!first) return null
  const isOpen = cause.severity === 'to_confirm' && cause.confirmed < cause.count
  const isTyped = typedCode === cause.code
  return (
    <>
      <Cause count={cause.count} title={adviceFor(first, language)}>
        <b>{said.severities[cause.severity]}.</b> <Samples cause={cause} />
        {first.confirmed_reason ? <> {said.confirmedBecause(first.confirmed_reason)}</> : null}
      </Cause>
      {isOpen ? (
        <Form
          action={paths.declarations.confirm({ id: declarationId })}
          prefix={cause.code}
          errors={isTyped ? errors : {}}
          typed={isTyped ? typed : undefined}
        >
          <input type="hidden" name="code" value={cause.code} />
          <TextField name="raison" label={said.confirmReason} maxlength={200} />
          <Button kind="plain">{said.confirmThese(String(cause.count - cause.confirmed))}</Button>
        </Form>
      ) : null}
    </>
  )
}

function Samples({ cause }: { readonly cause: CauseView }) {
  const said = useVisit().words.declarations
  const placed = cause.samples.filter((row) => row.line > 0)
  const left = cause.count - cause.samples.length
  return (
    <>
      {placed.map((row, index) => (
        <>
          {index > 0 ? ' · ' : null}
          {said.sampleLine(String(row.line), String(row.column))}
          {row.value ? (
            <>
              {' '}
              <Sample tone={row.severity === 'blocking' ? 'stop' : 'wait'}>{row.value}</Sample>
            </>
          ) : null}
          {row.correction ? (
            <>
              {' '}
              {said.becomes} <Sample tone="done">{row.correction}</Sample>
            </>
          ) : null}
        </>
      ))}
      {left > 0 ? <> {said.moreLines(String(left))}</> : null}
    </>
  )
}
