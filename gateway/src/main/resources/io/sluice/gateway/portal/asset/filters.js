// Fields that send their form when they change, and times that are chosen in the reader's zone but sent as ISO.
document.addEventListener('change', event => {
  const field = event.target;
  if (field.dataset.iso) {
    document.getElementById(field.dataset.iso).value = field.value ? new Date(field.value).toISOString() : '';
  }
  if (field.matches('[data-sends]')) field.form.requestSubmit();
});

document.querySelectorAll('[data-iso]').forEach(field => {
  const iso = document.getElementById(field.dataset.iso).value;
  if (!iso) return;
  const date = new Date(iso);
  field.value = new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
});

// Empty fields stay out of the address, so that it says what is filtered and nothing else.
document.addEventListener('formdata', event => {
  if (event.target.method !== 'get') return;
  for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
});
