import type { Selectable, Transaction } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Database } from '../../store/database.ts'
import { type InvitationToken, isSecret } from './invitation-token.ts'

/**
 * The invitation a link opens, locked. Whatever is wrong with it — unknown, another secret, revoked, expired, used by
 * somebody else — is the same refusal (`invitation.invalid`).
 */
export const getInvitation = async (
  tx: Transaction<Database>,
  { authority, id, secret }: InvitationToken,
  person: string,
  now: string,
): Promise<Selectable<Database['invitation']>> => {
  const row = await tx
    .selectFrom('invitation')
    .selectAll()
    .where('authority', '=', authority)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !isSecret(secret, row.token_hash) || row.revoked_at) throw new Refusal('invitation.invalid')
  if (row.accepted_by === person) return row
  if (row.accepted_by || row.expires_at.getTime() < Date.parse(now)) throw new Refusal('invitation.invalid')
  return row
}
