/**
 * What can be brought in by file, in the order in which it must come: a category needs its employer, a member both, a user
 * their delegate.
 */
export const importKinds = ['employers', 'categories', 'members', 'delegates', 'users'] as const
export type ImportKind = (typeof importKinds)[number]

export function isImportKind(text: string): text is ImportKind {
  return importKinds.some((kind) => kind === text)
}

/** A wrong line would give a stranger power over a company: two supervisors agree to such a file (decision 0056). */
export function givesPower(kind: ImportKind): boolean {
  return kind === 'delegates' || kind === 'users'
}

export type ImportState =
  | 'checking'
  | 'checked'
  | 'asked'
  | 'unreadable'
  | 'applying'
  | 'applied'
  | 'abandoned'

/** Over three times the members that the fund has at its largest employers; the whole fund in one file. */
export const mostLines = 500_000
export const mostBytes = 20 * 1_048_576

export const uploadLimits = { maxBytes: mostBytes, maxFiles: 1 } as const
