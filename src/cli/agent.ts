import type { AgentDetails } from '../agency/agents/agent-form.ts'
import { parseAgentDetails } from '../agency/agents/agent-form.ts'
import {
  type Acted,
  confirmAsOperator,
  openAsOperator,
  readAgentsAsOperator,
  resetSecondFactorAsOperator,
} from '../agency/agents/act-as-operator.ts'
import { Refusal } from '../actors/refusal.ts'
import { decideConfig, readEnvironment } from '../config.ts'
import type { AppContext } from '../context.ts'
import { wordsIn } from '../web/words/index.ts'
import { type Given, UsageError } from './command.ts'
import { Closing, openContext, openPrepared } from './platform.ts'

const acts = {
  list: async (app: AppContext) => showAgents(app),
  create: async (app: AppContext, given: Given) =>
    tell(await openAsOperator(app, detailsOf(given))),
  confirm: async (app: AppContext, given: Given) =>
    tell(await confirmAsOperator(app, loginOf(given))),
  'reset-second-factor': async (app: AppContext, given: Given) =>
    tell(await resetSecondFactorAsOperator(app, loginOf(given))),
} as const

/** `guichet agent …`: for the operator, when the agency has no second supervisor, or none yet (docs/domain/agents.md). */
export async function runAgent(given: Given): Promise<number> {
  actOf(given)
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(given.env), 'demonstration')
    const prepared = await openPrepared(config, closing, { share: true })
    const lines = await actOnAgents(await openContext(config, prepared, closing), given)
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } finally {
    await closing.all()
  }
}

/** Does it, and says what was done, line by line. */
export async function actOnAgents(app: AppContext, given: Given): Promise<string[]> {
  try {
    return await acts[actOf(given)](app, given)
  } catch (error) {
    if (error instanceof Refusal)
      throw new Error(sentences[error.code] ?? error.code, { cause: error })
    throw error
  }
}

function actOf({ files: [asked] }: Given): keyof typeof acts {
  if (asked !== undefined && Object.hasOwn(acts, asked)) return asked as keyof typeof acts
  throw new UsageError(
    `Say what to do: ${Object.keys(acts).join(', ')}. \`guichet agent --help\` says what each takes.`,
  )
}

function loginOf({ files: [, login] }: Given): string {
  if (login) return login.toLowerCase()
  throw new UsageError('Say which login. `guichet agent list` shows them.')
}

function detailsOf(given: Given): AgentDetails {
  const { options } = given
  const form = parseAgentDetails(
    {
      login: loginOf(given),
      firstName: textOf(options['first-name']),
      lastName: textOf(options['last-name']),
      email: textOf(options['email']),
      role: textOf(options['role']) || 'agent',
      language: textOf(options['lang']) || 'fr',
      ownEmployerNumber: textOf(options['own-employer']),
      identityKind: 'cin',
      identityNumber: textOf(options['cin']),
    },
    wordsIn('fr'),
  )
  if (form.ok) return form.value
  const wrong = Object.keys(form.errors).map((field) => optionOf[field] ?? field)
  throw new UsageError(`Missing, or not as it should be: ${wrong.join(', ')}.`)
}

function textOf(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : ''
}

async function showAgents(app: AppContext): Promise<string[]> {
  const agents = await readAgentsAsOperator(app)
  if (agents.length === 0) return ['There is no agent yet. `guichet agent create` makes the first.']
  const width = Math.max(...agents.map(({ login }) => login.length))
  return agents.map(({ login, role, state, hasSecondFactor }) => {
    const factor = state === 'active' && !hasSecondFactor ? ', no second factor' : ''
    return `${login.padEnd(width)}  ${role.padEnd('supervisor'.length)}  ${state}${factor}`
  })
}

function tell({ agent, kind, askedBy, told }: Acted): string[] {
  const asked = askedBy === null ? 'nobody had asked for it' : `asked for by ${askedBy}`
  const supervisors = told === 1 ? '1 supervisor is' : `${told} supervisors are`
  return [
    `${agent.login}: ${done[kind]} (${asked}).`,
    ...next[kind],
    `It is on the fund's chain of the trail; ${supervisors} told by mail.`,
  ]
}

const done = {
  open: 'the account is open',
  reactivate: 'the access is given back',
  reset_second_factor: 'the second factor is reset',
} as const

const next = {
  open: ['The activation link goes to their e-mail; the worker sends it.'],
  reactivate: [],
  reset_second_factor: [
    'Recovery codes, sessions, links and known browsers are over; the agent is told by mail.',
    'At the next sign-in, after the password, another second factor is chosen.',
  ],
} as const

const optionOf: Readonly<Record<string, string>> = {
  login: 'LOGIN (3 to 40 letters, digits, dots, dashes)',
  firstName: '--first-name',
  lastName: '--last-name',
  email: '--email',
  role: '--role',
  language: '--lang',
  ownEmployerNumber: '--own-employer',
  identityNumber: '--cin',
}

/** Refusals, in the language of the command line. */
const sentences: Readonly<Record<string, string>> = {
  'agents.unknown_login': 'No agent has this login. `guichet agent list` shows them.',
  'agents.nothing_waits': 'No supervisor asked for anything about this agent.',
  'agents.request_expired': 'What was asked is more than 72 hours old: it must be asked again.',
  'agents.already_decided': 'The account has changed since this was asked: it must be asked again.',
  'agents.no_second_factor':
    'This account has no second factor to reset: it is chosen at the next sign-in.',
  'agents.person_known':
    'This person has an agent’s account already. `guichet agent list` shows them.',
  'agents.login_taken': 'This login is taken. Choose another.',
}
