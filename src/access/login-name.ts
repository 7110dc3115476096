import type { Service } from '../actors/actor.ts'

const suffixes: Record<Service, string> = {
  declaration_internal: 'decl',
  declaration_external: 'decl',
  employer_account: 'compte',
  payment: 'paie',
  liquidation: 'liq',
}

/** What the delegate may choose of a login: short, typed without effort, the same in any alphabet's keyboard. */
export const freePartPattern = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/

/**
 * A login is the fund's and unique fund-wide: a free part, the service, then the employer's number or the firm's
 * ICE (decision: people, logins, tenants). «klahlou» for Télédéclaration of 005839 is «klahlou.decl.005839».
 */
export function buildLogin(freePart: string, service: Service, number: string): string {
  return `${normaliseFreePart(freePart)}.${suffixes[service]}.${number}`
}

/** Accents and capitals are not part of a login. */
export function normaliseFreePart(typed: string): string {
  return typed.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
}

/** «ktazi», then «ktazi2», «ktazi3» …: nobody has to guess which one is free. */
export function firstFreeLogin(
  freePart: string,
  loginOf: (freePart: string) => string,
  taken: ReadonlySet<string>,
): string {
  let login = loginOf(freePart)
  for (let number = 2; taken.has(login); number += 1) login = loginOf(`${freePart}${number}`)
  return login
}
