import { type Employer } from './seed/employer.ts';
import { exampleHealth } from './seed/example-health.ts';
import { platformDocument, type SimulatedPlatformDocument } from './seed/platform-document.ts';
import { sampleRobotics } from './seed/sample-robotics.ts';

const employers: readonly Employer[] = [exampleHealth, sampleRobotics];

/**
 * The platform document to PUT into the connector for one of the made-up employers (9001 or 9002). `urls.icims` is the
 * simulated server's base URL. Throws RangeError for another customer id.
 */
export function platformDocumentFor(customerId: string, urls: { readonly icims: string }): SimulatedPlatformDocument {
  const employer = employers.find((each) => each.customerId === customerId);
  if (employer === undefined) throw new RangeError(`No made-up employer ${customerId}`);
  return platformDocument(employer, urls);
}
