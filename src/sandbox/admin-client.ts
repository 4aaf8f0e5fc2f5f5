/** Calls the connector's admin API as a script would. */
export interface AdminClient {
  get<Body>(path: string): Promise<Body>;
  put(path: string, body: unknown): Promise<void>;
  post<Body>(path: string, body: unknown): Promise<Body>;
}

/** Throws Error with the problem's detail for every answer that is not a success. */
export function createAdminClient(baseUrl: string, adminToken: string): AdminClient {
  const headers = { Authorization: `Bearer ${adminToken}`, 'Content-Type': 'application/json' };

  async function call(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`${baseUrl}${path}`, { ...init, headers });
    if (response.ok) return response;
    const { detail } = (await response.json()) as { detail?: string };
    throw new Error(`${path} was answered ${response.status}: ${detail ?? ''}`);
  }

  return {
    get: async <Body>(path: string) => (await call(path, {})).json() as Promise<Body>,
    put: async (path, body) => {
      await call(path, { method: 'PUT', body: JSON.stringify(body) });
    },
    post: async <Body>(path: string, body: unknown) =>
      (await call(path, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<Body>,
  };
}
