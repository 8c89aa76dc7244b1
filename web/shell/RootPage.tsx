import { Outlet } from 'react-router'
import { Document } from './Document.tsx'

/** Root route: the document around whatever area is shown. */
export const RootPage = () => (
  <Document>
    <Outlet />
  </Document>
)
