// Parts that refresh themselves: <div data-live="tokens" hx-trigger="sluice:tokens" hx-get=...>. A part that somebody is
// using (an open menu or dialog, the keyboard's focus) waits until they have done.
const address = document.body.dataset.events;
const waiting = new Set();

function busy(part) {
  return part.querySelector('dialog[open]') || part.querySelector(':popover-open') || part.contains(document.activeElement);
}

function refresh(topic) {
  document.querySelectorAll(`[data-live~="${topic}"]`).forEach(part => {
    if (busy(part)) waiting.add(topic);
    else htmx.trigger(part, `sluice:${topic}`);
  });
}

if (address) {
  const events = new EventSource(address);
  for (const topic of ['tokens', 'activity']) events.addEventListener(topic, () => refresh(topic));
  events.addEventListener('ended', () => { events.close(); location.reload(); });
  events.onopen = () => document.body.setAttribute('data-connected', '');
  events.onerror = () => document.body.removeAttribute('data-connected');
  window.addEventListener('pagehide', () => events.close());
  setInterval(() => {
    const topics = [...waiting];
    waiting.clear();
    topics.forEach(refresh);
  }, 1000);
}

// Refreshing is nothing that the reader did: it must not keep a session alive.
document.addEventListener('htmx:configRequest', event => {
  if (event.detail.elt.matches('[data-live]')) event.detail.headers['X-Sluice-Live'] = 'true';
});
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status === 401) location.reload();
});
