import { expect, it } from 'vitest'
import { querySummary } from './query-summary.ts'

it.each([
  [`select "id" from "employers" where name = 'Atlas'`, 'select employers'],
  ['insert into "mails" ("id") values ($1)', 'insert mails'],
  ['update public.sessions set x = $1', 'update public.sessions'],
  [`select append_audit_event($1)`, 'select'],
  [`begin; select set_config('guichet.employer', '0f', true)`, 'begin'],
])('%s is told as «%s»', (text, summary) => {
  expect(querySummary(text)).toBe(summary)
})
