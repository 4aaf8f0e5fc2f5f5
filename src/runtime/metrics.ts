import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What Prometheus reads. Labels come from closed lists or from configured platforms, never from what somebody sent.
 * A registry of its own, so that several connectors may live in one process (tests).
 */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { registry, ...intakeMetrics([registry]), ...icimsMetrics([registry]), ...deliveryMetrics([registry]) };
}

export type Metrics = ReturnType<typeof createMetrics>;

const SCREENING_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30];
const CALL_BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const CASE_BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120, 600, 3600];

function intakeMetrics(registers: Registry[]) {
  return {
    events: new Counter({
      registers,
      name: 'events_total',
      help: 'Events by outcome and code.',
      labelNames: ['outcome', 'code'],
    }),
    screeningSeconds: new Histogram({
      registers,
      name: 'screening_seconds',
      help: 'From receipt of an event to its answer, by status.',
      labelNames: ['outcome'],
      buckets: SCREENING_BUCKETS,
    }),
  };
}

function icimsMetrics(registers: Registry[]) {
  return {
    icimsCalls: new Counter({
      registers,
      name: 'icims_calls_total',
      help: 'Calls to iCIMS.',
      labelNames: ['operation', 'status'],
    }),
    icimsSeconds: new Histogram({
      registers,
      name: 'icims_call_seconds',
      help: 'How long iCIMS took.',
      labelNames: ['operation'],
      buckets: CALL_BUCKETS,
    }),
    icimsAllowance: new Gauge({
      registers,
      name: 'icims_allowance_remaining',
      help: "Calls left of the platform's daily allowance, as this process last saw it.",
      labelNames: ['customer_id'],
    }),
  };
}

function deliveryMetrics(registers: Registry[]) {
  return {
    queueDepth: new Gauge({
      registers,
      name: 'delivery_queue_depth',
      help: 'Deliveries in the queue, parked left out.',
    }),
    queueOldestSeconds: new Gauge({
      registers,
      name: 'delivery_queue_oldest_seconds',
      help: 'Age of the oldest delivery that is due.',
    }),
    parked: new Gauge({ registers, name: 'hires_parked', help: 'Hires that wait for a person.' }),
    attempts: new Counter({
      registers,
      name: 'delivery_steps_total',
      help: 'Delivery steps.',
      labelNames: ['step', 'outcome'],
    }),
    caseSeconds: new Histogram({
      registers,
      name: 'case_open_seconds',
      help: 'From acceptance of a hire to its case.',
      buckets: CASE_BUCKETS,
    }),
  };
}
