import { type OpenedConnector } from '../cli/command-line.ts';
import { createIcims } from '../icims/create-icims.ts';
import { createPlatformRegistry } from '../platforms/platform-registry.ts';
import { type Config } from '../runtime/config.ts';
import { type Failure } from '../runtime/failure.ts';
import { checkUrl } from '../runtime/http-guard.ts';
import { createHttp } from '../runtime/http.ts';
import { openConfiguredStore } from './open-configured-store.ts';

/** The connector for one command: the store and a client for iCIMS, without a worker and without an HTTP face. */
export async function openConnector(config: Config, onTrouble: (failure: Failure) => void): Promise<OpenedConnector> {
  const clock = (): Date => new Date();
  const store = await openConfiguredStore(config, { onTrouble, log: () => undefined });
  const registry = createPlatformRegistry(store.platforms);
  const http = createHttp({ insecureHosts: config.insecureHosts, userAgent: 'icims-immigration-connector' });
  try {
    await registry.refresh();
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    clock,
    masterKeyGiven: config.masterKey !== undefined,
    dataDir: config.dataDir,
    platforms: store.platforms,
    policies: store.policies,
    connectionTests: store.connectionTests,
    onPlatformsChanged: () => registry.refresh(),
    reading: store.reading,
    control: store.control,
    retryRuns: store.retryRuns,
    caseControl: store.caseControl,
    erasures: store.erasures,
    audit: store.audit,
    icims: createIcims({ http, clock }),
    isServed: (customerId) => registry.get(customerId),
    checkUrl: (url) => void checkUrl(url, config.insecureHosts),
    rotateMasterKey: (newMasterKey, by) => store.vault.rotateMasterKey(newMasterKey, by),
    backup: (out) => store.backup(out),
    close: () => store.close(),
  };
}
