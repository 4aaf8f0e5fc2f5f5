import { html, type Html } from '../../sandbox/recruiter/html.ts';
import { type Verdict } from '../verdict/judge.ts';

/** What the index tells besides the verdicts. */
export interface Head {
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly platforms: readonly { readonly customerId: string; readonly name: string; readonly folder: string }[];
  /** What a reader has to know of how the pack came to be; one sentence each. */
  readonly remarks: readonly string[];
}

/** A file of the pack and its SHA-256. */
export interface Hashed {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The index as Markdown: every question with its answer, verdict and evidence. */
export function indexMarkdown(head: Head, verdicts: readonly Verdict[], files: readonly Hashed[]): string {
  const shown = verdicts.filter((each) => each.shown).length;
  return `# Validation pack

${shown} of ${verdicts.length} requirements shown. ${head.date}. Opens offline: [index.html](index.html) shows pictures and films.

Platforms: ${head.platforms.map(({ customerId, name, folder }) => `[${name} (${customerId})](${folder}/)`).join(', ')}.
Versions: ${versionsLine(head)}.
${head.remarks.map((remark) => `\n- ${remark}`).join('')}${head.remarks.length > 0 ? '\n' : ''}
${verdicts.map(markdownOf).join('\n\n')}

## Files

| file | bytes | SHA-256 |
|---|---|---|
${files.map(({ path, bytes, sha256 }) => `| [${path}](${path}) | ${bytes} | \`${sha256}\` |`).join('\n')}
`;
}

function markdownOf({ question, source, shown, answers, problems, evidence }: Verdict): string {
  return `## ${shown ? '✔' : '✘'} ${question}

Asked by: ${source}. Verdict: **${shown ? 'shown' : 'not shown'}**.

${answers.map(({ of, text }) => `- ${of === '' ? '' : `${of}: `}${text}`).join('\n')}
${problems.map((problem) => `- **Problem:** ${problem}\n`).join('')}
Evidence: ${evidence.map((path) => `[${path}](${path})`).join(', ')}`;
}

function versionsLine({ versions }: Head): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

const STYLE = `
  body { font: 16px/1.5 sans-serif; color: #1b2733; max-width: 70rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
  h1 { margin-bottom: 0; } article { border-top: 1px solid #d5dce3; padding: .5rem 0 1rem; }
  h2 { font-size: 1.15rem; margin: .4rem 0; } .good { color: #17643b; } .bad { color: #a3201d; }
  img, video { max-width: 100%; border: 1px solid #d5dce3; margin: .4rem 0; } .media { display: grid; gap: .6rem; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); }
  .source { color: #51606f; font-size: .9rem; } table { border-collapse: collapse; font-size: .85rem; } td, th { text-align: left; padding: .1rem .8rem .1rem 0; } td code { overflow-wrap: anywhere; }`;

/** The same as a page that needs no network. */
export function indexHtml(head: Head, verdicts: readonly Verdict[], files: readonly Hashed[]): string {
  const shown = verdicts.filter((each) => each.shown).length;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Validation pack</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <h1>Validation pack</h1>
        <p>${shown} of ${verdicts.length} requirements shown. ${head.date}. ${versionsLine(head)}.</p>
        <ul>
          ${head.remarks.map((remark) => html`<li>${remark}</li>`)}
        </ul>
        ${verdicts.map(articleOf)}
        <h2>Files</h2>
        <table>
          ${files.map(
            ({ path, bytes, sha256 }) =>
              html`<tr>
                <td><a href="${path}">${path}</a></td>
                <td>${bytes}</td>
                <td><code>${sha256}</code></td>
              </tr>`,
          )}
        </table>
      </body>
    </html>`;
  return page.html;
}

function articleOf({ question, source, shown, answers, problems, evidence }: Verdict): Html {
  return html`<article>
    <h2>
      <span class="${shown ? 'good' : 'bad'}">${shown ? '✔ shown' : '✘ not shown'}</span>
      ${question}
    </h2>
    <p class="source">Asked by: ${source}</p>
    <ul>
      ${answers.map(({ of, text }) => html`<li>${of === '' ? '' : `${of}: `}${text}</li>`)}
      ${problems.map((problem) => html`<li class="bad">${problem}</li>`)}
    </ul>
    <p>${evidence.map((path) => html`<a href="${path}">${path}</a> `)}</p>
    <div class="media">${evidence.filter((path) => /\.(png|mp4)$/.test(path)).map(mediaOf)}</div>
  </article>`;
}

function mediaOf(path: string): Html {
  return path.endsWith('.mp4')
    ? html`<video controls preload="metadata" src="${path}"></video>`
    : html`<img loading="lazy" src="${path}" alt="${path}" />`;
}
