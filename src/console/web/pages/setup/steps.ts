import { CaseSystemStep } from './case-system.tsx';
import { ConnectStep } from './connect.tsx';
import { ConnectionTestStep } from './connection-test.tsx';
import { DryRunStep } from './dry-run.tsx';
import { EnableStep } from './enable.tsx';
import { InboundStep } from './inbound.tsx';
import { MappingStep } from './mapping.tsx';
import { PackagesStep } from './packages.tsx';
import { PolicyStep } from './policy.tsx';
import { RequiredStep } from './required.tsx';
import { stepTitles } from './step-titles.ts';
import { type SetupStep } from './step-props.ts';
import { TriggersStep } from './triggers.tsx';
import { WriteBackStep } from './write-back.tsx';

/** The guided path, in order. A step is a file here and a line below. */
export const steps: readonly SetupStep[] = [
  { id: 'policy', ...stepTitles.policy, Step: PolicyStep },
  { id: 'connect', ...stepTitles.connect, Step: ConnectStep },
  { id: 'connection-test', ...stepTitles['connection-test'], Step: ConnectionTestStep },
  { id: 'inbound', ...stepTitles.inbound, Step: InboundStep },
  { id: 'triggers', ...stepTitles.triggers, Step: TriggersStep },
  { id: 'packages', ...stepTitles.packages, Step: PackagesStep },
  { id: 'mapping', ...stepTitles.mapping, Step: MappingStep },
  { id: 'required', ...stepTitles.required, Step: RequiredStep },
  { id: 'write-back', ...stepTitles['write-back'], Step: WriteBackStep },
  { id: 'case-system', ...stepTitles['case-system'], Step: CaseSystemStep },
  { id: 'dry-run', ...stepTitles['dry-run'], Step: DryRunStep },
  { id: 'enable', ...stepTitles.enable, Step: EnableStep },
];
