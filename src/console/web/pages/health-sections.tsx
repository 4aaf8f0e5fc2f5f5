import { Card, Group, Text, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Schemas } from '../api.ts';
import { Link } from '../parts/link.tsx';
import { percent } from './health-words.ts';

type Figures = Schemas['HealthFigures'];
type Window = Schemas['HealthWindow'];

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Card>
  );
}

export function Completeness({ figures: { completeness } }: { figures: Figures }) {
  return (
    <Section title="Complete data by visa category">
      {completeness.length === 0 ? <Text size="sm">No hire was accepted in this time.</Text> : null}
      {completeness.map(({ visaCategory, hires, rate }) => (
        <Text key={visaCategory} size="sm">
          {visaCategory}: {percent(rate)} of what its case needs, over {hires} hires
        </Text>
      ))}
    </Section>
  );
}

const adviceWords = { rotate: 'old: change it', 'remove-old': 'its successor is in use: remove it', none: '' } as const;

export function Secrets({ figures: { secrets } }: { figures: Figures }) {
  const due = secrets.filter(({ advice }) => advice !== 'none');
  return (
    <Section title="Secrets">
      <Text size="sm">
        iCIMS tells no expiry; these are in use for long. {due.length === 0 ? 'None needs a change by its age.' : ''}
      </Text>
      {due.map(({ customerId, secret, days, advice }) => (
        <Text key={`${customerId} ${secret}`} size="sm">
          Platform {customerId}, {secret}: {days} days, {adviceWords[advice]}
        </Text>
      ))}
    </Section>
  );
}

export function Platforms({ platforms, window }: { platforms: Schemas['OverallHealth']['platforms']; window: Window }) {
  return (
    <Section title="Platforms">
      {platforms.length === 0 ? <Text size="sm">No platform had an event in this time.</Text> : null}
      {platforms.map(({ customerId, success }) => (
        <Group key={customerId} gap="xs">
          <Link to="/health" search={{ window, customerId }}>
            Platform {customerId}
          </Link>
          <Text size="sm">
            {percent(success.rate)}: {success.delivered} delivered,{' '}
            {success.parked + success.late + success.failedEvents} failed
          </Text>
        </Group>
      ))}
    </Section>
  );
}
