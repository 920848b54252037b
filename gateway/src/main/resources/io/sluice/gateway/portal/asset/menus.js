// Menus are popovers, so that no scrolling table clips them; here they are put below their button.
document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!menu.matches?.('[popover].menu') || event.newState !== 'open') return;
  const button = document.querySelector(`[popovertarget="${menu.id}"]`);
  const place = button.getBoundingClientRect();
  const below = place.bottom + menu.offsetHeight + 8 < window.innerHeight;
  menu.style.top = `${below ? place.bottom + 4 : Math.max(8, place.top - menu.offsetHeight - 4)}px`;
  menu.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - menu.offsetWidth - 8))}px`;
  menu.querySelector('button, a')?.focus();
}, true);

document.addEventListener('keydown', event => {
  const menu = event.target.closest?.('[popover].menu');
  if (!menu || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll('button, a')];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  items[next % items.length].focus();
});

window.addEventListener('scroll', () => document.querySelectorAll('.menu:popover-open').forEach(menu => menu.hidePopover()), true);
