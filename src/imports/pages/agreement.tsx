import { formatDateTime } from '../../calendar/index.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PasswordField } from '../../web/components/password-field.tsx'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { agreeBefore } from '../agreement.ts'
import type { ImportView } from '../read-import.ts'
import { counted } from './counted.ts'

interface Props {
  readonly view: ImportView
  readonly errors?: Mistakes | undefined
}

/** A file that gives power, before it is asked for: by a supervisor alone. */
export function Asking({ view: { found, part } }: Props) {
  const { one: words } = useVisit().words.imports
  if (part !== 'may_ask') return <Note>{words.askingNeedsSupervisor}</Note>
  return (
    <>
      <p>{words.askingText}</p>
      <Form action={paths.agency.decideImport({ id: found.id })} version={found.version}>
        <input type="hidden" name="decision" value="confirm" />
        <Actions>
          <Button>{words.ask(counted(found.newLines), found.newLines === 1)}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** What waits for its second person: agreed to by another supervisor, with their password. */
export function Agreeing({ view, errors }: Props) {
  const { language, words: all } = useVisit()
  const { one: words } = all.imports
  const { found, part } = view
  if (!found.askedAt) return null
  const who = found.askedBy?.name ?? all.imports.list.commandLine
  const asked = words.askedBy(who, formatDateTime(found.askedAt, language))
  const until = words.until(formatDateTime(agreeBefore(found.askedAt), language))
  if (part === 'too_late')
    return (
      <Note tone="stop" title={asked}>
        <p>{words.tooLate}</p>
      </Note>
    )
  return (
    <>
      <Note tone="warning" title={asked}>
        <p>{until}</p>
        <p>{part === 'may_agree' ? words.agreeingText : words.agreeingOwn}</p>
      </Note>
      {part === 'may_agree' ? (
        <Form
          action={paths.agency.agreeToImport({ id: found.id })}
          version={found.version}
          errors={errors}
        >
          <PasswordField name="password" label={words.password} autocomplete="current-password" />
          <Actions>
            <Button>{words.agree(counted(found.newLines), found.newLines === 1)}</Button>
          </Actions>
        </Form>
      ) : null}
    </>
  )
}
