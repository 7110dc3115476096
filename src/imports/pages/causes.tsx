import { ButtonLink } from '../../web/components/button.tsx'
import { Cause, Sample } from '../../web/components/cause.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { colon } from '../../web/words/language.ts'
import { fieldWord, findingSentence, placeWords } from '../finding-words.ts'
import type { ImportFinding } from '../import-finding.ts'
import type { ImportView } from '../read-import.ts'
import type { ImportCause } from '../store/findings.ts'

/** Findings as causes, those that stop lines first, each with its sentence and where it is first met. */
export function Causes({ view }: { readonly view: ImportView }) {
  const { one: words } = useVisit().words.imports
  const { found, causes } = view
  if (causes.length === 0) {
    return found.state === 'checking' ? null : <p>{words.noCause}</p>
  }
  return (
    <section>
      <h2>{words.causes}</h2>
      {causes.map((cause) => (
        <OneCause cause={cause} />
      ))}
      <p>
        <ButtonLink href={paths.agency.importReport({ id: found.id })} download>
          {words.report}
        </ButtonLink>
      </p>
    </section>
  )
}

function OneCause({ cause }: { readonly cause: ImportCause }) {
  const { words: all } = useVisit()
  const [first] = cause.samples
  if (!first) return null
  const sentence = findingSentence({ ...first, ...shared(cause.samples) }, all)
  const field = cause.field && fieldWord(cause.field, all)
  return (
    <Cause count={cause.count} title={field ? all.imports.one.atField(field, sentence) : sentence}>
      {cause.severity === 'to_check' && cause.isTaken && cause.code !== 'column_unknown' ? (
        <b>{all.imports.one.toCheckNote} </b>
      ) : null}
      <Samples samples={cause.samples} />
    </Cause>
  )
}

/** What the sentence may name for all the lines; what differs from one to the next is left open. */
function shared(samples: readonly ImportFinding[]): Pick<ImportFinding, 'value' | 'params'> {
  const [first] = samples
  const same = (of: (one: ImportFinding) => string | undefined) =>
    samples.every((one) => of(one) === (first && of(first))) ? ((first && of(first)) ?? '…') : '…'
  return {
    value: same(({ value }) => value),
    params: Object.fromEntries(
      Object.keys(first?.params ?? {}).map((name) => [name, same(({ params }) => params[name])]),
    ),
  }
}

function Samples({ samples }: { readonly samples: readonly ImportFinding[] }) {
  const { words: all, language } = useVisit()
  return (
    <>
      {samples.map((sample) => (
        <span class="place">
          {placeWords(sample, all)}
          {sample.value === '' ? null : (
            <>
              {colon(language)}
              <Sample tone={sample.severity === 'refused' ? 'stop' : 'wait'}>{sample.value}</Sample>
            </>
          )}
          {sample.correction === null ? null : (
            <> {all.imports.one.correction(sample.correction)}</>
          )}
        </span>
      ))}
    </>
  )
}
