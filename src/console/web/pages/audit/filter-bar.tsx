import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent } from 'react';
import { type Schemas } from '../../api.ts';
import { useTyped } from '../../parts/use-typed.ts';
import { auditActions } from './actions.ts';

export type AuditFilter = Schemas['AuditFilter'];
const names = ['customerId', 'actor', 'action', 'subject', 'from', 'to'] as const satisfies (keyof AuditFilter)[];
type Typed = Record<(typeof names)[number], string>;

interface FilterBarProps {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** Asked for when it is sent, not at every key: what is typed half fits nobody. */
export function AuditFilterBar({ filter, onFilter }: FilterBarProps) {
  const { typed, field } = useTyped(() => toTyped(filter));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onFilter(toFilter(typed));
  };
  return (
    <form onSubmit={submit} aria-label="Filter">
      <Group mb="md" align="end">
        <TextInput label="Who" placeholder="ana@example.com, icims" autoComplete="off" {...field('actor')} />
        <NativeSelect
          label="Did what"
          data={[{ value: '', label: 'everything' }, ...auditActions]}
          {...field('action')}
        />
        <TextInput
          label="On what (reference)"
          pattern="\s*[0-9A-Za-z\-]{1,64}\s*"
          title="The reference of a hire, case or person, or an id of iCIMS"
          {...field('subject')}
        />
        <TextInput
          label="Platform (customer id)"
          inputMode="numeric"
          pattern="[0-9]{1,12}"
          title="Up to 12 digits"
          {...field('customerId')}
        />
        <TextInput label="From" type="datetime-local" {...field('from')} />
        <TextInput label="Until" type="datetime-local" {...field('to')} />
        <Button type="submit" variant="default">
          Filter
        </Button>
        {Object.keys(filter).length === 0 ? null : (
          <Button variant="default" onClick={() => onFilter({})}>
            Clear
          </Button>
        )}
      </Group>
    </form>
  );
}

function toTyped(filter: AuditFilter): Typed {
  const texts = Object.fromEntries(names.map((name) => [name, filter[name] ?? ''])) as Typed;
  return { ...texts, from: toLocal(texts.from), to: toLocal(texts.to) };
}

/** As the field wants it, in the viewer's zone. */
function toLocal(time: string): string {
  if (time === '') return '';
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Accounts are kept in small letters; names with a colon are as somebody wrote them. */
function toFilter(typed: Typed): AuditFilter {
  const actor = typed.actor.trim();
  const texts = { ...typed, actor: actor.includes(':') ? actor : actor.toLowerCase(), subject: typed.subject.trim() };
  const given = { ...texts, from: toTime(typed.from), to: toTime(typed.to) };
  return Object.fromEntries(names.flatMap((name) => (given[name] === '' ? [] : [[name, given[name]]])));
}

function toTime(typed: string): string {
  const time = new Date(typed);
  return Number.isNaN(time.getTime()) || time.getFullYear() > 9999 ? '' : time.toISOString();
}
