// <button data-opens="id of a dialog">; data-closes closes the dialog around it.
document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  if (opener) {
    fill(document.getElementById(opener.dataset.opens), opener);
    document.getElementById(opener.dataset.opens).showModal();
  }
  const closer = event.target.closest('[data-closes]');
  if (closer) closer.closest('dialog').close();
});

// What a dialog says about a field of the page, such as the chosen identity provider.
function fill(dialog, opener) {
  dialog.querySelectorAll('[data-says]').forEach(place => {
    const field = document.getElementById(place.dataset.says);
    place.textContent = field.selectedOptions ? field.selectedOptions[0].textContent : field.value;
  });
  if (opener.dataset.form) dialog.querySelector('[data-submits]')?.setAttribute('form', opener.dataset.form);
}

// A dialog that the server opened: a reload must fetch the page, not send the form once more.
document.querySelectorAll('dialog[data-shown-on]').forEach(dialog => {
  history.replaceState(null, '', dialog.dataset.shownOn);
  dialog.removeAttribute('open');
  dialog.showModal();
});

// A form that must not be sent before it is complete opens its dialog only then.
document.addEventListener('submit', event => {
  const dialog = document.getElementById(event.target.dataset.confirmedBy ?? '');
  if (!dialog || event.submitter?.hasAttribute('data-submits')) return;
  event.preventDefault();
  fill(dialog, event.target);
  dialog.showModal();
});
