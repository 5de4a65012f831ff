import { parseArgs } from 'node:util';
import { openSupportAccess } from '../../app/support-access/open-support-access.ts';
import { writeInstant } from '../../web/language.ts';
import { baseOf } from '../../web/mail/links.ts';
import { type Command, refuseInput, tooMuch } from '../command.ts';
import { openSecrets } from '../secrets.ts';
import { withExistingDatabase } from '../with-store.ts';

/**
 * `support --municipality CODE --name NAME --reason TEXT [--class CLASS] [--hours N]`: lets somebody in to help one municipality for
 * some hours, and prints the link that signs them in once.
 */
export const support: Command = async (context) => {
  const options = {
    municipality: { type: 'string' },
    name: { type: 'string' },
    reason: { type: 'string' },
    class: { type: 'string', default: 'other' },
    hours: { type: 'string', default: '4' },
    data: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
  const t = context.texts.support;
  const extra = tooMuch(context, positionals, 0);
  if (extra !== null) return refuseInput(context, extra);
  const { municipality } = values;
  if (municipality === undefined) return refuseInput(context, t.municipalityMissing);
  return withExistingDatabase(context, values.data, async ({ store, settings, ...world }) => {
    const known = (await store.read.listMunicipalities()).find(({ code }) => code === municipality);
    if (known === undefined) return refuseInput(context, t.noSuchMunicipality(municipality));
    const secrets = openSecrets(settings);
    if (secrets === null) return refuseInput(context, context.texts.badSecret);
    const form = { name: values.name, reason: values.reason, reasonClass: values.class, hours: values.hours };
    const opened = await openSupportAccess({ ...world, store, secrets })(municipality, form);
    if (!opened.ok) return refuseInput(context, t.faults[Object.values(opened.refusal.faults)[0] ?? 'name-missing']);
    const servedAt = `http://localhost:${context.env.PORT || '3000'}`;
    const base = baseOf({ baseUrl: settings.baseUrl, servedAt }, known.hosts);
    context.out(`${base}/supportatkomst/${opened.value.token}`);
    context.err(t.opened(known.name, writeInstant(context.language, opened.value.endsAt)));
    return 0;
  });
};
