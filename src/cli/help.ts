import { VARIABLES } from '../config.ts'
import type { Command } from './command.ts'

/** `guichet --help`: what can be done, and what can be set. */
export function helpOnAll(commands: Readonly<Record<string, Command>>): string {
  return `Guichet, the employer portal of a pension fund

Usage: guichet <command> [--help]

${columns(Object.entries(commands).map(([name, { summary }]) => [name, summary]))}

Settings, from the environment:
${columns(Object.entries(VARIABLES))}
`
}

export function helpOn(name: string, command: Command): string {
  const usage = ['guichet', name, command.usage].filter(Boolean).join(' ')
  return `Usage: ${usage}\n\n${sentence(command.summary)}\n${command.details}\n`
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `  ${name.padEnd(width)}   ${text}`).join('\n')
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`
}
