import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, from its source or from its bundle. */
export function findProjectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'migrations'))) {
    const above = path.dirname(folder)
    if (above === folder)
      throw new Error('The folder migrations/ was not found beside the program. Install it again.')
    folder = above
  }
  return folder
}

/** What is served under /public: what is written by hand, then what is built from the source. */
export function findPublicFolders(): string[] {
  const root = findProjectRoot()
  return [path.join(root, 'public'), path.join(root, 'dist', 'public')]
}

export function findMigrations(): string {
  return path.join(findProjectRoot(), 'migrations')
}
