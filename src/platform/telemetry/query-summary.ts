/** What a statement does to which table, without anything that it says: «select employers». */
export function querySummary(text: string): string {
  const verb = /^\s*(?:with\b[^(]*\(\s*)?(\w+)/i.exec(text)?.[1]?.toLowerCase() ?? 'query'
  const table = /\b(?:from|into|update|lock table)\s+(?:only\s+)?"?([a-z_][\w.]*)/i.exec(text)?.[1]
  return table ? `${verb} ${table}` : verb
}
