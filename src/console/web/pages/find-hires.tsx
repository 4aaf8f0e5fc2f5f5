import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';

/** What a list of hires is narrowed to: an id of iCIMS, or a name on one platform. */
export type Sought =
  | { readonly by: 'workflowId' | 'personId' | 'jobId'; readonly id: string }
  | { readonly by: 'name'; readonly name: string; readonly customerId: string };

const ways = {
  reference: 'Reference or case number',
  workflowId: 'iCIMS workflow id',
  personId: 'iCIMS person id',
  jobId: 'iCIMS job id',
  name: "Person's name",
} as const;
type Way = keyof typeof ways;

/** By reference, case number, an id of iCIMS, or the person's name. */
export function FindHires({ onSought }: { onSought: (sought: Sought | undefined) => void }) {
  const [way, setWay] = useState<Way>('workflowId');
  const [typed, setTyped] = useState('');
  const [customerId, setCustomerId] = useState('');
  const [problem, setProblem] = useState<string>();
  const go = useOpen();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    setProblem(problemOf(way, text, customerId));
    if (problemOf(way, text, customerId) !== undefined) return;
    if (way === 'reference') go(text);
    else onSought(text === '' ? undefined : toSought(way, text, customerId));
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="xs">
        <NativeSelect
          label="Find by"
          value={way}
          onChange={({ currentTarget }) => setWay(currentTarget.value as Way)}
          data={Object.entries(ways).map(([value, label]) => ({ value, label }))}
        />
        {way === 'name' ? (
          <TextInput
            label="On platform (customer id)"
            inputMode="numeric"
            value={customerId}
            onChange={({ currentTarget }) => setCustomerId(currentTarget.value)}
          />
        ) : null}
        <TextInput
          label={ways[way]}
          type="search"
          autoComplete="off"
          value={typed}
          error={problem}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" variant="default">
          Find
        </Button>
      </Group>
    </form>
  );
}

const REFERENCE = /^[0-9a-f-]{36}$/;
const CASE_NUMBER = /^IMM-[0-9]{6,12}$/i;

function problemOf(way: Way, text: string, customerId: string): string | undefined {
  if (text === '') return undefined;
  if (way === 'name') return /^[0-9]{1,12}$/.test(customerId) ? undefined : 'Say on which platform, by its customer id';
  if (way !== 'reference') return /^[0-9]{1,20}$/.test(text) ? undefined : 'Only digits';
  return REFERENCE.test(text) || CASE_NUMBER.test(text)
    ? undefined
    : 'A reference, or a case number such as IMM-000042';
}

function toSought(way: Exclude<Way, 'reference'>, text: string, customerId: string): Sought {
  return way === 'name' ? { by: way, name: text, customerId } : { by: way, id: text };
}

function useOpen(): (text: string) => void {
  const navigate = useNavigate();
  return (text) => {
    if (CASE_NUMBER.test(text)) void navigate({ to: '/cases/$id', params: { id: text.toUpperCase() } });
    else if (text !== '') void navigate({ to: '/hires/$id', params: { id: text } });
  };
}
