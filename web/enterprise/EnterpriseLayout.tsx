import { AreaLayout } from '../shell/AreaLayout.tsx'
import { enterpriseNav } from './enterprise-nav.ts'

/** Frame of the firm's own pages. */
export const Component = () => <AreaLayout home="/enterprise" subtitle="企业工作台" items={enterpriseNav} />
