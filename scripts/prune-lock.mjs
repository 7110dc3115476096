// Makes `npm ci` accept a package-lock.json written against a registry that lacks some of the optional
// packages of other platforms: npm then notes that a package wants them, and nothing about them, and
// refuses its own lock file as incomplete. What is wanted and cannot be found is no longer wanted.
// Those platforms run `npm install` instead, which looks for everything again.
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const { packages } = lock

const empty = Object.keys(packages).filter((place) => place !== '' && !isInstalled(packages[place]))
for (const place of empty) delete packages[place]

let unwanted = 0
for (const [place, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (isFound(name, place)) continue
    delete entry.optionalDependencies[name]
    unwanted += 1
  }
  if (Object.keys(entry.optionalDependencies ?? { kept: 1 }).length === 0) {
    delete entry.optionalDependencies
  }
}

writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  `${file}: ${empty.length} empty entries and ${unwanted} wishes without a package removed`,
)

/** As Node looks for a package: beside the one that asks, then beside each folder above it. */
function isFound(name, from) {
  for (let place = from; ; place = above(place)) {
    if (isInstalled(packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`])) return true
    if (place === '') return false
  }
}

function above(place) {
  const end = place.lastIndexOf('node_modules/')
  return end <= 0 ? '' : place.slice(0, end - 1)
}

function isInstalled(entry) {
  return entry !== undefined && (entry.version !== undefined || entry.link === true)
}
