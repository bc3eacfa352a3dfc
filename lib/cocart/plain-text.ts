/** Names of the characters 160 to 255, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** The named entities that WordPress and WooCommerce write, and those of PHP's htmlentities for Latin-1. */
const ENTITIES = new Map<string, string>([
  ...LATIN_1.split(' ').map((name, index) => [name, String.fromCharCode(160 + index)] as const),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['bull', '•'],
  ['euro', '€'],
  ['trade', '™'],
  ['minus', '−'],
  ['larr', '←'],
  ['rarr', '→'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);

const BLOCK_TAG = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|table|tr|td|th|hr|pre|section)\b[^<>]*>/gi;
const TAG = /<\/?[a-z!][^<>]*>/gi;

/** Tags within tags (`<<b>script>`) deeper than this are nothing that a store wrote. */
const MAX_TAG_LAYERS = 5;
/** Blanks that one blank can stand for; a single one already does. */
const BLANKS = /[ \t\r\n]{2,}|[\t\r\n]/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]\w{1,11}));/gi;

/**
 * The words of a text in which a store wrote HTML: without tags, entities decoded once. What was
 * escaped markup becomes visible characters, never markup again.
 */
export function plainText(html: string): string {
  const text = html.includes('<') ? withoutTags(html).replace(BLANKS, ' ') : html;
  return (text.includes('&') ? text.replace(ENTITY, decodeEntity) : text).trim();
}

/** Takes tags out until what is left around them is not a tag again. */
function withoutTags(html: string): string {
  let text = html;
  for (let layer = 0; layer < MAX_TAG_LAYERS; layer += 1) {
    const rest = text.replace(BLOCK_TAG, ' ').replace(TAG, '');
    if (rest.length === text.length) return text;
    text = rest;
  }
  return text.replace(/[<>]/g, '');
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return ENTITIES.get(name) ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  const printable = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return printable ? String.fromCodePoint(code) : whole;
}
