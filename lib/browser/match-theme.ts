import browser from 'webextension-polyfill';

/** The theme of the page as `theme.css` knows it; null leaves it to the system's scheme. */
export function themeOf(name: string | undefined): 'dark' | 'light' | null {
  switch (name) {
    case 'dark':
      return 'dark';
    // Chromium says `default` for its light theme, Firefox `light`.
    case 'default':
    case 'light':
      return 'light';
    default:
      return null;
  }
}

/** Gives a panel the colours of the DevTools around it, and follows when they change. */
export function matchTheme(): void {
  const { panels } = browser.devtools;
  const apply = (name: string | undefined) => {
    const theme = themeOf(name);
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  apply(panels.themeName);
  // Firefox alone has the event; in Chromium the panel is loaded anew with its DevTools.
  panels.onThemeChanged?.addListener(apply);
}
