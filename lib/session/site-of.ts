/**
 * Endings below which anybody can have a name, so that two names below them are two sites. The
 * browsers' list has ten thousand of them; these are the ones that front ends of shops stand on.
 * Source: the Public Suffix List.
 */
const SHARED_SUFFIXES: ReadonlySet<string> = new Set([
  ...['vercel.app', 'netlify.app', 'pages.dev', 'workers.dev', 'github.io', 'gitlab.io'],
  ...['herokuapp.com', 'web.app', 'firebaseapp.com', 'onrender.com', 'fly.dev', 'surge.sh'],
  ...['azurewebsites.net', 'azurestaticapps.net', 'cloudfront.net', 'ngrok.io', 'ngrok.app'],
  ...['ngrok-free.app', 'trycloudflare.com', 'loca.lt', 'myshopify.com', 'webflow.io'],
  ...['framer.app', 'framer.website', 'wpengine.com', 'pantheonsite.io', 'kinsta.cloud'],
  ...['wpenginepowered.com', 'stackblitz.io', 'webcontainer.io', 'csb.app', 'gitpod.io'],
]);

/** Second names that countries give out like endings: `co.uk`, `com.au`. */
const COUNTRY_SECOND = /^(?:ac|co|com|edu|gob|gov|go|mil|ne|net|or|org)$/;

/**
 * The part of a host that one owner has, by which browsers tell sites apart: `shop.example` of
 * `www.shop.example`. Without the browsers' whole list: a rare ending may be taken for a site.
 */
export function siteOfHost(host: string): string {
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.split('.');
  const lastTwo = labels.slice(-2).join('.');
  const [second = '', top = ''] = labels.slice(-2);
  const suffixed =
    SHARED_SUFFIXES.has(lastTwo) || (top.length === 2 && COUNTRY_SECOND.test(second));
  return labels.slice(suffixed ? -3 : -2).join('.');
}

/** Browsers' word for where a document belongs: `https://shop.example`. */
export function schemefulSite(url: URL): string {
  return `${url.protocol}//${siteOfHost(url.hostname)}`;
}
