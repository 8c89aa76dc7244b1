import { useRouteError } from 'react-router'
import { AppBar } from '../components/app-bar/AppBar.tsx'
import { Document } from './Document.tsx'
import { ProblemView } from './ProblemView.tsx'
import { problemOf } from './problem.ts'

/** When even the frame could not be filled: the document with the least around the message. */
export const ShellError = () => (
  <Document>
    <AppBar home="/" subtitle="河南省优质中小企业梯度培育" items={[]} />
    <ProblemView problem={problemOf(useRouteError())} />
  </Document>
)
