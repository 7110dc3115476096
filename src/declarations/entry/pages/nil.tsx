import { formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { fullName } from '../civil-data.ts'
import { textOf } from '../sheet-address.ts'
import type { NilView } from '../view-nil.ts'

export const nilFields = { isSure: 'aucun-salaire', reason: 'raison' } as const

interface Props {
  readonly view: NilView
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** What it means to declare nothing, who is still expected, and the sending. */
export function NilPage({ view, errors = {}, typed }: Props) {
  const { words, language } = useVisit()
  const said = words.entry.nil
  const { period, expected, workspace } = view
  const address = textOf(period)
  const quarter = formatQuarterInWords(period.quarter, language)
  const title = said.title(quarter, address.category)
  return (
    <Layout
      title={title}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={errors}
    >
      <BackLink href={paths.declarations.period({ ...address })}>{words.entry.period}</BackLink>
      <PageHead title={title} lead={said.lead} />
      <section>
        <h2>{said.means}</h2>
        <ul>
          {Object.values(said.meansPoints).map((point) => (
            <li>{point}</li>
          ))}
        </ul>
      </section>
      {expected.length > 0 ? <StillExpected view={view} /> : null}
      {view.replaces ? <Note tone="warning">{said.replaces}</Note> : null}
      <Form action={paths.entry.nil({ ...address })} errors={errors} typed={typed}>
        {expected.length > 0 ? (
          <TextField
            name={nilFields.reason}
            label={said.reason}
            hint={said.reasonHint}
            maxlength={200}
          />
        ) : null}
        <Checkbox name={nilFields.isSure} label={said.confirmLabel(quarter)} />
        <Actions>
          <Button>{said.send(quarter, workspace.employerName)}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

const namedAtMost = 50

/** Those whom the fund expects: did they leave? */
function StillExpected({ view: { expected, period } }: { readonly view: NilView }) {
  const said = useVisit().words.entry.nil
  const left = expected.length - namedAtMost
  return (
    <>
      <Note
        tone="warning"
        title={said.expectedTitle(expected.length)}
        action={
          <a href={paths.declarations.period({ ...textOf(period) })}>{said.declareLeavers}</a>
        }
      >
        {said.expectedText}
      </Note>
      <Details summary={said.who}>
        <ul>
          {expected.slice(0, namedAtMost).map((member) => (
            <li>
              <bdi>{fullName(member)}</bdi> · <Reference>{member.memberNumber}</Reference>
            </li>
          ))}
          {left > 0 ? <li>{said.more(left)}</li> : null}
        </ul>
      </Details>
    </>
  )
}
