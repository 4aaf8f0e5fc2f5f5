import { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  Outlet,
  redirect,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import { Problem } from './api.ts';
import { HiresPage } from './pages/hires.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { Shell } from './parts/shell.tsx';
import { ErrorNote, Nothing } from './parts/told.tsx';
import { sessionQuery } from './session.ts';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400),
      staleTime: 2_000,
    },
  },
});

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => <Nothing title="There is nothing here">The link may be mistyped.</Nothing>,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only a place of the console: never another site.
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
    typeof from === 'string' && /^\/[a-z][A-Za-z0-9/-]*$/.test(from) ? { from } : {},
  component: function SignIn() {
    return <SignInPage from={useSearch({ strict: false, select: ({ from }: { from?: string }) => from })} />;
  },
});
/** Where the provider of a company sends its people back to. */
const signOnReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-on',
  component: lazyRouteComponent(() => import('./pages/sign-on/sign-on-return.tsx'), 'SignOnReturnPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/invitation.tsx'), 'InvitationPage'),
});

/** Everything for people who have signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    if ((await context.queries.query({ ...sessionQuery, staleTime: 'static' })) === null)
      redirect({ throw: true, to: '/sign-in', search: { from: location.pathname } });
  },
  errorComponent: ({ error }) => <ErrorNote error={error as Error} />,
  component: Shell,
});
const page = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => inside, path, component });

const SignOnConnectionsPage = lazyRouteComponent(
  () => import('./pages/sign-on/connections.tsx'),
  'SignOnConnectionsPage',
);
const AccountPage = lazyRouteComponent(() => import('./pages/account/account.tsx'), 'AccountPage');
const ApiKeysPage = lazyRouteComponent(() => import('./pages/api-keys.tsx'), 'ApiKeysPage');
const AuditPage = lazyRouteComponent(() => import('./pages/audit.tsx'), 'AuditPage');
const CaseBoardPage = lazyRouteComponent(() => import('./pages/cases/board.tsx'), 'CaseBoardPage');
const CasePage = lazyRouteComponent(() => import('./pages/case.tsx'), 'CasePage');
const CasesPage = lazyRouteComponent(() => import('./pages/cases.tsx'), 'CasesPage');
const EventsPage = lazyRouteComponent(() => import('./pages/events.tsx'), 'EventsPage');
const HirePage = lazyRouteComponent(() => import('./pages/hire.tsx'), 'HirePage');
const PeoplePage = lazyRouteComponent(() => import('./pages/people.tsx'), 'PeoplePage');
const PlatformsPage = lazyRouteComponent(() => import('./pages/platforms.tsx'), 'PlatformsPage');
const AlertsPage = lazyRouteComponent(() => import('./pages/alerts.tsx'), 'AlertsPage');
const AlertSettingsPage = lazyRouteComponent(() => import('./pages/alert-settings.tsx'), 'AlertSettingsPage');

const StuckPage = lazyRouteComponent(() => import('./pages/stuck/stuck.tsx'), 'StuckPage');

const ErasuresPage = lazyRouteComponent(() => import('./pages/erasures/erasures.tsx'), 'ErasuresPage');

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    redirect({ throw: true, to: '/hires' });
  },
});
const hire = page('/hires/$id', function Hire() {
  return <HirePage id={useParams({ strict: false, select: ({ id }: { id?: string }) => id ?? '' })} />;
});
const oneCase = page('/cases/$id', function OneCase() {
  return <CasePage id={useParams({ strict: false, select: ({ id }: { id?: string }) => id ?? '' })} />;
});
const setup = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/$customerId/setup',
  validateSearch: ({ step }: Record<string, unknown>): { step?: string } => (typeof step === 'string' ? { step } : {}),
  component: lazyRouteComponent(() => import('./pages/setup/setup.tsx'), 'SetupPage'),
});
const versions = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/$customerId/versions',
  component: lazyRouteComponent(() => import('./pages/versions/versions.tsx'), 'VersionsPage'),
});

const health = createRoute({
  getParentRoute: () => inside,
  path: '/health',
  validateSearch: ({ window, customerId }: Record<string, unknown>): { window?: string; customerId?: string } => ({
    ...(isWindow(window) ? { window } : {}),
    ...(/^[0-9]{1,12}$/.test(String(customerId)) ? { customerId: String(customerId) } : {}),
  }),
  component: function Health() {
    const { window, customerId } = useSearch({ strict: false, select: toHealthWish });
    return <HealthPage customerId={customerId} window={isWindow(window) ? window : '24h'} />;
  },
});
const toHealthWish = ({ window, customerId }: { window?: string; customerId?: string }) => ({ window, customerId });
const HealthPage = lazyRouteComponent(() => import('./pages/health.tsx'), 'HealthPage');
const isWindow = (given: unknown): given is '24h' | '7d' | '30d' => ['24h', '7d', '30d'].includes(String(given));
const missed = createRoute({
  getParentRoute: () => inside,
  path: '/missed',
  component: lazyRouteComponent(() => import('./pages/missed.tsx'), 'MissedPage'),
});

export const router = createRouter({
  basepath: '/console',
  context: { queries },
  scrollRestoration: false,
  routeTree: root.addChildren([
    signIn,
    signOnReturn,
    invitation,
    inside.addChildren([
      home,
      page('/hires', HiresPage),
      hire,
      page('/stuck', StuckPage),
      health,
      missed,
      page('/alerts', AlertsPage),
      page('/alert-settings', AlertSettingsPage),
      page('/events', EventsPage),
      page('/cases', CasesPage),
      page('/cases/board', CaseBoardPage),
      oneCase,
      page('/platforms', PlatformsPage),
      setup,
      versions,
      page('/audit', AuditPage),
      page('/erasures', ErasuresPage),
      page('/people', PeoplePage),
      page('/sign-on-connections', SignOnConnectionsPage),
      page('/api-keys', ApiKeysPage),
      page('/account', AccountPage),
    ]),
  ]),
});
