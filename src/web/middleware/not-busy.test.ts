import { expect, test } from 'vitest';
import { createDemoSite } from '../../../test/demo-site.ts';
import { testDeps } from '../../../test/web.ts';

test('past what may be under way at once a costly address asks to come back, and takes more when one is done', async () => {
  const most = 2;
  const going: (() => void)[] = [];
  const { settings } = testDeps({} as never);
  const site = await createDemoSite({
    settings: { ...settings, limits: { ...settings.limits, costlyAtOnce: most } },
    renderers: {
      ...testDeps({} as never).renderers,
      pdf: {
        renderPdf: async () => {
          await new Promise<void>((go) => going.push(go));
          return { ok: true, value: new Uint8Array([37, 80, 68, 70]) };
        },
      },
    },
  });
  const path = 'http://localhost/planer/trygga-relationer/ladda-ner/plan.pdf';
  // Those who ask for one address wait for each other; each of these has its own.
  const under = Array.from({ length: most }, (_, visitor) => site.app.request(`${path}?visitor=${visitor}`));
  await expect.poll(() => going.length).toBe(most);
  const refused = await site.app.request(path);
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([503, true]);
  expect(await refused.text()).toContain('Det är kö just nu');
  expect((await site.app.request('http://localhost/')).status).toBe(200);
  for (const go of going) go();
  for (const answer of await Promise.all(under)) expect(answer.status).toBe(200);
  const after = site.app.request(path);
  await expect.poll(() => going.length).toBe(most + 1);
  going.at(-1)?.();
  expect((await after).status).toBe(200);
});
