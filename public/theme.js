// Sets the theme that was chosen last; without a choice the system's preference holds.
try {
  const theme = localStorage.getItem('tieout.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  // On a busy machine the page may be alive before this runs: it is told.
  window.dispatchEvent(new Event('tieout:theme'));
} catch {
  // Storage may be switched off; the system's preference holds.
}
