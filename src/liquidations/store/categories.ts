import type { Tx } from '../../platform/db/database.ts'

/** The categories of a company with the product that each is a contract of. */
export async function listProducts(
  tx: Tx,
  employerId: string,
): Promise<{ readonly category: string; readonly product: string }[]> {
  return tx
    .selectFrom('employer_categories')
    .select(['category', 'product'])
    .where('employer_id', '=', employerId)
    .orderBy('category')
    .execute()
}
