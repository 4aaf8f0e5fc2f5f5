import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Group,
  NavLink,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { api, type Schemas } from '../api.ts';
import { sessionQuery, useMay } from '../session.ts';
import { Link as TextLink } from './link.tsx';

interface Entry {
  readonly to: string;
  readonly label: string;
  readonly right: Schemas['Right'];
}

const entries: readonly Entry[] = [
  { to: '/hires', label: 'Hires', right: 'hires.read' },
  { to: '/stuck', label: 'Stuck work', right: 'hires.read' },
  { to: '/health', label: 'Health', right: 'platforms.read' },
  { to: '/missed', label: 'Missed hires', right: 'hires.read' },
  { to: '/alerts', label: 'Alerts', right: 'platforms.read' },
  { to: '/events', label: 'Events', right: 'events.read' },
  { to: '/cases', label: 'Cases', right: 'cases.read' },
  { to: '/platforms', label: 'Platforms', right: 'platforms.read' },
  { to: '/audit', label: 'Audit log', right: 'audit.read' },
  { to: '/erasures', label: 'Erasures', right: 'people.erase' },
  { to: '/people', label: 'People', right: 'people.manage' },
  { to: '/sign-on-connections', label: 'Single sign-on', right: 'people.manage' },
  { to: '/api-keys', label: 'API keys', right: 'keys.manage' },
];

/** Head, navigation and the page. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
      transitionDuration={0}
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label="Navigation"
              aria-expanded={opened}
            />
            <Text fw={700} truncate>
              Immigration connector
            </Text>
          </Group>
          <Head />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Main">
        {entries.map((entry) => (
          <NavEntry key={entry.to} {...entry} onPick={close} />
        ))}
      </AppShell.Navbar>
      <AppShell.Main style={{ overflowWrap: 'anywhere' }}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function NavEntry({ to, label, right, onPick }: Entry & { onPick: () => void }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const active = path.endsWith(to) || path.includes(`${to}/`);
  if (!useMay(right)) return null;
  return (
    <NavLink
      component={Link}
      to={to}
      label={label}
      fw={active ? 700 : 400}
      bg={active ? 'var(--mantine-color-default-hover)' : undefined}
      aria-current={active ? 'page' : undefined}
      onClick={onPick}
    />
  );
}

function Head() {
  const { data: session } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await api.DELETE('/api/v1/session');
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Group gap="xs" wrap="nowrap" flex="none">
      <TextLink to="/account" size="sm" visibleFrom="sm" title="Your account">
        {session?.person.email}
      </TextLink>
      <TextLink to="/account" size="sm" hiddenFrom="sm">
        Account
      </TextLink>
      <SchemeSwitch />
      <Button size="compact-sm" variant="default" onClick={() => void leave()}>
        Sign out
      </Button>
    </Group>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme('light') === 'light' ? 'dark' : 'light';
  return (
    <ActionIcon variant="default" aria-label={`Switch to ${other} colours`} onClick={() => setColorScheme(other)}>
      {other === 'dark' ? '☾' : '☀'}
    </ActionIcon>
  );
}
