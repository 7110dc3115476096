import type { Tx } from '../../platform/db/database.ts'

/** People of the company, and people of firms that it mandates. */
export async function countUsers(tx: Tx, employerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('profiles as profile')
    .leftJoin('mandates as mandate', (join) =>
      join
        .onRef('mandate.profile_id', '=', 'profile.id')
        .on('mandate.employer_id', '=', employerId)
        .on('mandate.state', 'in', ['active', 'suspended']),
    )
    .where('profile.state', '!=', 'removed')
    .where((is) =>
      is.or([
        is('profile.employer_id', '=', employerId),
        is.and([is('profile.firm_id', 'is not', null), is('mandate.id', 'is not', null)]),
      ]),
    )
    .select((is) => is.fn.count<bigint>('profile.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
