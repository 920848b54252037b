// Copy buttons: <button data-copies="id of a field" data-done="Copied">. Says so on the button and to screen readers.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copies]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  await copy(field);
  const label = button.querySelector('[data-label]') ?? button;
  const before = button.dataset.before ?? label.textContent;
  button.dataset.before = before;
  label.textContent = button.dataset.done;
  button.classList.add('done');
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    label.textContent = before;
    button.classList.remove('done');
  }, 2500);
});

async function copy(field) {
  const text = field.value ?? field.textContent;
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Plain HTTP: the clipboard's interface is missing there, the old way is not.
  field.focus();
  field.select();
  document.execCommand('copy');
}
