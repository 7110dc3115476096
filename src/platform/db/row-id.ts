const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text may be a row's identifier: to the database any other one is an error, not a row that is absent. */
export function isRowId(text: string): boolean {
  return form.test(text)
}
