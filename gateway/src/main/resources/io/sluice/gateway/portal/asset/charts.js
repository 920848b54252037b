// <canvas data-chart="address of a series">: successes and failures over time, in the colours of the page.
const charts = new Map();

function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function bars(label, data, fill) {
  return { label, data, backgroundColor: fill, stack: 'all', borderRadius: 2, barPercentage: 0.9, categoryPercentage: 0.95 };
}

async function draw(canvas) {
  const series = await (await fetch(canvas.dataset.chart, { headers: { 'X-Sluice-Live': 'true' } })).json();
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  const grid = colour('--sl-line');
  const text = colour('--sl-muted');
  const data = {
    labels: series.times.map(time => clock.format(new Date(time))),
    datasets: [
      bars(canvas.dataset.failures, series.failures, colour('--sl-chart-bad')),
      bars(canvas.dataset.successes, series.successes, colour('--sl-chart-good')),
    ],
  };
  const known = charts.get(canvas);
  if (known) {
    known.data = data;
    known.update('none');
    return;
  }
  const axis = { stacked: true, grid: { color: grid }, border: { display: false }, ticks: { color: text, maxRotation: 0, precision: 0 } };
  charts.set(canvas, new Chart(canvas, {
    type: 'bar',
    data,
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { align: 'end', labels: { color: text, boxWidth: 10, boxHeight: 10 } } },
      scales: { x: { ...axis, grid: { display: false }, ticks: { ...axis.ticks, maxTicksLimit: 12 } }, y: { ...axis, beginAtZero: true, suggestedMax: 4 } },
    },
  }));
}

function drawAll() {
  document.querySelectorAll('canvas[data-chart]').forEach(draw);
}

drawAll();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  charts.forEach(chart => chart.destroy());
  charts.clear();
  drawAll();
});
document.addEventListener('htmx:afterRequest', event => {
  if (event.target.matches('[data-charts]')) drawAll();
});
