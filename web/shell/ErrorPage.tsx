import { useRouteError } from 'react-router'
import { ProblemView } from './ProblemView.tsx'
import { problemOf } from './problem.ts'

/** What an area shows when one of its pages fails. */
export const ErrorPage = () => <ProblemView problem={problemOf(useRouteError())} />
