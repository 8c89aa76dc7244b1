import { classes } from '../classes.ts'
import './case-file.css'

// Written out rather than taken from the contract, so that a page does not load its schemas; the test beside holds them
// together.

/** Where an officer who holds the case saves its file. */
export const officeCaseFile = (id: string): string => `/api/cases/${id}/file`

/** Where the firm's people save the file of their own case. */
export const enterpriseCaseFile = (enterprise: string, id: string): string =>
  `/api/enterprises/${enterprise}/cases/${id}/file`

/** Saves a case as one file that anyone can check without this system (B3). */
export const CaseFileLink = ({ href, className }: { readonly href: string; readonly className?: string }) => (
  <p className={classes('case-file', 'no-print', className)}>
    <a className="case-file__link" href={href} download>
      导出案卷（可复核）
    </a>
    <span className="case-file__note">
      一个文件，含事实、标准文本、评价结果、回执和办理记录。任何人可以用命令 <code>tidu verify case 案卷.json</code>{' '}
      离线重新评价，核对结果是否逐字节相同。
    </span>
  </p>
)
