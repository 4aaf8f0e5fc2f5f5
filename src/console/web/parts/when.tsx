import { Text, type TextProps } from '@mantine/core';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A time in the viewer's zone; the zone is named in the page's head, and in full on hover. */
export function When({ at, ...props }: { at: string | null } & TextProps) {
  if (at === null) return <Text {...props}>not yet</Text>;
  return (
    <Text {...props} component="time" dateTime={at} title={`${at} (UTC)`}>
      {format.format(new Date(at))}
    </Text>
  );
}

/** Names the zone that all times of a page are in. */
export function ZoneNote() {
  return (
    <Text size="sm" c="dimmed">
      Times in {zone.replaceAll('_', ' ')}
    </Text>
  );
}
