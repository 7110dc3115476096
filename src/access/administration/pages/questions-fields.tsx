import { RadioGroup } from '../../../web/components/choices.tsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { useVisit } from '../../../web/visit.ts'
import { secretQuestions } from '../../secret-questions.ts'

/** Which questions the user will answer at activation: theirs to choose, or the delegate's (leaflet, «questions secrètes»). */
export function QuestionsFields() {
  const { words } = useVisit()
  const own = words.administration.form
  const options = secretQuestions.map((question) => ({
    value: question,
    label: words.access.questions.list[question],
  }))
  return (
    <FieldGroup legend={own.questions} hint={own.questionsLead}>
      <RadioGroup
        name="questionsWho"
        label={own.questionsWho}
        value="user"
        options={[
          { value: 'user', label: own.questionsUser },
          { value: 'delegate', label: own.questionsDelegate },
        ]}
        inline
      />
      <div class="only-if">
        <SelectField name="question1" label={own.firstQuestion} options={options} width="full" />
        <SelectField name="question2" label={own.secondQuestion} options={options} width="full" />
      </div>
    </FieldGroup>
  )
}
