import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import type { Api } from '../../api.ts'
import { useClaim } from '../register/use-claim.ts'

/** Claiming the same firm again after a refusal: a new draft, opened and shown. */
export const useReclaim = ({ authority, enterprise }: { authority: string; enterprise: string }) => {
  const { open, show } = useClaim()
  return {
    perform: (api: Api, options: { key: string }) =>
      open(api, options, { authority: authority as LocalCode, enterprise }),
    show,
  }
}
