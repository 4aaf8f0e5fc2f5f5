// The recruiter's page: moves workflows, shows what iCIMS would show, and keeps statuses and results fresh.
const customerId = document.body.dataset.customer;
const REFRESH_MS = 1500;

for (const form of document.querySelectorAll('form.move')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void move(form);
  });
}
document.querySelector('#faults').addEventListener('submit', (event) => {
  event.preventDefault();
  void applyFaults(event.target);
});
document.querySelector('#filter').addEventListener('input', (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  for (const row of document.querySelectorAll('.candidate'))
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
});
setInterval(() => void refresh(), REFRESH_MS);

async function move(form) {
  const row = form.closest('.candidate');
  const button = form.querySelector('button');
  const outcome = row.querySelector('.outcome');
  button.disabled = true;
  row.setAttribute('aria-busy', 'true');
  outcome.replaceChildren(element('p', 'waiting', 'Waiting for the integration partner …'));
  try {
    const result = await send('POST', `/recruiter/${customerId}/moves`, {
      type: row.dataset.type,
      id: row.dataset.id,
      statusId: form.elements.statusId.value,
    });
    outcome.replaceChildren(...outcomeOf(result));
  } catch (problem) {
    outcome.replaceChildren(element('p', 'message bad', problem.message));
  } finally {
    button.disabled = false;
    row.removeAttribute('aria-busy');
    await refresh();
  }
}

function outcomeOf(result) {
  const message = element('p', `message ${result.shown.ok ? 'good' : 'bad'}`, result.shown.text);
  const facts = element('p', 'facts', `Answer ${result.status === 0 ? 'none' : result.status} after ${result.ms} ms`);
  const details = document.createElement('details');
  details.append(element('summary', '', 'Event and answer'));
  if (result.shown.raw !== null)
    details.append(element('h4', '', 'Message as sent, with placeholders'), element('pre', '', result.shown.raw));
  details.append(element('h4', '', 'Answer of the connector'), element('pre', '', pretty(result.body)));
  details.append(element('h4', '', 'Event that iCIMS sent'), element('pre', '', JSON.stringify(result.event, null, 2)));
  details.append(element('h4', '', 'Headers'), element('pre', '', JSON.stringify(result.headers, null, 2)));
  return [message, facts, details];
}

async function applyFaults(form) {
  const said = document.querySelector('#faults-said');
  const kinds = [...form.querySelectorAll('input:checked')].map((input) => input.value);
  const settings = {
    slow: { ms: 25_000 },
    'too-many': { retryAfterSeconds: 30 },
    'error-503': { retryAfterSeconds: 30 },
  };
  try {
    await send(
      'PUT',
      `/_control/platforms/${customerId}/faults`,
      kinds.map((kind) => ({ kind, ...settings[kind] })),
    );
    said.textContent = kinds.length === 0 ? 'iCIMS behaves again.' : `Switched on: ${kinds.length}.`;
  } catch (problem) {
    said.textContent = problem.message;
  }
}

async function refresh() {
  const state = await send('GET', `/recruiter/${customerId}/state`).catch(() => null);
  for (const workflow of state?.workflows ?? []) {
    const row = document.getElementById(`w-${workflow.type}-${workflow.id}`);
    if (row !== null) show(row, workflow);
  }
}

function show(row, workflow) {
  const status = row.querySelector('[data-status]');
  if (status.textContent !== workflow.status.label) status.textContent = workflow.status.label;
  const results = row.querySelector('[data-results]');
  if (row.dataset.results === workflow.results) return;
  row.dataset.results = workflow.results;
  // The server has escaped every value in this fragment.
  results.innerHTML = workflow.results;
}

async function send(method, url, body) {
  const init = { method, headers: { 'content-type': 'application/json' } };
  const answer = await fetch(url, body === undefined ? { method } : { ...init, body: JSON.stringify(body) });
  const data = await answer.json();
  if (!answer.ok) throw new Error(data.error ?? `Answer ${answer.status}`);
  return data;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
