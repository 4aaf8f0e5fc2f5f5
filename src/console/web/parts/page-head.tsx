import { Group, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { ZoneNote } from './when.tsx';

/** Heading of a page, with what can be done on it at the right. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Immigration connector`;
  }, [title]);
  return (
    <Group justify="space-between" mb="md" wrap="wrap">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        <ZoneNote />
      </div>
      <Group>{children}</Group>
    </Group>
  );
}
