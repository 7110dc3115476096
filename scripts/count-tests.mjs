// Prints one plain line from vitest's report: «N passed, N failed». A file that could not be loaded is one failure.
import { readFileSync } from 'node:fs'

const text = readFileSync(process.argv[2], 'utf8')
const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = text ? JSON.parse(text) : {}
const unloaded = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
const nothingRan = text === '' ? 1 : 0
console.log(`${numPassedTests} passed, ${numFailedTests + unloaded.length + nothingRan} failed`)
