import { SelectField } from '../web/components/select-field.tsx'
import { TextField } from '../web/components/text-field.tsx'
import { type Fields, type Mistakes, text } from '../web/form.ts'
import { useVisit } from '../web/visit.ts'
import type { Words } from '../web/words/index.ts'
import {
  type ChosenAnswer,
  isAnswer,
  normaliseAnswer,
  type SecretQuestion,
  secretQuestions,
} from './secret-questions.ts'

interface Props {
  /** What the delegate proposed, or what was chosen before. */
  readonly proposed?: readonly string[]
}

/** Two questions among the eight, each with its answer. */
export function QuestionFields({ proposed = [] }: Props) {
  const { questions } = useVisit().words.access
  const options = secretQuestions.map((value) => ({ value, label: questions.list[value] }))
  return (
    <>
      {([1, 2] as const).map((n) => (
        <>
          <SelectField
            name={`question${n}`}
            label={n === 1 ? questions.first : questions.second}
            options={options}
            value={proposed[n - 1]}
            width="full"
          />
          <TextField
            name={`answer${n}`}
            label={n === 1 ? questions.answerFirst : questions.answerSecond}
            maxlength={100}
          />
        </>
      ))}
    </>
  )
}

/** Reads the two answers, or says everything that is wrong with them. */
export function readQuestions(
  fields: Fields,
  words: Words,
): { readonly answers: readonly ChosenAnswer[]; readonly errors: Mistakes } {
  const { questions } = words.access
  const errors: Record<string, string> = {}
  const answers = typedAnswers(fields)
  for (const [index, n] of [1, 2].entries()) {
    if (!answers[index]?.question) errors[`question${n}`] = questions.questionNeeded
    if (!isAnswer(text(fields, `answer${n}`))) errors[`answer${n}`] = questions.answerNeeded
  }
  const [first, second] = answers
  if (first?.question && first.question === second?.question)
    errors['question2'] ??= questions.sameQuestion
  if (first && second && normaliseAnswer(first.answer) === normaliseAnswer(second.answer))
    errors['answer2'] ??= questions.sameAnswer
  return { answers: answers.filter(isChosen), errors }
}

/** The answers as typed, for somebody who forgot their password: nothing is said of what is missing. */
export function readAnswers(fields: Fields): ChosenAnswer[] {
  return typedAnswers(fields).filter(isChosen)
}

interface TypedAnswer {
  readonly question: SecretQuestion | undefined
  readonly answer: string
}

function typedAnswers(fields: Fields): TypedAnswer[] {
  return [1, 2].map((n) => ({
    question: secretQuestions.find((one) => one === text(fields, `question${n}`)),
    answer: text(fields, `answer${n}`).slice(0, 200),
  }))
}

function isChosen(typed: TypedAnswer): typed is ChosenAnswer {
  return typed.question !== undefined && typed.answer !== ''
}
