/**
 * Every table the program knows, typed for Kysely. It is empty here on purpose: each module describes
 * the tables it owns, beside the SQL that uses them, and adds them by augmentation:
 *
 * ```ts
 * // src/employers/tables.ts
 * import type { Generated } from 'kysely'
 *
 * export interface EmployersTable {
 *   id: Generated<string>   // uuid
 *   employer_number: string
 *   created_at: Generated<Date>
 *   ceiling: bigint         // int8: centimes
 *   ends_on: string | null  // date: 'YYYY-MM-DD', never a JavaScript Date
 * }
 *
 * declare module '../platform/db/schema.ts' {
 *   interface Schema {
 *     employers: EmployersTable
 *   }
 * }
 * ```
 *
 * The path is the relative one the file would import, with its `.ts`. The augmenting file must be a
 * module (it exports something), and needs importing by nobody: being in the program is enough.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface Schema {}
