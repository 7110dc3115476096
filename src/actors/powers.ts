import type {
  Actor,
  AgentActor,
  DelegateActor,
  EmployedActor,
  KeyActor,
  KeyScope,
  ProfileActor,
  SignedInActor,
} from './actor.ts'

/** Who each power is for. Reads as a list of sentences; `allows` is the only place that decides. */
interface ActorByPower {
  'site.visit': Actor
  'session.finish_sign_in': SignedInActor
  'session.own': SignedInActor
  'users.manage': DelegateActor
  'company.manage': DelegateActor
  'trail.read': DelegateActor
  'letters.request': DelegateActor
  'declarations.read': EmployedActor
  'declarations.send': EmployedActor
  'firm.board': ProfileActor
  'account.read': EmployedActor
  'payments.read': EmployedActor
  'payments.draw_up': EmployedActor
  'payments.confirm': EmployedActor
  'liquidations.claim': EmployedActor
  'machine.check': KeyActor
  'machine.declare': KeyActor
  'machine.receipts': KeyActor
  'machine.statement': KeyActor
  'agency.work': AgentActor
  'agency.supervise': AgentActor
}

export type Power = keyof ActorByPower
export type ActorWith<P extends Power> = ActorByPower[P]

const rules: { readonly [P in Power]: (actor: Actor) => boolean } = {
  'site.visit': () => true,
  'session.finish_sign_in': (actor) => isSignedIn(actor),
  'session.own': (actor) => isFull(actor),
  'users.manage': (actor) => isFull(actor) && actor.kind === 'delegate',
  'company.manage': (actor) => isFull(actor) && actor.kind === 'delegate',
  'trail.read': (actor) => isFull(actor) && actor.kind === 'delegate',
  'letters.request': (actor) => isFull(actor) && actor.kind === 'delegate',
  'declarations.read': (actor) => isDeclarant(actor) && actor.employerId !== null,
  'declarations.send': (actor) => isDeclarant(actor) && actor.employerId !== null,
  'firm.board': (actor) =>
    isFull(actor) && actor.kind === 'profile' && actor.service === 'declaration_external',
  'account.read': (actor) => isProfileOf(actor, 'employer_account'),
  'payments.read': (actor) => isProfileOf(actor, 'payment'),
  'payments.draw_up': (actor) => isProfileOf(actor, 'payment') && actor.isMaker,
  'payments.confirm': (actor) => isProfileOf(actor, 'payment') && actor.isValidator,
  'liquidations.claim': (actor) => isProfileOf(actor, 'liquidation'),
  'machine.check': (actor) => isKeyFor(actor, 'check'),
  'machine.declare': (actor) => isKeyFor(actor, 'declare'),
  'machine.receipts': (actor) => isKeyFor(actor, 'receipts'),
  'machine.statement': (actor) => isKeyFor(actor, 'statement'),
  'agency.work': (actor) => isFull(actor) && actor.kind === 'agent',
  'agency.supervise': (actor) =>
    isFull(actor) && actor.kind === 'agent' && actor.role === 'supervisor',
}

/** The one authorisation function: may this actor use this power? Rows are then narrowed by the actor's employer. */
export function allows(actor: Actor, power: Power): boolean {
  return rules[power](actor)
}

function isSignedIn(actor: Actor): actor is SignedInActor {
  return 'sessionId' in actor
}

function isFull(actor: Actor): actor is SignedInActor {
  return isSignedIn(actor) && actor.stage === 'full'
}

function isDeclarant(actor: Actor): actor is ProfileActor {
  return (
    isFull(actor) &&
    actor.kind === 'profile' &&
    (actor.service === 'declaration_internal' || actor.service === 'declaration_external')
  )
}

function isProfileOf(actor: Actor, service: ProfileActor['service']): actor is EmployedActor {
  return (
    isFull(actor) &&
    actor.kind === 'profile' &&
    actor.service === service &&
    actor.employerId !== null
  )
}

function isKeyFor(actor: Actor, scope: KeyScope): boolean {
  return actor.kind === 'key' && actor.scopes.includes(scope)
}
