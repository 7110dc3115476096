/** Files may be dropped anywhere on the zone; those chosen are listed, and one over the limit is said before it leaves. */
export function describeDrop(zone) {
  const input = zone.querySelector('input')
  const invitation = document.createElement('p')
  invitation.textContent = zone.dataset.text
  const list = document.createElement('ul')
  const said = document.createElement('div')
  said.setAttribute('role', 'status')
  said.append(list)
  const button = document.createElement('label')
  button.className = 'button is-plain'
  button.htmlFor = input.id
  button.textContent = zone.dataset.choose
  zone.prepend(invitation)
  input.after(button)
  zone.classList.add('is-enhanced')
  zone.append(said)
  input.addEventListener('change', () => {
    const isOver = ({ size }) => size > Number(zone.dataset.most)
    list.replaceChildren(
      ...[...input.files].map((file) => lineOf(file, isOver(file) ? zone.dataset.tooLarge : '')),
    )
    input.setCustomValidity([...input.files].some(isOver) ? zone.dataset.tooLarge : '')
  })
  zone.addEventListener('dragover', (event) => {
    event.preventDefault()
    zone.classList.add('is-over')
  })
  zone.addEventListener('dragleave', () => zone.classList.remove('is-over'))
  zone.addEventListener('drop', (event) => {
    event.preventDefault()
    zone.classList.remove('is-over')
    if (!event.dataTransfer.files.length) return
    input.files = event.dataTransfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

function lineOf(file, mistake) {
  const line = document.createElement('li')
  const name = document.createElement('bdi')
  name.textContent = file.name
  line.append(name, ` (${sizeOf(file.size)})`)
  if (mistake) {
    const said = document.createElement('p')
    said.className = 'mistake'
    said.textContent = mistake
    line.append(said)
  }
  return line
}

function sizeOf(bytes) {
  const inMegabytes = bytes >= 1_000_000
  return new Intl.NumberFormat(document.documentElement.lang === 'ar' ? 'ar-MA-u-nu-latn' : 'fr', {
    style: 'unit',
    unit: inMegabytes ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: inMegabytes ? 1 : 0,
  }).format(bytes / (inMegabytes ? 1_000_000 : 1000))
}
