import { html, type Html } from '../../sandbox/recruiter/html.ts';

/** One block of a record page: a heading and names with their values. */
export interface Block {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

interface RecordPage {
  readonly title: string;
  /** Where the data comes from, for example `GET /api/v1/cases/IMM-000001`; null for words of the evidence command. */
  readonly source: string | null;
  readonly blocks: readonly Block[];
}

const STYLE = `
  body { margin: 0; font: 16px/1.4 sans-serif; color: #1b2733; background: #f4f6f8; }
  header { background: #fff; border-bottom: 1px solid #d5dce3; padding: 16px 28px; }
  h1 { font-size: 25px; margin: 0; } .source { margin: 4px 0 0; color: #51606f; } code { color: #10243e; }
  main { columns: 3; column-gap: 20px; padding: 18px 28px; }
  section { break-inside: avoid; background: #fff; border: 1px solid #d5dce3; border-radius: 6px; padding: 10px 14px; margin: 0 0 14px; }
  h2 { font-size: 15px; margin: 0 0 6px; color: #10243e; } dl { margin: 0; }
  dl div { display: flex; gap: 10px; justify-content: space-between; border-top: 1px solid #eef1f4; padding: 2px 0; }
  dt { color: #51606f; } dd { margin: 0; text-align: right; overflow-wrap: anywhere; }`;

/** A record as the admin API answers it, laid out to be read on a screen; it says that it is the API's answer. */
export function recordPage({ title, source, blocks }: RecordPage): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          ${source === null ? null : sourceLine(source)}
        </header>
        <main>${blocks.map(toSection)}</main>
      </body>
    </html>`;
  return page.html;
}

function sourceLine(source: string): Html {
  return html`<p class="source">
    The connector's own answer to <code>${source}</code>, laid out by the evidence command.
  </p>`;
}

function toSection({ title, rows }: Block): Html {
  return html`<section>
    <h2>${title}</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
