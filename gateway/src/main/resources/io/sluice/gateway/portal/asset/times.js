// Times in the reader's zone and language; the exact ISO time stays in the title.
const language = document.documentElement.lang;
const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const steps = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

function ago(date) {
  const seconds = Math.round((date - Date.now()) / 1000);
  const [unit, size] = steps.find(step => Math.abs(seconds) >= step[1]) ?? steps[3];
  return relative.format(Math.trunc(seconds / size), unit);
}

function show(time) {
  const date = new Date(time.dateTime);
  const forms = { ago, day: date => day.format(date), moment: date => moment.format(date) };
  time.textContent = forms[time.dataset.form ?? 'moment'](date);
}

function showAll(root) {
  root.querySelectorAll('time[datetime]').forEach(show);
}

showAll(document);
document.addEventListener('htmx:load', event => showAll(event.detail.elt));
setInterval(() => document.querySelectorAll('time[data-form=ago]').forEach(show), 20000);
