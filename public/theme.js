// Sets the theme that was chosen last; without a choice the system's preference holds.
try {
  const theme = localStorage.getItem('tieout.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's preference holds.
}
