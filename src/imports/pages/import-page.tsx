import { formatDateTime } from '../../calendar/index.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { Meter } from '../../web/components/meter.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Progress } from '../../web/components/progress.tsx'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import { findingSentence } from '../finding-words.ts'
import { givesPower } from '../import-kind.ts'
import { hasEffect, type Import } from '../import.ts'
import type { ImportView } from '../read-import.ts'
import { Agreeing, Asking } from './agreement.tsx'
import { Causes } from './causes.tsx'
import { Changes } from './changes.tsx'
import { counted } from './counted.ts'
import { FreshRows } from './fresh-rows.tsx'
import { People } from './people.tsx'
import { ImportStateTag } from './state-tag.tsx'

interface Props {
  readonly view: ImportView
  readonly errors?: Mistakes | undefined
}

/** One file: what its check found, what it would do, what was done with it. */
export function ImportPage({ view, errors }: Props) {
  const { language, words: all } = useVisit()
  const words = all.imports.one
  const { found } = view
  const who = found.uploadedBy?.name ?? all.imports.list.commandLine
  const when = formatDateTime(found.uploadedAt, language)
  return (
    <AgencyPage title={found.fileName} place="imports" errors={errors}>
      <BackLink href={paths.agency.imports()}>{words.back}</BackLink>
      <PageHead
        title={<bdi class="file-name">{found.fileName}</bdi>}
        lead={words.lead(all.imports.kinds[found.kind], when, who)}
        action={<ImportStateTag found={found} />}
      />
      <UnderWay found={found} />
      <Outcome found={found} />
      {found.state === 'unreadable' ? <Unreadable view={view} /> : <Report view={view} />}
      {found.state === 'checked' || found.state === 'asked' ? (
        <Decide view={view} errors={errors} />
      ) : null}
    </AgencyPage>
  )
}

/** Asked for again by itself while the job works; a link does it without script. */
function UnderWay({ found }: { readonly found: Import }) {
  const { one: words } = useVisit().words.imports
  if (found.state !== 'checking' && found.state !== 'applying') return null
  const isCheck = found.state === 'checking'
  const total = found.newLines + found.changedLines
  const done = words.progress(found.doneLines, total)
  const lines = words.lines(counted(found.lines), found.lines === 1)
  return (
    <div role="status" data-enhance="follow">
      {isCheck ? (
        <p>
          <b>{words.checking(lines)}</b>
        </p>
      ) : (
        <Progress label={words.applying(done)} value={found.doneLines} max={total} />
      )}
      <p>{isCheck ? words.checkingText : words.applyingText}</p>
      <p>
        <a href={paths.agency.import({ id: found.id })}>{words.refresh}</a>
      </p>
    </div>
  )
}

function Outcome({ found }: { readonly found: Import }) {
  const { language, words: all } = useVisit()
  const words = all.imports.one
  if (!found.decidedAt) return null
  const when = formatDateTime(found.decidedAt, language)
  const who = found.decidedBy?.name ?? all.imports.list.commandLine
  if (found.state === 'abandoned') {
    const ended = hasEffect(found) ? words.abandonedBy : words.closedBy
    return <Note>{ended(who, when)}</Note>
  }
  return (
    <Note tone={found.appliedAt ? 'done' : 'info'} title={words.decidedBy(who, when)}>
      {found.askedAt ? (
        <p>
          {words.askedBy(
            found.askedBy?.name ?? all.imports.list.commandLine,
            formatDateTime(found.askedAt, language),
          )}
        </p>
      ) : null}
      {found.appliedAt ? <p>{words.appliedAt(formatDateTime(found.appliedAt, language))}</p> : null}
      {found.skippedLines > 0 ? <p>{words.skipped(found.skippedLines)}</p> : null}
    </Note>
  )
}

function Unreadable({ view }: Props) {
  const { words: all } = useVisit()
  const words = all.imports.one
  const [cause] = view.causes
  const [finding] = cause?.samples ?? []
  return (
    <Note
      tone="stop"
      title={words.unreadableTitle}
      action={<ButtonLink href={paths.agency.imports()}>{words.again}</ButtonLink>}
    >
      {finding ? <p>{findingSentence(finding, all)}</p> : null}
      <p>{words.unreadableText}</p>
    </Note>
  )
}

function Report({ view }: Props) {
  const { one: words } = useVisit().words.imports
  const { found } = view
  if (found.lines === 0) return null
  return (
    <>
      <h2>{words.lines(counted(found.lines), found.lines === 1)}</h2>
      <Meter
        parts={[
          { tone: 'done', count: found.newLines, label: words.fresh(found.newLines) },
          { tone: 'wait', count: found.changedLines, label: words.changed(found.changedLines) },
          { tone: 'off', count: found.sameLines, label: words.same(found.sameLines) },
          { tone: 'stop', count: found.refusedLines, label: words.refused(found.refusedLines) },
        ]}
      />
      <Causes view={view} />
      <Changes view={view} />
      <FreshRows view={view} />
      <People view={view} />
    </>
  )
}

/** The button says what it does, in figures; nothing is applied before it. */
function Decide({ view, errors }: Props) {
  const { one: words } = useVisit().words.imports
  const { found } = view
  const action = paths.agency.decideImport({ id: found.id })
  const canApply = hasEffect(found)
  return (
    <section>
      <h2>{titleOf(view, words)}</h2>
      {canApply ? null : <p>{words.nothingToApply(found.refusedLines > 0)}</p>}
      {canApply && found.refusedLines > 0 ? <p>{words.decideLead}</p> : null}
      {canApply ? <Confirm view={view} errors={errors} /> : null}
      <Form action={action} version={found.version}>
        <input type="hidden" name="decision" value="abandon" />
        <Actions>
          {canApply ? (
            <Button kind="plain">{words.abandon}</Button>
          ) : (
            <Button>{words.close}</Button>
          )}
        </Actions>
      </Form>
    </section>
  )
}

/** At once where nothing but data is at stake; by two people where power is. */
function Confirm({ view, errors }: Props) {
  const { one: words } = useVisit().words.imports
  const { found } = view
  if (found.state === 'asked') return <Agreeing view={view} errors={errors} />
  if (givesPower(found.kind)) return <Asking view={view} />
  if (view.waitsForAnother) return <Note title={words.another}>{words.anotherText}</Note>
  return (
    <Form action={paths.agency.decideImport({ id: found.id })} version={found.version}>
      <input type="hidden" name="decision" value="confirm" />
      <Actions>
        <Button>{words.confirm(useEffects(found))}</Button>
      </Actions>
    </Form>
  )
}

function titleOf({ found }: ImportView, words: Words['imports']['one']): string {
  if (!hasEffect(found)) return words.withoutEffect
  if (!givesPower(found.kind)) return words.decide
  return found.state === 'asked' ? words.agreeing : words.asking
}

/** «6 990 nouvelles lignes et 8 modifications». */
function useEffects({ newLines, changedLines }: Import): string {
  const { one: words } = useVisit().words.imports
  const fresh = words.newRows(counted(newLines), newLines === 1)
  const changed = words.changedRows(counted(changedLines), changedLines === 1)
  if (newLines === 0) return changed
  return changedLines === 0 ? fresh : words.andJoin(fresh, changed)
}
