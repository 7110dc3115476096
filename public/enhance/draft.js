// What was typed when a session ended or the language changed: in this tab only, never a password or a file.
const place = () => `saisie:${location.pathname}`

export function keep(who) {
  const typed = fields().map((field) => [keyOf(field), valueOf(field)])
  if (typed.length > 0) sessionStorage.setItem(place(), JSON.stringify({ who, typed }))
}

export function bringBack(who) {
  const kept = JSON.parse(sessionStorage.getItem(place()) ?? 'null')
  if (kept?.who !== who) return
  forget()
  const typed = new Map(kept.typed)
  for (const field of fields()) {
    const value = typed.get(keyOf(field))
    if (value === undefined) continue
    if (typeof value === 'boolean') field.checked = value
    else field.value = value
  }
}

export function forget() {
  sessionStorage.removeItem(place())
}

function fields() {
  return [...document.querySelectorAll('form.form :is(input, select, textarea)')].filter(
    ({ type }) => !['hidden', 'password', 'file', 'submit'].includes(type),
  )
}

function keyOf(field) {
  return isTick(field) ? `${field.id}=${field.value}` : field.id
}

function valueOf(field) {
  return isTick(field) ? field.checked : field.value
}

function isTick({ type }) {
  return type === 'checkbox' || type === 'radio'
}
