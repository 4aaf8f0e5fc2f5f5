/** What a request may pass on its way, each layer with all before it; the floor is bare with the commit. */
export const layers = [
  'bare',
  'express',
  'authenticated',
  'contract',
  'logged',
  'durable',
  'fastify',
  'floor',
] as const;
export type Layer = (typeof layers)[number];
