import type { View } from '../context.ts';
import { SubmitButton } from '../design/form.tsx';
import { trailTexts } from './texts.ts';
import { TRAIL } from './trail-page.tsx';

/** What an exported trail holds, the button that makes one, and how it is checked. */
export function ExportPage({ view, publicKey }: { view: View; publicKey: string }) {
  const t = trailTexts[view.language].export;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p>{t.holds}</p>
      <ul>
        {t.parts.map(([file, what]) => (
          <li key={file}>
            <code>{file}</code>: {what}
          </li>
        ))}
      </ul>
      <p>{t.logged}</p>
      <form method="post" action={view.href(`${TRAIL}/lamna-ut`)}>
        <SubmitButton>{t.download}</SubmitButton>
      </form>
      <h2>{t.key}</h2>
      <p>{t.keyLead}</p>
      <pre class="hk-code">{publicKey.trim()}</pre>
      <h2>{t.verify}</h2>
      <p>{t.verifyLead}</p>
      <pre class="hk-code">./bin/handlingskraft trail verify sparlogg.zip --key nyckel.pem</pre>
      <p>{t.keep}</p>
      <pre class="hk-code">./bin/handlingskraft check --against sparlogg.zip</pre>
    </div>
  );
}
