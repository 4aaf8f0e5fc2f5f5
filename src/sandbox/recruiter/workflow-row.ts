import { type ListNode } from '../platform/lists.ts';
import { html, type Html } from './html.ts';
import { type WorkflowView } from './workflow-view.ts';

interface StatusChoice {
  readonly statuses: readonly ListNode[];
  /** Chosen at first. */
  readonly suggested: ListNode;
}

/** One candidate: who, job, package, status, and the way to move on. */
export function workflowRow(view: WorkflowView, choice: StatusChoice): Html {
  const key = `${view.type}-${view.id}`;
  return html`<article
    class="candidate"
    id="w-${key}"
    data-type="${view.type}"
    data-id="${view.id}"
    aria-labelledby="n-${key}"
  >
    <header>
      <h2 id="n-${key}">${view.candidate}</h2>
      <p class="about">${view.about}</p>
    </header>
    <dl>
      ${fact('Job', view.job)} ${fact('Package', view.packages)}
      ${fact('Status', html`<span class="status" data-status>${view.status.label}</span>`)}
      ${fact('Workflow', String(view.id))}
    </dl>
    ${moveForm(key, view.candidate, choice)}
    <div class="outcome" role="status" aria-live="polite"></div>
    <section class="results" data-results aria-label="Assessment results of ${view.candidate}">
      ${resultsHtml(view.results)}
    </section>
  </article>`;
}

function fact(name: string, value: Html | string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function moveForm(key: string, candidate: string, { statuses, suggested }: StatusChoice): Html {
  return html`<form class="move" method="post">
    <label for="s-${key}">Move to status</label>
    <div class="controls">
      <select id="s-${key}" name="statusId">
        ${statuses.map((each) => option(each, suggested))}
      </select>
      <button type="submit">Move<span class="visually-hidden"> ${candidate}</span></button>
    </div>
  </form>`;
}

/** The workflow's assessment results, which the connector writes. */
export function resultsHtml(results: WorkflowView['results']): Html {
  if (results.length === 0) return html`<p class="none">No assessment results yet.</p>`;
  return html`<h3>Assessment results</h3>
    <ul>
      ${results.map(
        (each) =>
          html`<li data-entry="${each.entry}">
            <span class="badge badge-${each.status.toLowerCase().replace(/[^a-z]+/g, '-')}">${each.status}</span>
            <span class="result-name">${each.name}</span>
            ${each.url === '' ? null : html`<a href="${each.url}" target="_blank" rel="noreferrer">Open the case</a>`}
            <span class="result-note">${each.notes}</span>
            <span class="result-date">${each.date === '' ? '' : `${each.date} UTC`}</span>
          </li>`,
      )}
    </ul>`;
}

function option(status: ListNode, suggested: ListNode): Html {
  return status.id === suggested.id
    ? html`<option value="${status.id}" selected>${status.value}</option>`
    : html`<option value="${status.id}">${status.value}</option>`;
}
