import { md5 } from '../store-search/md5.ts';

/** What is known of where a page and its store stand. */
export interface SiteFacts {
  readonly pageUrl: string | null;
  /** The store's REST root or any address of it. */
  readonly storeUrl: string | null;
  /** The site's address as the store tells it. */
  readonly homeUrl: string | null;
}

/**
 * Which site a cookie was made for, as the hash at the end of its name tells.
 *
 * - `this-site`: for the store that is looked at.
 * - `other-site`: for another address; the sentence says what differs.
 * - `unknown`: no address that was tried gives this hash.
 * - `no-hash`: the name does not end with one.
 */
export interface MadeFor {
  readonly is: 'this-site' | 'other-site' | 'unknown' | 'no-hash';
  /** `http://shop.example/wp`, where an address gives the hash. */
  readonly site: string | null;
  readonly sentence: string;
}

/** Directories of an address that may be a site's own: enough for every real one. */
const MOST_DIRECTORIES = 6;

/** The MD5 of every address that the site may have, with that address. Worth keeping for a set of cookies. */
export function candidateSites(facts: SiteFacts): ReadonlyMap<string, string> {
  const sites = new Map<string, string>();
  for (const url of [facts.homeUrl, facts.storeUrl, facts.pageUrl]) {
    const place = url === null ? null : parse(url);
    if (!place) continue;
    for (const origin of originsOf(place)) {
      for (const directory of directoriesOf(place)) {
        const site = `${origin}${directory}`;
        for (const spelled of [site, `${site}/`]) {
          const hash = md5(spelled);
          if (!sites.has(hash)) sites.set(hash, site);
        }
      }
    }
  }
  return sites;
}

/** Tells for which site WordPress named a cookie: its names end with the MD5 of the site's address. */
export function madeFor(
  cookieName: string,
  facts: SiteFacts,
  candidates: ReadonlyMap<string, string> = candidateSites(facts),
): MadeFor {
  const hash = /_([0-9a-f]{32})$/.exec(cookieName.slice(-40))?.[1];
  if (hash === undefined) {
    const sentence =
      'Its name does not end with the hash of an address: the site names it by itself.';
    return { is: 'no-hash', site: null, sentence };
  }
  const site = candidates.get(hash);
  if (site === undefined) {
    const sentence =
      'No spelling of this site’s address gives its hash: it is of another site on this host, or of an address that nothing told.';
    return { is: 'unknown', site: null, sentence };
  }
  const differs = differenceOf(site, facts);
  return differs === null
    ? { is: 'this-site', site, sentence: `Made for ${site}: this site.` }
    : { is: 'other-site', site, sentence: `Made for ${site}: ${differs}.` };
}

/** What tells the site from the store that is looked at, in words; null for nothing. */
function differenceOf(site: string, { pageUrl, storeUrl, homeUrl }: SiteFacts): string | null {
  const made = parse(site);
  const own = [homeUrl, storeUrl].flatMap((url) => (url === null ? [] : (parse(url) ?? [])));
  const page = pageUrl === null ? null : parse(pageUrl);
  const here = own.length > 0 ? own : page ? [page] : [];
  if (!made || here.some((place) => holds(made, place))) return null;
  const [nearest] = here;
  if (!nearest) return null;
  const name = own.length > 0 ? 'this store' : 'this page';
  if (made.protocol !== nearest.protocol && made.host === nearest.host) {
    return `${name} is ${nearest.protocol.slice(0, -1)}`;
  }
  return `${name} is ${nearest.origin}`;
}

/** WordPress of a directory, or of the host's root, is the site of every address below it. */
function holds(site: URL, place: URL): boolean {
  const directory = site.pathname.replace(/\/*$/, '/');
  return site.origin === place.origin && `${place.pathname}/`.startsWith(directory);
}

/** Both protocols, with `www` and without, with the port and without. */
function originsOf({ protocol, hostname, port }: URL): string[] {
  const bare = hostname.replace(/^www\./, '');
  const hosts = /^[\d.]+$|^\[/.test(bare) ? [bare] : [hostname, bare, `www.${bare}`];
  const other = protocol === 'https:' ? 'http:' : 'https:';
  const ports = port === '' ? [''] : [`:${port}`, ''];
  const origins = [protocol, other].flatMap((scheme) =>
    hosts.flatMap((host) => ports.map((end) => `${scheme}//${host}${end}`)),
  );
  return [...new Set(origins)];
}

/** `/a/b/c` → the root, `/a`, `/a/b`, `/a/b/c`. */
function directoriesOf({ pathname }: URL): string[] {
  const names = pathname.split('/').filter(Boolean).slice(0, MOST_DIRECTORIES);
  return ['', ...names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)];
}

function parse(url: string): URL | null {
  if (url.length > 4096 || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return /^https?:$/.test(parsed.protocol) ? parsed : null;
}
