/** A button that copies the reference beside it, and says so. */
export function offerCopy(element) {
  if (!navigator.clipboard) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button is-link copy'
  button.textContent = element.dataset.copy
  const said = document.createElement('span')
  said.className = 'visually-hidden'
  said.setAttribute('role', 'status')
  const text = element.textContent.trim()
  button.setAttribute('aria-label', `${element.dataset.copy} ${text}`)
  const sayCopied = () => {
    button.textContent = said.textContent = element.dataset.copied
    setTimeout(() => {
      button.textContent = element.dataset.copy
      said.textContent = ''
    }, 3000)
  }
  button.addEventListener('click', () => {
    // A browser that refuses the clipboard leaves the reference to be selected: nothing was copied, nothing is said.
    navigator.clipboard.writeText(text).then(sayCopied, () => undefined)
  })
  element.append(button, said)
}
