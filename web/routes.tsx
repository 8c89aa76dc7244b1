import { type NonIndexRouteObject, Outlet, type RouteObject } from 'react-router'
import { PublicLayout } from './public/PublicLayout.tsx'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { RootPage } from './shell/RootPage.tsx'
import { ShellError } from './shell/ShellError.tsx'
import { loadShell } from './shell/shell-data.ts'
import { toWork } from './shell/work.ts'

/** What a page module may export. */
export type PageModule = Pick<NonIndexRouteObject, 'Component' | 'loader' | 'action' | 'ErrorBoundary' | 'handle'>

/**
 * A page or layout by its file, not loaded until its route is asked for. The file's name becomes the route's id, so
 * that the server can name its scripts in the head; a test keeps the two equal.
 */
const page = (file: string, load: () => Promise<PageModule>) => ({ id: `web/${file}`, lazy: load })

/** An area: its layout, and inside it a boundary for the errors of pages, so that bar and foot stay. */
const area = (layout: Omit<NonIndexRouteObject, 'children'>, children: RouteObject[]): RouteObject => ({
  ...layout,
  children: [{ Component: Outlet, ErrorBoundary: ErrorPage, children }],
})

/** The one table of pages, for the server and the browser. */
export const routes: RouteObject[] = [
  {
    id: 'root',
    Component: RootPage,
    ErrorBoundary: ShellError,
    loader: loadShell,
    children: [
      area({ Component: PublicLayout }, [
        { path: '/', ...page('public/home/HomePage.tsx', () => import('./public/home/HomePage.tsx')) },
        {
          path: '/process',
          ...page('public/process/ProcessPage.tsx', () => import('./public/process/ProcessPage.tsx')),
        },
        { path: '/login', ...page('public/login/LoginPage.tsx', () => import('./public/login/LoginPage.tsx')) },
        { path: '/sign-up', ...page('public/account/SignUpPage.tsx', () => import('./public/account/SignUpPage.tsx')) },
        {
          path: '/account',
          ...page('public/account/AccountPage.tsx', () => import('./public/account/AccountPage.tsx')),
        },
        {
          path: '/accessibility',
          ...page('public/about/AccessibilityPage.tsx', () => import('./public/about/AccessibilityPage.tsx')),
        },
        { path: '/site-map', ...page('public/about/SiteMapPage.tsx', () => import('./public/about/SiteMapPage.tsx')) },
        { path: '/work', loader: toWork },
        {
          path: '/self-check',
          ...page('public/self-check/SelfCheckPage.tsx', () => import('./public/self-check/SelfCheckPage.tsx')),
        },
        {
          path: '/notices',
          ...page('public/notices/NoticesPage.tsx', () => import('./public/notices/NoticesPage.tsx')),
        },
        {
          path: '/notices/:authority/:notice',
          ...page('public/notices/NoticePage.tsx', () => import('./public/notices/NoticePage.tsx')),
        },
        {
          path: '/notices/:authority/:notice/objection',
          ...page('public/objection/ObjectionPage.tsx', () => import('./public/objection/ObjectionPage.tsx')),
        },
        {
          path: '/announcements',
          ...page(
            'public/announcements/AnnouncementsPage.tsx',
            () => import('./public/announcements/AnnouncementsPage.tsx'),
          ),
        },
        {
          path: '/announcements/:announcement',
          ...page(
            'public/announcements/AnnouncementPage.tsx',
            () => import('./public/announcements/AnnouncementPage.tsx'),
          ),
        },
        {
          path: '/register',
          ...page('public/register/RegisterPage.tsx', () => import('./public/register/RegisterPage.tsx')),
        },
        {
          path: '/standards',
          ...page('public/standards/StandardsPage.tsx', () => import('./public/standards/StandardsPage.tsx')),
        },
        {
          path: '/standards/:edition',
          ...page('public/standards/StandardPage.tsx', () => import('./public/standards/StandardPage.tsx')),
        },
        {
          path: '/lookup',
          ...page('public/lookup/LookupPage.tsx', () => import('./public/lookup/LookupPage.tsx')),
        },
        {
          path: '/invitation',
          ...page(
            'enterprise/invitation/InvitationPage.tsx',
            () => import('./enterprise/invitation/InvitationPage.tsx'),
          ),
        },
        { path: '*', Component: NotFoundPage },
      ]),
      area(
        page('enterprise/EnterpriseLayout.tsx', () => import('./enterprise/EnterpriseLayout.tsx')),
        [
          {
            path: '/enterprise',
            ...page('enterprise/own/OwnEnterprisesPage.tsx', () => import('./enterprise/own/OwnEnterprisesPage.tsx')),
          },
          {
            path: '/enterprise/register',
            ...page('enterprise/register/RegisterPage.tsx', () => import('./enterprise/register/RegisterPage.tsx')),
          },
          {
            path: '/enterprise/claims/:authority/:claim',
            ...page('enterprise/claim/ClaimPage.tsx', () => import('./enterprise/claim/ClaimPage.tsx')),
          },
          {
            path: '/enterprise/:enterprise',
            ...page('enterprise/firm/FirmLayout.tsx', () => import('./enterprise/firm/FirmLayout.tsx')),
            children: [
              {
                path: '/enterprise/:enterprise',
                ...page('enterprise/firm/FirmPage.tsx', () => import('./enterprise/firm/FirmPage.tsx')),
              },
              {
                path: '/enterprise/:enterprise/profile/:section?',
                ...page('enterprise/profile/ProfilePage.tsx', () => import('./enterprise/profile/ProfilePage.tsx')),
              },
              {
                path: '/enterprise/:enterprise/members',
                ...page('enterprise/members/MembersPage.tsx', () => import('./enterprise/members/MembersPage.tsx')),
              },
              {
                path: '/enterprise/:enterprise/inbox',
                ...page('enterprise/inbox/InboxPage.tsx', () => import('./enterprise/inbox/InboxPage.tsx')),
              },
              {
                path: '/enterprise/:enterprise/applications',
                ...page(
                  'enterprise/application/ApplicationsPage.tsx',
                  () => import('./enterprise/application/ApplicationsPage.tsx'),
                ),
              },
              {
                path: '/enterprise/:enterprise/applications/:case',
                ...page(
                  'enterprise/application/ApplicationPage.tsx',
                  () => import('./enterprise/application/ApplicationPage.tsx'),
                ),
              },
            ],
          },
        ],
      ),
      area(
        page('local/OfficeLayout.tsx', () => import('./local/OfficeLayout.tsx')),
        [
          { path: '/office', ...page('local/queue/QueuePage.tsx', () => import('./local/queue/QueuePage.tsx')) },
          {
            path: '/office/cases',
            ...page('local/queue/AllCasesPage.tsx', () => import('./local/queue/AllCasesPage.tsx')),
          },
          {
            path: '/office/cases/:case',
            ...page('local/case/CasePage.tsx', () => import('./local/case/CasePage.tsx')),
          },
          {
            path: '/office/cases/:case/visit',
            ...page('local/visit/VisitPage.tsx', () => import('./local/visit/VisitPage.tsx')),
          },
          {
            path: '/office/visits',
            ...page('local/visit/VisitsPage.tsx', () => import('./local/visit/VisitsPage.tsx')),
          },
          {
            path: '/office/notices',
            ...page('local/notices/NoticesPage.tsx', () => import('./local/notices/NoticesPage.tsx')),
          },
          {
            path: '/office/notices/new',
            ...page('local/notices/NewNoticePage.tsx', () => import('./local/notices/NewNoticePage.tsx')),
          },
          {
            path: '/office/notices/:list',
            ...page('local/notices/NoticeListPage.tsx', () => import('./local/notices/NoticeListPage.tsx')),
          },
          {
            path: '/office/objections',
            ...page('local/objections/ObjectionsPage.tsx', () => import('./local/objections/ObjectionsPage.tsx')),
          },
          {
            path: '/office/objections/:objection',
            ...page('local/objections/ObjectionPage.tsx', () => import('./local/objections/ObjectionPage.tsx')),
          },
          {
            path: '/office/filings',
            ...page('local/filing/FilingsPage.tsx', () => import('./local/filing/FilingsPage.tsx')),
          },
          {
            path: '/office/filings/new',
            ...page('local/filing/NewFilingPage.tsx', () => import('./local/filing/NewFilingPage.tsx')),
          },
          {
            path: '/office/filings/:list',
            ...page('local/filing/FilingListPage.tsx', () => import('./local/filing/FilingListPage.tsx')),
          },
          {
            path: '/office/draws',
            ...page('province/draw/DrawsPage.tsx', () => import('./province/draw/DrawsPage.tsx')),
          },
          {
            path: '/office/draws/:draw',
            ...page('province/draw/DrawPage.tsx', () => import('./province/draw/DrawPage.tsx')),
          },
          {
            path: '/office/announcements',
            ...page(
              'province/announcements/AnnouncementsPage.tsx',
              () => import('./province/announcements/AnnouncementsPage.tsx'),
            ),
          },
          {
            path: '/office/announcements/new',
            ...page(
              'province/announcements/NewAnnouncementPage.tsx',
              () => import('./province/announcements/NewAnnouncementPage.tsx'),
            ),
          },
          {
            path: '/office/announcements/:list',
            ...page(
              'province/announcements/AnnouncementListPage.tsx',
              () => import('./province/announcements/AnnouncementListPage.tsx'),
            ),
          },
          {
            path: '/office/claims',
            ...page('local/claims/ClaimsPage.tsx', () => import('./local/claims/ClaimsPage.tsx')),
          },
          {
            path: '/office/claims/:claim',
            ...page('local/claims/ClaimFilePage.tsx', () => import('./local/claims/ClaimFilePage.tsx')),
          },
          {
            path: '/office/uscc-admissions',
            ...page('local/uscc/UsccAdmissionsPage.tsx', () => import('./local/uscc/UsccAdmissionsPage.tsx')),
          },
          {
            path: '/office/inbox',
            ...page('local/inbox/InboxPage.tsx', () => import('./local/inbox/InboxPage.tsx')),
          },
          {
            path: '/office/editions/:edition/effect',
            ...page(
              'province/editions/effect/EffectPage.tsx',
              () => import('./province/editions/effect/EffectPage.tsx'),
            ),
          },
          {
            path: '/office/batches',
            ...page('province/batches/BatchesPage.tsx', () => import('./province/batches/BatchesPage.tsx')),
          },
          {
            path: '/office/editions',
            ...page('province/editions/EditionsPage.tsx', () => import('./province/editions/EditionsPage.tsx')),
          },
          {
            path: '/office/editions/new',
            ...page('province/editions/NewEditionPage.tsx', () => import('./province/editions/NewEditionPage.tsx')),
          },
          {
            path: '/office/editions/:edition',
            ...page('province/editions/EditionPage.tsx', () => import('./province/editions/EditionPage.tsx')),
          },
          {
            path: '/office/batches/new',
            ...page('province/batches/NewBatchPage.tsx', () => import('./province/batches/NewBatchPage.tsx')),
          },
        ],
      ),
      area(
        page('administration/AdministrationLayout.tsx', () => import('./administration/AdministrationLayout.tsx')),
        [
          {
            path: '/administration',
            ...page(
              'administration/accounts/AccountsPage.tsx',
              () => import('./administration/accounts/AccountsPage.tsx'),
            ),
          },
          {
            path: '/administration/officers/new',
            ...page(
              'administration/accounts/NewOfficerPage.tsx',
              () => import('./administration/accounts/NewOfficerPage.tsx'),
            ),
          },
          {
            path: '/administration/record',
            ...page('administration/record/RecordPage.tsx', () => import('./administration/record/RecordPage.tsx')),
          },
        ],
      ),
    ],
  },
]
