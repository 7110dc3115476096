/** A scanner types like a keyboard: the cursor waits for it, and what was wrong is typed over. */
export function readyForScanner(desk) {
  const field = desk.querySelector('input[name="code"]')
  if (!field || document.querySelector('.error-summary')) return
  field.focus()
  field.select()
}
