import './popup.css';

/** The popup of a window without a tab. */
export function NoTab() {
  return (
    <main class="popup-part">
      <h1>No page to look at</h1>
      <p>This window shows no tab. Go to a shop, then open this again.</p>
    </main>
  );
}
