// On narrow screens each row of a table is a block of its own; there every cell says what its column is called.
function label(root) {
  root.querySelectorAll('.scroll table').forEach(table => {
    const heads = [...table.querySelectorAll('thead th')].map(head => head.classList.contains('act') ? '' : head.textContent.trim());
    table.querySelectorAll('tbody tr').forEach(row => {
      if (row.cells.length !== heads.length) return;
      [...row.cells].forEach((cell, at) => { if (!cell.matches('.act')) cell.dataset.label = heads[at]; });
    });
  });
}

label(document);
document.addEventListener('htmx:load', event => label(event.detail.elt.parentElement ?? event.detail.elt));
