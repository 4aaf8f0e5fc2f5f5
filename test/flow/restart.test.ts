import { afterEach, describe, expect, it } from '@jest/globals';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { queryDatabase } from '../support/query-database.ts';

let connector: TestConnector;
afterEach(() => connector.close());

/** Keeps every delivery that a worker gives back for later, as the database sees it: no clock of ours has a part in it. */
const watchWhatIsPutOff = () =>
  queryDatabase(
    connector.database,
    `CREATE TABLE put_off (hire_id uuid, seconds numeric);
     CREATE FUNCTION note_put_off() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF OLD.lease_owner IS NOT NULL AND NEW.lease_owner IS NULL AND NEW.run_at > now() THEN
         INSERT INTO put_off VALUES (NEW.hire_id, extract(epoch FROM NEW.run_at - now()));
       END IF;
       RETURN NEW;
     END $$;
     CREATE TRIGGER note_put_off AFTER UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION note_put_off()`,
  );

describe('what is due when the connector starts', () => {
  it('is taken at once: the worker knows the platforms before it claims', async () => {
    connector = await startConnector({ environment: { DELIVERY_CONCURRENCY: '0' } });
    const orders = Array.from({ length: 5 }, () => connector.theirs().addCandidate('h1b-new-graduate'));
    const answers = [];
    for (const candidate of orders) answers.push(await connector.send(anOfferAccepted(connector.theirs(), candidate)));
    await watchWhatIsPutOff();
    await connector.stop();

    connector = await startConnector({ on: connector });

    for (const { body } of answers) {
      const { attemptLog } = await connector.admin.hireIn('delivered', body.reference);
      expect(attemptLog.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    }
    expect(await queryDatabase(connector.database, 'SELECT seconds FROM put_off')).toEqual([]);
  });

  it('waits for a person when ten workers in a row died over it, while the others go on', async () => {
    connector = await startConnector({ environment: { DELIVERY_CONCURRENCY: '0' } });
    const order = () => anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate'));
    const [deadly, harmless] = [await connector.send(order()), await connector.send(order())];
    await queryDatabase(connector.database, 'UPDATE deliveries SET attempt = 10, claims = 10 WHERE hire_id = $1', [
      deadly.body.reference,
    ]);
    await connector.stop();

    connector = await startConnector({ on: connector });

    const { reason, caseId } = await connector.admin.hireIn('parked', deadly.body.reference);
    expect([reason?.code, caseId]).toEqual(['WORKERS_LOST', null]);
    await connector.admin.hireIn('delivered', harmless.body.reference);
    await connector.admin.post(`/api/v1/hires/${String(deadly.body.reference)}/retry`).expect(202);
    await connector.admin.hireIn('delivered', deadly.body.reference);
  });
});
