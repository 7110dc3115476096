import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Cause, Sample } from '../../../web/components/cause.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { colon, grouped } from '../../../web/words/language.ts'
import { adviceFor, causeTitle, toldValue } from '../../finding-words.ts'
import { fieldOfSheet } from '../../entry/field-address.ts'
import { causeName, isAboutFile, isAboutMembers, waitsForReason } from '../cause.ts'
import { ownFormat } from '../files/desk-file.ts'
import type { FindingRow } from '../store/finding-row.ts'
import type { CauseShown, DeskView } from '../view-desk.ts'
import { ConfirmCause } from './confirm-cause.tsx'
import type { Typed } from './typed.ts'

interface Props {
  readonly view: DeskView
  readonly causes: readonly CauseShown[]
  readonly typed: Typed | undefined
}

const kinds = ['blocking', 'to_confirm', 'information'] as const

/** Causes before lines: how many, what they have in common, what to do about all of them at once (quality US17). */
export function CauseList({ view, causes, typed }: Props) {
  const said = useVisit().words.desk
  const first = causes.find(isCorrectable)
  if (causes.length === 0) return <p>{said.noneOfKind}</p>
  return (
    <>
      {kinds.map((kind) => {
        const some = causes.filter(({ severity }) => severity === kind)
        if (some.length === 0) return null
        return (
          <section class="causes" aria-labelledby={`constats-${kind}`}>
            <h2 id={`constats-${kind}`}>
              {kind === 'to_confirm' && !some.some(waitsForReason)
                ? said.settled
                : said.kinds[kind]}
            </h2>
            {some.map((cause) => (
              <OneCause view={view} cause={cause} isFirst={cause === first} typed={typed} />
            ))}
          </section>
        )
      })}
    </>
  )
}

function isCorrectable({ severity, correctable }: CauseShown): boolean {
  return severity !== 'information' && correctable > 0
}

interface OneProps {
  readonly view: DeskView
  readonly cause: CauseShown
  readonly isFirst: boolean
  readonly typed: Typed | undefined
}

function OneCause({ view, cause, isFirst, typed }: OneProps) {
  const { words, language } = useVisit()
  const said = words.desk
  return (
    <div class={`cause-of is-${cause.severity}`} data-place={causeName(cause)}>
      <Cause
        count={cause.count}
        unit={unitOf(cause, said)}
        title={causeTitle(cause, said, language)}
        level="h3"
        action={<CauseAction view={view} cause={cause} isFirst={isFirst} />}
        more={
          waitsForReason(cause) ? <ConfirmCause view={view} cause={cause} typed={typed} /> : null
        }
      >
        <Sampled view={view} cause={cause} /> <Standing cause={cause} />
      </Cause>
    </div>
  )
}

function unitOf(cause: CauseShown, said: ReturnType<typeof useVisit>['words']['desk']) {
  if (isAboutMembers(cause)) return said.members(cause.count)
  return isAboutFile(cause) ? said.findings(cause.count) : undefined
}

/** One of them told whole: where it is, what is wrong, what to do. */
function Sampled({ view, cause: { sample } }: Pick<OneProps, 'view' | 'cause'>) {
  const { words, language } = useVisit()
  const said = words.declarations
  if (!sample) return null
  const { line, column } = sample
  const name = view.sheet?.names.get(line)
  if (view.sheet && line > 0) {
    return (
      <>
        <a href={fieldOfSheet(view.declaration.id, sample)}>
          <bdi>{name ?? words.entry.correctHere}</bdi>
        </a>
        {colon(language) + adviceFor(sample, language)}
      </>
    )
  }
  if (line === 0) return <>{adviceFor(sample, language)}</>
  const place =
    ownFormat(view.declaration) === 'txt'
      ? said.sampleLine(grouped(line), String(column))
      : said.sampleRow(grouped(line), sample.params['cell'])
  return <>{place + colon(language) + adviceFor(sample, language)}</>
}

/** What one press does to all lines of a cause: a total is no line to correct, and is taken out. */
export function correctionOf(
  { code, correctable }: Pick<CauseShown, 'code' | 'correctable'>,
  said: Words['desk'],
): string {
  return code === 'total_row' ? said.removeAll(correctable) : said.correctAll(correctable)
}

/** What is read, and what it should be. */
export function Reading({ row }: { readonly row: FindingRow }) {
  const { declarations } = useVisit().words
  const proposed = row.correction && !row.correction.startsWith('•') ? row.correction.trim() : ''
  const value = toldValue(row)
  return (
    <>
      {value ? <Sample tone={row.severity === 'blocking' ? 'stop' : 'wait'}>{value}</Sample> : '—'}
      {proposed ? (
        <>
          {' '}
          {declarations.becomes} <Sample tone="done">{proposed}</Sample>
        </>
      ) : null}
    </>
  )
}

function Standing({ cause }: { readonly cause: CauseShown }) {
  const { desk } = useVisit().words
  const { severity, count, confirmed, correctable, reason } = cause
  if (confirmed > 0 && confirmed === count) return <b>{desk.allConfirmed(count, reason)}</b>
  if (confirmed > 0) return <b>{desk.someConfirmed(confirmed, count)}</b>
  const isPart = severity !== 'information' && correctable > 0 && correctable < count
  return isPart ? <>{desk.onlySome(correctable, count)}</> : null
}

/** One line to correct, and no other to look at: its form opens at once, and not a list of it alone. */
function lineAlone({ severity, count, sample }: CauseShown): number | null {
  if (severity !== 'blocking' || count > 1 || !sample || sample.line === 0) return null
  return 'firstLine' in sample.params ? null : sample.line
}

interface ActionProps {
  readonly view: DeskView
  readonly cause: CauseShown
  readonly isFirst: boolean
}

function CauseAction({ view, cause, isFirst }: ActionProps) {
  const { declaration, sheet } = view
  const isOfSheet = sheet !== null
  const { words, language } = useVisit()
  const said = words.desk
  const address = { id: declaration.id, cause: causeName(cause) }
  if (isAboutFile(cause)) {
    if (cause.confirmed === 0) return null
    return (
      <form method="post" action={paths.declarations.withdraw(address)} data-enhance="once">
        <HiddenFields version={declaration.version} />
        <Button kind="link" name="tous" value="oui">
          {said.withdraw}
        </Button>
      </form>
    )
  }
  const see = <SeeLines view={view} cause={cause} />
  if (!isCorrectable(cause) || isOfSheet) return see
  return (
    <>
      <form method="post" action={paths.declarations.correctCause(address)} data-enhance="once">
        <HiddenFields version={declaration.version} />
        <Button kind={isFirst ? 'primary' : 'plain'} hidden={causeTitle(cause, said, language)}>
          {correctionOf(cause, said)}
        </Button>
      </form>
      {see}
    </>
  )
}

function SeeLines({ view: { declaration, sheet }, cause }: Omit<ActionProps, 'isFirst'>) {
  const { words, language } = useVisit()
  const said = words.desk
  const { id } = declaration
  const name = causeName(cause)
  const shared = {
    kind: isCorrectable(cause) && sheet === null ? 'link' : 'plain',
    hidden: causeTitle(cause, said, language),
  } as const
  const line = sheet === null ? lineAlone(cause) : null
  if (line !== null) {
    const address = paths.declarations.line({ id, line: String(line) })
    return (
      <ButtonLink {...shared} href={`${address}?constat=${name}`} opens="ligne">
        {said.seeAll(1)}
      </ButtonLink>
    )
  }
  return (
    <ButtonLink {...shared} href={paths.declarations.cause({ id, cause: name })} opens="constat">
      {isAboutMembers(cause) ? said.seeAbsent(cause.count) : said.seeAll(cause.count)}
    </ButtonLink>
  )
}
