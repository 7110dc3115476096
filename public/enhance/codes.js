/** Prints or copies the codes that are shown this once. */
export function offerToKeep(row) {
  row.append(button(row.dataset.print, () => print()))
  if (!navigator.clipboard) return
  const codes = [...document.querySelectorAll('.recovery-codes code')].map(
    (code) => code.textContent,
  )
  const said = document.createElement('span')
  said.className = 'visually-hidden'
  said.setAttribute('role', 'status')
  const sayCopied = () => {
    copy.textContent = said.textContent = row.dataset.copied
  }
  const copy = button(row.dataset.copy, () => {
    // A browser that refuses the clipboard leaves the codes to be selected: nothing is said to be copied.
    navigator.clipboard.writeText(codes.join('\n')).then(sayCopied, () => undefined)
  })
  row.append(copy, said)
}

function button(label, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button is-plain'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}
