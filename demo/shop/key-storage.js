// Where the shop keeps its cart key: one of four places, of which the page chooses.
const NAME = 'cocart_cart_key';
let inMemory = null;

const PLACES = {
  localStorage: {
    read: () => localStorage.getItem(NAME),
    write: (key) => localStorage.setItem(NAME, key),
    forget: () => localStorage.removeItem(NAME),
  },
  sessionStorage: {
    read: () => sessionStorage.getItem(NAME),
    write: (key) => sessionStorage.setItem(NAME, key),
    forget: () => sessionStorage.removeItem(NAME),
  },
  cookie: {
    read: () => /(?:^|; )cocart_cart_key=([^;]+)/.exec(document.cookie)?.[1] ?? null,
    write: (key) => {
      // biome-ignore lint/suspicious/noDocumentCookie: shops do just this, and the extension has to find it.
      document.cookie = `${NAME}=${key}; path=/; max-age=604800`;
    },
    forget: () => {
      // biome-ignore lint/suspicious/noDocumentCookie: as above.
      document.cookie = `${NAME}=; path=/; max-age=0`;
    },
  },
  memory: {
    read: () => inMemory,
    write: (key) => {
      inMemory = key;
    },
    forget: () => {
      inMemory = null;
    },
  },
};

/** The place of that name. */
export function keyPlace(name) {
  return PLACES[name];
}
