import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleConqaAccountId, sampleConqaGuestToken, sampleConqaToken } from '../../src/sandbox/conqa/access.ts';
import { handledOperations } from '../../src/sandbox/conqa/operations.ts';
import { serveConqa, type ServedConqa } from './conqa-support.ts';

let vendor: ServedConqa;
beforeAll(async () => {
  vendor = await serveConqa();
});
afterAll(() => vendor.server.close());

const bare = async (response: Response): Promise<readonly unknown[]> => [
  response.status,
  response.headers.get('content-type'),
  await response.text(),
];

describe('access to the sample CONQA', () => {
  it.each(['', 'wrong', `Bearer ${sampleConqaToken}`, `${sampleConqaToken}2`])(
    'refuses the token %j with a bare 401',
    async (token) => {
      expect(await bare(await vendor.send('GET', '/projects', { token }))).toEqual([401, null, '']);
    },
  );

  it('reads the token from no other header than Authorization', async () => {
    const response = await fetch(`${vendor.server.url}/conqa/api-v1/projects`, {
      headers: { 'X-API-KEY': sampleConqaToken },
    });
    expect(response.status).toBe(401);
  });

  it('shows a guest one project, and answers a bare 403 for the others and for the account', async () => {
    const guest = { token: sampleConqaGuestToken };
    const [first, second] = await vendor.projects();
    expect(await (await vendor.send('GET', '/projects', guest)).json()).toEqual({ projects: [first] });
    expect((await vendor.send('GET', `/project/${first?.projectId}/summary`, guest)).status).toBe(200);
    const closed = await vendor.send('GET', `/project/${second?.projectId}/issues`, guest);
    expect(await bare(closed)).toEqual([403, null, '']);
    expect((await vendor.send('GET', `/account/${sampleConqaAccountId}/webhooks`, guest)).status).toBe(403);
  });

  it('answers a bare 404 for what there is not', async () => {
    const unknown = '11111111-2222-4333-8444-555555555555';
    const project = await vendor.projectId(0);
    for (const path of [
      `/project/${unknown}/summary`,
      `/account/${unknown}/webhooks`,
      `/project/${project}`,
      '/project//issues',
      '/users',
    ]) {
      expect([path, ...(await bare(await vendor.send('GET', path)))]).toEqual([path, 404, null, '']);
    }
    expect((await vendor.send('POST', '/projects')).status).toBe(404);
  });
});

describe('handledOperations', () => {
  it('lists the thirteen operations of the document, each of which is answered', async () => {
    expect(handledOperations).toHaveLength(13);
    const parameters: Readonly<Record<string, string>> = {
      projectId: await vendor.projectId(0),
      accountId: sampleConqaAccountId,
      type: 'milestone',
    };
    for (const { name, method, path } of handledOperations.filter(
      (operation) => !operation.path.includes('webhookId'),
    )) {
      const target = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => parameters[parameter] ?? '');
      const { status } = await vendor.send(method, target);
      // Writes are asked without their body.
      expect([name, status]).toEqual([name, method === 'GET' ? 200 : 400]);
    }
  });
});
