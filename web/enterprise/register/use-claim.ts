import { useNavigate } from 'react-router'
import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import type { Api } from '../../api.ts'

/** What comes after registering: the draft of a claim, opened and shown. */
export const useClaim = () => {
  const navigate = useNavigate()
  return {
    open: (api: Api, options: { key: string }, firm: { authority: LocalCode; enterprise: string }) =>
      api.claims.open({ body: firm }, options),
    show: ({ authority, claim }: { authority: string; claim: string }) =>
      void navigate(`/enterprise/claims/${authority}/${claim}`),
  }
}
