import { centimes, written } from './amount.js'

const isSalary = ({ name }) => name.startsWith('salaire-')

/**
 * A sheet of salaries: Enter goes to the next one, a column copied from a spreadsheet goes down from where it is pasted, totals
 * follow each key, leaving with something unsaved is asked about.
 */
export function fillSheet(form) {
  const salaries = [...form.elements].filter(isSalary)
  const totals = form.querySelector('[data-totals]')
  let isTouched = false

  form.addEventListener('keydown', (event) => {
    const at = salaries.indexOf(event.target)
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (at < 0 || !step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    // After the last salary, the page's main button.
    const next = salaries[at + step] ?? (step > 0 ? form.querySelector('.is-primary') : undefined)
    next?.focus()
    if (next && isSalary(next)) next.select()
  })
  form.addEventListener('paste', (event) => {
    const at = salaries.indexOf(event.target)
    const cells = event.clipboardData.getData('text').trimEnd().split(/\r?\n/)
    if (at < 0 || cells.length < 2) return
    event.preventDefault()
    const filled = salaries.slice(at, at + cells.length)
    for (const [index, field] of filled.entries()) {
      field.value = cells[index].trim()
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    filled.at(-1).focus()
  })
  form.addEventListener('input', ({ target }) => {
    if (target.name !== 'nom') isTouched = true
    if (isSalary(target)) show(totals, salaries)
  })
  form.addEventListener('submit', () => {
    isTouched = false
  })
  addEventListener('beforeunload', (event) => isTouched && event.preventDefault())
}

/**
 * Each line rounded half up, then added, as the server does at the next save; what cannot be read counts for nothing until it is
 * corrected.
 */
function show(totals, salaries) {
  if (!totals) return
  const { data, sum } = { data: totals.dataset, sum: {} }
  for (const name of ['salary', 'employee', 'employer']) sum[name] = BigInt(data[name])
  for (const { value } of salaries) {
    const salary = centimes(value) ?? 0n
    sum.salary += salary
    const above = data.ceiling && salary > BigInt(data.ceiling) ? salary - BigInt(data.ceiling) : 0n
    sum.employee += part(salary - above, data.employeeRate) + part(above, data.employeeRateAbove)
    sum.employer += part(salary - above, data.employerRate) + part(above, data.employerRateAbove)
  }
  sum.total = sum.employee + sum.employer
  for (const place of totals.querySelectorAll('[data-total]')) {
    place.querySelector('bdi bdi').textContent = written(sum[place.dataset.total])
  }
}

function part(salary, rate = 0) {
  return (salary * BigInt(rate) + 5000n) / 10000n
}
