import { formatDateTime, formatQuarterInWords } from '../../../calendar/index.ts'
import { Button } from '../../../web/components/button.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { listed } from '../../../web/words/language.ts'
import { declarantName } from '../../declarant.ts'
import { isWork } from '../../desk/work-done.ts'
import type { PartInTheWay } from '../read-in-the-way.ts'
import { GoTo } from './tasks.tsx'

interface Props {
  readonly id: string
  readonly parts: readonly PartInTheWay[]
}

/** Somebody's open checks, and one's own corrections: each is shown before a part of the file may replace it (attack AT97). */
export function InTheWay({ id, parts }: Props) {
  const said = useVisit().words.firm.file.inTheWay
  if (parts.length === 0) return null
  return (
    <section aria-labelledby="en-cours">
      <h2 id="en-cours">{said.title}</h2>
      <p>{said.text}</p>
      {parts.map((one) => (
        <Part id={id} one={one} />
      ))}
    </section>
  )
}

function Part({ id, one }: { readonly id: string; readonly one: PartInTheWay }) {
  const { words, language } = useVisit()
  const { company, category, quarter, current, part } = one
  const period = words.firm.board.task(formatQuarterInWords(quarter, language), category)
  return (
    <Note
      tone="warning"
      title={listed([company.name, period], language)}
      action={
        <>
          <GoTo company={company} place={{ at: 'check', id: current.of.id }} kind="plain">
            {words.deposits.seeTheirs}
            <span class="visually-hidden"> {company.name}</span>
          </GoTo>
          <form method="post" action={paths.firm.fileTake({ id })}>
            <HiddenFields anyEmployer />
            <input type="hidden" name="partie" value={String(part.number)} />
            <input type="hidden" name="remplace" value={current.of.id} />
            <Button kind="link">
              {words.firm.file.inTheWay.take}
              <span class="visually-hidden"> {company.name}</span>
            </Button>
          </form>
        </>
      }
    >
      <WhoseWork current={current} />
    </Note>
  )
}

function WhoseWork({ current: { of, by, isOwn, done } }: Pick<PartInTheWay, 'current'>) {
  const { words, language } = useVisit()
  const { deposits, desk, declarations } = words
  if (isOwn) return <>{deposits.wouldLose(of.fileName, desk.workDone(done))}</>
  const whose = deposits.meanwhile(
    declarantName(by, declarations),
    of.fileName,
    formatDateTime(of.uploadedAt, language),
  )
  return (
    <>{isWork(done) ? `${whose} ${words.firm.file.inTheWay.holds(desk.workDone(done))}` : whose}</>
  )
}
